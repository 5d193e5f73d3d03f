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
  /// As `general`, of tags of a repository: `v4` is whichever release of 4 came last.
  case tag

  package func isLess(_ left: String, _ right: String) -> Bool {
    (compare(left, right) ?? 0) < 0
  }

  package func areEqual(_ left: String, _ right: String) -> Bool { compare(left, right) == 0 }

  /// Negative where the left one is earlier, zero where they are the same, nil where nobody can tell:
  /// one of them is a commit or begins with a word that the other has not, or it is no version of the ecosystem,
  /// and the numbers that both begin with are the same.
  package func compare(_ left: String, _ right: String) -> Int? {
    var (left, right) = (Self.trimmed(left), Self.trimmed(right))
    if left == right { return 0 }
    if VersionWording.isCommit(left) || VersionWording.isCommit(right) { return nil }
    if !isOfDistribution {
      (left, right) = (VersionWording.stripped(left), VersionWording.stripped(right))
      if left == right { return 0 }
      if VersionWording.areApart(left, right) { return nil }
    }
    if let order = strictly(left, right) { return order }
    if isGuessed { return nil }
    return LeadingNumbers.compare(left, right)
  }

  /// Whether two versions are the same one. Where nobody can tell which comes first they are still two if their
  /// numbers are: build3 is not 5.0.
  func isSame(_ version: String, _ named: String) -> Bool? {
    let (left, right) = (Self.trimmed(version), Self.trimmed(named))
    if mayBeLater(left, than: right) { return nil }
    if let place = place(of: version, at: named) { return place == 0 }
    if VersionWording.isCommit(left) || VersionWording.isCommit(right) { return nil }
    let numbers = [left, right].map { text in String(text.drop { !$0.isNumber }) }
    guard numbers.allSatisfy({ !$0.isEmpty }), VersionWording.areApart(left, right),
      let order = LeadingNumbers.compare(numbers[0], numbers[1])
    else { return nil }
    return order == 0
  }

  /// The order that a range is read in which names one itself: tags stay tags.
  func reading(_ named: VersionOrder?) -> VersionOrder { self == .tag ? self : named ?? self }

  /// Whether a version is a tag that is moved, and so perhaps behind the release that it is before as it stands.
  func mayBeLater(_ version: String, than named: String) -> Bool {
    self == .tag && MovingTag.mayBe(version, named)
  }

  /// Whether a distribution defines what comes first, whatever a version begins with.
  private var isOfDistribution: Bool {
    self == .debian || self == .rpm || self == .alpine || self == .arch
  }

  /// Whether no ecosystem defines it.
  private var isGuessed: Bool { self == .general || self == .upstream || self == .tag }

  /// Where a version stands to one that a source names: as `compare`, but a local version of Python is
  /// the public one that it was built from unless the source names a local one (PEP 440).
  package func place(of version: String, at named: String) -> Int? {
    // Maven orders a snapshot by its time, behind its release; what it is one of is before that.
    if self == .maven, MavenVersion.snapshot(of: named) == nil,
      let snapshot = MavenVersion.snapshot(of: version)
    {
      return compare(snapshot, named)
    }
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
    case .general, .tag: compare(left, right, GeneralVersion.init, GeneralVersion.compare)
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
    case "github": self = .tag
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
