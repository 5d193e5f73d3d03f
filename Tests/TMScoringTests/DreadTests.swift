// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMScoring
import Testing

@Suite("DREAD with its scale")
struct DreadTests {
  /// The worked examples of the Playbook are the first two.
  private static let worked: [(String, String, SeverityBand, String)] = [
    ("DREAD:0-10/D:10/R:10/E:5/A:5/Di:5", "7.0", .high, "mean 7.0 of 0.0 to 10.0"),
    ("DREAD:0-10/D:10/R:10/E:10/A:10/Di:5", "9.0", .high, "mean 9.0 of 0.0 to 10.0"),
    ("DREAD:0-10/D:0/R:0/E:0/A:0/Di:0", "0.0", .low, "mean 0.0 of 0.0 to 10.0"),
    ("DREAD:0-10/D:1/R:0/E:0/A:0/Di:0", "0.2", .low, "mean 0.2 of 0.0 to 10.0"),
    ("DREAD:0-10/D:9/R:10/E:0/A:0/Di:0", "3.8", .low, "mean 3.8 of 0.0 to 10.0"),
    ("DREAD:0-10/D:10/R:10/E:0/A:0/Di:0", "4.0", .medium, "mean 4.0 of 0.0 to 10.0"),
    ("DREAD:0-10/D:10/R:10/E:10/A:4/Di:0", "6.8", .medium, "mean 6.8 of 0.0 to 10.0"),
    ("DREAD:1-3/D:1/R:1/E:1/A:1/Di:1", "0.0", .low, "sum 5 of 5 to 15"),
    ("DREAD:1-3/D:3/R:1/E:1/A:1/Di:1", "2.0", .low, "sum 7 of 5 to 15"),
    ("DREAD:1-3/D:3/R:2/E:1/A:1/Di:1", "3.0", .medium, "sum 8 of 5 to 15"),
    ("DREAD:1-3/D:3/R:3/E:3/A:1/Di:1", "6.0", .medium, "sum 11 of 5 to 15"),
    ("DREAD:1-3/D:3/R:3/E:3/A:2/Di:1", "7.0", .high, "sum 12 of 5 to 15"),
    ("DREAD:1-3/D:3/R:3/E:3/A:3/Di:3", "10.0", .high, "sum 15 of 5 to 15"),
    ("DREAD:1-10/D:1/R:1/E:1/A:1/Di:1", "1.0", .low, "sum 5 of 5 to 50"),
    ("DREAD:1-10/D:6/R:1/E:1/A:1/Di:1", "2.0", .low, "sum 10 of 5 to 50"),
    ("DREAD:1-10/D:7/R:1/E:1/A:1/Di:1", "2.2", .medium, "sum 11 of 5 to 50"),
    ("DREAD:1-10/D:10/R:10/E:2/A:1/Di:1", "4.8", .medium, "sum 24 of 5 to 50"),
    ("DREAD:1-10/D:10/R:10/E:3/A:1/Di:1", "5.0", .high, "sum 25 of 5 to 50"),
    ("DREAD:1-10/D:10/R:10/E:10/A:8/Di:1", "7.8", .high, "sum 39 of 5 to 50"),
    ("DREAD:1-10/D:10/R:10/E:10/A:9/Di:1", "8.0", .critical, "sum 40 of 5 to 50"),
    ("DREAD:1-10/D:10/R:10/E:10/A:10/Di:10", "10.0", .critical, "sum 50 of 5 to 50"),
  ]

  @Test("score, severity and the result in the scale's own terms", arguments: worked)
  func score(_ text: String, _ score: String, _ severity: SeverityBand, _ result: String) throws {
    let vector = try DreadVector(text)
    #expect(vector.score.description == score)
    #expect(vector.severity == severity)
    #expect(vector.result == result)
    #expect(vector.description == text)
  }

