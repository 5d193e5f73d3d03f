// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// How two versions of one software compare: as the ecosystem that they belong to defines it.
package enum VersionOrder: String, Sendable {
  /// Semantic Versioning 2.0.0: npm, Go, Cargo and others.
  case semantic
  case debian
  case rpm
  case alpine
  case arch
  case maven
  case python
  case ruby
  case nuget
  case composer
  /// What fits the versions of most makers:
  ///
  /// - a `v` before the first digit counts for nothing, a number and a colon in front outweigh all;
  /// - a version is a row of numbers and words: signs divide it, as does the step from digit to letter;
  /// - numbers compare by value, words by letter in any case, a number other than zero is later than a word;
  /// - missing numbers are zero: 1.0 is 1.0.0;
  /// - a number behind a hyphen is a revision of what stands before it: 1.2-5 is before 1.2.1;
  /// - where one version goes on, it is later (1.0.2 < 1.0.2k < 1.0.2-1), unless it goes on with a
  ///   word for what comes before a release (1.0-rc1 < 1.0, 1.0b2 < 1.0) or with `~`.
  case general
  /// As `general`, between a package of a distribution and a version of its maker: an epoch that only
  /// one of them has counts for nothing.
  case upstream

  package func isLess(_ left: String, _ right: String) -> Bool {
    (compare(left, right) ?? 0) < 0
  }

  package func areEqual(_ left: String, _ right: String) -> Bool { compare(left, right) == 0 }

  /// Negative where the left one is earlier, zero where they are the same, nil where nobody can tell:
  /// one of them is no version of the ecosystem, and the numbers that both begin with are the same.
  package func compare(_ left: String, _ right: String) -> Int? {
    let (left, right) = (Self.trimmed(left), Self.trimmed(right))
    if left == right { return 0 }
    if let order = strictly(left, right) { return order }
    if self == .general || self == .upstream { return nil }
    return LeadingNumbers.compare(left, right)
  }

  /// Where a version stands to one that a source names: as `compare`, but a local version of Python is
  /// the public one that it was built from unless the source names a local one (PEP 440).
  package func place(of version: String, at named: String) -> Int? {
    guard self == .python, !named.contains("+"), let plus = version.firstIndex(of: "+") else {
      return compare(version, named)
    }
    return compare(String(version[..<plus]), named)
  }

  private func strictly(_ left: String, _ right: String) -> Int? {
    switch self {
    case .semantic: compare(left, right, SemanticVersion.init, SemanticVersion.compare)
    case .debian: compare(left, right, DebianVersion.init, DebianVersion.compare)
    case .rpm: compare(left, right, RPMVersion.init, RPMVersion.compare)
    case .alpine: compare(left, right, AlpineVersion.init, AlpineVersion.compare)
    case .arch: compare(left, right, RPMVersion.init, ArchVersion.compare)
    case .maven: compare(left, right, MavenVersion.init, MavenVersion.compare)
    case .python: compare(left, right, PythonVersion.init, PythonVersion.compare)
    case .ruby: compare(left, right, RubyVersion.init, RubyVersion.compare)
    case .nuget: compare(left, right, NuGetVersion.init, NuGetVersion.compare)
    case .composer: compare(left, right, ComposerVersion.init, ComposerVersion.compare)
    case .general: compare(left, right, GeneralVersion.init, GeneralVersion.compare)
    case .upstream:
      compare(left, right, GeneralVersion.init) { left, right in
        left.hasEpoch == right.hasEpoch
          ? GeneralVersion.compare(left, right)
          : GeneralVersion.compare(left.withoutEpoch, right.withoutEpoch)
      }
    }
  }

  private func compare<Version>(
    _ left: String, _ right: String, _ read: (String) -> Version?,
    _ order: (Version, Version) -> Int
  ) -> Int? {
    guard let left = read(left), let right = read(right) else { return nil }
    return order(left, right)
  }

  private static func trimmed(_ text: String) -> String {
    guard let first = text.utf8.first, let last = text.utf8.last, first <= 0x20 || last <= 0x20
    else { return text }
    let bytes = text.utf8.drop { $0 <= 0x20 }
    var end = bytes.endIndex
    while end > bytes.startIndex, bytes[bytes.index(before: end)] <= 0x20 {
      end = bytes.index(before: end)
    }
    return String(decoding: bytes[..<end], as: UTF8.self)
  }
}

