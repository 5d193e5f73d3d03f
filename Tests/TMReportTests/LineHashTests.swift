// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Testing
@testable import TMFindings

/// The hash of a line is GitHub's: the inputs and hashes are those that its upload action publishes as tests.
@Suite("Line hashes")
struct LineHashTests {
  struct Vector: Sendable, CustomStringConvertible {
    let text: String
    let hashes: [String]
    var description: String { text.debugDescription }
  }

  private static let greetings = [
    "e9496ae3ebfced30:1", "fb7c023a8b9ccb3f:1", "ce8ba1a563dcdaca:1", "e20e36e16fcb0cc8:1",
    "b3edc88f2938467e:1", "c8e28b0b4002a3a0:1", "c129715d7a2bc9a3:1",
  ]

  static let vectors = [
    Vector(text: "", hashes: ["c129715d7a2bc9a3:1"]),
    Vector(
      text: " a\nb\n  \t\tc\n d",
      hashes: [
        "271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1",
      ]),
    Vector(
      text: " hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End",
      hashes: [
        "8b7cf3e952e7aeb2:1", "b1ae1287ec4718d9:1", "bff680108adb0fcc:1", "c6805c5e1288b612:1",
        "b86d3392aea1be30:1", "e6ceba753e1a442:1",
      ]),
    Vector(text: " hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End\n", hashes: greetings),
    Vector(text: " hello; \t\nworld!!!\r\r\r  \t\tGreetings\r End\r", hashes: greetings),
    Vector(
      text: " hello; \t\r\nworld!!!\r\n\r\n\r\n  \t\tGreetings\r\n End\r\n", hashes: greetings),
    Vector(text: " hello; \t\nworld!!!\r\n\n\r  \t\tGreetings\r End\r\n", hashes: greetings),
    Vector(
      text: String(repeating: "Lorem ipsum dolor sit amet.\n", count: 10),
      hashes: [
        "a7f2ff13bc495cf2:1", "a7f2ff13bc495cf2:2", "a7f2ff13bc495cf2:3", "a7f2ff13bc495cf2:4",
        "a7f2ff13bc495cf2:5", "a7f2ff13bc495cf2:6", "a7f2ff1481e87703:1", "a9cf91f7bbf1862b:1",
        "55ec222b86bcae53:1", "cc97dc7b1d7d8f7b:1", "c129715d7a2bc9a3:1",
      ]),
  ]

  @Test("equal the published ones", arguments: vectors)
  func published(_ vector: Vector) {
    #expect(LineHash.all(of: Array(vector.text.utf8)) == vector.hashes)
  }

  @Test("stay the same where lines far away come and go")
  func positionFree() {
    let lines = (0..<60).map { "line number \($0) of a longer text" }
    let before = LineHash.all(of: Array(lines.joined(separator: "\n").utf8))
    let moved = ["// new", "", "// newer"] + lines
    let after = LineHash.all(of: Array(moved.joined(separator: "\n").utf8))
    #expect(before == Array(after.dropFirst(3)))
    #expect(Set(before).count == 60)
  }

  @Test("count UTF-16 units, a byte-order mark and bad bytes among them")
  func units() {
    let text = LineHash.all(of: Array("\u{FEFF}電\u{1F468}".utf8))
    let bad = LineHash.all(of: [0x61, 0xFF, 0x0A])
    #expect(text == [hash([0xFEFF, 0x96FB, 0xD83D, 0xDC68, 0xFFFF])])
    #expect(bad == [hash([0x61, 0xFFFD, 0x0A, 0xFFFF]), hash([0xFFFF])])
  }

  /// The definition, for texts of less than a hundred units.
  private func hash(_ units: [UInt64]) -> String {
    let padded = units + Array(repeating: 0, count: 100 - units.count)
    return String(padded.reduce(UInt64(0)) { $0 &* 37 &+ $1 }, radix: 16) + ":1"
  }
}
