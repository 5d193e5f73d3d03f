// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import TMSyntax
import TMTestSupport
import Testing

/// The grammars for editors and pages under `grammar/` say of every token what the parser says.
@Suite("Grammars for editors and pages")
struct EditorGrammarTests {
  /// A script that reads the traces and prints where its grammar says something else.
  struct Checker: Sendable, CustomTestStringConvertible {
    let script: String
    /// The module of Python that it needs.
    let module: String
    var testDescription: String { script }

    static let all = [
      Checker(script: "grammar/textmate/check.py", module: "textmate_grammar"),
      Checker(script: "grammar/tree-sitter-tm/check.py", module: "json"),
      Checker(script: "grammar/pygments/check.py", module: "pygments"),
      Checker(script: "grammar/highlight.js/check.py", module: "json"),
    ]
  }

  @Test(
    "A grammar agrees with the parser about every example and case, and knows the words of the schema",
    arguments: Checker.all)
  func agreement(_ checker: Checker) throws {
    guard Python.has(checker.module) else {
      print("skipped: \(checker.script): python3 has no \(checker.module); TM_PYTHON names another")
      return
    }
    let traces = try SyntaxTrace.lines()
    if let path = ProcessInfo.processInfo.environment["TM_TRACES"] {
      try Data(traces).write(to: URL(fileURLWithPath: path))
    }
    let (status, output) = try Python.run([Repository.path(checker.script)], input: traces)
    for line in output.split(separator: "\n") where line.hasPrefix("skipped:") { print(line) }
    #expect(status == 0, "\(output)")
  }

  @Test(
    "The keywords that an editor's own definition spells out are those of the schema",
    arguments: ["editors/emacs/tm-mode.el", "editors/kate/drawbridge.xml"])
  func keywords(_ path: String) throws {
    let text = try Repository.text(path)
    let list = try #require(
      text.firstMatch(of: /tm-keywords\n {2}'\(([^)]*)\)/)?.1
        ?? text.firstMatch(of: /<list name="keywords">([\s\S]*?)<\/list>/)?.1)
    let words = list.matches(of: /["\n] *(?:<item>)?([a-z]+)(?:"|<\/item>)/).map { String($0.1) }
    #expect(words == Schema.keywords)
  }

  @Test("The corpus of the tree-sitter grammar is what the parser makes of the cases")
  func corpus() throws {
    let path = "grammar/tree-sitter-tm/test/corpus/cases.txt"
    let corpus = try SyntaxTrace.corpus()
    if Repository.updatesSnapshots { try Repository.write(corpus, to: path) }
    let isFresh = try Repository.text(path) == corpus
    #expect(
      isFresh,
      "\(path) is stale; refresh it with `TM_UPDATE_SNAPSHOTS=1 swift test --filter EditorGrammar`")
  }
}
