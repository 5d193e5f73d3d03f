// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMLanguageService
import TMTestSupport
import Testing

/// Positions of editors and bytes of a text.
@Suite struct PositionTests {
  /// One byte, two, three, four, a lone continuation byte, and each line ending.
  private static let text = PositionedText(
    Array("aä€😀b\r\n".utf8) + [0xBF, 0x78, 0x0D] + Array("end\n".utf8))

  @Test func everyCharacterHasItsPlaceInBothEncodings() {
    let cases: [(offset: Int, line: Int, utf8: Int, utf16: Int)] = [
      (0, 0, 0, 0), (1, 0, 1, 1), (3, 0, 3, 2), (6, 0, 6, 3), (10, 0, 10, 5), (11, 0, 11, 6),
      (13, 1, 0, 0), (14, 1, 1, 1), (16, 2, 0, 0), (20, 3, 0, 0),
    ]
    for (offset, line, utf8, utf16) in cases {
      for (encoding, character) in [(PositionEncoding.utf8, utf8), (.utf16, utf16)] {
        let position = TextPosition(line: line, character: character)
        #expect(Self.text.position(of: offset, encoding) == position, "\(offset) \(encoding)")
        #expect(Self.text.offset(of: position, encoding) == offset, "\(offset) \(encoding)")
      }
    }
  }

  @Test func whatIsBehindALineIsItsEnd() {
    for encoding in [PositionEncoding.utf8, .utf16] {
      #expect(Self.text.offset(of: TextPosition(line: 0, character: 99), encoding) == 11)
      #expect(Self.text.offset(of: TextPosition(line: 99, character: 0), encoding) == 20)
      #expect(Self.text.offset(of: TextPosition(line: 3, character: 5), encoding) == 20)
    }
    // The second half of a pair is the start of its character.
    #expect(Self.text.offset(of: TextPosition(line: 0, character: 4), .utf16) == 6)
  }

  @Test func changesInSequenceAreThoseOfTheWholeText() {
    var random = SeededGenerator(seed: 5)
    let pieces = ["", "x", "ä", "😀", "\n", "\r\n", "{ }"]
    for encoding in [PositionEncoding.utf8, .utf16] {
      var text = PositionedText(Array("model \"Wärd 😀\"\nexternal nurse\n".utf8))
      for _ in 0..<500 {
        let offsets = [0, 1].map { _ in Int.random(in: 0...text.bytes.count, using: &random) }
          .map { text.offset(of: text.position(of: $0, encoding), encoding) }.sorted()
        let piece = Array((pieces.randomElement(using: &random) ?? "").utf8)
        let expected = Array(text.bytes[..<offsets[0]]) + piece + text.bytes[offsets[1]...]
        let range = (
          text.position(of: offsets[0], encoding), text.position(of: offsets[1], encoding)
        )
        text = text.applying(TextChange(range, piece), encoding)
        #expect(text.bytes == expected)
        if text.bytes.count > 400 { text = PositionedText(Array("model\n".utf8)) }
      }
    }
  }
}
