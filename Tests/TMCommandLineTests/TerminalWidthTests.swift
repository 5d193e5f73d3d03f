// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMCommandLine
import TMTestSupport
import TMWriting
import Testing

/// What the program prints on terminals of several widths, and the examples that end its help.
@Suite struct TerminalWidthTests {
  private static let outputs = [
    "threats", "threats --summary", "trace", "trace --backwards", "trace --all",
    "trace --backwards --all",
    "trace --safety",
    "components --date 2026-01-01",
  ]

  @Test(
    "no line is wider than the terminal, but for a word that is wider by itself",
    arguments: [60, 80, 120])
  func widths(_ width: Int) throws {
    let folder = try TemporaryFolder()
    let pump = "$EXAMPLES/infusion-pump/infusion-pump.tm"
    let commands =
      Self.outputs.map { "tm \($0) \(pump)" }
      + ["tm diff \(pump) $EXAMPLES/web-shop/web-shop.tm", "tm explain", "tm score --matrix"]
      + ["", "init", "lint", "report", "diff", "score"].map { "tm \($0) --help" }
    for command in commands {
      let run = try ShellRun("COLUMNS=\(width) \(command)", in: folder.path)
      let text = run.output + run.error
      #expect(!text.isEmpty, "\(command)")
      for line in text.split(separator: "\n") where TerminalText.width(of: String(line)) > width {
        #expect(line.split(separator: " ").count == 1, "\(command) at \(width): \(line)")
      }
    }
  }

  @Test("a narrow terminal cuts no id of a threat")
  func ids() throws {
    let folder = try TemporaryFolder()
    let pump = "$EXAMPLES/infusion-pump/infusion-pump.tm"
    let list = try ShellRun("tm threats --format csv \(pump)", in: folder.path).output
    let ids = list.split(separator: "\r\n").dropFirst().compactMap {
      $0.split(separator: ",").first
    }
    .map(String.init)
    #expect(ids.count > 100)
    let shown = try ShellRun("COLUMNS=60 tm threats --all \(pump)", in: folder.path).output
    let words = Set(shown.split { $0 == " " || $0 == "\n" }.map(String.init))
    #expect(ids.filter { !words.contains($0) } == [])
  }

  @Test("each command has two examples at the end of its help, and they work")
  func examples() throws {
    let folder = try TemporaryFolder()
    let bill = #"{"bomFormat": "CycloneDX", "specVersion": "1.6", "components": []}"#
    try folder.write(bill, to: "sbom.json")
    let dragon = #"{"summary": {"title": "Shop"}, "detail": {"diagrams": [{"cells": []}]}}"#
    try folder.write(dragon, to: "dragon.json")
    let setUp = try ShellRun(
      """
      tm init && cp model.tm old.tm && mkdir ward && export GIT_AUTHOR_DATE=2026-01-01T00:00Z \
      && git init --quiet -b main && git add model.tm && git -c user.name=A -c user.email=a@b.c \
      commit --quiet -m start && git checkout --quiet -b change
      """, in: folder.path)
    try #require(setUp.status == 0, "\(setUp.error)")
    for command in TMCommand.configuration.subcommands {
      let name = try #require(command.configuration.commandName)
      let examples = CommandExamples.of(name)
      #expect(examples.count == 2, "tm \(name) has \(examples.count) examples")
      let help = try ShellRun("tm \(name) --help", in: folder.path).output
      let end = examples.map { "  \($0.line)\n      \($0.meaning)\n" }.joined()
      #expect(help.hasSuffix("\nEXAMPLES:\n" + end), "tm \(name) --help")
      for example in examples where name != "init" || example.line != "tm init" {
        let run = try ShellRun(example.line, in: folder.path)
        // 1 is a finding, and 2 stands for a browser or a library that is not there.
        let isOptional = example.line.hasSuffix(".pdf model.tm")
        // The starter model decides nothing about vulnerabilities, which `tm vex` says.
        if name == "vex", run.error.contains("decides nothing about a vulnerability") { continue }
        #expect(
          (0...1).contains(run.status) || (isOptional && run.error.contains("not installed")),
          "\(example.line): \(run.error)")
      }
    }
    #expect(CommandExamples.of("tm").count == 2)
  }
}
