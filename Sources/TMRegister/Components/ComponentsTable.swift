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
    let rows = facts.ranked.map { row in
      (
        facts.place(row.component), model.path(row.component.entity), row.vulnerability,
        facts.reach(row.component).level.word as String?
      )
    }
    if !rows.isEmpty { parts.append(vulnerabilities(rows, facts, width, colouring)) }
    if selection == .undeclaredToo, !report.undeclared.isEmpty {
      parts.append(undeclared(report, width, colouring))
      let rows = report.undeclared.flatMap { undeclared in
        undeclared.vulnerabilities.map {
          (
            undeclared.element.map { model.path($0) } ?? "not declared", undeclared.entry.fullName,
            $0,
            String?.none
          )
        }
      }
      if !rows.isEmpty { parts.append(vulnerabilities(rows, facts, width, colouring)) }
    }
    parts.append(colouring.paint(facts.summary, .strong) + "\n")
    return parts.joined(separator: "\n") + ComponentFacts.remarks(report)
  }

  private static func components(
    _ facts: ComponentFacts, _ width: Int, _ colouring: Colouring
  ) -> String {
    let hasBill = facts.report.hasBill
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
    _ rows: [(place: String, component: String, vulnerability: Vulnerability, reach: String?)],
    _ facts: ComponentFacts, _ width: Int, _ colouring: Colouring
  ) -> String {
    let hasEPSS = facts.report.hasEPSS
    let hasReach = rows.contains { $0.reach != nil }
    var columns: [TerminalTable.Column] = [
      .init("element"), .init("component"), .init("vulnerability"), .init("score"),
    ]
    if hasEPSS { columns.append(.init("EPSS", .right)) }
    columns.append(.init("state"))
    if hasReach { columns.append(.init("reached", limit: 12)) }
    var table = TerminalTable(columns + [.init("about")])
    for (place, component, vulnerability, reach) in rows {
      let standing = ComponentFacts.standing(vulnerability)
      var cells: [TerminalTable.Cell] = [
        .init(place), .init(component),
        .init(vulnerability.id, vulnerability.exploited == nil ? nil : .error),
        .init(ComponentFacts.score(vulnerability) ?? "–"),
      ]
      if hasEPSS { cells.append(.init(vulnerability.epss?.probability ?? "–")) }
      cells.append(.init(standing.text, standing.style))
      if hasReach { cells.append(.init(reach ?? "–")) }
      table.append(cells + [.init(facts.details(vulnerability).joined(separator: "; "))])
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
