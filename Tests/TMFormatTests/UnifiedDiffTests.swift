// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMFormat
import TMTestSupport
import Testing

@Suite("Unified diff")
struct UnifiedDiffTests {
  @Test("Equal texts have no hunks")
  func equal() {
    #expect(diff("a\nb\n", "a\nb\n").isEmpty)
    #expect(diff("", "").isEmpty)
  }

  @Test("Changes come with three lines of context, in a hunk for each neighbourhood")
  func hunks() {
    let old = (1...20).map { "\($0)\n" }.joined()
    let new = old.replacing("4\n5\n", with: "four\n5\nfive and a half\n", maxReplacements: 1)
      .replacing("17\n", with: "")
    #expect(
      diff(old, new) == """
        --- old
        +++ new
        @@ -1,8 +1,9 @@
         1
         2
         3
        -4
        +four
         5
        +five and a half
         6
         7
         8
        @@ -14,7 +15,6 @@
         14
         15
         16
        -17
         18
         19
         20

        """)
  }

  @Test("A missing last line ending is told")
  func missingNewline() {
    #expect(
      diff("a\nb", "a\nb\n")
        == "--- old\n+++ new\n@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+b\n")
    #expect(diff("", "a\n") == "--- old\n+++ new\n@@ -0,0 +1 @@\n+a\n")
    #expect(diff("a\n", "") == "--- old\n+++ new\n@@ -1 +0,0 @@\n-a\n")
  }

  @Test("Applied to the old text, the hunks give the new one")
  func application() {
    var random = SeededGenerator(seed: 5)
    for length in 0..<200 {
      let old = randomText(lines: length % 40, &random)
      let new = randomText(lines: length / 5, &random)
      #expect(apply(UnifiedDiff(from: old, to: new), to: old) == new)
    }
  }

  @Test(
    "Two changes share a hunk up to six kept lines between them, three of context for each",
    arguments: [(5, 1), (6, 1), (7, 2), (8, 2)])
  func neighbourhoods(_ between: Int, _ hunks: Int) {
    let middle = (0..<between).map { "\($0)\n" }.joined()
    let old = "a\n\(middle)b\n"
    let new = "A\n\(middle)B\n"
    let diff = UnifiedDiff(from: Array(old.utf8), to: Array(new.utf8))
    #expect(diff.hunks.count == hunks)
    #expect(apply(diff, to: Array(old.utf8)) == Array(new.utf8))
  }

  @Test("Texts of 40,000 lines are compared in a moment, however different")
  func largeTexts() {
    let old = Array(String(repeating: "a\nb\n", count: 20_000).utf8)
    let new = Array(String(repeating: "b\nc\nd\n", count: 15_000).utf8)
    #expect(apply(UnifiedDiff(from: old, to: new), to: old) == new)
  }

  private func diff(_ old: String, _ new: String) -> String {
    let diff = UnifiedDiff(from: Array(old.utf8), to: Array(new.utf8))
    return String(decoding: diff.text(oldName: "old", newName: "new"), as: UTF8.self)
  }

  private func randomText(lines: Int, _ random: inout SeededGenerator) -> [UInt8] {
    var text: [UInt8] = []
    for _ in 0..<lines { text += "\(Int.random(in: 0..<12, using: &random))\n".utf8 }
    if Bool.random(using: &random) { text += "end".utf8 }
    return text
  }

  /// The text after the hunks: their kept and added lines in the place of their old lines.
  private func apply(_ diff: UnifiedDiff, to old: [UInt8]) -> [UInt8] {
    var lines: [[UInt8]] = [[]]
    for byte in old {
      lines[lines.count - 1].append(byte)
      if byte == 0x0A { lines.append([]) }
    }
    var result: [UInt8] = []
    var position = 0
    for hunk in diff.hunks {
      for line in lines[position..<hunk.old.lowerBound] { result += line }
      for line in hunk.lines where line.change != .removed {
        result += line.bytes
        if !line.endsWithoutNewline { result.append(0x0A) }
      }
      position = hunk.old.upperBound
    }
    for line in lines[position...] { result += line }
    return result
  }
}
