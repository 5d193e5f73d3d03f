// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRegister
import TMRisk
import TMThreats

/// The trace as a graph in five columns; the threats of one category are one node, since hundreds
/// would not be read.
package struct TraceFigure: Sendable {
  /// Column by column.
  package let nodes: [Node]
  /// Every way from an asset to evidence, as the places of its nodes, at most one a column.
  package let chains: [Chain]

  package enum Column: Int, CaseIterable, Sendable {
    case asset, threat, measure, requirement, verification

    package var title: String {
      switch self {
      case .asset: "About"
      case .threat: "Threats"
      case .measure: "Measures"
      case .requirement: "Requirements"
      case .verification: "Verification"
      }
    }
  }

  package struct Node: Sendable {
    package let column: Column
    package let title: String
    /// Where the report tells more.
    package let anchor: ReportAnchor?
    package let kind: Kind
    /// What is missing at it, in words, each with how often.
    package let gaps: [(text: String, count: Int)]
  }

  package enum Kind: String, Sendable {
    /// A declaration, or a category of threats.
    case entry
    /// An end that is one: a decision or a property of the system in place of a control.
    case end
    /// An end where a link is missing.
    case gap
  }

  package struct Chain: Hashable, Sendable {
    /// The id of the threat; nil for what no threat leads to.
    package let threat: String?
    package let nodes: [Int]
  }

  /// Why there is nothing to see; nil where there is.
  package var absence: String? {
    chains.isEmpty ? "The model has no threats, so there is nothing to trace." : nil
  }

  package init(_ source: ReportSource) {
    var builder = TraceFigureBuilder(source)
    builder.follow()
    (nodes, chains) = builder.columns()
  }
}

/// Collects the nodes as the chains name them.
private struct TraceFigureBuilder {
  private let source: ReportSource
  private var found: [[Key]] = Array(repeating: [], count: TraceFigure.Column.allCases.count)
  private var places: [Key: Int] = [:]
  private var ways: [(threat: String?, keys: [Key])] = []

  /// What makes a node the same node.
  private struct Key: Hashable {
    let column: TraceFigure.Column
    let name: Name
  }

  private enum Name: Hashable {
    case declaration(EntityID)
    case category(ThreatCategory)
    case evidence(String)
    case end(String)
    case gap(String)
  }

  init(_ source: ReportSource) { self.source = source }

  mutating func follow() {
    for chain in source.trace.chains {
      let threat = chain.threat.map { source.trace.threats[$0] }
      var keys: [Key] = []
      if let asset = chain.asset { keys.append(Key(column: .asset, name: .declaration(asset))) }
      if let threat { keys.append(Key(column: .threat, name: .category(threat.threat.category))) }
      keys += ends(chain, threat)
      for key in keys where places[key] == nil {
        places[key] = found[key.column.rawValue].count
        found[key.column.rawValue].append(key)
      }
      ways.append((threat?.threat.id, keys))
    }
  }

  /// The part of a chain behind its threat, up to the evidence, a decision, or what is missing.
  private func ends(_ chain: TraceChain, _ threat: AssessedThreat?) -> [Key] {
    var keys: [Key] = []
    switch chain.measure {
    case .control(let control): keys.append(Key(column: .measure, name: .declaration(control)))
    case .property: return [Key(column: .measure, name: .end("Property of the system"))]
    case nil:
      if let threat { return [Key(column: .measure, name: withoutMeasure(threat))] }
    }
    if let requirement = chain.requirement {
      keys.append(Key(column: .requirement, name: .declaration(requirement)))
    }
    switch chain.evidence {
    case .declared(let verification):
      keys.append(Key(column: .verification, name: .declaration(verification)))
    case .elsewhere(let name):
      keys.append(Key(column: .verification, name: .evidence(name)))
    case nil:
      let isLoose = chain.requirement == nil
      keys.append(
        isLoose
          ? Key(column: .requirement, name: .gap("No requirement"))
          : Key(column: .verification, name: .gap("No verification")))
    }
    return keys
  }

  private func withoutMeasure(_ threat: AssessedThreat) -> Name {
    switch threat.threat.status {
    case .open: .gap("Open")
    case .mitigated: .gap("No control")
    case .accepted: .end("Accepted")
    case .transferred: .end("Transferred")
    case .avoided: .end("Avoided")
    case .notApplicable: .end("Not applicable")
    }
  }

  /// All nodes, ends after the entries of their column, and the chains over them.
  func columns() -> ([TraceFigure.Node], [TraceFigure.Chain]) {
    var order: [Key: Int] = [:]
    var nodes: [TraceFigure.Node] = []
    for column in found {
      for key in column.filter({ !isEnd($0) }) + column.filter(isEnd) {
        order[key] = nodes.count
        nodes.append(node(key))
      }
    }
    let chains = ways.map { way in
      TraceFigure.Chain(threat: way.threat, nodes: way.keys.compactMap { order[$0] })
    }
    return (nodes, chains)
  }

  private func isEnd(_ key: Key) -> Bool {
    switch key.name {
    case .declaration, .category, .evidence: false
    case .end, .gap: true
    }
  }

  private func node(_ key: Key) -> TraceFigure.Node {
    let model = source.model
    func node(
      _ title: String, _ kind: TraceFigure.Kind, _ anchor: ReportAnchor? = nil,
      _ gaps: [TraceGap] = []
    ) -> TraceFigure.Node {
      TraceFigure.Node(
        column: key.column, title: title, anchor: anchor, kind: kind, gaps: counted(gaps))
    }
    switch key.name {
    case .declaration(let id):
      return node(
        model.title(id), .entry, .declaration(model.path(id)),
        source.trace.gaps(at: .declaration(id)))
    case .category(let category):
      let members = source.trace.threats.indices.filter {
        source.trace.threats[$0].threat.category == category
      }
      return node(
        category.words, .entry, nil, members.flatMap { source.trace.gaps(at: .threat($0)) })
    case .evidence(let name): return node(name, .entry)
    case .end(let words): return node(words, .end)
    case .gap(let words): return node(words, .gap)
    }
  }

  private func counted(_ gaps: [TraceGap]) -> [(text: String, count: Int)] {
    TraceGap.Kind.allCases.compactMap { kind in
      let count = gaps.filter { $0.kind == kind }.count
      return count == 0 ? nil : (kind.text, count)
    }
  }
}

extension ThreatCategory {
  /// The category as a heading writes it: "Information disclosure".
  package var words: String {
    if case .own(let own) = self { return own.title }
    let text = rawValue.split(separator: "-").joined(separator: " ")
    return text.prefix(1).uppercased() + text.dropFirst()
  }
}
