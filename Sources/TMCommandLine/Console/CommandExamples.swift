// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Two worked examples for each command, which end its help.
package enum CommandExamples {
  /// A line for a shell, and what it does.
  package struct Example: Sendable {
    package let line: String
    package let meaning: String

    fileprivate init(_ line: String, _ meaning: String) {
      self.line = line
      self.meaning = meaning
    }
  }

  /// The examples of a command; none for one that has no work of its own.
  package static func of(_ command: String) -> [Example] { examples[command] ?? [] }

  /// The last part of a help text.
  static func text(of command: String) -> String {
    let examples = of(command)
    if examples.isEmpty { return "" }
    return "\nEXAMPLES:\n"
      + examples.map { "  \($0.line)\n      \($0.meaning)\n" }.joined()
  }

  // In a folder with the model that `tm init` writes, an older text of it, and a bill of materials.
  private static let examples: [String: [Example]] = [
    "tm": [
      Example("tm init", "Writes a small model to start from: model.tm."),
      Example("tm lint model.tm", "Says what is wrong or missing in it."),
    ],
    "init": [
      Example("tm init", "Writes model.tm into this folder."),
      Example("tm init ward", "Writes ward/model.tm."),
    ],
    "lint": [
      Example("tm lint model.tm", "Says what is wrong, where, and what to do."),
      Example(
        "tm lint --format human --format sarif=findings.sarif model.tm",
        "The same, and a file for the security page of a code host."),
    ],
    "render": [
      Example("tm render -o model.svg model.tm", "Draws the whole system."),
      Example("tm render --format mermaid model.tm", "Prints it as text that wikis draw."),
    ],
    "threats": [
      Example("tm threats --status open model.tm", "Lists what nothing answers yet."),
      Example(
        "tm threats --explain book-visit.tampering model.tm",
        "Says why this threat is there, and what would answer it."),
    ],
    "report": [
      Example("tm report -o report.html model.tm", "The whole report as one web page."),
      Example(
        "tm report --edition summary -o summary.pdf model.tm",
        "A few pages on paper for a meeting."),
    ],
    "score": [
      Example(
        "tm score CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
        "Says how severe it is, and what each metric adds."),
      Example(
        "tm score CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H "
          + "CVSS:3.1/AV:N/AC:H/PR:L/UI:N/S:U/C:L/I:L/A:N",
        "Says what a measure bought."),
    ],
    "trace": [
      Example("tm trace --gaps model.tm", "Lists threats, controls and requirements with a gap."),
      Example("tm trace --safety model.tm", "Hands over to the safety risk file."),
    ],
    "components": [
      Example("tm components model.tm", "Lists the software of others by element."),
      Example(
        "tm components --sbom sbom.json model.tm", "Holds it against a bill of materials."),
    ],
    "vex": [
      Example("tm vex model.tm", "Prints what was decided about vulnerabilities, as CycloneDX."),
      Example(
        "tm vex --format openvex --author Maker --namespace https://example.com model.tm",
        "The same as OpenVEX, in the name of a maker."),
    ],
    "import": [
      Example("tm import dragon.json", "Writes dragon.tm, and says what was lost or guessed."),
      Example(
        "tm import --strict -o ward dragon.json",
        "Into another folder; exits with 1 if anything was."),
    ],
    "export": [
      Example(
        "tm export threat-dragon -o model.td.json model.tm",
        "Writes model.td.json, and what it could not take to model.td.json.export.jsonl."),
      Example("tm export github model.tm", "Prints open threats and gaps as issues, as JSON."),
    ],
    "approve": [
      Example(
        "tm approve --by \"Risk board\" model.tm", "Approves what is decided, in model.approved."),
      Example(
        "tm approve --by \"Risk board\" --id book-visit.tampering model.tm",
        "Approves this threat alone."),
    ],
    "models": [
      Example("tm models", "Lists the models in this folder and below it."),
      Example("tm models ward", "Lists those of another folder."),
    ],
    "fmt": [
      Example("tm fmt model.tm", "Formats the file in place."),
      Example("tm fmt --check --diff model.tm", "Shows what would change, and changes nothing."),
    ],
    "lsp": [
      Example("tm lsp", "Started by an editor: `cmd = { \"tm\", \"lsp\" }` in Neovim."),
      Example("tm lsp --stdio", "The same, for editors that always say so."),
    ],
    "mcp": [
      Example("tm mcp", "Started by an assistant: it reads the models in this folder."),
      Example("tm mcp ward", "Reads another folder, and nothing outside of it."),
    ],
    "diff": [
      Example("tm diff old.tm model.tm", "Says what changed between two files."),
      Example("tm diff main...HEAD", "Says what changed since the branch left main."),
    ],
    "explain": [
      Example("tm explain missing-crossing", "Says what a rule finds, and why it matters."),
      Example("tm explain --search encrypted", "Lists the pages that speak of it."),
    ],
  ]
}
