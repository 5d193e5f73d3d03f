// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMRegister
import TMSource
import TMTemplate
import TMTestSupport
import Testing

@Suite("The check of a template")
struct TemplateCheckerTests {
  struct Mistake: Sendable, CustomStringConvertible {
    let template: String
    let message: String
    let help: String

    init(_ template: String, _ message: String, _ help: String) {
      self.template = template
      self.message = message
      self.help = help
    }

    var description: String { template }

    static let all: [Mistake] = [
      .init("{{flwos}}", "`flwos` is no field here", "did you mean `flows`?"),
      .init("{{title}}", "`title` is no field here", "did you mean `model.title`"),
      .init("{{#flows}}{{sorce}}{{/flows}}", "`sorce` is no field here", "did you mean `source`?"),
      .init("{{model.titel}}", "`model` has no field `titel`", "did you mean `title`?"),
      .init("{{flows.title}}", "`flows` is a list, and has no field `title`", "open the list"),
      .init("{{flows}}", "`flows` is a list", "open it"),
      .init("{{model}}", "`model` is a record", "name a field of it: `{{model.id}}`"),
      .init("{{tool.name}}", "`tool` is a text, and has no field `name`", "leave out `.name`"),
      .init("{{#flows}}{{.tool}}{{/flows}}", "`tool` is no field here", "docs/report-fields.md"),
      .init("{{#flows}}", "the section `flows` is never closed", "add `{{/flows}}`"),
      .init("{{/flows}}", "`{{/flows}}` closes nothing", "remove it"),
      .init("{{#flows}}{{/assets}}", "`{{/assets}}` closes the section `flows`", "first"),
      .init("{{tool", "a tag is never closed", "add `}}`"),
      .init("{{{tool}}", "a tag is never closed", "add `}}}`"),
      .init("{{}}", "a tag names nothing", "write a field"),
      .init("{{model title}}", "`model title` is no name of a field", "write a field"),
      .init("{{ #flows}}", "`#flows` is no name of a field", "write a field"),
      .init("{{shout(tool)}}", "`shout` cannot be done to a text", "`uppercased`"),
      .init("{{uppercased(flows)}}", "`uppercased` cannot be done to a list", "`count`"),
      .init("{{index()}}", "`index()` has a meaning in a list alone", "open a list"),
      .init("{{> missing}}", "the partial `missing` does not exist", "beside"),
      .init("{{> loop}}", "the partial `loop` includes itself", "its own part"),
      .init("{{> ping}}", "the partial `ping` includes itself", "its own part"),
      .init("{{>*tool}}", "the name of a partial cannot come from the model", "write the name"),
      .init("{{<parent}}", "templates of reports have no inheritance", "use a partial"),
      .init("{{=<%=}}", "delimiters come in two", "{{=<% %>=}}"),
      .init("{{% CONTENT_TYPE:JSON}}", "`CONTENT_TYPE:JSON` is no setting", "HTML, MARKDOWN, TEXT"),
      .init("{{> wrong}}", "`nmae` is no field here", "docs/report-fields.md"),
      .init(
        String(repeating: "{{#model}}", count: 70), "sections lie more than 64 deep",
        "use fewer levels"),
    ]
  }

  private static let partials = [
    "loop": "{{> loop}}", "ping": "{{> pong}}", "pong": "{{> ping}}", "wrong": "{{nmae}}",
    "name": "{{title}}", "twice": String(repeating: "{{> twice-1}}", count: 10),
  ]

  private func check(_ template: String) -> CheckedTemplate {
    TemplateChecker.check(
      path: "a.md", Array(template.utf8), against: TemplateData.info
    ) { name in
      if name.hasPrefix("twice-"), let depth = Int(name.dropFirst(6)) {
        let next =
          depth < 12 ? String(repeating: "{{> twice-\(depth + 1)}}", count: 10) : "{{tool}}"
        return .text(path: name, Array(next.utf8))
      }
      return Self.partials[name].map { .text(path: name + ".md", Array($0.utf8)) }
        ?? .failure(reason: "does not exist", help: "it is read from a file beside the template")
    }
  }

  @Test("a mistake has a place, a message and a way out", arguments: Mistake.all)
  func mistakes(_ mistake: Mistake) throws {
    let found = check(mistake.template)
    let first = try #require(found.diagnostics.first { $0.message == mistake.message })
    #expect(first.help.joined().contains(mistake.help), "\(first.help)")
    #expect(!found.sources.text(first.primary.range).isEmpty)
  }

