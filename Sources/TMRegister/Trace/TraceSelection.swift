// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRisk

/// The chains of a trace that a reader asked for, in the direction in which they are read.
package struct TraceSelection: Sendable {
  package enum Direction: String, Sendable {
    /// From assets to evidence.
    case forwards
    case backwards
  }

  /// What a trace starts at.
  package enum Start: Hashable, Sendable {
    case declaration(EntityID)
    /// A threat, by its place in the register.
    case threat(Int)
    /// Something kept elsewhere, which `verified-by` names.
    case elsewhere(String)
  }

  package let trace: Trace
  package let direction: Direction
  package let chains: [TraceChain]
  /// The gaps along these chains, each once, in the order of the trace.
  package let gaps: [TraceGap]

  /// - Parameters:
  ///   - start: what every chain leads through; nil for all.
  ///   - keeping: whether chains without a gap stay.
  package init(
    _ trace: Trace, _ direction: Direction, from start: Start? = nil, _ keeping: Keeping = .all
  ) {
    let all = direction == .forwards ? trace.chains : trace.backwards
    chains = all.filter { chain in
      (start.map { Self.leads(chain, through: $0, trace) } ?? true)
        && (keeping == .all || !trace.gaps(of: chain).isEmpty)
    }
    let found = Set(chains.flatMap(trace.gaps(of:)))
    gaps = trace.gaps.filter(found.contains)
    self.trace = trace
    self.direction = direction
  }

  package enum Keeping: Sendable {
    case all
    case gapsOnly
  }

  private static func leads(_ chain: TraceChain, through start: Start, _ trace: Trace) -> Bool {
    switch start {
    case .threat(let index): return chain.threat == index
    case .elsewhere(let text): return chain.evidence == .elsewhere(text)
    case .declaration(let id):
      if chain.asset == id || chain.control == id || chain.requirement == id { return true }
      if chain.evidence == .declared(id) { return true }
      return chain.threat.map { trace.threats[$0].threat.about == id } ?? false
    }
  }
}
