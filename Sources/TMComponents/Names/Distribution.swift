// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Whether a package of a record is the one of a component, as far as their names tell.
package enum Agreement: Sendable {
  case same
  /// One of them does not say which distribution or release it belongs to.
  case unclear
  case different
}

extension PackageURL {
  /// Compares what the key leaves out: distribution, release, architecture and vendor.
  ///
  /// - Parameter record: what a source means; what it does not say holds for all.
  package func agreement(with record: PackageURL) -> Agreement {
    guard key == record.key else { return .different }
    if let left = qualifiers["vendor"], let right = record.qualifiers["vendor"],
      left.lowercased() != right.lowercased()
    {
      return .different
    }
    for name in ["user", "channel", "uuid", "repository_url"] {
      if let left = qualifiers[name], let right = record.qualifiers[name],
        left.lowercased() != right.lowercased()
      {
        return .unclear
      }
    }
    if let left = qualifiers["arch"]?.lowercased(),
      let right = record.qualifiers["arch"]?.lowercased(),
      left != right, !Self.everyArchitecture.contains(left), !Self.everyArchitecture.contains(right)
    {
      return .different
    }
    if isAncestor { return .unclear }
    guard isOfDistribution else { return .same }
    let (own, other) = (Distribution(self), Distribution(record))
    guard let otherName = other.name else { return .same }
    guard let ownName = own.name else { return .unclear }
    let release = own.compareRelease(with: other)
    if ownName == otherName { return release }
    return Distribution.rebuilds[ownName] == otherName && release != .different
      ? .unclear : .different
  }

  /// Whether it names an architecture or a build that another purl leaves open or has differently.
  func isNarrower(than other: PackageURL) -> Bool {
    ["arch", "classifier", "os", "platform", "variant", "edition", "goos", "goarch"].contains {
      name in
      guard let own = qualifiers[name]?.lowercased(), !Self.everyArchitecture.contains(own) else {
        return false
      }
      return other.qualifiers[name]?.lowercased() != own
    }
  }

  /// Sources hold for all, and packages without machine code run on all.
  private static let everyArchitecture: Set<String> = ["src", "source", "noarch", "all", "any"]
}

/// The distribution of an operating system that a package belongs to.
package struct Distribution: Sendable {
  /// Nil where the purl names none.
  package let name: String?
  /// The numbers of its release; empty where none is named.
  package let release: [Int]

  package init(_ purl: PackageURL) {
    let distro = purl.qualifiers["distro"] ?? purl.qualifiers["distro_name"]
    let first = purl.namespace.split(separator: "/").first.map(String.init) ?? ""
    let named = first.isEmpty ? distro.flatMap(Self.name(inQualifier:)) : first
    name = named.map { Self.otherNames[$0] ?? $0 }
    var release = distro.map { Self.release($0) } ?? []
    if release.isEmpty, let version = purl.version { release = Self.release(inVersion: version) }
    self.release = release
  }

  /// A shorter release stands for all that begin with it.
  fileprivate func compareRelease(with record: Distribution) -> Agreement {
    if record.release.isEmpty { return .same }
    if release.isEmpty { return .unclear }
    for (left, right) in zip(release, record.release) where left != right { return .different }
    return release.count < record.release.count ? .unclear : .same
  }

  /// Distributions whose packages are those of another, built again under the same versions, and whose
  /// own advisories nobody publishes any more.
  fileprivate static let rebuilds: [String: String] = ["centos": "redhat", "raspbian": "debian"]

  private static let otherNames: [String: String] = [
    "rocky-linux": "rocky", "rockylinux": "rocky", "rhel": "redhat", "red-hat": "redhat",
    "red_hat": "redhat", "red hat": "redhat", "alma": "almalinux", "alma-linux": "almalinux",
    "sles": "suse", "sled": "suse", "sle": "suse", "opensuse-leap": "opensuse",
    "opensuse.leap": "opensuse", "opensuse-tumbleweed": "opensuse", "ol": "oracle",
    "oraclelinux": "oracle", "amzn": "amazon", "amazonlinux": "amazon", "arch": "archlinux",
    "photon-os": "photon", "photonos": "photon", "mariner": "azurelinux", "azl": "azurelinux",
    "cbl-mariner": "azurelinux",
  ]

  private static func name(inQualifier text: String) -> String? {
    let lower = text.lowercased()
    if let (name, _) = codenames[lower] { return name }
    let name = lower.prefix { !$0.isNumber }
    let trimmed = name.hasSuffix("-") ? name.dropLast() : name
    if trimmed == "el" { return "redhat" }
    return trimmed.isEmpty ? nil : String(trimmed)
  }

  /// The numbers of `debian-12.4`, `bookworm`, `v3.18`, `22.04:LTS`, `Linux Enterprise Server 15 SP3`.
  static func release(_ text: String) -> [Int] {
    let lower = text.lowercased()
    for word in lower.split(whereSeparator: { !$0.isLetter }) {
      if let (_, release) = codenames[String(word)] { return release }
    }
    guard let start = lower.firstIndex(where: \.isNumber) else { return [] }
    let digits = lower[start...].prefix { $0.isNumber || $0 == "." }
    var numbers = digits.split(separator: ".").compactMap { Int($0) }
    let rest = lower[digits.endIndex...]
    if let pack = rest.firstRange(of: "sp"),
      let number = Int(rest[pack.upperBound...].prefix(while: \.isNumber))
    {
      numbers.append(number)
    }
    return numbers
  }

  /// The release that a version bears in itself: 12 of `3.0.15-1~deb12u1`, 8 of `1.1.1k-7.el8_6`.
  private static func release(inVersion version: String) -> [Int] {
    for mark in ["deb", ".el", ".fc", ".ph", "~bpo"] {
      guard let place = version.firstRange(of: mark) else { continue }
      if let number = Int(version[place.upperBound...].prefix(while: \.isNumber)) {
        return [number]
      }
    }
    if let place = version.firstRange(of: "ubuntu0.") {
      let numbers = version[place.upperBound...].prefix { $0.isNumber || $0 == "." }
        .split(separator: ".").compactMap { Int($0) }
      if numbers.count >= 2 { return Array(numbers.prefix(2)) }
    }
    return []
  }

  private static let codenames: [String: (name: String, release: [Int])] = [
    "wheezy": ("debian", [7]), "jessie": ("debian", [8]), "stretch": ("debian", [9]),
    "buster": ("debian", [10]), "bullseye": ("debian", [11]), "bookworm": ("debian", [12]),
    "trixie": ("debian", [13]), "forky": ("debian", [14]), "trusty": ("ubuntu", [14, 4]),
    "xenial": ("ubuntu", [16, 4]), "bionic": ("ubuntu", [18, 4]), "focal": ("ubuntu", [20, 4]),
    "jammy": ("ubuntu", [22, 4]), "noble": ("ubuntu", [24, 4]),
  ]
}
