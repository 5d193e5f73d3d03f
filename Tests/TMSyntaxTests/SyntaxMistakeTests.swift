// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax
import TMTestSupport
import Testing

/// One mistake gives one diagnostic, at the place of the mistake.
@Suite("A syntax mistake is reported once")
struct SyntaxMistakeTests {
  struct Mistake: Sendable, CustomTestStringConvertible {
    /// A text with the place of the diagnostic between `«` and `»`.
    let marked: String
    let rule: String

    init(_ marked: String, _ rule: String = "syntax") {
      self.marked = marked
      self.rule = rule
    }

    var testDescription: String { marked }
  }

  static let mistakes = [
    Mistake("a: b\n«,» c\nd: e"),
    Mistake("@«»\nallow(x) process p"),
    Mistake("@«(»x, \"why\")\nprocess p"),
    Mistake("@allow «x»\nprocess p"),
    Mistake("@allow «x», \"why\"\nprocess p"),
    Mistake("process p { @allow(x «}»\nprocess q { }"),
    Mistake("@allow(x, y: «{» })\nprocess p"),
    Mistake(
      "process p {\n  interface i «\"»I { kind: usb; physical: yes }\n}\nprocess q",
      "unclosed-string"),
    Mistake(
      "process p {\n  interface i «\"»I {\n    kind: usb\n  }\n}\nprocess q", "unclosed-string"),
    Mistake("process p { interface i «\"»I }\nprocess q", "unclosed-string"),
    Mistake("flow a -> b \"T\"«:»\n  carries: c\n}\nprocess q"),
    Mistake("process p {\n  flow a -> b \"T\"«:»\n    carries: c\n  }\n}\nprocess q"),
    Mistake("flow f «=» a -> b { carries: c }"),
    Mistake("flow f: «größe» -> b", "malformed-name"),
    Mistake("flow f: a -> «3b»", "malformed-name"),
    Mistake("flow f: a «b»"),
    Mistake("import «\"»a.tm\nprocess p", "unclosed-string"),
    Mistake("import «policy.tm»\nprocess p"),
    Mistake("import «'»a.tm'\nprocess p", "stray-character"),
    Mistake("process p {\n  a: b\n  «--» comment\n  c: d\n}"),
    Mistake("rule r { when: a «=» b }"),
    Mistake("rule r { when: a «not» in b }"),
    Mistake("process p «{»\n  a: b\nprocess q { }", "unclosed-brace"),
    Mistake("process p\n  a: b\n«}»\nprocess q { }", "unclosed-brace"),
  ]

  @Test("at its place", arguments: mistakes)
  func oneDiagnostic(_ mistake: Mistake) throws {
    let parts = mistake.marked.split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == "«" || $0 == "»" })
    try #require(parts.count == 3)
    let tree = parse(parts.joined())
    #expect(tree.violation == nil)
    #expect(tree.diagnostics.map(\.rule) == [mistake.rule], "\(tree.diagnostics.map(\.message))")
    let start = parts[0].utf8.count
    #expect(tree.diagnostics.first?.primary.range.offsets == start..<(start + parts[1].utf8.count))
    #expect(tree.diagnostics.allSatisfy { !$0.help.isEmpty })
  }
}
