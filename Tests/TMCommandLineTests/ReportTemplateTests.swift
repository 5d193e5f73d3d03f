// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import TMTestSupport
import Testing

/// A team's own templates, filled in by the whole program.
@Suite("Templates of the report")
struct ReportTemplateTests {
  private static let templates = ["design-history.md", "one-page.html"]

  @Test(
    "those that ship are filled in for every example", arguments: CompiledSample.examples, templates
  )
  func examples(_ name: String, _ template: String) throws {
    let folder = try TemporaryFolder()
    let run = try ShellRun(
      "tm report $EXAMPLES/\(name)/\(name).tm --template $EXAMPLES/templates/\(template)",
      in: folder.path)
    #expect(run.status == 0 && run.error == "", "\(run.error)")
    #expect(run.output.utf8.count > 10_000)
    #expect(!run.output.contains("{{") && !run.output.contains("Optional("))
    #expect(run.output.contains("Record(") == false && run.output.contains("Nothing()") == false)
  }

  @Test("hostile words stay words in HTML", arguments: HostileTitle.all)
  func html(_ title: HostileTitle) throws {
    let folder = try TemporaryFolder()
    try folder.write(title.model, to: "model.tm")
    try folder.write(
      """
      <p title="{{model.title}}" class='{{model.title}}'>{{model.title}}</p>
      {{#flows}}<p title="{{title}}">{{title}}{{> more}}</p>{{/flows}}
      """, to: "own.html")
    try folder.write("<i title=\"{{title}}\">{{title}}</i>", to: "more.html")
    for template in ["own.html", Repository.path("examples/templates/one-page.html")] {
      let run = try ShellRun(
        "tm report model.tm --template '\(template)' -o out.html", in: folder.path)
      #expect(run.status == 0, "\(run.error)")
      let answer = try Python.run(["-c", Self.inspection, folder.path + "/out.html"])
      #expect(answer.status == 0, "\(answer.output)")
    }
  }

  /// Fails for elements and attributes that no template has.
  private static let inspection = """
    import html.parser, sys
    text = open(sys.argv[1], encoding="utf-8").read()
    allowed = set("html head meta title style body h1 h2 p ul li b i table tr th td figure figcaption a svg g "
        "desc rect ellipse path text tspan defs marker circle line polygon polyline".split())
    class Parser(html.parser.HTMLParser):
        def handle_starttag(self, tag, attributes):
            assert tag in allowed, tag
            for name, value in attributes:
                assert not name.startswith("on"), name
                if name in ("href", "src"): assert value.startswith(("https://", "http://")), value
                assert name == "d" or name.replace("-", "").replace(":", "").isalnum(), name
    Parser(convert_charrefs=True).feed(text)
    assert not [c for c in text if ord(c) < 32 and c not in "\\n\\t" or c in "\\u202e\\u2066\\u2067\\u200f"]
    """

  @Test("hostile words stay words in Markdown", arguments: HostileTitle.all)
  func markdown(_ title: HostileTitle) throws {
    let folder = try TemporaryFolder()
    try folder.write(title.model, to: "model.tm")
    try folder.write(
      "{{#assets}}\n| {{title}} | {{id}} |\n{{/assets}}\n{{#flows}}\n{{> more}}\n{{/flows}}\n",
      to: "own.md")
    try folder.write("- {{title}} `x`\n", to: "more.md")
    let run = try ShellRun("tm report model.tm --template own.md", in: folder.path)
    #expect(run.status == 0, "\(run.error)")
    let lines = run.output.split(separator: "\n")
    #expect(lines.count == 3)
    for line in lines {
      let isRow = line.hasPrefix("| ") && line.hasSuffix(" | a |")
      #expect(isRow || line.hasPrefix("- ") && line.hasSuffix(" `x`"), "\(line)")
      #expect(!line.contains("<script") && !line.contains("<img") && !line.contains("<svg"))
      #expect(!line.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E })
    }
  }

  @Test("a template that never ends is ended")
  func endless() throws {
    let folder = try TemporaryFolder()
    let open = String(repeating: "{{#threats}}", count: 6)
    let close = String(repeating: "{{/threats}}", count: 6)
    try folder.write(open + "{{id}}" + close, to: "own.txt")
    try folder.write("kept", to: "out.txt")
    let start = Date()
    let run = try ShellRun(
      "tm report $EXAMPLES/pacs/pacs.tm --template own.txt --time-limit 2 -o out.txt",
      in: folder.path)
    #expect(run.status == 2 && Date().timeIntervalSince(start) < 20)
    #expect(run.error.hasPrefix("error: filling in `own.txt` took longer than 2 s"), "\(run.error)")
    #expect(try folder.text("out.txt") == "kept")
  }
}
