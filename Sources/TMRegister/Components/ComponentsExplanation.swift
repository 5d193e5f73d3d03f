// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMComponents
import TMModel
import TMSyntax
import TMWriting

/// Says of one vulnerability where it is in the system, how somebody gets there, and what lies behind it.
package enum ComponentsExplanation {
  /// How many ways of each component are written out.
  private static let shownWays = 5

  /// Nil where no component has the vulnerability.
  ///
  /// - Parameter id: its CVE id or another one, in any case.
  package static func text(
    of id: String, _ report: SoftwareReport, in model: Model
  ) -> String? {
    let facts = ComponentFacts(model: model, report: report)
    let wanted = id.uppercased()
    var parts: [String] = []
    for (component, vulnerability) in facts.ranked
    where ([vulnerability.id] + vulnerability.aliases).contains(where: { $0.uppercased() == wanted }
    ) {
      parts.append(text(component, vulnerability, facts))
    }
    for undeclared in report.undeclared {
      for vulnerability in undeclared.vulnerabilities
      where ([vulnerability.id] + vulnerability.aliases).contains(where: {
        $0.uppercased() == wanted
      }) {
        parts.append(
          TerminalText.sanitised(
            "\(vulnerability.id) in \(undeclared.entry.fullName) "
              + "\(undeclared.entry.version ?? "without a version"), which no component declares: where "
              + "it is in the system is not known") + "\n")
      }
    }
    return parts.isEmpty ? nil : parts.joined(separator: "\n")
  }

  private static func text(
    _ component: SoftwareReport.Component, _ vulnerability: Vulnerability, _ facts: ComponentFacts
  ) -> String {
    let model = facts.model
    let reach = facts.reach(component)
    var lines = [
      "\(vulnerability.id) in component \(model.path(component.entity)) "
        + "(\(model.title(component.entity)) \(facts.version(component) ?? "without a version"))",
      "  state       \(ComponentFacts.standing(vulnerability).text)",
    ]
    if let score = ComponentFacts.score(vulnerability) { lines.append("  score       \(score)") }
    if let epss = vulnerability.epss {
      lines.append(
        "  EPSS        \(epss.probability)"
          + (epss.percentile.map { ", percentile \($0)" } ?? ""))
    }
    lines.append("  matched by  \(vulnerability.basis.rawValue)")
    let details = facts.details(vulnerability)
    if !details.isEmpty { lines.append("  about       \(details.joined(separator: "; "))") }
    if let element = component.place {
      let zone = model.zone(element).map { ", zone \($0)" } ?? ", in no zone"
      let trust = model.trust(element).map { ", trust \(number($0))" } ?? ""
      lines.append(
        "  element     \(model[element].keyword.word) \(model.path(element))\(zone)\(trust)")
    }
    lines.append("  reached     \(Self.words(reach.level))")
    for way in reach.ways.prefix(shownWays) { lines.append("    \(text(way, model))") }
    if reach.ways.count > shownWays {
      lines.append("    and from \(reach.ways.count - shownWays) more elements")
    }
    lines.append(list("  interfaces ", reach.interfaces, model))
    lines.append(list("  assets     ", reach.assets, model))
    lines.append(list("  hazards    ", reach.hazards, model))
    return lines.map { TerminalText.sanitised($0) }.joined(separator: "\n") + "\n"
  }

  private static func text(_ way: Reachability.Way, _ model: Model) -> String {
    var text = ""
    for (place, element) in way.elements.enumerated() {
      if place > 0 { text += " -(\(model.path(way.flows[place - 1])))-> " }
      text += model.path(element)
      if place == 0 {
        text +=
          " (" + (model.zone(element) ?? "no zone")
          + (model.trust(element).map { ", trust \(number($0))" } ?? "") + ")"
      }
    }
    return text
  }

  private static func list(_ head: String, _ ids: [EntityID], _ model: Model) -> String {
    "\(head) "
      + (ids.isEmpty ? "none in the model" : ids.map { model.path($0) }.joined(separator: ", "))
  }

  private static func words(_ level: Reachability.Level) -> String {
    switch level {
    case .none: "by no flow and no open interface of the model"
    case .equal: "from its own zone"
    case .lessTrusted: "from a less trusted zone"
    case .open: "from a public zone"
    }
  }

  private static func number(_ trust: Double) -> String {
    trust == trust.rounded() ? "\(Int(trust))" : "\(trust)"
  }
}