  @Test("metrics stand in any order and are written in theirs")
  func order() throws {
    let vector = try DreadVector("DREAD:0-10/Di:1/A:2/E:3/R:4/D:5")
    #expect(vector.description == "DREAD:0-10/D:5/R:4/E:3/A:2/Di:1")
    #expect(vector[.damage] == 5 && vector[.discoverability] == 1)
  }

  @Test(
    "a fault names what is wrong, where, and what would be right",
    arguments: [
      ("", "a DREAD vector begins with `DREAD:` and its scale", 0..<0, "such as `DREAD:"),
      ("DREAD", "a DREAD vector begins with `DREAD:` and its scale", 0..<5, "such as"),
      ("DREAD:", "the scale is missing", 6..<6, "`0-10`, `1-3` and `1-10`"),
      ("DREAD:1-5/D:1", "DREAD has no scale `1-5` here", 6..<9, "`0-10`, `1-3` and `1-10`"),
      ("DREAD:0-10", "the vector has no metrics", 10..<10, "`D:10`"),
      ("DREAD:0-10/", "the vector has no metrics", 11..<11, "`D:10`"),
      ("DREAD:0-10/D:1//E:1", "there is nothing between two slashes", 15..<15, "one `/`"),
      ("DREAD:0-10/D:1/", "there is nothing between two slashes", 15..<15, "one `/`"),
      ("DREAD:0-10/D", "`D` has no value", 11..<12, "`D:10`"),
      ("DREAD:0-10/D:1", "`R`, `E`, `A` and `Di` are missing", 14..<14, "reliably"),
      ("DREAD:0-10/D:/R:1/E:1/A:1/Di:1", "`D` has no value", 13..<13, "from 0 to 10"),
      ("DREAD:0-10/D:11/R:1/E:1/A:1/Di:1", "`D` cannot be `11`", 13..<15, "from 0 to 10"),
      ("DREAD:0-10/D:01/R:1/E:1/A:1/Di:1", "`D` cannot be `01`", 13..<15, "from 0 to 10"),
      ("DREAD:0-10/D:+1/R:1/E:1/A:1/Di:1", "`D` cannot be `+1`", 13..<15, "from 0 to 10"),
      ("DREAD:0-10/D:x/R:1/E:1/A:1/Di:1", "`D` cannot be `x`", 13..<14, "from 0 to 10"),
      ("DREAD:1-3/D:0/R:1/E:1/A:1/Di:1", "`D` cannot be `0`", 12..<13, "from 1 to 3"),
      ("DREAD:1-10/D:0/R:1/E:1/A:1/Di:1", "`D` cannot be `0`", 13..<14, "from 1 to 10"),
      ("DREAD:1-3/D:1/R:1/E:1/A:1/DI:1", "DREAD has no metric `DI`", 26..<30, "write `Di`"),
      ("DREAD:1-3/D:1/X:1", "DREAD has no metric `X`", 14..<17, "`D`, `R`, `E`, `A` and `Di`"),
      ("DREAD:1-3/D:1/R:1/D:1", "`D` stands twice", 18..<21, "leave one"),
      ("DREAD:1-3/D:1/R:1/E:1/A:1", "`Di` is missing", 25..<25, "easily the weakness is found"),
    ])
  func fault(_ text: String, _ message: String, _ range: Range<Int>, _ help: String) throws {
    let fault = try #require(throws: VectorFault.self) { try DreadVector(text) }
    #expect(fault.message == message)
    #expect(fault.range == range)
    #expect(fault.help.contains(help), "\(fault.help)")
  }

  @Test("one value more never lowers a score or a severity", arguments: DreadScale.allCases)
  func monotone(_ scale: DreadScale) {
    let sums = (5 * scale.values.lowerBound)...(5 * scale.values.upperBound)
    for sum in sums.dropFirst() {
      #expect(scale.score(ofSum: sum) > scale.score(ofSum: sum - 1))
      #expect(scale.severity(ofSum: sum) >= scale.severity(ofSum: sum - 1))
    }
    #expect(scale.score(ofSum: sums.upperBound) == Score(tenths: 100))
  }
}
