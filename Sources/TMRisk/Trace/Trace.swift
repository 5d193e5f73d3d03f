// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax
import TMThreats

/// The matrix from assets over threats, controls and requirements to verifications, with its gaps.
package struct Trace: Sendable {
  /// The threats of the register, which chains and gaps name by their places.
  package let threats: [AssessedThreat]
  /// From the assets on, in an order that does not depend on where anything is declared: assets by
  /// path, then what else threats are about; then what no threat leads to.
  package let chains: [TraceChain]
  /// How many chains there are; they are left out where there are more than ``chainLimit``.
  package let chainCount: Int
  /// How many chains are followed: the links multiply, so that a few hundred declarations can make
  /// millions.
  package let chainLimit: Int
  /// In the order threats, controls, requirements, verifications.
  package let gaps: [TraceGap]
  private let model: Model
  private let gapsByPlace: [TraceGap.Place: [TraceGap]]

  package init(_ model: Model, _ risks: RiskRegister) {
    self.model = model
    threats = risks.threats
    let links = TraceLinks(model, threats)
    let measures = MeasureFinder(model)
    gaps = TraceGapFinder(model, threats, links, measures).gaps
    gapsByPlace = Dictionary(grouping: gaps, by: \.place)
    chainLimit = 100_000 + 10 * threats.count
    var builder = ChainBuilder(model, threats, links, measures, limit: chainLimit)
    builder.build()
    chainCount = builder.count
    chains = builder.count > chainLimit ? [] : builder.chains
  }

  /// The gaps at a threat or declaration.
  package func gaps(at place: TraceGap.Place) -> [TraceGap] { gapsByPlace[place] ?? [] }

  /// The gaps along a chain.
  package func gaps(of chain: TraceChain) -> [TraceGap] { chain.places.flatMap(gaps(at:)) }

  /// The same chains from the evidence on; what nothing verifies comes last.
  package var backwards: [TraceChain] {
    let evidence = NameOrder(chains.lazy.map(\.evidence)) { model.name(of: $0) }
    let requirements = NameOrder(chains.lazy.map(\.requirement)) { model.path($0) }
    // Controls before properties.
    let measures = NameOrder(chains.lazy.map(\.measure)) { measure in
      switch measure {
      case .control(let control): "0" + model.path(control)
      case .property(let range): "1" + model.sources.text(range)
      }
    }
    let keyed = chains.enumerated().map { place, chain in
      (
        key: (
          evidence[chain.evidence], requirements[chain.requirement], measures[chain.measure],
          chain.threat ?? Int.max, place
        ), chain: chain
      )
    }
    return keyed.sorted { $0.key < $1.key }.map(\.chain)
  }
}

/// The places of links in the order of their names, so that a name is read once, however many chains
/// there are; a missing link comes after all others.
private struct NameOrder<Link: Hashable> {
  private let places: [Link: Int]

  init(_ links: some Sequence<Link?>, name: (Link) -> String) {
    let names = Dictionary(
      Set(links.lazy.compactMap { $0 }).map { ($0, name($0)) }, uniquingKeysWith: { one, _ in one })
    let sorted = Set(names.values).sorted()
    let order = Dictionary(
      uniqueKeysWithValues: sorted.enumerated().map { ($0.element, $0.offset) })
    places = names.compactMapValues { order[$0] }
  }

  subscript(link: Link?) -> Int { link.flatMap { places[$0] } ?? Int.max }
}

/// Follows the links from each asset.
private struct ChainBuilder {
  private let model: Model
  private let links: TraceLinks
  private let measures: MeasureFinder
  private let threats: [AssessedThreat]
  private let limit: Int
  private(set) var chains: [TraceChain] = []
  /// How many there are, kept or not.
  private(set) var count = 0
  /// How many ways lead on from a control, so that they need not be followed to be counted.
  private var waysOn: [EntityID: Int] = [:]

  init(
    _ model: Model, _ threats: [AssessedThreat], _ links: TraceLinks, _ measures: MeasureFinder,
    limit: Int
  ) {
    self.model = model
    self.threats = threats
    self.links = links
    self.measures = measures
    self.limit = limit
  }

  mutating func build() {
    let facts = SubjectFacts(model)
    var byAsset: [EntityID: [Int]] = [:]
    for (index, assessed) in threats.enumerated() {
      let about = assessed.threat.about
      let assets = facts.assets(of: about)
      for asset in assets.isEmpty ? [about] : assets where byAsset[asset]?.last != index {
        byAsset[asset, default: []].append(index)
      }
    }
    for asset in byAsset.keys.sorted(by: isBefore) {
      for index in byAsset[asset] ?? [] { follow(asset, index, threats[index].threat) }
    }
    addLooseEnds()
  }

  /// Assets before all else, each by path.
  private func isBefore(_ left: EntityID, _ right: EntityID) -> Bool {
    let isAsset = (model[left].keyword == .asset, model[right].keyword == .asset)
    if isAsset.0 != isAsset.1 { return isAsset.0 }
    return model.path(left) < model.path(right)
  }

  private mutating func follow(_ asset: EntityID, _ index: Int, _ threat: Threat) {
    let start = TraceChain(asset: asset, threat: index)
    let found = measures.measures(for: threat)
    if found.isEmpty { add(start) }
    for measure in found {
      var chain = start
      chain.measure = measure
      follow(chain)
    }
  }

  /// Adds the ways on from a measure.
  private mutating func follow(_ start: TraceChain) {
    guard let control = start.control else { return add(start) }
    if count > limit { return count += ways(onFrom: control) }
    let requirements = links.requirements(of: control)
    for requirement in requirements {
      var chain = start
      chain.requirement = requirement
      addEvidence(of: requirement, to: chain)
    }
    for evidence in model.evidence(of: control) {
      var chain = start
      chain.evidence = evidence
      add(chain)
    }
    if requirements.isEmpty, model.evidence(of: control).isEmpty { add(start) }
  }

  private mutating func ways(onFrom control: EntityID) -> Int {
    if let known = waysOn[control] { return known }
    let ways =
      links.requirements(of: control).reduce(0) { $0 + max(model.evidence(of: $1).count, 1) }
      + model.evidence(of: control).count
    waysOn[control] = max(ways, 1)
    return max(ways, 1)
  }

  private mutating func add(_ chain: TraceChain) {
    count += 1
    if count <= limit { chains.append(chain) }
  }

  private mutating func addEvidence(of requirement: EntityID, to start: TraceChain) {
    let found = model.evidence(of: requirement)
    if found.isEmpty { add(start) }
    for evidence in found {
      var chain = start
      chain.evidence = evidence
      add(chain)
    }
  }

  /// Controls without threat, requirements without control, verifications of nothing.
  private mutating func addLooseEnds() {
    for control in links.controls where links.threats(answeredBy: control).isEmpty {
      follow(TraceChain(measure: .control(control)))
    }
    for requirement in links.requirements where links.controls(satisfying: requirement).isEmpty {
      addEvidence(of: requirement, to: TraceChain(requirement: requirement))
    }
    for verification in links.verifications where links.subjects(of: verification).isEmpty {
      add(TraceChain(evidence: .declared(verification)))
    }
  }
}
