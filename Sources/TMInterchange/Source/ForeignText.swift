// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Languages of diagrams and models that are not read, by the beginning of a text.
enum ForeignText {
  case python
  case plantUML
  case graphviz
  case structurizr

  init?(_ bytes: [UInt8]) {
    let start = String(decoding: bytes.prefix(4096), as: UTF8.self)
    if start.hasPrefix("#!/usr/bin/env python") || start.contains("from pytm import")
      || start.contains("import pytm")
    {
      self = .python
      return
    }
    let lines = start.split(whereSeparator: \.isNewline).map(\.trimmed)
    let line = lines.first { !$0.isEmpty && !$0.hasPrefix("//") && !$0.hasPrefix("'") } ?? ""
    let words = line.split { $0.isWhitespace || $0 == "{" }
    switch words.first {
    case let word? where word.hasPrefix("@start"): self = .plantUML
    case "digraph" where line.hasSuffix("{") || lines.contains { $0.hasPrefix("{") },
      "strict" where words.count > 1 && ["graph", "digraph"].contains(words[1]),
      "graph" where line.hasSuffix("{"):
      self = .graphviz
    case "workspace" where line.hasSuffix("{"): self = .structurizr
    default: return nil
    }
  }

  var fault: SourceFault {
    let sketch =
      "write who talks to whom as a flowchart of Mermaid, `flowchart LR` and lines such as "
      + "`A[User] --> B(Service)`, and import that"
    return switch self {
    case .python:
      SourceFault(
        "this is a program in Python, which is not run", line: 1,
        help:
          "print the model of pytm as JSON, `python model.py --json model.json`, and import that")
    case .plantUML:
      SourceFault("this is a diagram of PlantUML, which is not read", line: 1, help: sketch)
    case .graphviz:
      SourceFault("this is a graph of Graphviz, which is not read", line: 1, help: sketch)
    case .structurizr:
      SourceFault(
        "this is a workspace of Structurizr, which is not read", line: 1,
        help: "export a view as Mermaid, `structurizr export -format mermaid`, or \(sketch)")
    }
  }
}
