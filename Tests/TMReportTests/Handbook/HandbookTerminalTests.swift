// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMHandbook
import TMTestSupport
import TMWriting
import Testing

/// Every page fits a terminal, and its Markdown stands alone.
@Suite struct HandbookTerminalTests {
  @Test(arguments: [80, 120])
  func noLineIsWiderThanTheTerminal(_ width: Int) {
    #expect(RenderedPages.all.count > 400)
    for (page, markdown) in RenderedPages.all {
      let text = Handbook.text(of: page, markdown, width: width, colouring: .plain)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      for line in lines {
        #expect(TerminalText.width(of: String(line)) <= width, "\(page): \(line)")
        #expect(!line.hasSuffix(" "), "\(page): \(line)")
      }
      #expect(lines.count > 5 && !text.contains("\n\n\n"), "\(page)")
      #expect(!text.contains("](") && !text.contains("```") && !text.contains("\n| "), "\(page)")
    }
  }

  @Test func nothingIsLostAtAnyWidthOrInColour() {
    for (page, markdown) in RenderedPages.all {
      let wide = Handbook.text(of: page, markdown, width: 1000, colouring: .plain)
      let narrow = Handbook.text(of: page, markdown, width: 60, colouring: .plain)
      let coloured = Handbook.text(of: page, markdown, width: 1000, colouring: .ansi)
      // A table that does not fit turns into lists, in which its head is repeated.
      let hasTable = markdown.contains("\n| ")
      #expect(hasTable || Self.letters(wide) == Self.letters(narrow), "\(page)")
      #expect(Self.withoutColours(coloured) == wide, "\(page)")
      #expect(coloured.hasPrefix("\u{1B}[1m\(page.name)\u{1B}[0m"), "\(page)")
    }
  }

  @Test func aNameFindsItsPages() {
    for name in Handbook.names {
      let all = Handbook.pages.filter { $0.name == name }.map(\.description)
      #expect(Handbook.pages(named: name).map(\.description) == all)
    }
    #expect(Set(Handbook.names).count == Handbook.names.count)
    #expect(Handbook.pages(named: "no-such-name").isEmpty)
  }

  @Test func markdownStandsAlone() throws {
    for name in ["spoofing", "missing-crossing", "clear-text-protocol", "late-therapy", "flow"] {
      let text = try #require(Handbook.markdown(name))
      #expect(text.hasPrefix("# \(name)\n") && text.hasSuffix("\n"), "\(name)")
      for match in text.matches(of: /\]\(([^)]+)\)/) {
        #expect(match.1.hasPrefix("https://"), "\(name): \(match.1)")
      }
    }
    #expect(Handbook.markdown("no-such-name") == nil)
    let rule = try #require(Handbook.markdown(ofFinding: "end-of-support"))
    #expect(rule.contains("\n## Instead\n") && !rule.contains("## As a property"))
    #expect(Handbook.markdown(ofFinding: "spoofing")?.contains("\n## What answers it\n") == true)
    #expect(Handbook.markdown(ofFinding: "flow") == nil)
    let both = try #require(Handbook.markdown("spoofing"))
    #expect(both.matches(of: /(?m)^# spoofing$/).count == 2)
    for (page, markdown) in RenderedPages.all { #expect(markdown.hasPrefix("# \(page.name)\n")) }
  }

  @Test func theListIsATableForEachKind() {
    let list = Handbook.list(of: Handbook.pages, width: 120, colouring: .plain)
    for kind in HandbookPage.Kind.allCases {
      #expect(("\n" + list).contains("\n\(kind.rawValue) "), "\(kind)")
    }
    #expect(list.split(separator: "\n").allSatisfy { TerminalText.width(of: String($0)) <= 120 })
    #expect(Handbook.pages(about: "RADIO").contains { $0.name == "radio-jamming" })
    #expect(Handbook.pages(about: "xylophone").isEmpty)
  }

  @Test(
    "leads from the words of people to the threat that they mean, first",
    arguments: [
      ("rollback", "rolled-back"),
      ("replay", "repeated-command"),
      ("ransomware", "ransomed"),
      ("injection", "injection"),
      ("phishing", "guessed-login"),
      ("lost phone", "lock-screen"),
      ("man in the middle", "tampering"),
      ("brute force", "guessed-login"),
      ("default password", "shared-service-account"),
      ("usb stick", "planted-device"),
      ("supply chain", "poisoned-dependency"),
      ("jailbreak", "prompt-injection"),
      ("prompt injection", "prompt-injection"),
      ("shoulder surfing", "shoulder-surfing"),
      ("decommissioning", "scrapped-with-data"),
      ("side channel", "process-detecting"),
      ("sql", "injection"),
      ("xss", "scripting"),
      ("csrf", "forged-request"),
      ("ssrf", "server-side-request"),
      ("idor", "object-access"),
      ("session hijack", "stolen-session"),
      ("rainbow table", "stored-credentials"),
      ("firmware downgrade", "rolled-back"),
      ("key extraction", "one-key-for-all"),
      ("spoofed sensor", "forged-signal"),
      ("clock", "clock-set"),
      ("counterfeit", "counterfeit-part"),
      ("wrong patient", "wrong-patient-linked"),
      ("jamming", "radio-jamming"),
      ("bluetooth pairing", "rogue-pairing"),
      ("battery drain", "drained-battery"),
      ("log forging", "forged-entries"),
      ("insider", "exceeded-rights"),
      ("social engineering", "guessed-login"),
      ("backup", "ransomed"),
      ("dns", "spoofed-target"),
      ("certificate expiry", "denial-of-service"),
      ("tailgating", "unplanned-access"),
      ("data retention", "store-data-disclosure"),
      ("cdn", "bypassed-front"),
      ("tenant", "mixed-owners"),
    ])
  func wanted(_ words: String, _ name: String) {
    let found = Handbook.pages(about: words)
    #expect(found.first?.name == name, "\(found.prefix(3).map(\.name))")
  }

  /// The letters and digits of ASCII, in order, wherever lines break.
  private static func letters(_ text: String) -> [UInt8] {
    text.utf8.filter { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0 & 0xDF) }
  }

  private static func withoutColours(_ text: String) -> String {
    let pieces = text.split(separator: "\u{1B}", omittingEmptySubsequences: false)
    let rest = pieces.dropFirst().map { $0.drop { $0 != "m" }.dropFirst() }
    return String((pieces.first ?? "") + rest.joined())
  }
}
