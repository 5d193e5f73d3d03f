// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMRatings
import TMScoring
import TMWriting

/// `tm score -`: one vector a line of standard input, answered as they come.
struct ScoreStream {
  private static let pieceSize = 1 << 18

  private let console: Console

  init(_ console: Console) { self.console = console }

  /// Scores all lines; a line that is no vector makes the status 1.
  func run(_ format: ScoreCommand.Format) throws -> ExitStatus {
    switch format {
    case .human: try human()
    case .csv: try csv()
    case .json: try json()
    }
  }

  private func csv() throws -> ExitStatus {
    var csv = ScoreCSV()
    var status = ExitStatus.clean
    try LineReader.forEachLine { line in
      if !csv.score(line) { status = .findings }
      if csv.count >= Self.pieceSize { try console.output.write(csv.takeBytes()) }
    }
    try console.output.write(csv.takeBytes())
    return status
  }

  private func json() throws -> ExitStatus {
    var writer = JSONWriter(.pretty)
    var status = ExitStatus.clean
    try writer.array { writer in
      try LineReader.forEachLine { line in
        do throws(VectorFault) {
          ScoreJSON.write(try ScoreVector(parsing: line), to: &writer)
        } catch {
          status = .findings
          ScoreJSON.write(error, in: String(decoding: line, as: UTF8.self), to: &writer)
        }
        guard writer.byteCount >= Self.pieceSize else { return }
        try console.output.write(writer.takeBytes())
      }
    }
    try console.output.write(writer.takeBytes())
    return status
  }

  private func human() throws -> ExitStatus {
    var status = ExitStatus.clean
    var number = 0
    try LineReader.forEachLine { line in
      number += 1
      let text = String(decoding: line, as: UTF8.self)
      let answer: String
      do throws(VectorFault) {
        let vector = try ScoreVector(parsing: line)
        answer = ScoreLine.text(of: vector, text, colouring: console.outputColouring)
      } catch {
        status = .findings
        answer = ScoreLine.text(
          of: error, text, number: number, colouring: console.outputColouring)
      }
      try console.output.show(answer)
    }
    return status
  }
}
