// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMComponents
import TMModel
import TMWriting

/// Prints the software of others as tables for a terminal: components by element, then their
/// vulnerabilities, then the counts.
package enum ComponentsTable {
  /// Which components of the bill of materials are listed beside the declared ones.
  package enum Selection: Sendable {
    case declared
    case undeclaredToo
  }

  package static func text(
    of report: SoftwareReport, in model: Model, _ selection: Selection, width: Int,
    colouring: Colouring
  ) -> String {
    let facts = ComponentFacts(model: model, report: report)
    var parts: [String] = []
    if !report.components.isEmpty { parts.append(components(facts, width, colouring)) }
    let rows = report.components.flatMap { component in
      component.vulnerabilities.map {
        (facts.place(component), model.path(component.entity), $0)
      }
    }
    if !rows.isEmpty { parts.append(vulnerabilities(rows, facts, width, colouring)) }
    if selection == .undeclaredToo, !report.undeclared.isEmpty {
      parts.append(undeclared(report, width, colouring))
      let rows = report.undeclared.flatMap { undeclared in
        undeclared.vulnerabilities.map { ("not declared", undeclared.entry.fullName, $0) }
      }
      if !rows.isEmpty { parts.append(vulnerabilities(rows, facts, width, colouring)) }
    }
    parts.append(colouring.paint(facts.summary, .strong) + "\n")
    return parts.joined(separator: "\n")
  }

  private static func components(
    _ facts: ComponentFacts, _ width: Int, _ colouring: Colouring
  ) -> String {
    let hasBill = facts.report.bill != nil
    let hasVulnerabilities = facts.report.hasVulnerabilities
    var columns: [TerminalTable.Column] = [
      .init("element"), .init("component"), .init("version", limit: 20), .init("support"),
      .init("end of support"),
    ]
    if hasBill { columns.append(.init("in SBOM", limit: 20)) }
    if hasVulnerabilities { columns.append(.init("open", .right)) }
    var table = TerminalTable(columns + [.init("title")])
    for component in facts.report.components {
      let end = facts.end(component)
      var cells: [TerminalTable.Cell] = [
        .init(facts.place(component)), .init(facts.model.path(component.entity)),
        .init(facts.version(component) ?? "–"), .init(facts.support(component) ?? "–"),
        .init(end?.text ?? "–", end?.style),
      ]
      if let inBill = facts.inBill(component) { cells.append(.init(inBill.text, inBill.style)) }
      if hasVulnerabilities { cells.append(open(component)) }
      table.append(cells + [.init(facts.model.title(component.entity))])
    }
    return table.text(width: width, colouring: colouring)
  }

  /// How many vulnerabilities nobody has assessed, of how many.
  private static func open(_ component: SoftwareReport.Component) -> TerminalTable.Cell {
    let all = component.vulnerabilities.count
    let open = component.vulnerabilities.count { !$0.isAssessed }
    if all == 0 { return .init("·", .frame) }
    return .init("\(open) of \(all)", open > 0 ? .error : .secondary)
  }

  private static func vulnerabilities(
    _ rows: [(place: String, component: String, vulnerability: Vulnerability)],
    _ facts: ComponentFacts, _ width: Int, _ colouring: Colouring
  ) -> String {
    var table = TerminalTable([
      .init("element"), .init("component"), .init("vulnerability"), .init("score"),
      .init("state"), .init("about"),
    ])
    for (place, component, vulnerability) in rows {
      let standing = ComponentFacts.standing(vulnerability)
      table.append([
        .init(place), .init(component),
        .init(vulnerability.id, vulnerability.exploited == nil ? nil : .error),
        .init(ComponentFacts.score(vulnerability) ?? "–"), .init(standing.text, standing.style),
        .init(facts.details(vulnerability).joined(separator: "; ")),
      ])
    }
    return table.text(width: width, colouring: colouring)
  }

  private static func undeclared(
    _ report: SoftwareReport, _ width: Int, _ colouring: Colouring
  ) -> String {
    var table = TerminalTable([
      .init("in the SBOM, not declared", limit: 60), .init("version"),
      .init("vulnerabilities", .right),
      .init("purl"),
    ])
    for undeclared in report.undeclared {
      let count = undeclared.vulnerabilities.count
      table.append([
        .init(undeclared.entry.fullName), .init(undeclared.entry.version ?? "–"),
        .init(count == 0 ? "·" : "\(count)", count == 0 ? .frame : .error),
        .init(undeclared.entry.purls.first?.text ?? "–"),
      ])
    }
    return table.text(width: width, colouring: colouring)
  }
}
