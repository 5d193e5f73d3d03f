// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMScoring
import Testing

@Suite("Vectors of schemes other than CVSS")
struct RatingVectorTests {
  @Test(
    "a text is read as the scheme that it begins like",
    arguments: [
      ("DREAD:0-10/D:10/R:10/E:5/A:5/Di:5", ScoringScheme.dread, "7.0"),
      (
        "OWASP/SL:1/M:1/O:0/S:2/ED:1/EE:1/A:1/ID:1/FD:1/RD:1/NC:2/PV:3", .owasp, "0.0"
      ),
      ("(SL:1/M:1/O:0/S:2/ED:1/EE:1/A:1/ID:1/FD:1/RD:1/NC:2/PV:3)", .owasp, "0.0"),
      ("SL:1/M:1/O:0/S:2/ED:1/EE:1/A:1/ID:1/FD:1/RD:1/NC:2/PV:3", .owasp, "0.0"),
      ("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", .cvss31, "9.8"),
      ("AV:N/AC:L/Au:N/C:C/I:C/A:C", .cvss20, "10.0"),
    ])
  func schemes(_ text: String, _ scheme: ScoringScheme, _ score: String) throws {
    let vector = try ScoreVector(parsing: text)
    #expect(vector.scheme == scheme)
    #expect(vector.score.description == score)
    #expect((vector.cvss == nil) == (vector.rating != nil))
    #expect(try ScoreVector(parsing: vector.text) == vector, "the canonical text reads the same")
    if let rating = vector.rating {
      #expect(rating.severity == vector.severity && rating.exploitability == vector.exploitability)
      #expect(!rating.ratings.isEmpty && !rating.results.isEmpty && !rating.notes.isEmpty)
    }
  }

  @Test(
    "exploitability of DREAD is its `E`, in thirds of the scale",
    arguments: [
      ("0-10", [0, 3], ExploitabilityLevel.low), ("0-10", [4, 6], .medium),
      ("0-10", [7, 10], .high),
      ("1-3", [1], .low), ("1-3", [2], .medium), ("1-3", [3], .high),
      ("1-10", [1, 3], .low), ("1-10", [4, 6], .medium), ("1-10", [7, 10], .high),
    ])
  func dread(_ scale: String, _ values: [Int], _ level: ExploitabilityLevel) throws {
    for value in values {
      let vector = try DreadVector("DREAD:\(scale)/D:1/R:1/E:\(value)/A:1/Di:1")
      #expect(vector.exploitability == level, "\(value)")
    }
  }

  @Test("discoverability is said to be read in one of two ways")
  func note() throws {
    let vector = try DreadVector("DREAD:0-10/D:1/R:1/E:1/A:1/Di:1")
    #expect(vector.notes.contains { $0.contains("how easily the weakness is found") })
  }
}
