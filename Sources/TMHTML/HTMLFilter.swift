// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMDocument

/// A filter as the address of the page has it.
enum HTMLFilter {
  static func text(_ facets: ReportFacets) -> String {
    var fields: [String] = []
    func add(_ name: String, _ values: [String]) {
      if values.isEmpty { return }
      fields.append("\(name)=\(values.map(encode).joined(separator: ","))")
    }
    add("status", [facets.status].compactMap { $0 })
    add("category", facets.categories)
    add("zone", facets.zones)
    add("severity", [facets.severity].compactMap { $0 })
    add("acceptance", [facets.acceptance?.rawValue].compactMap { $0 })
    add("about", facets.about)
    return fields.joined(separator: "&")
  }

  /// Percent-encoding of all but letters, digits, `-`, `.` and `_`.
  private static func encode(_ text: String) -> String {
    var result = ""
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        result += digits.count < 2 ? "%0\(digits)" : "%\(digits)"
      }
    }
    return result
  }
}
