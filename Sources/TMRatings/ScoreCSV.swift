// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMScoring
import TMWriting

/// Writes scores of vectors as CSV, one record a vector, with the columns `vector`, `base`,
/// `temporal`, `environmental`, `score`, `severity` and `error`.
///
/// `score` is the one that counts. The three before it are those of CVSS 2 and 3: of CVSS 2.0 the
/// groups that are defined, of CVSS 3 all three; CVSS 4.0, DREAD and OWASP have none. A vector that is wrong has `error` alone. Fields are
/// written as `CSVWriter` says.
package struct ScoreCSV {
  private var writer = CSVWriter()

  package init() {
    writer.record([
      "vector", "base", "temporal", "environmental", "score", "severity", "error",
    ])
  }

  /// How many bytes wait to be taken.
  package var count: Int { writer.bytes.count }

  package mutating func takeBytes() -> [UInt8] { writer.takeBytes() }

  /// Writes the record of a vector, right or wrong; answers whether it is right.
  package mutating func score(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    do throws(VectorFault) {
      append(try ScoreVector(parsing: bytes), bytes)
      return true
    } catch {
      append(error, in: String(decoding: bytes, as: UTF8.self))
      return false
    }
  }

  /// Writes the record of a vector, right or wrong; answers whether it is right.
  package mutating func score(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { score($0) }
  }

  /// Writes the record of a vector that has been read from `bytes`.
  private mutating func append(_ vector: ScoreVector, _ bytes: UnsafeBufferPointer<UInt8>) {
    // A vector that was read has no byte that CSV would quote.
    writer.plain(bytes)
    switch vector {
    case .cvss2(let vector):
      append(vector.baseScore)
      append(vector.temporalScore)
      append(vector.environmentalScore)
    case .cvss3(let vector):
      append(vector.baseScore)
      append(vector.temporalScore)
      append(vector.environmentalScore)
    case .cvss4, .dread, .owasp:
      for _ in 0..<3 { append(nil) }
    }
    append(vector.score)
    writer.comma()
    writer.plain(vector.severity.rawValue)
    writer.comma()
    writer.endRecord()
  }

  /// Writes the record of a vector that is wrong.
  private mutating func append(_ fault: VectorFault, in vector: String) {
    writer.record([
      .text(vector), .empty, .empty, .empty, .empty, .empty,
      .text("\(fault.message); \(fault.help)"),
    ])
  }

  private mutating func append(_ score: Score?) {
    writer.comma()
    guard let score else { return }
    writer.plain(score.description)
  }
}
