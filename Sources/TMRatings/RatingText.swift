// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMScoring
import TMWriting

/// Prints a vector of DREAD or OWASP Risk Rating for a person.
enum RatingText {
  static func text(of vector: any RatingVector, width: Int, colouring: Colouring) -> String {
    var output = vector.text + "\n\n"
    output += colouring.paint("\(vector.score) \(vector.severity.rawValue)", .strong) + "\n"
    output += "\(vector.scheme.title), exploitability \(vector.exploitability.rawValue)\n\n"
    var bars = ScoreBarTable()
    bars.append("score", vector.score, vector.severity)
    output += bars.text(width: width, colouring) + "\n"
    let names = vector.results.map { $0.name.utf8.count }.max() ?? 0
    for (name, text) in vector.results {
      let space = String(repeating: " ", count: names - name.utf8.count + 2)
      output += name + space + text + "\n"
    }
    var table = TerminalTable([.init("metric"), .init("title"), .init("meaning")])
    for rating in vector.ratings {
      table.append([
        .init("\(rating.name):\(rating.points)"), .init(rating.title), .init(rating.meaning),
      ])
    }
    output += "\n" + table.text(width: width, colouring: colouring) + "\n"
    for note in vector.notes { output += Self.note(note, width, colouring) }
    return output
  }

  static func note(_ text: String, _ width: Int, _ colouring: Colouring) -> String {
    let lines = TextWrapping.lines(of: text, width: max(width - 6, 20))
    return lines.enumerated().map { index, line in
      (index == 0 ? colouring.paint("note", .note) + ": " : "      ") + line + "\n"
    }.joined()
  }
}
