// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Why a purl or a CPE name is none.
package struct NameFault: Error, Equatable, Sendable {
  /// One line, lower case, without a full stop, to be said after the name.
  package let reason: String
  package let help: String
}

/// A package URL (github.com/package-url/purl-spec), as far as it says which package is meant.
///
/// Type, namespace and name are kept as the specification normalises them for their type; qualifiers
/// and subpath do not take part in matching.
package struct PackageURL: Hashable, Sendable {
  package let type: String
  /// Empty where there is none.
  package let namespace: String
  package let name: String
  package let version: String?

  /// What two names of one package have in common, whatever their version.
  package var key: String { "\(type)/\(namespace)/\(name)" }

  /// The purl for a reader: without escapes, qualifiers and subpath.
  package var text: String {
    let path = namespace.isEmpty ? name : "\(namespace)/\(name)"
    return "pkg:\(type)/\(path)" + (version.map { "@\($0)" } ?? "")
  }

  init(type: String, namespace: String, name: String, version: String?) {
    let type = type.lowercased()
    self.type = type
    self.namespace =
      Self.lowersNamespace.contains(type) ? namespace.lowercased() : namespace
    self.name = Self.normalised(name, type)
    self.version = version
  }

  /// Reads `pkg:type/namespace/name@version?qualifiers#subpath`.
  package init(_ text: String) throws(NameFault) {
    guard let colon = text.firstIndex(of: ":"), text[..<colon].lowercased() == "pkg" else {
      throw NameFault(reason: "does not begin with `pkg:`", help: Self.example)
    }
    var rest = text[text.index(after: colon)...].drop { $0 == "/" }
    if let hash = rest.firstIndex(of: "#") { rest = rest[..<hash] }
    if let mark = rest.firstIndex(of: "?") { rest = rest[..<mark] }
    var parts = rest.split(separator: "/").map(String.init)
    guard parts.count >= 2, let last = parts.popLast() else {
      throw NameFault(reason: "names no package behind its type", help: Self.example)
    }
    let type = parts.removeFirst()
    guard type.utf8.allSatisfy(Self.isTypeCharacter) else {
      throw NameFault(
        reason: "has the type `\(type)`, and a type is of letters, digits, `.`, `+` and `-`",
        help: Self.example)
    }
    let at = last.lastIndex(of: "@").flatMap { $0 > last.startIndex ? $0 : nil }
    let name = at.map { String(last[..<$0]) } ?? last
    let version = at.map { Percent.decoded(last[last.index(after: $0)...]) } ?? ""
    self.init(
      type: type, namespace: parts.map { Percent.decoded($0) }.joined(separator: "/"),
      name: Percent.decoded(name), version: version.isEmpty ? nil : version)
  }

  private static let example = "a purl reads `pkg:npm/%40angular/core@17.1.0`, for example"

  private static func isTypeCharacter(_ byte: UInt8) -> Bool {
    switch byte | 0x20 {
    case UInt8(ascii: "a")...UInt8(ascii: "z"): true
    default: (0x30...0x39).contains(byte) || byte == 0x2E || byte == 0x2B || byte == 0x2D
    }
  }

  /// The types whose names are the same in upper and lower case; NuGet compares so too.
  private static let lowersName: Set<String> = [
    "alpm", "apk", "bitbucket", "bitnami", "composer", "deb", "github", "gitlab", "golang", "hex",
    "npm", "nuget", "oci", "otp", "pub", "pypi",
  ]
  private static let lowersNamespace: Set<String> = [
    "alpm", "apk", "bitbucket", "composer", "deb", "github", "gitlab", "golang", "hex", "npm",
    "qpkg", "rpm",
  ]

  private static func normalised(_ name: String, _ type: String) -> String {
    let name = lowersName.contains(type) ? name.lowercased() : name
    guard type == "pypi" else { return name }
    // One sign for each run of `-`, `_` and `.`, as Python's packaging compares names.
    return name.split { $0 == "-" || $0 == "_" || $0 == "." }.joined(separator: "-")
  }
}

/// Percent-encoding.
enum Percent {
  /// The text that an encoded one stands for; what is no escape stays.
  static func decoded(_ text: some StringProtocol) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
    let source = Array(text.utf8)
    var bytes: [UInt8] = []
    var index = 0
    while index < source.count {
      if source[index] == UInt8(ascii: "%"), index + 2 < source.count,
        let high = JSONText.digit(source[index + 1]), let low = JSONText.digit(source[index + 2])
      {
        bytes.append(UInt8(high << 4 | low))
        index += 3
      } else {
        bytes.append(source[index])
        index += 1
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
