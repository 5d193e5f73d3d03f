// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
import TMSyntax
import TMTestSupport
import TMThreats
import Testing

private let map = "data/stride-map.json"
private let capec = "data/capec-3.9-index.csv"
private let attack = "data/attack-techniques.csv"

@Suite("What is known of the categories of threats")
struct CategoryFactsTests {
  @Test("is there for each of them once, in order")
  func complete() {
    #expect(CategoryFacts.all.map(\.category) == ThreatCategory.ofMethods.sorted())
    #expect(ThreatCategory.ofMethods.map(\.rawValue) == Vocabulary.threatCategories.words)
    for facts in CategoryFacts.all {
      #expect(facts.question.hasSuffix("?"))
      #expect(facts.measures.count >= 4, "\(facts.category)")
      #expect(!facts.cwe.isEmpty, "\(facts.category)")
    }
  }

  @Test("calls two categories twins exactly where they violate one property")
  func twins() {
    for left in ThreatCategory.ofMethods {
      for right in ThreatCategory.ofMethods where left != right {
        #expect((left.violatedProperty == right.violatedProperty) == (left.twin == right))
      }
      if let twin = left.twin { #expect(left.cia + left.stride == [twin]) }
    }
    #expect(ThreatCategory.ofMethods.filter { $0.twin != nil }.count == 6)
  }

  @Test("gives a weakness the same name everywhere")
  func weaknesses() {
    var names: [Int: String] = [:]
    for (number, name) in CategoryFacts.all.flatMap({ Array($0.cwe) }) {
      #expect(names[number] == nil || names[number] == name, "CWE-\(number)")
      names[number] = name
    }
  }

  @Test("names attack patterns as CAPEC does", .enabled(if: SharedData.has(capec)))
  func patterns() throws {
    let names = try names(capec) { $0["id"] ?? "" }
    for facts in CategoryFacts.all {
      for (number, name) in facts.capec { #expect(names["CAPEC-\(number)"] == name) }
    }
    let sample = try CompiledSample("model \"M\"")
    for template in sample.register.library.templates {
      for number in template.capec {
        let name = names["CAPEC-\(number)"]
        #expect(name != nil && name?.hasPrefix("DEPRECATED") == false, "\(template.name)")
      }
    }
  }

  @Test("names techniques as ATT&CK does", .enabled(if: SharedData.has(attack)))
  func techniques() throws {
    let names = try names(attack) { "\($0["matrix"] ?? "") \($0["id"] ?? "")" }
    for facts in CategoryFacts.all {
      for (id, name) in facts.attackEnterprise { #expect(names["enterprise \(id)"] == name) }
      for (id, name) in facts.attackICS { #expect(names["ics \(id)"] == name) }
    }
  }

  @Test("has all of the curated map of STRIDE", .enabled(if: SharedData.has(map)))
  func curated() throws {
    let file = try JSONDecoder().decode(CuratedMap.self, from: Data(SharedData.text(map).utf8))
    #expect(file.categories.count == ThreatCategory.stride.count)
    for facts in CategoryFacts.all {
      guard ThreatCategory.stride.contains(facts.category) else { continue }
      let entry = try #require(file.categories[facts.category.abbreviation])
      #expect(entry.property == facts.category.violatedProperty)
      #expect(entry.cwe.map(\.text) == facts.cwe.map { "CWE-\($0.key) \($0.value)" })
      #expect(entry.capec.map(\.text) == facts.capec.map { "CAPEC-\($0.key) \($0.value)" })
      #expect(
        entry.attack_enterprise.map(\.text)
          == facts.attackEnterprise.map { "\($0.key) \($0.value)" })
      #expect(entry.attack_ics.map(\.text) == facts.attackICS.map { "\($0.key) \($0.value)" })
    }
  }

  private func names(
    _ path: String, key: ([String: String]) -> String
  ) throws -> [String: String] {
    let records = try SharedData.records(path)
    #expect(records.count > 500)
    return Dictionary(
      records.map { (key($0), $0["name"] ?? "") }, uniquingKeysWith: { first, _ in first })
  }
}

/// `stride-map.json`, with its names of fields.
private struct CuratedMap: Decodable {
  let categories: [String: Category]

  struct Category: Decodable {
    let property: String
    let cwe: [Entry]
    let capec: [Entry]
    // swift-format-ignore: AlwaysUseLowerCamelCase
    let attack_enterprise: [Entry]
    // swift-format-ignore: AlwaysUseLowerCamelCase
    let attack_ics: [Entry]
  }

  struct Entry: Decodable {
    let id: String
    let name: String

    var text: String { "\(id) \(name)" }
  }
}
