// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import FoundationXML
import TMTestSupport
import Testing

/// What other programs read of a difference.
@Suite("Formats of differences")
struct DifferenceFormatTests {
  private static let hasJSONSchema = Python.has("jsonschema")

  @Test(
    "the JSON of a difference follows the published schema",
    .enabled(if: hasJSONSchema, "needs Python with the package jsonschema"),
    arguments: [
      ("infusion-pump", "pacs"), ("pacs", "web-shop"), ("web-shop", "ankle-monitor"),
      ("pacs", "pacs"),
    ])
  func schema(_ pair: (String, String)) throws {
    let folder = try TemporaryFolder()
    let run = try ShellRun(
      "tm diff --fail-on none --format json $EXAMPLES/\(pair.0) $EXAMPLES/\(pair.1) > diff.json",
      in: folder.path)
    #expect(run.status == 0, "\(run.error)")
    let answer = try Python.run([
      "-c",
      """
      import json, sys, jsonschema
      schema = json.load(open(sys.argv[1]))
      jsonschema.Draft202012Validator.check_schema(schema)
      jsonschema.Draft202012Validator(schema).validate(json.load(open(sys.argv[2])))
      """, Repository.path("docs/schemas/diff-1.schema.json"), folder.path + "/diff.json",
    ])
    #expect(answer.status == 0, "\(answer.output)")
  }

  @Test("two runs give the same bytes", arguments: ["text", "json", "markdown"])
  func twice(_ format: String) throws {
    let folder = try TemporaryFolder()
    let command = """
      for i in 1 2 3; do tm diff --fail-on none --format \(format) -o $i.svg $EXAMPLES/pacs \
      $EXAMPLES/infusion-pump > $i.txt; done; cmp 1.txt 2.txt && cmp 2.txt 3.txt && cmp 1.svg 2.svg && \
      cmp 2.svg 3.svg && wc -l < 1.txt
      """
    let run = try ShellRun(command, in: folder.path)
    #expect(run.status == 0 && run.error == "", "\(run.output)\(run.error)")
    #expect((Int(run.output.trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0) > 100)
  }

  @Test("a comment is never longer than GitHub takes, and says what it leaves out")
  func bounded() throws {
    let folder = try TemporaryFolder()
    let many = (0..<600).map { "process p\($0) \"Process \($0) of many\" { function: therapy }\n" }
    try folder.write("model \"m\"\n", to: "old.tm")
    try folder.write("model \"m\"\n" + many.joined(), to: "new.tm")
    let run = try ShellRun("tm diff --format markdown old.tm new.tm", in: folder.path)
    #expect(run.output.count <= 65_536 && run.output.utf8.count > 60_000)
    #expect(run.output.contains("more rows are left out: a comment has at most 65,536 characters."))
    #expect(opened(run.output) == 0)
  }

  @Test("hostile titles stay words in every format", arguments: HostileTitle.all)
  func hostile(_ title: HostileTitle) throws {
    let folder = try TemporaryFolder()
    try folder.write(title.model, to: "hostile.tm")
    try folder.write(
      "model \"m\"\nexternal x \"X\"\nboundary b \"B\" { process p \"P\" }\nflow f: x -> p \"F\"\n",
      to: "plain.tm")
    for (old, new) in [("plain.tm", "hostile.tm"), ("hostile.tm", "plain.tm")] {
      let words = "diff --fail-on none \(old) \(new)"
      let text = try ShellRun("tm \(words)", in: folder.path)
      #expect(text.status == 0, "\(text.error)")
      #expect(!text.output.unicodeScalars.contains(where: isDangerous))
      let json = try ShellRun("tm \(words) --format json", in: folder.path)
      _ = try JSONSerialization.jsonObject(with: Data(json.output.utf8))
      #expect(json.output.utf8.allSatisfy { $0 >= 0x20 || $0 == 0x0A })
      try checkMarkdown(try ShellRun("tm \(words) --format markdown", in: folder.path).output)
      let svg = try ShellRun("tm \(words) -o a.svg > /dev/null && cat a.svg", in: folder.path)
      #expect(svg.status == 0, "\(svg.error)")
      #expect(XMLParser(data: Data(svg.output.utf8)).parse())
      for active in ["<script", "<image", "<foreignObject", "href", "<a ", "onload=\"", "url("] {
        #expect(!svg.output.contains(active), "\(active)")
      }
      #expect(svg.output.utf8.count < 200_000)
    }
  }

  private func checkMarkdown(_ text: String) throws {
    #expect(text.count <= 65_536)
    #expect(!text.unicodeScalars.contains(where: isDangerous))
    let tags = text.matches(of: /<\/?([a-zA-Z!]+)/).map { String($0.output.1) }
    #expect(Set(tags).isSubset(of: ["!", "br", "details", "summary"]), "\(Set(tags))")
    #expect(text.firstMatch(of: /[^\\]\]\(/) == nil)
    // A space without width behind the sign keeps it from being one.
    #expect(text.firstMatch(of: /@[A-Za-z0-9]/) == nil && !text.contains("://"))
    #expect(opened(text) == 0)
    // Every row of a table has as many cells as its head.
    var columns: Int?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      guard line.hasPrefix("|") else {
        columns = nil
        continue
      }
      let cells = line.replacing("\\\\", with: "").replacing("\\|", with: "").count { $0 == "|" }
      #expect(columns == nil || columns == cells, "\(line)")
      columns = cells
    }
  }

  /// Folded parts that are not closed.
  private func opened(_ text: String) -> Int {
    text.matches(of: /<details>/).count - text.matches(of: /<\/details>/).count
  }

  /// Controls but the line break, and marks that reorder the text around them.
  private func isDangerous(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A: false
    case 0x00...0x1F, 0x7F...0x9F, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
