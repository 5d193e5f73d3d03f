// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMComponents
import TMModel
import TMSyntax
import TMWriting

/// Writes the software of others as CSV: one record for each vulnerability of a component, and one
/// for a component without any.
///
/// Components of the bill of materials that nobody declared come last, without an element and an id.
package enum ComponentsCSV {
  package static func write<Failure: Error>(
    _ report: SoftwareReport, of model: Model, to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    let facts = ComponentFacts(model: model, report: report)
    var writer = CSVWriter()
    writer.record([
      "element", "component", "title", "version", "purl", "cpe", "supplier", "support",
      "end-of-support", "in-sbom", "vulnerability", "aliases", "score", "severity", "vectors",
      "cwe",
      "affected", "standing", "state", "justification", "fixed-in", "known-exploited", "due",
      "decision", "about", "epss", "epss-percentile", "reached", "assets", "hazards",
    ])
    for component in report.components {
      let id = component.entity
      let head: [CSVField] = [
        text(component.place.map { model.path($0) }), .text(model.path(id)),
        .text(model.title(id)), text(facts.version(component)), text(model.text(id, .purl)),
        text(model.text(id, .cpe)), text(model.text(id, .supplier)),
        text(facts.support(component)), text(model.date(id, .endOfSupport)?.description),
        text(facts.inBill(component)?.text),
      ]
      records(
        head, component.vulnerabilities,
        component.vulnerabilities.isEmpty ? nil : facts.reach(component),
        model, to: &writer)
    }
    for undeclared in report.undeclared {
      let entry = undeclared.entry
      let head: [CSVField] = [
        text(undeclared.element.map { model.path($0) }), .empty, .text(entry.fullName),
        text(entry.version), text(entry.purls.first?.text),
        .empty, text(entry.supplier), .empty, .empty, "yes",
      ]
      records(head, undeclared.vulnerabilities, nil, model, to: &writer)
    }
    try sink(writer.takeBytes())
  }

  private static func records(
    _ head: [CSVField], _ vulnerabilities: [Vulnerability], _ reach: Reachability?, _ model: Model,
    to writer: inout CSVWriter
  ) {
    if vulnerabilities.isEmpty {
      writer.record(head + Array(repeating: .empty, count: 20))
    }
    for vulnerability in vulnerabilities {
      let worst = vulnerability.worst
      writer.record(
        head + [
          .text(vulnerability.id), list(vulnerability.aliases),
          worst?.score.map { .number($0.value) } ?? .empty, text(worst?.severity?.rawValue),
          list(vulnerability.scores.compactMap(\.vector)),
          list(vulnerability.weaknesses.map(String.init)),
          .text(vulnerability.judgement == .affected ? "yes" : "unknown"),
          .text(vulnerability.standing.rawValue), text(vulnerability.statement?.state.rawValue),
          text(vulnerability.statement?.justification), list(vulnerability.fixedIn),
          .text(vulnerability.exploited == nil ? "no" : "yes"),
          text(vulnerability.exploited?.due), text(vulnerability.decision.map { model.path($0) }),
          text(vulnerability.title),
          vulnerability.epss.flatMap { Double($0.probability) }.map { .number($0) } ?? .empty,
          vulnerability.epss?.percentile.flatMap { Double($0) }.map { .number($0) } ?? .empty,
          text(reach?.level.word), list(reach?.assets.map { model.path($0) } ?? []),
          list(reach?.hazards.map { model.path($0) } ?? []),
        ])
    }
  }

  private static func text(_ text: String?) -> CSVField { text.map(CSVField.text) ?? .empty }

  private static func list(_ values: [String]) -> CSVField {
    values.isEmpty ? .empty : .text(values.joined(separator: "; "))
  }
}
