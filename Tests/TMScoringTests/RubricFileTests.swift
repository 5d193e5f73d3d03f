// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMScoring
import Testing

@Suite("Files of answers")
struct RubricFileTests {
  private static let published = "CVSS:3.0/AV:P/AC:L/PR:N/UI:N/S:U/C:N/I:H/A:H"

  private static let complete = """
    XAVN: no
    XAVP: Y
    XACL: YES
    XPRL: N
    XUI: no
    XS: no
    XCT XCD, XCP: NONE
    XCW, XCS, XCO: none
    XIT: high
    XAT: U

    """

  @Test("words in any case, letters, several codes a line, no header")
  func forms() throws {
    let file = RubricFile(Array(Self.complete.utf8))
    #expect(file.faults == [])
    let record = try #require(file.records.first)
    #expect(record.id.isEmpty && file.records.count == 1)
    let result = try #require(record.answers.result)
    #expect(result.vector(.cvss30) == "CVSS:3.0/AV:P/AC:L/PR:N/UI:N/S:U/C:N/I:H/A:H")
  }

  @Test("records with their titles, published vectors and reasons")
  func records() throws {
    let text = """
      # a comment
      [one] A title: with [brackets]
      published: CVSS:3.0/AV:P/AC:L/PR:N/UI:N/S:U/C:N/I:H/A:H
      because: first
      because: second # no comment
      \(Self.complete)
        [two]\r
      \(Self.complete)
      """
    let file = RubricFile(Array(text.utf8))
    #expect(file.faults == [])
    #expect(file.records.map(\.id) == ["one", "two"])
    #expect(file.records[0].title == "A title: with [brackets]")
    #expect(file.records[0].published?.text == "CVSS:3.0/AV:P/AC:L/PR:N/UI:N/S:U/C:N/I:H/A:H")
    #expect(file.records[0].because == ["first", "second # no comment"])
    #expect(file.records[1].published == nil)
  }

  @Test("what is written is read again", arguments: [true, false])
  func roundTrip(_ named: Bool) throws {
    var record = try #require(RubricFile(Array(Self.complete.utf8)).records.first)
    if named {
      record = RubricRecord(
        id: "CVE-1", title: "A\nB", answers: record.answers,
        published: record.published, because: ["x"])
    }
    let again = RubricFile(Array(record.fileText.utf8))
    #expect(again.faults == [])
    #expect(again.records.first?.answers == record.answers)
    #expect(again.records.first?.id == record.id)
    #expect(again.records.first?.because == record.because)
    #expect(again.records.first?.title == record.title.replacing("\n", with: " "))
  }

  @Test(
    "a fault names what is wrong, where, and what would be right",
    arguments: [
      ("", "there are no answers in the file", 0..<0, "one answer a line", nil),
      ("# only\n\n", "there are no answers in the file", 0..<0, "one answer a line", nil),
      ("XAVN NO", "a line is `CODE: ANSWER`, and this has no colon", 0..<7, "`XAVN: NO`", nil),
      ("XAVM: NO", "the rubric has no question `XAVM`", 0..<4, "begin with X", "XAVM"),
      ("becuase: NO", "the rubric has no question `becuase`", 0..<7, "`because`", "BECUASE"),
      (": NO", "the rubric has no question ``", 0..<0, "begin with X", ""),
      ("XAVN: NOPE", "`XAVN` cannot be answered `NOPE`", 6..<10, "`YES`, `NO` and", "NOPE"),
      ("XAVN: HIGH", "`XAVN` cannot be answered `HIGH`", 6..<10, "`YES`, `NO` and", "HIGH"),
      ("XIT: YES", "`XIT` cannot be answered `YES`", 5..<8, "`HIGH`, `LOW`, `NONE`", "YES"),
      ("XAVN:", "`XAVN` has no answer", 0..<4, "`YES`, `NO`", nil),
      ("XAVN: NO\nXAVN: NO", "`XAVN` is answered twice", 9..<13, "leave one", nil),
      ("[a", "the name of the record is not closed", 0..<2, "`[CVE-", nil),
      ("[ ] x", "the record has no name", 0..<3, "`[CVE-", nil),
      ("published:", "the published vector is missing", 0..<9, "CVSS:3.0", nil),
      ("because: ", "the reason is missing", 0..<7, "`because: why`", nil),
      (
        "published: \(published)\npublished: \(published)",
        "the record has two published vectors", 56..<65, "leave one", nil
      ),
      ("published: \(published)/X:1", "`X` is no metric of CVSS 3.0", 56..<57, "", nil),
      (
        "published: AV:N/AC:L/Au:N/C:N/I:N/A:N", "the published vector is one of CVSS 2.0",
        11..<37, "3.0 and 3.1", nil
      ),
      (
        "[a] x\nXAVN: YES", "`a` has no answer to `XAVT`, which decides Attack Vector", 0..<3,
        "or `XAVT: UNKNOWN`", nil
      ),
      ("XAVN: NO", "the file has no answer to `XAVP`, which decides Attack Vector", 0..<8, "", nil),
    ] as [(String, String, Range<Int>, String, String?)])
  func fault(
    _ text: String, _ message: String, _ range: Range<Int>, _ help: String, _ word: String?
  ) throws {
    let file = RubricFile(Array(text.utf8))
    let fault = try #require(file.faults.first)
    #expect(fault.message == message)
    #expect(fault.range == range)
    #expect(help.isEmpty || fault.help.contains(help), "\(fault.help)")
    #expect(fault.unknown?.word == word)
  }

  @Test("two records of one name are a fault, and each fault of a file is told")
  func several() {
    let text = "[a]\n\(Self.complete)[a]\n\(Self.complete)XQ: 1\nXQ2: 1\n"
    let faults = RubricFile(Array(text.utf8)).faults.map(\.message)
    #expect(
      faults == [
        "there are two records `a`", "the rubric has no question `XQ`",
        "the rubric has no question `XQ2`",
      ])
  }

  @Test("no bytes crash it, and the number of faults is bounded")
  func anyBytes() {
    var bytes: [UInt8] = []
    var state: UInt32 = 7
    for _ in 0..<20_000 {
      state = state &* 1_664_525 &+ 1_013_904_223
      let letters = Array("X[]:,#\n AVNYUé\r\t".utf8)
      bytes.append(
        state & 0x100 == 0 ? letters[Int(state >> 16) % letters.count] : UInt8(state >> 24))
    }
    let file = RubricFile(bytes)
    #expect(!file.faults.isEmpty && file.faults.count <= 100)
    for fault in file.faults { #expect(fault.range.upperBound <= bytes.count) }
  }
}
