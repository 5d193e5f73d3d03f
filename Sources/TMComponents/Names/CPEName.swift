// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// A CPE name: 2.3 as a formatted string, or 2.2 as a URI (NISTIR 7695).
///
/// Values are lower case and without escapes; `*` stands for any, `-` for not applicable.
package struct CPEName: Hashable, Sendable {
  package let part: String
  package let vendor: String
  package let product: String
  package let version: String
  package let update: String
  /// Edition, language, software edition, target software, target hardware, other.
  package let rest: [String]

  /// What two names have in common that may mean one product, whatever their version: vendor and product.
  /// Firmware goes with the device that it runs in, which the NVD names beside it.
  package var key: String { "\(Self.stem(vendor)):\(Self.stem(product))" }

  /// The key of a product that bears its release in its name: `windows_10` 1809 is `windows_10_1809` since 2022.
  var releaseKey: String? {
    version == "*" || version == "-" ? nil : "\(key)_\(Self.stem(version))"
  }

  /// Whether vendor or product is a pattern, so that `key` is none.
  var isPattern: Bool { Glob.isPattern(vendor) || Glob.isPattern(product) }

  /// The version with its update, such as `10.0 sp1`; nil where either stands for any.
  package var exactVersion: String? {
    if version == "*" || version == "-" { return nil }
    return update == "*" || update == "-" ? version : "\(version) \(update)"
  }

  /// - Parameter isCriterion: whether it is what a source looks for, so that any vendor may be meant.
  package init(_ text: String, isCriterion: Bool = false) throws(NameFault) {
    let lower = text.lowercased()
    let values: [String]
    if lower.hasPrefix("cpe:2.3:") {
      values = Self.formatted(lower.dropFirst(8))
      guard values.count <= 11 else {
        throw NameFault(
          reason: "has \(values.count) parts, and a CPE name has 11",
          help: "write a colon inside a part as `\\:`")
      }
    } else if lower.hasPrefix("cpe:/") {
      values = Self.uri(lower.dropFirst(5))
    } else {
      throw NameFault(reason: "begins neither with `cpe:2.3:` nor with `cpe:/`", help: Self.example)
    }
    guard values.count >= 3, ["a", "o", "h", "*"].contains(values[0]),
      values[1] != "*" || isCriterion, values[2] != "*", !values[1].isEmpty, !values[2].isEmpty
    else {
      throw NameFault(reason: "does not name part, vendor and product", help: Self.example)
    }
    let all = values + Array(repeating: "*", count: max(0, 11 - values.count))
    (part, vendor, product, version, update) = (all[0], all[1], all[2], all[3], all[4])
    rest = Array(all[5...])
  }

  /// The name as a formatted string of CPE 2.3.
  ///
  /// - Parameter other: the version where the name has none.
  package func formatted(version other: String? = nil) -> String {
    let own = version == "*" ? other?.lowercased() ?? version : version
    let values = [part, vendor, product, own, update] + rest
    return "cpe:2.3:" + values.map(Self.quoted).joined(separator: ":")
  }

  private static func quoted(_ value: String) -> String {
    if value == "*" || value == "-" { return value }
    var text = ""
    for character in value {
      let isPlain =
        character.isASCII && (character.isLetter || character.isNumber) || "._-".contains(character)
      text += isPlain ? String(character) : character == " " ? "_" : "\\\(character)"
    }
    return text
  }

  private static let example =
    "a CPE name reads `cpe:2.3:a:openssl:openssl:3.0.15:*:*:*:*:*:*:*`, for example"

  /// Whether nothing but version and update keeps two names from meaning the same.
  package func agrees(with other: CPEName) -> Bool { agreement(with: other) == .same }

  /// Compares all but version and update. Makers and the NVD disagree about what is an application, an
  /// operating system and a device, so where only that differs nobody can tell.
  ///
  /// - Parameter record: what a source means, with patterns perhaps.
  package func agreement(with record: CPEName) -> Agreement {
    let isVendorSame = Glob.matches(vendor, record.vendor)
    let isProductSame = Glob.matches(product, record.product)
    guard isVendorSame || Self.stem(vendor) == Self.stem(record.vendor),
      isProductSame || Self.stem(product) == Self.stem(record.product) || isRelease(of: record)
    else { return .different }
    let isRestSame = zip(rest, record.rest).allSatisfy { left, right in
      left == right || Glob.matches(left, right) || Glob.matches(right, left)
    }
    guard isRestSame else { return .different }
    let isPartSame = part == record.part || part == "*" || record.part == "*"
    return isPartSame && isVendorSame && isProductSame ? .same : .unclear
  }

  /// Whether it names an edition or a platform that another name leaves open or has differently.
  func isNarrower(than other: CPEName) -> Bool {
    zip(rest, other.rest).contains { own, other in
      own != "*" && own != "-" && !Glob.matches(other, own)
    }
  }

  /// Whether the product of a source is a release of this one, which stands as its version here.
  func isRelease(of record: CPEName) -> Bool { releaseKey == record.key }

  /// A vendor or product without what marks it as the firmware of another, and however its words are joined.
  private static func stem(_ name: String) -> String {
    let plain = name.replacing("-", with: "_")
    return plain.hasSuffix("_firmware") ? String(plain.dropLast(9)) : plain
  }

  private static func formatted(_ text: Substring) -> [String] {
    var values: [String] = []
    var value = ""
    var isQuoted = false
    for character in text {
      if isQuoted {
        value.append(character)
        isQuoted = false
      } else if character == "\\" {
        isQuoted = true
      } else if character == ":" {
        values.append(value)
        value = ""
      } else {
        value.append(character)
      }
    }
    return (values + [value]).map { $0.isEmpty ? "*" : $0 }
  }

  private static func uri(_ text: Substring) -> [String] {
    var values = text.split(separator: ":", omittingEmptySubsequences: false).prefix(7).map {
      $0.isEmpty ? "*" : Percent.decoded($0)
    }
    // `~edition~sw_edition~target_sw~target_hw~other` packed into the edition.
    guard values.count > 5, values[5].hasPrefix("~") else { return values }
    let packed = values[5].split(separator: "~", omittingEmptySubsequences: false).dropFirst()
      .map { $0.isEmpty ? "*" : String($0) }
    let padded = packed + Array(repeating: "*", count: max(0, 5 - packed.count))
    let language = values.count > 6 ? values[6] : "*"
    values = Array(values[..<5]) + [padded[0], language] + padded[1..<5]
    return values
  }
}

/// Patterns with `*` for any text and `?` for any one sign.
enum Glob {
  static func isPattern(_ text: String) -> Bool { text.contains { $0 == "*" || $0 == "?" } }

  /// Takes time in proportion to both texts: of the stars, only the last one is tried again.
  static func matches(_ text: String, _ pattern: String) -> Bool {
    let (text, pattern) = (Array(text), Array(pattern))
    var (place, mark) = (0, 0)
    var star: Int?
    var again = 0
    while place < text.count {
      if mark < pattern.count, pattern[mark] == "*" {
        star = mark
        again = place
        mark += 1
      } else if mark < pattern.count, pattern[mark] == "?" || pattern[mark] == text[place] {
        place += 1
        mark += 1
      } else if let star {
        mark = star + 1
        again += 1
        place = again
      } else {
        return false
      }
    }
    return pattern[mark...].allSatisfy { $0 == "*" }
  }
}
