// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMScoring
import TMWriting

/// Prints one CVSS vector for a person: score, severity, a bar a group, and each metric in words.
package enum CVSSScoreText {
  package static func text(
    of vector: any CVSSVector, width: Int, colouring: Colouring
  ) -> String {
    var output = vector.text + "\n\n"
    output += colouring.paint("\(vector.score) \(vector.severity.rawValue)", .strong) + "\n"
    output += basis(of: vector) + ", exploitability \(vector.exploitability.rawValue)\n\n"
    var bars = ScoreBarTable()
    for group in vector.groupScores {
      bars.append(group.name, group.score, SeverityBand(group.score, vector.version.scheme))
    }
    output += bars.text(width: width, colouring) + "\n"
    output += metrics(of: vector).text(width: width, colouring: colouring) + "\n"
    let legend = "adds: how far the score falls with this metric alone at its most harmless value"
    for line in TextWrapping.lines(of: legend, width: width) { output += line + "\n" }
    return output
  }

  /// The version and what the score rests on.
  static func basis(of vector: any CVSSVector) -> String {
    guard let fourth = vector as? CVSS4Vector else { return vector.version.title }
    return "\(fourth.version.title), \(fourth.nomenclature), macrovector \(fourth.macroVector)"
  }

  private static func metrics(of vector: any CVSSVector) -> TerminalTable {
    var table = TerminalTable([
      .init("metric"), .init("adds", .right), .init("meaning"),
    ])
    let contributions = vector.contributions
    for choice in vector.choices {
      let fall = contributions.first { $0.choice.slot == choice.slot }?.fall
      table.append([
        .init("\(choice.metric.name):\(choice.valueName(in: vector.version))"),
        .init(fall.map(\.description) ?? "–", fall.map { $0.tenths == 0 ? .frame : .strong }),
        .init("\(choice.metric.title): \(words(choice.value))" + overriding(choice, in: vector)),
      ])
    }
    return table
  }

  /// Says that a modified metric counts in place of a base one.
  private static func overriding(_ choice: CVSSChoice, in vector: any CVSSVector) -> String {
    guard
      let slot = vector.version.metrics.firstIndex(where: { $0.name == "M" + choice.metric.name }),
      vector.selection[slot] != nil
    else { return "" }
    return "; \(vector.version.metrics[slot].name) counts instead"
  }

  private static func words(_ value: CVSSMetric.Value?) -> String {
    value.map { "\($0.word) – \($0.meaning)" } ?? "not defined"
  }
}
