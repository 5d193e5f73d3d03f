// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMCommandLine
import TMTestSupport
import TMWriting
import Testing

/// What the program prints on terminals of several widths, and the examples that end its help.
@Suite struct TerminalWidthTests {
  private static let pump = "$EXAMPLES/infusion-pump/infusion-pump.tm"
  private static let shop = "$EXAMPLES/web-shop/web-shop.tm"
  private static let vector = "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N"

  /// What each command prints for a person, by its name, answers and refusals.
  ///
  /// `lsp` and `mcp` speak to programs: only their help and refusals are read. `fmt --diff` is left out: its
  /// lines are those of a file, and it is a patch only where they are whole.
  private static let outputs: [String: [String]] = [
    "init": ["init .", "init"],
    "import": ["import shop.otm", "import shop.tm", "import nope.otm", "import shop.otm -o there"],
    "export": [
      "export otm \(shop) -o shop.otm", "export \(shop)", "export nope \(shop)",
    ],
    "lint": ["lint faults.tm", "lint --full faults.tm", "lint nope.tm", "lint --formta json"],
    "render": ["render \(shop) -o x.gif", "render \(shop) --view nope"],
    "threats": [
      "threats \(pump)", "threats --all \(pump)", "threats --summary \(pump)",
      "threats --coverage \(pump)", "threats --explain gateway \(pump)",
      "threats --explain nope \(pump)",
      "threats --status opn \(pump)", "threats faults.tm",
    ],
    "report": ["report \(shop) -o r.abc", "report faults.tm -o r.html"],
    "score": [
      "score \(vector)", "score \(vector) \(vector.replacing("VC:H", with: "VC:L"))",
      "score --matrix",
      "score CVSS:3.1/AV:X",
    ],
    "trace": [
      "trace \(pump)", "trace --backwards \(pump)", "trace --all \(pump)",
      "trace --backwards --all \(pump)", "trace --safety \(pump)",
    ],
    "approve": [
      "approve \(shop) --dry-run", "approve \(shop)", "approve faults.tm --dry-run",
      "approve shop.tm --dry-run --id nope",
    ],
    "components": [
      "components --date 2026-01-01 \(pump)", "components \(shop) --vulnerabilities nope.json",
    ],
    "vex": ["vex \(shop)", "vex \(pump) --format nope"],
    "models": ["models .", "models nope"],
    "fmt": ["fmt --check faults.tm", "fmt nope.tm"],
    "lsp": ["lsp --bogus"],
    "mcp": ["mcp --bogus", "mcp nope"],
    "diff": ["diff \(pump) \(shop)", "diff \(shop) faults.tm", "diff \(shop) nope.tm"],
    "explain": [
      "explain", "explain undeclared-crossing", "explain HTTPS", "explain nonsense",
      "explain --search replay",
    ],
  ]

  /// Faults of several kinds, at names and titles that are longer than a line.
  private static let faults = """
    model "A system with a very long title that goes on for quite a while, so that it has to be folded" {
      methods: STRIDE
    }
    process web_portal_for_clinicians_and_patients "Web portal for clinicians and patients who are at home"
    store db "Database of measurements and of everything else the service has to remember"
    external patient "Patient"
    boundary cloud "Cloud" {
      process app "Application"
    }
    flow f1: patient -> web_portal_for_clinicians_and_patients "Looks at results" { protocol: HTTP; carries: results }
    flow f2: web_portal_for_clinicians_and_patients -> app "asks"
    flow f3: app -> dbb "stores"
    asset results "Results" { class: PHI }

    """

  @Test(
    "no line is wider than the terminal, but for a word that is wider by itself",
    arguments: [60, 80, 120])
  func widths(_ width: Int) throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.faults, to: "faults.tm")
    let setUp = try ShellRun(
      "cp \(Self.shop) shop.tm && tm export otm \(Self.shop) -o shop.otm", in: folder.path)
    try #require(setUp.status == 0, "\(setUp.error)")
    let commands = TMCommand.configuration.subcommands.compactMap { $0.configuration.commandName }
    #expect(Set(commands) == Set(Self.outputs.keys), "every command is here")
    for command in commands {
      for output in (Self.outputs[command] ?? []) + ["\(command) --help"] {
        let run = try ShellRun("COLUMNS=\(width) tm \(output) < /dev/null", in: folder.path)
        let text = run.output + run.error
        #expect(!text.isEmpty, "\(output)")
        for line in text.split(separator: "\n") where TerminalText.width(of: String(line)) > width {
          #expect(line.split(separator: " ").count == 1, "\(output) at \(width): \(line)")
        }
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
