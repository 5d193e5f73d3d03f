// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
import TMTestSupport
import TMThreats
import Testing

/// The tables of `Cases/reach.md`: which words answer which threats.
@Suite("What answers what, and where")
struct ReachTests {
  private static let file = "Tests/TMThreatsTests/Cases/reach.md"

  @Test("each row of each table answers what it says, and nothing else", arguments: rows())
  func row(_ row: ReachRow) throws {
    let parts = row.model.split(separator: "{}", omittingEmptySubsequences: false)
    let text = parts.joined(separator: row.words)
    let sample = try CompiledSample(text)
    for (id, isAnswered) in row.threats {
      let status = sample.threat(id)?.status
      #expect(
        status == (isAnswered ? .mitigated : .open), "\(id), line \(row.line): \(row.words)")
    }
  }

  @Test("no table is passed over")
  func count() {
    #expect(Self.rows().count > 150)
  }

  /// The rows of all tables, each with the last `tm` block before it.
  private static func rows() -> [ReachRow] {
    guard let text = try? Repository.text(file) else { return [] }
    var rows: [ReachRow] = []
    var model: [String] = []
    var ids: [String] = []
    var isInside = false
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for (index, line) in lines.enumerated() {
      if line.hasPrefix("```") {
        isInside = line == "```tm"
        if isInside { (model, ids) = ([], []) }
      } else if isInside {
        model.append(line)
      } else if line.hasPrefix("| ") {
        let cells = line.dropFirst(2).dropLast(2).split(separator: " | ").map(String.init)
        if cells[0] == "words" {
          ids = Array(cells.dropFirst())
        } else if cells[0] != "---" {
          let answers = zip(ids, cells.dropFirst()).map { ($0, $1 == "yes") }
          rows.append(
            ReachRow(
              line: index + 1, words: String(cells[0].dropFirst().dropLast()),
              model: model.joined(separator: "\n"), threats: answers))
        }
      }
    }
    return rows
  }
}

struct ReachRow: Sendable, CustomTestStringConvertible {
  let line: Int
  let words: String
  let model: String
  let threats: [(id: String, isAnswered: Bool)]

  var testDescription: String { "line \(line): \(words)" }
}
