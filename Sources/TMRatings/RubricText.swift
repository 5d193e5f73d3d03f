// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMScoring
import TMWriting

/// Prints what the rubric decided for a person at a terminal.
package struct RubricText {
  private let width: Int
  private let colouring: Colouring

  /// Where the texts of a record begin, in cells.
  private static let indent = 13

  /// The evaluations in the order given, and a line that counts them where there are several.
  package static func text(
    of evaluations: [RubricEvaluation], width: Int, colouring: Colouring
  ) -> String {
    let printer = RubricText(width: width, colouring: colouring)
    var text = evaluations.map(printer.text).joined(separator: "\n")
    if evaluations.count > 1 { text += "\n" + summary(evaluations) + "\n" }
    if evaluations.contains(where: { $0.vector.version == .v31 }) {
      text += "\n" + printer.lines(colouring.paint("note", .note) + ": ", 6, qualification)
    }
    return text
  }

  private static let qualification =
    "the rubric is qualified as a Medical Device Development Tool with CVSS 3.0"

  private func text(_ evaluation: RubricEvaluation) -> String {
    let record = evaluation.record
    var text = ""
    if !record.id.isEmpty {
      text += colouring.paint(TerminalText.condensed(record.id, to: 60), .strong)
      if !record.title.isEmpty { text += "  " + TerminalText.condensed(record.title, to: 200) }
      text += "\n"
    }
    text += scored(evaluation.vector, label: "rubric", .strong)
    for decision in evaluation.result.decisions {
      let value = "\(decision.metric.rawValue):\(decision.value)"
      let word = decision.metric.word(decision.value)
      text += row("  \(pad(value, 5))\(pad(word, 10))", 17, decision.reason)
    }
    text += answers(evaluation.result.extendedVector)
    guard let published = record.published else {
      return text + remarks(record.because, label: "because")
    }
    text += scored(published, label: "published", nil)
    return text + comparison(evaluation)
  }

  /// The extended vector, broken between two answers.
  private func answers(_ vector: String) -> String {
    let room = max(width - Self.indent, 20)
    var lines: [String] = [""]
    for piece in vector.split(separator: "/") {
      let last = lines[lines.count - 1]
      if last.isEmpty || last.utf8.count + piece.utf8.count + 2 <= room {
        lines[lines.count - 1] += (last.isEmpty ? "" : "/") + piece
      } else {
        lines[lines.count - 1] += "/"
        lines.append(String(piece))
      }
    }
    return lines.enumerated().map { index, line in
      "  " + pad(index == 0 ? "answers" : "", 11) + line + "\n"
    }.joined()
  }

  private func comparison(_ evaluation: RubricEvaluation) -> String {
    let because = remarks(evaluation.record.because, label: "because")
    guard !evaluation.differences.isEmpty else {
      return row("  " + pad("compared", 11), Self.indent, "the same in all eight metrics") + because
    }
    let pieces = evaluation.differences.map { difference in
      "\(difference.metric.rawValue) is \(difference.rubric) by the rubric and "
        + "\(difference.published) as published"
    }
    var text = row(
      "  " + colouring.paint(pad("compared", 11), .warning), Self.indent,
      pieces.joined(separator: ", "))
    text += because
    if evaluation.isUnexplained {
      text += row(
        "  " + colouring.paint(pad("", 11), nil), Self.indent,
        "nothing says why: add a line `because: …` to the record")
    }
    return text
  }

  private func scored(_ vector: CVSS3Vector, label: String, _ style: TerminalStyle?) -> String {
    let severity = vector.baseSeverity
    return "  " + pad(label, 11) + colouring.paint(pad(vector.text, 44), style)
      + "  \(vector.baseScore) " + colouring.paint(severity.rawValue, severity.style) + "\n"
  }

  private func remarks(_ texts: [String], label: String) -> String {
    texts.enumerated().map { index, text in
      row("  " + pad(index == 0 ? label : "", 11), Self.indent, text)
    }.joined()
  }

  /// A text behind what stands before it, which takes `column` cells.
  private func row(_ before: String, _ column: Int, _ text: String) -> String {
    lines(before, column, text)
  }

  private func lines(_ before: String, _ column: Int, _ text: String) -> String {
    let pieces = TextWrapping.lines(of: text, width: max(width - column, 20))
    return pieces.enumerated().map { index, piece in
      (index == 0 ? before : String(repeating: " ", count: column)) + piece + "\n"
    }.joined()
  }

  private func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(width - text.utf8.count, 0))
  }

  private static func summary(_ evaluations: [RubricEvaluation]) -> String {
    let compared = evaluations.filter { $0.record.published != nil }
    let different = compared.filter { !$0.differences.isEmpty }
    var text = "\(evaluations.count) records"
    if compared.isEmpty { return text }
    text += ": \(compared.count - different.count) as published, \(different.count) differ"
    let open = different.count(where: \.isUnexplained)
    if different.isEmpty { return text }
    return text + (open == 0 ? ", each with its reason" : ", \(open) without a reason")
  }
}

extension CVSS3Vector {
  /// The severity of the base score, which is all that the rubric decides.
  package var baseSeverity: SeverityBand { SeverityBand(baseScore, version.scheme) }
}
