// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMRatings
import TMScoring
import TMWriting
import Testing

@Suite("Scores for a person")
struct ScoreTextTests {
  private static let second = "AV:A/AC:M/Au:N/C:P/I:C/A:P/E:POC/CDP:H"
  private static let third = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/E:P/MAV:L"
  private static let fourth =
    "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H/E:A/MSI:S/S:P"

  @Test("a narrow terminal gets narrow lines", arguments: [second, third, fourth], [40, 60, 80])
  func narrow(_ vector: String, _ width: Int) throws {
    let text = ScoreText.text(
      of: try ScoreVector(parsing: vector), width: width, colouring: .plain)
    // The vector stands on a line of its own, to be copied whole; so does what the score rests on.
    for line in text.split(separator: "\n").dropFirst(3) {
      #expect(TerminalText.width(of: String(line)) <= width, "\(line)")
    }
    #expect(!text.contains("\u{1B}"))
  }

  @Test("colour changes no letter", arguments: [second, third, fourth]) func colour(
    _ vector: String
  )
    throws
  {
    let read = try ScoreVector(parsing: vector)
    let plain = ScoreText.text(of: read, width: 80, colouring: .plain)
    let painted = ScoreText.text(of: read, width: 80, colouring: .ansi)
    #expect(painted.contains("\u{1B}["))
    #expect(painted.replacing(#/\u{1B}\[[0-9;]*m/#, with: "") == plain)
  }

  @Test(
    "a bar is as long as its score",
    arguments: [("AV:N/AC:L/Au:N/C:N/I:N/A:N", 0, 20), ("AV:N/AC:L/Au:N/C:C/I:C/A:C", 20, 0)])
  func bar(_ vector: String, _ full: Int, _ empty: Int) throws {
    let text = ScoreText.text(
      of: try ScoreVector(parsing: vector), width: 120, colouring: .plain)
    #expect(text.count { $0 == "█" } == full)
    #expect(text.count { $0 == "░" } == empty)
  }

  @Test("the mark stands under the fault, also behind wide and hidden characters")
  func mark() throws {
    let vector = "CVSS:3.1/AV:\u{65E5}\u{202E}/AC:L"
    let fault = try #require(throws: VectorFault.self) { try ScoreVector(parsing: vector) }
    let text = VectorFaultText.text(of: fault, in: vector, colouring: .plain)
    let lines = text.split(separator: "\n").map(String.init)
    #expect(lines[2] == "  | CVSS:3.1/AV:\u{65E5}\\u{202e}/AC:L")
    #expect(lines[3] == "  |             " + String(repeating: "^", count: 10))
  }
}
