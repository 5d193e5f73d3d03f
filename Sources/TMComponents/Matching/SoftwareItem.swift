// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel

/// Software that vulnerabilities are matched with: one instance of a declared component, or an entry of a
/// bill of materials that nobody declared.
///
/// A component that is in the bill several times is as many items, each with its own version and its own
/// statements.
package struct SoftwareItem: Sendable {
  /// The place of an entry: which bill, which entry of it.
  package struct Entry: Hashable, Sendable {
    package let bill: Int
    package let place: Int
  }

  /// The declaration in the model.
  package let entity: EntityID?
  package internal(set) var entry: Entry?
  package let name: String
  /// The name for a match by name.
  var nameKeys: [String]
  let supplier: String?
  /// The declared version, then that of the bill where it differs.
  package internal(set) var versions: [String]
  package internal(set) var purls: [PackageURL]
  package internal(set) var cpes: [CPEName]
  var hashes: [String] = []

  /// The order of its versions.
  package var order: VersionOrder {
    purls.first.map { VersionOrder(purlType: $0.type) } ?? .general
  }

  /// The versions that a record about a package is compared with: that of the purl, and others that are
  /// not the same release written shorter.
  func versions(for purl: PackageURL) -> [String] {
    let named = purls.filter { $0.key == purl.key }
    let sources = named.filter(\.isSource).compactMap(\.version)
    if !sources.isEmpty { return sources }
    let own = named.compactMap(\.version).flatMap(VersionList.divided)
    return own + versions.filter { version in !own.contains { Self.isRelease(version, of: $0) } }
  }

  /// The versions that a record with CPE names is compared with.
  var versionsForCPE: [CPEVersion] {
    let named = cpes.filter { $0.exactVersion != nil }.map { CPEVersion($0) }
    let declared = versions.map { CPEVersion($0) }.filter { version in
      !named.contains {
        $0.version == version.version && (version.update == nil || $0.update != nil)
      }
    }
    return named.filter { name in
      !declared.contains { $0.version == name.version && name.update == nil }
    } + declared
  }

  /// Whether a version is another one without its epoch or revision: 3.0.15 of 1:3.0.15-1.
  private static func isRelease(_ version: String, of whole: String) -> Bool {
    if version == whole || VersionOrder.general.areEqual(version, whole) { return true }
    let text = VersionByte.epoch(of: whole).map { String(Substring($0.rest)) } ?? whole
    guard text.hasPrefix(version) else { return false }
    return text.dropFirst(version.count).first.map { "-+~".contains($0) } ?? true
  }
}

extension SoftwareItem {
  /// The keys that each way of matching looks for, the surest way first.
  var keysByBasis: [(MatchBasis, [String])] {
    [
      (.purl, purls.map { ItemIndex.key($0) }),
      (.cpe, cpes.map { ItemIndex.key($0) } + cpes.compactMap(ItemIndex.releaseKey)),
      (.hash, hashes.map { ItemIndex.hashKey($0) }), (.name, nameKeys),
    ]
  }

  /// Takes over what the bill of materials knows of the same software.
  mutating func join(_ other: SoftwareItem) {
    for purl in other.purls {
      // The bill's name says more: the epoch, the distribution.
      if let place = purls.firstIndex(where: { $0.key == purl.key }) {
        if purls[place].qualifiers.isEmpty,
          purls[place].version == nil
            || purls[place].version == purl.version
            || Self.isRelease(purls[place].version ?? "", of: purl.version ?? "")
        {
          purls[place] = purl
        } else if purls[place] != purl {
          purls.append(purl)
        }
      } else {
        purls.append(purl)
      }
    }
    for cpe in other.cpes where !cpes.contains(cpe) { cpes.append(cpe) }
    for version in other.versions
    where !versions.contains(where: {
      order.areEqual($0, version) || Self.isRelease($0, of: version)
    }) {
      versions.append(version)
    }
    hashes += other.hashes
  }
}

/// How a component was found to be the one that a source means.
package enum MatchBasis: String, Sendable {
  case purl
  case cpe
  case name
  case hash
  /// By its `bom-ref` in the bill of materials.
  case reference
  /// By what is said of the product as a whole.
  case product
}

/// Items by what names them; a hash table, so that matching takes time in proportion to the files.
struct ItemIndex: Sendable {
  private var places: [String: [Int]] = [:]

  mutating func add(_ item: SoftwareItem, _ place: Int) {
    for (_, keys) in item.keysByBasis {
      for key in keys where places[key]?.last != place { places[key, default: []].append(place) }
    }
  }

  subscript(key: String) -> [Int] { places[key] ?? [] }

  static func key(_ purl: PackageURL) -> String { "purl " + purl.key }
  static func key(_ cpe: CPEName) -> String { "cpe " + cpe.key }
  static func releaseKey(_ cpe: CPEName) -> String? { cpe.releaseKey.map { "cpe " + $0 } }
  static func hashKey(_ hash: String) -> String { "hash " + hash.lowercased() }

  /// What a name begins with, as `nameKey` has it: names that differ in it are not the same.
  static func nameHead(_ name: some StringProtocol) -> String {
    var head = ""
    for sign in name where !isBetweenWords(sign) {
      head.append(sign)
      if head.count == 4 { break }
    }
    return head.lowercased()
  }

  private static func isBetweenWords(_ sign: Character) -> Bool {
    switch sign {
    case " ", "-", "_", ".", "®", "™", "©": true
    default: false
    }
  }

  /// A name without regard to case, and to what separates its words, but numbers: "Mbed TLS" is mbedtls.
  static func nameKey(_ name: String) -> String {
    var plain = ""
    for word in name.lowercased().split(whereSeparator: isBetweenWords) {
      if plain.last?.isNumber == true, word.first?.isNumber == true { plain += " " }
      plain += word
    }
    // The one who assigns the ids of its vulnerabilities calls the kernel `Linux`, and nobody else does.
    return "name " + (plain == "linuxkernel" ? "linux" : plain)
  }
}
