// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMScoring
import TMWriting

/// Writes a vector of DREAD or OWASP Risk Rating as `ScoreJSON` says.
enum RatingJSON {
  static func write(_ vector: any RatingVector, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("vector", vector.text)
      writer.field("scheme", vector.scheme.rawValue)
      writer.field("score", vector.score.value)
      writer.field("severity", vector.severity.rawValue)
      writer.field("exploitability", vector.exploitability.rawValue)
      writer.array("results") { writer in
        for (name, text) in vector.results {
          writer.object { writer in
            writer.field("name", name)
            writer.field("text", text)
          }
        }
      }
      writer.array("metrics") { writer in
        for rating in vector.ratings {
          writer.object { writer in
            writer.field("name", rating.name)
            writer.field("title", rating.title)
            writer.field("value", rating.points)
            writer.field("meaning", rating.meaning)
          }
        }
      }
      writer.field("notes", vector.notes)
    }
  }
}
