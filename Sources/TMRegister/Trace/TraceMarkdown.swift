// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRisk
import TMWriting

/// Writes a trace as Markdown: a table for each asset, or for each verification when read backwards.
package enum TraceMarkdown {
  package static func text(of selection: TraceSelection, in model: Model) -> String {
    let facts = TraceFacts(model)
    var writer = MarkdownWriter()
    let title = model.system.map { model.title($0) }
    let name =
      selection.direction == .forwards ? "Traceability" : "Traceability, from the evidence"
    writer.heading([name, title].compactMap { $0 }.joined(separator: ": "), level: 1)
    let gaps = selection.gaps
    writer.paragraph(
      gaps.isEmpty ? "No gap." : "\(gaps.count) \(gaps.count == 1 ? "gap" : "gaps").")
    switch selection.direction {
    case .forwards: writeForwards(selection, facts, &writer)
    case .backwards: writeBackwards(selection, facts, &writer)
    }
    if !gaps.isEmpty {
      writer.heading("Gaps", level: 2)
      writer.tableHead(["at", "gap"])
      for gap in gaps {
        writer.row([selection.trace.name(of: gap.place, in: model), gap.kind.text])
      }
    }
    return writer.text
  }

  private static func writeForwards(
    _ selection: TraceSelection, _ facts: TraceFacts, _ writer: inout MarkdownWriter
  ) {
    for group in selection.chains.grouped(by: \.asset) {
      writer.heading(
        group.key.map { heading($0, facts) } ?? "What no threat leads to", level: 2)
      writer.tableHead([
        "threat", "status", "before → after", "control", "requirement", "verification", "gaps",
      ])
      for chain in group.members {
        writer.row(
          threat(chain, selection.trace, facts)
            + [control(chain, facts), requirement(chain, facts), evidence(chain, facts)]
            + [gaps(chain, selection.trace)])
      }
    }
  }

  private static func writeBackwards(
    _ selection: TraceSelection, _ facts: TraceFacts, _ writer: inout MarkdownWriter
  ) {
    for group in selection.chains.grouped(by: \.evidence) {
      let first = group.members.first
      writer.heading(first.map { evidence($0, facts) } ?? "", level: 2)
      writer.tableHead([
        "requirement", "control", "threat", "status", "before → after", "asset", "gaps",
      ])
      for chain in group.members {
        writer.row(
          [requirement(chain, facts), control(chain, facts)]
            + threat(chain, selection.trace, facts)
            + [chain.asset.map { heading($0, facts) } ?? "", gaps(chain, selection.trace)])
      }
    }
  }

  private static func heading(_ id: EntityID, _ facts: TraceFacts) -> String {
    [facts.model.path(id), facts.title(id)].compactMap { $0 }.joined(separator: ": ")
  }

  private static func threat(
    _ chain: TraceChain, _ trace: Trace, _ facts: TraceFacts
  ) -> [String] {
    guard let assessed = chain.threat.map({ trace.threats[$0] }) else { return ["", "", ""] }
    return [
      assessed.threat.id + "\n" + facts.threats.title(assessed.threat),
      assessed.threat.status.rawValue, facts.weights(assessed),
    ]
  }

  private static func control(_ chain: TraceChain, _ facts: TraceFacts) -> String {
    guard let control = chain.control else { return chain.measure.map(facts.name) ?? "" }
    return heading(control, facts) + "\n" + facts.status(ofControl: control)
  }

  private static func requirement(_ chain: TraceChain, _ facts: TraceFacts) -> String {
    chain.requirement.map { heading($0, facts) } ?? ""
  }

  private static func evidence(_ chain: TraceChain, _ facts: TraceFacts) -> String {
    switch chain.evidence {
    case nil: "no verification"
    case .elsewhere(let text)?: text
    case .declared(let id)?:
      "\(heading(id, facts)) (\(facts.model.result(of: .declared(id)).rawValue))"
    }
  }

  private static func gaps(_ chain: TraceChain, _ trace: Trace) -> String {
    trace.gaps(of: chain).map(\.kind.text).joined(separator: "\n")
  }
}
