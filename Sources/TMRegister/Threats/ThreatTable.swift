// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRatings
import TMRisk
import TMScoring
import TMThreats
import TMWriting

/// Prints threats as a table for a terminal, in the order given, with the counts under it.
package enum ThreatTable {
  /// The cells of an id that are shown; a longer one ends in `…`.
  private static let idLimit = 60

  /// The table.
  ///
  /// - Parameters:
  ///   - threats: those to list.
  ///   - register: all of the model, which the counts under the table are about.
  ///   - width: the cells of a line.
  package static func text(
    of threats: [AssessedThreat], from register: [Threat], in model: Model, width: Int,
    colouring: Colouring
  ) -> String {
    let facts = ThreatFacts(model)
    let isRated = threats.contains { $0.initial != nil || $0.residual != nil }
    var table = TerminalTable(
      [.init("id", limit: idLimit), .init("cat"), .init("status")]
        + (isRated ? [.init("score")] : []) + [.init("threat")])
    for assessed in threats {
      let threat = assessed.threat
      table.append(
        [
          .init(threat.id),
          .init(threat.categories.map(\.abbreviation).joined(separator: " ")),
          .init(threat.status.rawValue, threat.status.style),
        ] + (isRated ? [score(assessed)] : []) + [.init(facts.title(threat))])
    }
    guard !threats.isEmpty else { return footer(0, register, model, colouring) }
    let categories = Set(threats.flatMap(\.threat.categories)).sorted()
    return table.text(width: width, colouring: colouring) + "\n"
      + legend(categories, width: width) + footer(threats.count, register, model, colouring)
  }

  /// The score before measures and, behind an arrow, after them, in the colour of what counts now.
  private static func score(_ assessed: AssessedThreat) -> TerminalTable.Cell {
    let scores = [assessed.initial, assessed.residual].compactMap { $0?.score.description }
    let text =
      assessed.initial == nil ? scores.map { "→ \($0)" }.joined() : scores.joined(separator: " → ")
    return .init(text, assessed.current?.severity.style)
  }

  /// What the letters of the categories stand for.
  static func legend(_ categories: [ThreatCategory], width: Int) -> String {
    let letters = categories.map { "\($0.abbreviation) \($0.rawValue)" }
    return TextWrapping.lines(of: letters.joined(separator: ", "), width: width)
      .map { $0 + "\n" }.joined()
  }

  private static func footer(
    _ shown: Int, _ register: [Threat], _ model: Model, _ colouring: Colouring
  ) -> String {
    let summary = ThreatSummary(register, model)
    let selection = shown == summary.total ? "" : "\(shown) of "
    let title = "\(selection)\(summary.total) \(summary.total == 1 ? "threat" : "threats")"
    var text = colouring.paint(title, .strong)
    let statuses = ThreatStatus.allCases.filter { summary.count($0) > 0 }
    let counts = statuses.map { colouring.paint("\(summary.count($0)) \($0.rawValue)", $0.style) }
    if !counts.isEmpty { text += ": " + counts.joined(separator: ", ") }
    return text + "\n" + ThreatAverages.line(summary) + "\n"
  }
}

/// How dense the threats of a model are.
enum ThreatAverages {
  /// "per element 9.3 (4 elements), per flow that crosses a boundary 7.8 (4 flows)": all threats
  /// over the elements, and those about crossing flows over these.
  static func line(_ summary: ThreatSummary) -> String {
    let elements = summary.elements.count
    let flows = summary.crossingFlows.count
    let onFlows = summary.crossingFlows.reduce(0) { $0 + $1.total }
    return "per element \(average(summary.total, elements)) (\(elements) "
      + (elements == 1 ? "element" : "elements")
      + "), per flow that crosses a boundary \(average(onFlows, flows)) (\(flows) "
      + (flows == 1 ? "flow)" : "flows)")
  }

  /// The mean with one digit, rounded half up; `0.0` of nothing.
  static func average(_ total: Int, _ count: Int) -> String {
    guard count > 0 else { return "0.0" }
    let tenths = (total * 20 + count) / (count * 2)
    return "\(tenths / 10).\(tenths % 10)"
  }
}

extension ThreatStatus {
  /// The colour of the status; the word says the same.
  var style: TerminalStyle? {
    switch self {
    case .open: .error
    case .accepted, .transferred: .warning
    case .mitigated, .avoided: .secondary
    case .notApplicable: .frame
    }
  }
}