extension VersionOrder {
  /// The order of the packages of a type of purl.
  package init(purlType: String) {
    switch purlType {
    case "deb": self = .debian
    case "rpm": self = .rpm
    case "apk": self = .alpine
    case "alpm": self = .arch
    case "maven": self = .maven
    case "pypi": self = .python
    case "gem": self = .ruby
    case "nuget": self = .nuget
    case "composer": self = .composer
    case "npm", "golang", "cargo", "hex", "pub", "swift", "julia", "vscode-extension", "bitnami":
      self = .semantic
    default: self = .general
    }
  }

  /// The order that a `vers:` URI names; nil for a scheme that names none of an ecosystem.
  init?(scheme: String) {
    switch scheme {
    case "semver", "npm", "go", "golang", "cargo", "crates", "hex", "pub", "swift":
      self = .semantic
    case "deb", "debian", "ubuntu": self = .debian
    case "rpm": self = .rpm
    case "apk", "alpine": self = .alpine
    case "alpm", "arch", "archlinux": self = .arch
    case "maven": self = .maven
    case "pypi", "python": self = .python
    case "gem", "rubygems": self = .ruby
    case "nuget": self = .nuget
    case "composer", "packagist": self = .composer
    default: return nil
    }
  }
}

/// Signs of versions, byte by byte.
enum VersionByte {
  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  /// How two rows of digits compare by value, whatever their length.
  static func compareNumbers(_ left: some Collection<UInt8>, _ right: some Collection<UInt8>) -> Int
  {
    let (left, right) = (left.drop { $0 == 0x30 }, right.drop { $0 == 0x30 })
    if left.count != right.count { return left.count < right.count ? -1 : 1 }
    return compareBytes(left, right)
  }

  static func compareBytes(_ left: some Sequence<UInt8>, _ right: some Sequence<UInt8>) -> Int {
    if left.elementsEqual(right) { return 0 }
    return left.lexicographicallyPrecedes(right) ? -1 : 1
  }

  /// A number and a colon in front of a version, and what follows it.
  static func epoch(of text: String) -> (epoch: Substring.UTF8View, rest: Substring.UTF8View)? {
    let bytes = text[...].utf8
    let digits = bytes.prefix(while: isDigit)
    guard !digits.isEmpty, digits.endIndex < bytes.endIndex, bytes[digits.endIndex] == 0x3A else {
      return nil
    }
    return (digits[...], bytes[bytes.index(after: digits.endIndex)...])
  }
}

/// The numbers that a version begins with, for versions that an ecosystem does not know.
enum LeadingNumbers {
  /// Nil where they are the same, so that what follows would have to decide.
  static func compare(_ left: String, _ right: String) -> Int? {
    guard let left = of(left), let right = of(right) else { return nil }
    for index in 0..<max(left.count, right.count) {
      let order = VersionByte.compareNumbers(
        index < left.count ? left[index] : [], index < right.count ? right[index] : [])
      if order != 0 { return order }
    }
    return nil
  }

  /// Numbers divided by dots, behind a `v` if there is one; nil without any, and where the first is an epoch,
  /// which says nothing beside a version that has none.
  static func of(_ text: String) -> [[UInt8]]? {
    var rest = text.utf8[...]
    if let first = rest.first, first | 0x20 == 0x76 { rest = rest.dropFirst() }
    var numbers: [[UInt8]] = []
    while true {
      let digits = rest.prefix(while: VersionByte.isDigit)
      if digits.isEmpty { break }
      numbers.append(Array(digits))
      rest = rest.dropFirst(digits.count)
      guard rest.first == 0x2E else { break }
      rest = rest.dropFirst()
    }
    let isEpoch = numbers.count == 1 && (rest.first == 0x3A || rest.first == 0x21)
    return numbers.isEmpty || isEpoch ? nil : numbers
  }
}
