// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMComponents
import TMModel
import TMWriting

/// Writes the software of others as tables in Markdown, for a document or a pull request.
package enum ComponentsMarkdown {
  package static func text(of report: SoftwareReport, in model: Model) -> String {
    let facts = ComponentFacts(model: model, report: report)
    var lines = [
      "| element | component | version | support | end of support | in SBOM |",
      "| --- | --- | --- | --- | --- | --- |",
    ]
    for component in report.components {
      lines.append(
        row([
          facts.place(component), model.title(component.entity), facts.version(component) ?? "–",
          facts.support(component) ?? "–", facts.end(component)?.text ?? "–",
          facts.inBill(component)?.text ?? "–",
        ]))
    }
    if report.hasVulnerabilities {
      let epss = report.hasEPSS
      lines += [
        "",
        "| element | component | vulnerability | score |\(epss ? " EPSS |" : "") state | reached | about |",
        "| --- | --- | --- | --- |\(epss ? " --- |" : "") --- | --- | --- |",
      ]
      for (component, vulnerability) in facts.ranked {
        lines.append(
          row(
            [
              facts.place(component), model.title(component.entity), vulnerability.id,
              ComponentFacts.score(vulnerability) ?? "–",
            ] + (epss ? [vulnerability.epss?.probability ?? "–"] : []) + [
              ComponentFacts.standing(vulnerability).text, facts.reach(component).level.word,
              facts.details(vulnerability).joined(separator: "; "),
            ]))
      }
    }
    return lines.joined(separator: "\n") + "\n\n" + escaped(facts.summary) + "\n"
      + facts.report.remarks.map { "\n" + escaped($0) + ".\n" }.joined()
  }

  private static func row(_ cells: [String]) -> String {
    "| " + cells.map(escaped).joined(separator: " | ") + " |"
  }

  /// Text on one line in which no sign means anything to Markdown or HTML.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in TerminalText.sanitised(text).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\\", "`", "*", "_", "[", "]", "|", "#", "~", "!": result += "\\\(scalar)"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
