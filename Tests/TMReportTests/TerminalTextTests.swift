// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMWriting
import Testing

@Suite("Terminal text and tables")
struct TerminalTextTests {
  @Test(
    "widths in cells",
    arguments: [
      ("abc", 3), ("", 0), ("電車", 4), ("e\u{301}", 1), ("🚑", 2), ("ﾊﾝ", 2), ("ハン", 4),
      ("\u{1100}\u{1161}\u{11A8}", 2), ("\u{202E}", 8), ("\u{1B}[0m", 4), ("👩\u{200D}⚕\u{FE0F}", 3),
      ("\u{20000}", 2), ("\u{1FAE8}", 2), ("\u{E0041}", 9), ("\u{AD}", 6),
    ])
  func widths(text: String, cells: Int) {
    #expect(TerminalText.width(of: text) == cells)
    #expect(TerminalText.width(of: TerminalText.sanitised(text)) == cells)
  }

  @Test("is safe after one pass, and the same after two")
  func idempotent() {
    for value in (0..<0x3000).map(UInt32.init) + [0xFEFF, 0xE0001, 0xE007F, 0x1F600] {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let once = TerminalText.sanitised("a\(scalar)b")
      #expect(TerminalText.sanitised(once) == once)
      #expect(once.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
      #expect(once.unicodeScalars.allSatisfy { $0 != "\u{202E}" && $0 != "\u{FEFF}" })
    }
  }

  @Test("shortens at the end or in the middle, never within a character")
  func shortening() {
    #expect(TerminalText.shortened("abcdef", to: 6) == "abcdef")
    #expect(TerminalText.shortened("abcdef", to: 5) == "abcd…")
    #expect(TerminalText.shortened("電車電車", to: 6) == "電車…")
    #expect(TerminalText.shortened("cafe\u{301}s", to: 4) == "caf…")
    #expect(TerminalText.shortened("abc", to: 0) == "")
    #expect(TerminalText.condensed("abcdefghij", to: 7) == "abc…hij")
    #expect(TerminalText.condensed("電車電車", to: 6) == "電…車")
  }

  @Test("wraps at spaces, and words that are too wide between characters")
  func wrapping() {
    #expect(
      TextWrapping.lines(of: "alters the drug library", width: 10) == [
        "alters the", "drug", "library",
      ])
    #expect(TextWrapping.lines(of: "abcdefghijkl no", width: 5) == ["abcde", "fghij", "kl no"])
    #expect(TextWrapping.lines(of: "電車電車", width: 5) == ["電車", "電車"])
    #expect(TextWrapping.lines(of: "", width: 5) == [""])
  }

  private func table() -> TerminalTable {
    var table = TerminalTable([
      .init("id", limit: 12), .init("risk", .right), .init("title"),
    ])
    table.append(["flow-a", .init("7.5", .error), "Somebody alters the 薬 library on its way"])
    table.append(["a-very-long-identifier", "10", "Somebody reads\u{1B}[2J it"])
    table.append(["", "", ""])
    return table
  }

  @Test("a table wraps its last column, and cuts no id")
  func narrow() {
    #expect(
      table().text(width: 56, colouring: .plain) == """
        id                      risk  title
        ──────────────────────  ────  ──────────────────────────
        flow-a                   7.5  Somebody alters the 薬
                                      library on its way
        a-very-long-identifier    10  Somebody reads␛[2J it


        """)
  }

  @Test("on a narrow terminal the cells of a row stand in one another")
  func stacked() {
    #expect(
      table().text(width: 42, colouring: .plain) == """
        id
            risk
            title
        ──────────────────────────────────────
        flow-a
             7.5
            Somebody alters the 薬 library on its
            way
        a-very-long-identifier
              10
            Somebody reads␛[2J it



        """)
  }

  @Test("cells without room below their titles stand behind these")
  func records() {
    var table = TerminalTable([.init("component"), .init("version"), .init("end of support")])
    table.append(["radio-card-firmware", "12.1.3-rc.2+build.77", "2031-01-31"])
    #expect(
      table.text(width: 38, colouring: .plain) == """
        radio-card-firmware
            version         12.1.3-rc.2+build.77
            end of support  2031-01-31

        """)
  }

  @Test("a table is no wider than its texts, and loses none of them")
  func extremes() {
    let wide = table().text(width: 500, colouring: .plain)
    #expect(wide.split(separator: "\n").count == 4)
    let none = table().text(width: 20, colouring: .plain)
    #expect(
      none.split(separator: "\n").allSatisfy {
        TerminalText.width(of: String($0)) <= 20 || !$0.contains(/\S\s+\S/)
      })
    #expect(none.contains("a-very-long-identifier"))
    #expect(TerminalTable([]).text(width: 80, colouring: .plain).isEmpty)
  }

  @Test("a table bounds the lines of one row")
  func longTitle() {
    var table = TerminalTable([.init("id"), .init("title")])
    table.append(["a", .init(String(repeating: "n", count: 10_000))])
    let text = table.text(width: 60, colouring: .plain)
    #expect(text.split(separator: "\n").count < 24)
    #expect(text.contains("n…n"))
  }

  @Test("a table colours texts, not the space around them")
  func colours() {
    let text = table().text(width: 56, colouring: .ansi)
    #expect(text.contains("flow-a                   \u{1B}[1;31m7.5\u{1B}[0m  Somebody"))
    #expect(text.contains("\u{1B}[1mid\u{1B}[0m                      \u{1B}[1mrisk\u{1B}[0m"))
    for width in [20, 42, 56] {
      #expect(
        table().text(width: width, colouring: .ansi).replacing(/\u{1B}\[[0-9;]+m/, with: "")
          == table().text(width: width, colouring: .plain))
    }
  }
}
