// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMLint
import TMSource
import TMSyntax
import TMTestSupport
import Testing

/// Every case under `Tests/Fixes`: the text after `tm lint --fix` stands behind it.
@Suite struct FixTests {
  static let files = LiterateFile.all(under: "Tests/Fixes")

  @Test(arguments: files)
  func theFixedTextIsThatOfTheFile(_ file: LiterateFile) throws {
    try file.run {
      try Self.text(of: LintRun($0.files).fixed)
    } compare: { literateCase, answer in
      #expect(
        literateCase.expected == answer,
        "\(literateCase); TM_UPDATE_SNAPSHOTS=1 rewrites the file, to be read before it is kept")
    }
  }

  @Test(arguments: files)
  func fixesLeaveNothingToFix(_ file: LiterateFile) throws {
    for fixCase in try file.cases() {
      let before = try LintRun(fixCase.files)
      let after = try LintRun(before.fixed)
      #expect(before.diagnostics.contains { $0.fix != nil }, "\(fixCase) has something to fix")
      let repaired = Set(before.diagnostics.filter { $0.fix?.safety == .safe }.map(\.rule))
      #expect(!after.diagnostics.contains { repaired.contains($0.rule) }, "\(fixCase)")
      #expect(!after.diagnostics.contains { $0.severity == .error }, "\(fixCase)")
    }
  }

  @Test(arguments: files)
  func fixesKeepEveryCommentAndChangeOnlyWhatTheyName(_ file: LiterateFile) throws {
    for fixCase in try file.cases() {
      let fixed = try LintRun(fixCase.files).fixed
      for (before, after) in zip(fixCase.files, fixed) {
        #expect(Self.comments(before.text) == Self.comments(after.text), "\(fixCase)")
        #expect(Self.otherTokens(before.text) == Self.otherTokens(after.text), "\(fixCase)")
      }
    }
  }

  /// What a reviewer of a moved element sees: lines with `crosses` and no other.
  @Test func onlyLinesWithCrossingsChangeAfterAMove() throws {
    let cases = try LiterateFile(path: "Tests/Fixes/crossings.md").cases()
    let move = try #require(cases.first { $0.description.contains("After a move") })
    for (before, after) in zip(move.files, try LintRun(move.files).fixed) {
      let kept = { (text: String) in text.split(separator: "\n").filter { !$0.contains("crosses") }
      }
      #expect(before.text != after.text)
      #expect(kept(before.text) == kept(after.text))
    }
  }

  @Test func linesEndAsInTheFile() throws {
    let text = """
      model "Ward"
      external nurse "Nurse"
      boundary pump "Pump" {
        process controller "Controller"
        process alarm "Alarm"
      }
      flow set-rate: nurse -> controller "Sets rate" {
        protocol: human
      }
      @allow(missing-label, "It has one.")
      flow raise: controller -> alarm "Raises alarm" {
        crosses: pump
        tags: bedside
      }

      """
    let feeds = try LintRun(text).fixed.map(\.text)
    let returns = try LintRun(text.replacing("\n", with: "\r\n")).fixed.map(\.text)
    #expect(feeds.map { $0.replacing("\n", with: "\r\n") } == returns)
    #expect(feeds.first?.contains("  protocol: human\n  crosses: pump\n}") == true)
    #expect(feeds.first?.contains("@allow") == false)
  }

  @Test func aThousandFixesAreAppliedAtOnce() throws {
    var text = "model \"Ward\"\nexternal nurse \"Nurse\"\nboundary pump \"Pump\" {\n"
    text += "  process controller \"Controller\"\n}\n"
    text += "policy { unauthenticated-crossing: off; unencrypted-crossing: off }\n"
    for number in 0..<1000 { text += "flow f\(number): nurse <-> controller \"Step \(number)\"\n" }
    let fixed = try LintRun(text).fixed
    #expect(try LintRun(fixed).diagnostics == [])
  }

  private static func text(of files: [(path: String, text: String)]) -> String {
    if files.count == 1 { return files.map(\.text).joined() }
    return files.map { "// \($0.path)\n\($0.text)" }.joined()
  }

  private static func comments(_ text: String) -> [Substring] {
    text.split(separator: "\n").compactMap { line in
      line.firstRange(of: "//").map { line[$0.lowerBound...] }
    }
  }

  /// The tokens of a text but for crossings, excuses and what encloses them.
  private static func otherTokens(_ text: String) -> [String] {
    var sources = SourceSet()
    let source = sources.add(path: "model.tm", bytes: Array(text.utf8))
    return tokens(Parser.parse(source).root)
  }

  private static func tokens(_ node: SyntaxNode) -> [String] {
    switch node.kind {
    case .attribute, .leftBrace, .rightBrace, .semicolon: []
    case .property where node.first(.name)?.isWord("crosses") == true: []
    case _ where node.kind.isToken: [node.text]
    default: node.children.flatMap(tokens)
    }
  }
}