  @Test(
    "what is right is left alone",
    arguments: [
      "no tag at all }} { {", "{{model.title}}{{^model}}none{{/model}}", "{{! a {{comment }}",
      "{{#model}}{{title}}{{tool}}{{/model}}", "{{#flows}}{{source.title}}{{.id}}{{/flows}}",
      "{{#flows}}{{#source}}{{title}}{{/source}}{{#two-way}}{{title}}{{/two-way}}{{/flows}}",
      "{{#matrix.columns}}{{.}}{{^last()}}, {{/last()}}{{index()}}{{/matrix.columns}}",
      "{{count(flows)}} {{uppercased(lowercased(tool))}} {{#first(flows)}}{{title}}{{/first(flows)}}",
      "{{{tool}}} {{&tool}} {{=<% %>=}}<%tool%> {{ <%={{ }}=%> {{tool}}",
      "{{#assets}}{{> name}}{{/assets}}{{#flows}}{{> name}}{{/flows}}",
      "{{% CONTENT_TYPE:TEXT}}{{tool}}",
      "{{plusone(summary.flows)}}{{#equalzero(summary.gaps)}}{{/equalzero(summary.gaps)}}",
      "{{#threats}}{{#initial}}{{score}}{{/initial}}{{^decision.until}}{{/decision.until}}{{/threats}}",
    ])
  func right(_ template: String) {
    #expect(check(template).diagnostics.map(\.message) == [])
  }

  @Test("partials that multiply end, and say so")
  func multiplying() {
    let messages = check("{{> twice}}").diagnostics.map(\.message)
    #expect(messages == ["with its partials the template has more than 100000 tags"])
  }

  @Test("only the fields that are used are made")
  func fields() {
    let used = check("{{#flows}}{{tool}}{{#threats}}{{id}}{{/threats}}{{/flows}}").rootFields
    #expect(used == ["flows", "tool"])
    #expect(check("{{#diagrams}}{{{svg}}}{{/diagrams}}").rootFields == ["diagrams"])
  }

  @Test("any bytes are checked without a crash")
  func mutations() throws {
    let page = Array(try Repository.text("examples/templates/design-history.md").utf8)
    for index in stride(from: 0, to: page.count, by: 41) {
      _ = check(String(decoding: page[..<index], as: UTF8.self))
      var changed = page
      changed[index] = UInt8(ascii: "{")
      changed[(index + 3) % page.count] = 0xFF
      _ = TemplateChecker.check(path: "a", changed, against: TemplateData.info) { _ in
        .failure(reason: "does not exist", help: "")
      }
    }
  }
}

@Suite("The words of a model in a template")
struct TemplateContentTests {
  @Test("by the ending of the template")
  func endings() {
    #expect(TemplateContent(ending: "html") == .html && TemplateContent(ending: "htm") == .html)
    #expect(TemplateContent(ending: "md") == .markdown)
    #expect(TemplateContent(ending: "txt") == .text && TemplateContent(ending: nil) == .text)
  }

  @Test("signs of HTML are escaped, also before an accent")
  func html() {
    let words = "<b>\"'&`\u{301} <\u{301} \"\u{301}\u{0}\u{202E}"
    let escaped = TemplateContent.html.escaped(words)
    #expect(!escaped.unicodeScalars.contains { "<>\"'`\u{0}\u{202E}".unicodeScalars.contains($0) })
    #expect(escaped.hasPrefix("&lt;b&gt;&quot;&#39;&amp;"))
    #expect(TemplateContent.html.escaped("one\r\ntwo") == "one\ntwo")
  }

  @Test("Markdown stays on its line")
  func markdown() {
    #expect(TemplateContent.markdown.escaped("one\ntwo\n\n\nthree\n") == "one two<br>three")
    #expect(TemplateContent.markdown.escaped("a|b *c* <d>") == "a\\|b \\*c\\* &lt;d&gt;")
    #expect(TemplateContent.markdown.escaped("\n\n") == "")
  }
}

@Suite("What the program that fills templates in gets")
struct TemplateJobTests {
  @Test("is read as it was written")
  func roundTrip() throws {
    let sample = try CompiledSample(example: "web-shop")
    let source = ReportSource(
      sample.model, sample.register, sample.risks, .init(sample.model, sample.risks), pictures: [],
      toolVersion: "0")
    let fields: Set = ["model", "flows", "threats", "matrix", "trace"]
    let job = TemplateJob(
      .markdown, [("", "{{tool}}"), ("é", "\u{0}")], TemplateData.value(source, fields: fields))
    let bytes = job.bytes
    let read = try #require(TemplateJob(bytes))
    #expect(read.content == .markdown && read.templates.map(\.name) == ["", "é"])
    #expect(read.bytes == bytes && bytes.count > 10_000)
  }

  @Test("any part of it, and any other byte in it, is refused or read, never a crash")
  func broken() {
    let job = TemplateJob(
      .html, [("", "x")], .list([.integer(-3), .null, .boolean(true), .score(7), .number(2)]))
    for index in job.bytes.indices {
      #expect(TemplateJob(Array(job.bytes[..<index])) == nil)
      for byte in [UInt8(0), 0x20, 0x39, 0x6C, 0xFF] {
        var changed = job.bytes
        changed[index] = byte
        _ = TemplateJob(changed)
      }
    }
    #expect(TemplateJob(Array("l99999999999999999999 ".utf8)) == nil)
  }
}
