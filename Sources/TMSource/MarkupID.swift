// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Ids of a model as ids of pages and pictures.
package enum MarkupID {
  /// Letters, digits, `.`, `-` and `_` stay; `->` becomes `-to-`; anything else is written as `_` with
  /// its code in hexadecimal digits. At most about 200 characters.
  package static func clean(_ id: String) -> String {
    var result = ""
    var rest = id.unicodeScalars[...]
    while let scalar = rest.popFirst(), result.utf8.count < 200 {
      switch scalar {
      case "-" where rest.first == ">":
        rest.removeFirst()
        result += "-to-"
      case "a"..."z", "A"..."Z", "0"..."9", ".", "-", "_": result.unicodeScalars.append(scalar)
      default: result += "_" + String(scalar.value, radix: 16)
      }
    }
    return result
  }
}
