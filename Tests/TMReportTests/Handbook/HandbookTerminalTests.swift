// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMReport
import TMTestSupport
import Testing

/// Every page fits a terminal, and its Markdown stands alone.
@Suite struct HandbookTerminalTests {
  @Test(arguments: [80, 120])
  func noLineIsWiderThanTheTerminal(_ width: Int) throws {
    #expect(Handbook.names.count > 400)
    for name in Handbook.names {
      let text = try #require(Handbook.text(name, width: width, colouring: .plain))
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      for line in lines {
        #expect(TerminalText.width(of: String(line)) <= width, "\(name): \(line)")
        #expect(!line.hasSuffix(" "), "\(name): \(line)")
      }
      #expect(lines.count > 5 && !text.contains("\n\n\n"), "\(name)")
      #expect(!text.contains("](") && !text.contains("```") && !text.contains("\n| "), "\(name)")
    }
  }

  @Test func nothingIsLostAtAnyWidthOrInColour() throws {
    for name in Handbook.names {
      let wide = try #require(Handbook.text(name, width: 1000, colouring: .plain))
      let narrow = try #require(Handbook.text(name, width: 60, colouring: .plain))
      let coloured = try #require(Handbook.text(name, width: 1000, colouring: .ansi))
      let letters = Self.letters(narrow)
      // A table that does not fit repeats its head in each row.
      #expect(Self.letters(wide).allSatisfy { $1 <= letters[$0] ?? 0 }, "\(name)")
      #expect(coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "") == wide, "\(name)")
      #expect(coloured.contains("\u{1B}[1m\(name)\u{1B}[0m"), "\(name)")
    }
  }

  @Test func markdownStandsAlone() throws {
    for name in Handbook.names {
      let text = try #require(Handbook.markdown(name))
      #expect(text.hasPrefix("# \(name)\n") && text.hasSuffix("\n"), "\(name)")
      for match in text.matches(of: /\]\(([^)]+)\)/) {
        #expect(match.1.hasPrefix("https://"), "\(name): \(match.1)")
      }
    }
    #expect(Handbook.markdown("no-such-name") == nil)
    let both = try #require(Handbook.markdown("spoofing"))
    #expect(both.matches(of: /(?m)^# spoofing$/).count == 2)
  }

  @Test func theListIsATableForEachKind() {
    let list = Handbook.list(of: Handbook.pages, width: 120, colouring: .plain)
    for kind in HandbookPage.Kind.allCases {
      #expect(("\n" + list).contains("\n\(kind.rawValue) "), "\(kind)")
    }
    #expect(list.split(separator: "\n").allSatisfy { TerminalText.width(of: String($0)) <= 120 })
    #expect(Handbook.pages(about: "RADIO").contains { $0.name == "radio-jamming" })
    #expect(Handbook.pages(about: "no such text").isEmpty)
  }

  /// How often each letter and digit stands in a text, wherever its lines break.
  private static func letters(_ text: String) -> [Character: Int] {
    Dictionary(text.filter { $0.isLetter || $0.isNumber }.map { ($0, 1) }, uniquingKeysWith: +)
  }
}
