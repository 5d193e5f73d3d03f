// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSource

/// What somebody may have meant who gave a command or a value that there is none of.
enum CommandAdvice {
  /// The help for a command that does not exist: the nearest names, or what does such work here.
  static func help(forCommand word: String, among names: [String]) -> String {
    if let command = command(for: word.lowercased(), among: names) { return lead(to: command) }
    if let help = InterchangeAdvice.help(forCommand: word) { return help }
    let near = Suggestion.candidates(for: word, among: names)
    // The same letters in another order are the likelier slip.
    let letters = word.lowercased().utf8.sorted()
    let close =
      near.filter { $0.utf8.sorted() == letters } + near.filter { $0.utf8.sorted() != letters }
    if !close.isEmpty {
      return "did you mean \(Suggestion.alternatives(close.map { "tm \($0)" }))?"
    }
    // Of a short word, almost anything is near.
    let others = word.utf8.count < 4 ? [] : otherCommands.flatMap { $0.words.sorted() }
    let other = Suggestion.candidates(for: word, among: others)
    if let command = other.lazy.compactMap({ command(for: $0, among: names) }).first {
      return lead(to: command)
    }
    return "`tm --help` lists the commands"
  }

  private static func command(for word: String, among names: [String]) -> String? {
    otherCommands.first { $0.words.contains(word) && names.contains($0.command) }?.command
  }

  private static func lead(to command: String) -> String {
    "`tm \(command)` does that; `tm \(command) --help` shows how"
  }

  /// The help for a value that an option does not take; nil where nothing is near.
  static func help(forValue word: String, among values: [String]) -> String? {
    let wanted = word.lowercased()
    if let (_, value) = otherValues.first(where: {
      $0.words.contains(wanted) && values.contains($0.value)
    }) {
      return "did you mean `\(value)`?"
    }
    if let help = Suggestion.help(for: word, among: values) { return help }
    // The beginning of a word, or its initials: `info`, `dos`.
    let begun = values.filter { value in
      value.hasPrefix(wanted)
        || String(value.split(separator: "-").compactMap(\.first)) == wanted
    }
    guard !begun.isEmpty, !wanted.isEmpty else { return nil }
    return "did you mean \(Suggestion.alternatives(Array(begun.prefix(4))))?"
  }

  /// What other tools call the work of each command.
  private static let otherCommands: [(words: Set<String>, command: String)] = [
    (["new", "create", "start", "setup", "scaffold", "bootstrap", "template"], "init"),
    (
      [
        "check", "validate", "verify", "test", "analyze", "analyse", "build", "compile", "scan",
        "run", "audit", "review",
      ], "lint"
    ),
    (
      [
        "graph", "draw", "diagram", "diagrams", "picture", "dfd", "svg", "png", "plot", "view",
        "visualize", "visualise", "image", "show",
      ], "render"
    ),
    (
      ["list", "ls", "threat", "register", "stride", "risks", "risk", "triage"], "threats"
    ),
    (
      [
        "document", "doc", "docs", "pdf", "html", "xlsx", "excel", "docx", "word",
        "print", "generate", "publish", "reports",
      ], "report"
    ),
    (["cvss", "dread", "owasp", "rate", "rating", "calc", "calculate", "rubric"], "score"),
    (["matrix", "traceability", "rtm", "requirements", "coverage"], "trace"),
    (
      ["sbom", "vulns", "vulnerabilities", "cve", "cves", "soup", "software", "dependencies"],
      "components"
    ),
    (["find", "files", "search"], "models"),
    (["format", "pretty", "tidy", "fix-format", "beautify"], "fmt"),
    (["compare", "changes", "delta", "changed"], "diff"),
    (["describe", "why", "rules", "rule", "man", "info", "what", "handbook"], "explain"),
    (["open", "load", "read", "upload", "ingest", "migrate"], "import"),
    (["save", "save-as", "write", "download"], "export"),
  ]

  /// What other tools call a status, a category or a format.
  private static let otherValues: [(words: Set<String>, value: String)] = [
    (["todo", "unmitigated", "new", "unresolved", "untreated"], "open"),
    (["done", "closed", "fixed", "resolved", "treated", "reduced"], "mitigated"),
    (["na", "n/a", "none", "ignored", "irrelevant", "out-of-scope"], "not-applicable"),
    (["accept", "risk-accepted", "tolerated", "retained"], "accepted"),
    (["transfer", "shared"], "transferred"),
    (["avoid", "eliminated", "removed"], "avoided"),
    (["s", "spoof", "impersonation"], "spoofing"),
    (["t", "tamper", "integrity"], "tampering"),
    (["r"], "repudiation"),
    (["i", "info", "disclosure", "leak", "confidentiality"], "information-disclosure"),
    (["d", "dos", "denial", "availability"], "denial-of-service"),
    (
      ["e", "eop", "privilege-escalation", "escalation", "authorization"], "elevation-of-privilege"
    ),
    (["md", "gfm"], "markdown"),
    (["excel", "xls", "spreadsheet", "workbook"], "xlsx"),
    (["word", "doc"], "docx"),
    (["htm", "web"], "html"),
    (["graphviz", "gv"], "dot"),
    (["mmd"], "mermaid"),
    (["jpg", "jpeg", "image"], "png"),
    (["text", "plain", "txt", "pretty"], "human"),
    (["text", "plain", "txt", "pretty", "human"], "table"),
    (["plain", "txt", "human"], "text"),
  ]
}
