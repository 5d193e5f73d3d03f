// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMFindings
import TMSource
import TMWriting
import Testing

@Suite("The caret stands under its character, wherever that is")
struct CaretPropertyTests {
  /// Numbers that look random and are the same in every run.
  private struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var value = state
      value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
      value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
      return value ^ (value >> 31)
    }
  }

  /// Pieces of a line: what stands in the file, what is shown, and the cells that takes.
  private static let pieces: [(bytes: [UInt8], shown: String, width: Int)] = [
    (Array("a".utf8), "a", 1), (Array("é".utf8), "é", 1), (Array("電".utf8), "電", 2),
    (Array("🚑".utf8), "🚑", 2), (Array("한".utf8), "한", 2), (Array("Ａ".utf8), "Ａ", 2),
    (Array("\u{202E}".utf8), "\\u{202e}", 8), (Array("\u{1B}".utf8), "␛", 1),
    (Array("\u{85}".utf8), "\\u{85}", 6), (Array("e\u{301}".utf8), "e\u{301}", 1),
    ([0xFF], "\u{FFFD}", 1), ([0xE9], "\u{FFFD}", 1), (Array(" ".utf8), " ", 1),
  ]

  @Test("in lines of mixed text", arguments: 0..<60)
  func mixed(seed: Int) throws {
    var generator = Generator(state: UInt64(seed))
    var before: [UInt8] = []
    var cells = 0
    var shown = ""
    var columns = 0
    for _ in 0..<Int.random(in: 0..<12, using: &generator) {
      let piece = try #require(Self.pieces.randomElement(using: &generator))
      before += piece.bytes
      shown += piece.shown
      cells += piece.width
      columns += piece.bytes.count == 3 && piece.width == 1 ? 2 : 1
      if Int.random(in: 0..<5, using: &generator) == 0 {
        before.append(0x09)
        shown += String(repeating: " ", count: 4 - cells % 4)
        cells += 4 - cells % 4
        columns += 1
      }
    }
    let target = try #require(Self.pieces.dropLast().randomElement(using: &generator))
    let endings: [[UInt8]] = [[0x0A], [0x0D, 0x0A], [0x0D]]
    let ending = try #require(endings.randomElement(using: &generator))
    let lines = Int.random(in: 0..<12, using: &generator)
    let start: [UInt8] = (0..<lines).flatMap { _ in [0x78] + ending } + before
    var sample = Sample()
    let file = sample.add("a.tm", bytes: start + target.bytes + [0x78] + ending)
    let label = Label(file.range(start.count, start.count + target.bytes.count))
    let rows = sample.human(Diagnostic("rule", .error, "wrong", at: label))
      .split(separator: "\n").map(String.init)

    let margin = String(lines + 1)
    let blank = String(repeating: " ", count: margin.count)
    #expect(rows[1] == "\(blank)--> a.tm:\(lines + 1):\(columns + 1)")
    #expect(rows[3] == "\(margin) | \(shown)\(target.shown)x")
    let carets = String(repeating: "^", count: target.width)
    #expect(rows[4] == "\(blank) | " + String(repeating: " ", count: cells) + carets)
  }

  @Test("random bytes and ranges give safe text", arguments: 0..<30)
  func randomBytes(seed: Int) throws {
    var generator = Generator(state: UInt64(seed) &* 7919)
    let count = Int.random(in: 0..<6000, using: &generator)
    let bytes = (0..<count).map { _ -> UInt8 in
      Int.random(in: 0..<40, using: &generator) == 0
        ? 0x0A : UInt8.random(in: 0...255, using: &generator)
    }
    var sample = Sample()
    let file = sample.add("a.tm", bytes: seed % 2 == 0 ? bytes : bytes.filter { $0 != 0x0A })
    let size = file.file.bytes.count
    let findings = (0..<20).map { _ -> Diagnostic in
      let start = Int.random(in: 0...size, using: &generator)
      let end = Int.random(in: start...size, using: &generator)
      let edit = Edit(file.range(start, min(end, start + 40)), "\u{1B}x\ny")
      return Diagnostic(
        "rule", .error, "wrong", at: Label(file.range(start, end), "first"),
        secondary: [Label(file.range(start / 2, start), "second"), Label(file.end, "third")],
        fix: Fix("fix", safety: .safe, edits: [edit]))
    }
    let text = HumanDiagnostics.text(
      of: findings, in: sample.sources, extent: .full, colouring: .plain)
    #expect(text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x0A })
    for row in text.split(separator: "\n") { #expect(TerminalText.width(of: String(row)) < 135) }
    #expect(
      text
        == HumanDiagnostics.text(
          of: findings, in: sample.sources, extent: .full, colouring: .plain))
    let marks = text.split(separator: "\n").filter { $0.drop { $0 == " " }.first == "|" }
    #expect(marks.count { $0.contains("^") } == 20)
  }
}
