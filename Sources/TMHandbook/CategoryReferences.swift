// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMThreats

/// What a category refers to outside of the program, in groups that are not empty.
package struct CategoryReferences {
  package struct Group {
    package let title: String
    package let entries: [Entry]
  }

  package struct Entry {
    /// As people write it: `CWE-20`, `T1565.001`.
    package let id: String
    package let name: String
    /// The page of its publisher.
    package let address: String
  }

  package let groups: [Group]

  package init(_ facts: CategoryFacts) {
    let groups = [
      Group(title: "weaknesses (CWE)", entries: facts.cwe.map(Self.weakness)),
      Group(title: "attack patterns (CAPEC)", entries: facts.capec.map(Self.pattern)),
      Group(
        title: "ATT&CK for Enterprise", entries: facts.attackEnterprise.map(Self.technique)),
      Group(title: "ATT&CK for ICS", entries: facts.attackICS.map(Self.technique)),
    ]
    self.groups = groups.filter { !$0.entries.isEmpty }
  }

  static func weakness(_ number: Int, _ name: String = "") -> Entry {
    Entry(
      id: "CWE-\(number)", name: name,
      address: "https://cwe.mitre.org/data/definitions/\(number).html")
  }

  static func pattern(_ number: Int, _ name: String = "") -> Entry {
    Entry(
      id: "CAPEC-\(number)", name: name,
      address: "https://capec.mitre.org/data/definitions/\(number).html")
  }

  static func technique(_ id: String, _ name: String = "") -> Entry {
    let path = id.split(separator: ".").joined(separator: "/")
    return Entry(id: id, name: name, address: "https://attack.mitre.org/techniques/\(path)/")
  }
}
