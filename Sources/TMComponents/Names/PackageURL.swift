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
/// Type, namespace and name are kept as the specification normalises them for their type. Of the
/// qualifiers, `epoch` is part of the version; `distro`, `arch` and `vendor` say which package is meant.
package struct PackageURL: Hashable, Sendable {
  package let type: String
  /// Empty where there is none.
  package let namespace: String
  package let name: String
  /// With the epoch of a package of a distribution in front.
  package let version: String?
  /// By name, in lower case.
  package let qualifiers: [String: String]
  /// Whether it names what a component was made from, and not the component.
  package private(set) var isAncestor = false
  /// Whether it is the source package that the component was built from.
  package private(set) var isSource = false

  /// What two names of one package have in common, whatever their version. Which distribution it
  /// belongs to is no part of it, since some say that in a qualifier: `agreement` compares it.
  package var key: String {
    // Who packed a recipe of Conan says its advisories nowhere.
    if isOfDistribution || type == "conan" { return "\(type)//\(name)" }
    // No two crates differ in that alone.
    let name = type == "cargo" ? String(name.lowercased().map { $0 == "_" ? "-" : $0 }) : name
    return "\(type)/\(namespace)/\(name)"
  }

  /// Whether it says no more than a name: it is of no ecosystem, or lacks what its type requires.
  var isOnlyName: Bool {
    type == "generic" || namespace.isEmpty && ["maven", "composer", "github"].contains(type)
  }

  var isOfDistribution: Bool { Self.ofDistributions.contains(type) }

  /// Whether it names source code that no registry publishes, whose vulnerabilities stand under CPE names.
  var isOfSource: Bool {
    isOnlyName || ["bitbucket", "conan", "github", "gitlab", "yocto"].contains(type)
  }

  /// The same package, said to be built from another.
  func built(from upstream: String) -> PackageURL {
    guard isOfDistribution, qualifiers["upstream"] == nil else { return self }
    return PackageURL(
      type: type, namespace: namespace, name: name, version: version,
      qualifiers: qualifiers.merging(["upstream": upstream]) { own, _ in own })
  }

  /// The purl for a reader: without escapes, qualifiers and subpath.
  package var text: String {
    let path = namespace.isEmpty ? name : "\(namespace)/\(name)"
    return "pkg:\(type)/\(path)" + (version.map { "@\($0)" } ?? "")
  }

  /// The purl for a program: encoded, with its qualifiers.
  ///
  /// - Parameter other: the version where the purl has none.
  package func encoded(version other: String? = nil) -> String {
    let path = (namespace.split(separator: "/").map(String.init) + [name])
      .map { Percent.encoded($0) }.joined(separator: "/")
    var text = "pkg:\(type)/\(path)"
    if let version = version ?? other { text += "@\(Percent.encoded(version))" }
    // The epoch is in the version already.
    let pairs = qualifiers.keys.sorted().filter { $0 != "epoch" }.map { name in
      "\(name)=\(Percent.encoded(qualifiers[name] ?? ""))"
    }
    return pairs.isEmpty ? text : text + "?" + pairs.joined(separator: "&")
  }

  /// The purl as that of the source package that a component was built from, which counts its own versions.
  var asSource: PackageURL {
    var purl = self
    purl.isSource = true
    return purl
  }

  /// The purl as that of what a component was made from: whether it has what that had, nobody can tell.
  var asAncestor: PackageURL {
    var purl = self
    purl.isAncestor = true
    return purl
  }

  init(
    type: String, namespace: String, name: String, version: String?,
    qualifiers: [String: String] = [:]
  ) {
    let type = Self.otherTypes[type.lowercased()] ?? type.lowercased()
    var (namespace, name) = (namespace, name)
    // A slash of the path that somebody encoded: `%40angular%2Fcore`.
    if Self.hasPaths.contains(type), let slash = name.lastIndex(of: "/") {
      namespace += (namespace.isEmpty ? "" : "/") + name[..<slash]
      name = String(name[name.index(after: slash)...])
    }
    if type == "golang", namespace.isEmpty, ["std", "go"].contains(name.lowercased()) {
      // What generators of bills call the standard library, whose versions are those of Go.
      name = "stdlib"
    }
    if type == "swift" {
      for scheme in ["https://", "http://", "git://", "https:/", "http:/"]
      where namespace.lowercased().hasPrefix(scheme) {
        namespace = String(namespace.dropFirst(scheme.count))
      }
      namespace = namespace.lowercased()
      name = name.lowercased()
      if name.hasSuffix(".git") { name.removeLast(4) }
    }
    self.type = type
    self.namespace =
      Self.lowersNamespace.contains(type) ? namespace.lowercased() : namespace
    self.name = Self.normalised(name, type)
    self.qualifiers = qualifiers
    if let version, let epoch = qualifiers["epoch"], Self.ofDistributions.contains(type),
      VersionByte.epoch(of: version) == nil, !epoch.isEmpty,
      epoch.utf8.allSatisfy(VersionByte.isDigit)
    {
      self.version = "\(epoch):\(version)"
    } else {
      self.version = version
    }
  }

  /// Reads `pkg:type/namespace/name@version?qualifiers#subpath`.
  package init(_ text: String) throws(NameFault) {
    guard let colon = text.firstIndex(of: ":"), text[..<colon].lowercased() == "pkg" else {
      throw NameFault(reason: "does not begin with `pkg:`", help: Self.example)
    }
    var rest = text[text.index(after: colon)...].drop { $0 == "/" }
    if let hash = rest.firstIndex(of: "#") { rest = rest[..<hash] }
    var qualifiers: [String: String] = [:]
    if let mark = rest.firstIndex(of: "?") {
      for pair in rest[rest.index(after: mark)...].split(separator: "&") {
        guard let sign = pair.firstIndex(of: "=") else { continue }
        let value = Percent.decoded(pair[pair.index(after: sign)...])
        if !value.isEmpty { qualifiers[pair[..<sign].lowercased()] = value }
      }
      rest = rest[..<mark]
    }
    // A version may hold a slash that somebody forgot to encode.
    var version = ""
    if let at = rest.lastIndex(of: "@"), at > rest.startIndex,
      rest[rest.index(before: at)] != "/"
    {
      version = Percent.decoded(rest[rest.index(after: at)...])
      rest = rest[..<at]
    }
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
    self.init(
      type: type, namespace: parts.map { Percent.decoded($0) }.joined(separator: "/"),
      name: Percent.decoded(last), version: version.isEmpty ? nil : version,
      qualifiers: qualifiers)
  }

  /// The types of the packages of distributions of operating systems.
  private static let ofDistributions: Set<String> = ["alpm", "apk", "deb", "rpm"]
  /// Other words that tools write for a type.
  private static let otherTypes: [String: String] = [
    "vscode": "vscode-extension", "rubygems": "gem", "crates": "cargo", "go": "golang",
    "python": "pypi", "packagist": "composer", "githubactions": "github",
  ]

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
    "npm", "nuget", "oci", "otp", "pub", "pypi", "vscode-extension",
  ]
  /// The types whose names never hold a slash.
  private static let hasPaths: Set<String> = [
    "bitbucket", "composer", "github", "gitlab", "golang", "npm", "swift",
  ]
  private static let lowersNamespace: Set<String> = [
    "alpm", "apk", "bitbucket", "composer", "deb", "github", "gitlab", "golang", "hex", "npm",
    "qpkg", "rpm", "vscode-extension",
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
  /// A text in which only letters, digits, `.`, `-`, `_`, `~` and `:` stand for themselves.
  static func encoded(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case _ where VersionByte.isDigit(byte) || VersionByte.isLetter(byte) && byte < 0x80,
        0x2D, 0x2E, 0x5F, 0x7E, 0x3A:
        bytes.append(byte)
      default: bytes += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

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
