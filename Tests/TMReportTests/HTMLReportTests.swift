// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMDocument
import TMHTML
import TMRegister
import TMTestSupport
import TMWriting
import Testing

/// What can be seen in the text of the file; `BrowserTests` open it.
@Suite("The report as HTML")
struct HTMLReportTests {
  private func page(_ text: String) throws -> String {
    let sample = try ReportSample(text)
    return String(
      decoding: HTMLReport.bytes(of: sample.document, sample.source), as: UTF8.self)
  }

  private func contents(of page: String, from start: String, to end: String) throws -> String {
    let from = try #require(page.firstRange(of: start))
    let to = try #require(page[from.upperBound...].firstRange(of: end))
    return String(page[from.upperBound..<to.lowerBound])
  }

  @Test("the policy lets in the one style sheet and the one script, by their hashes")
  func policy() throws {
    let page = try page("model \"M\"\nprocess p\n")
    let style = try contents(of: page, from: "<style>", to: "</style>")
    let script = try contents(of: page, from: "<script>", to: "</script>")
    let policy = try contents(of: page, from: "Content-Security-Policy\" content=\"", to: "\"")
    #expect(policy.contains("default-src &#39;none&#39;"))
    #expect(policy.contains("style-src &#39;sha256-\(SHA256.base64(Array(style.utf8)))&#39;"))
    #expect(policy.contains("script-src &#39;sha256-\(SHA256.base64(Array(script.utf8)))&#39;"))
    #expect(!policy.contains("unsafe"))
    #expect(!page.contains(" style=\""))
    #expect(page.split(separator: "<script").count == 3)
  }

  @Test("nothing in the file leads to another one")
  func selfContained() throws {
    let page = try page("model \"M\"\nprocess p\n")
    for word in ["http://", "https://", "src=", "@import", "url("] {
      #expect(!page.contains(word), "\(word)")
    }
  }

  @Test(
    "a table shows 150 rows at once, the others as a reader comes to them",
    arguments: [(149, 0), (150, 0), (151, 1), (160, 10)])
  func rowsAtOnce(_ rows: Int, _ late: Int) throws {
    let processes = (0..<rows).map { "process p\($0) \"P\"\n" }.joined()
    let page = try page("model \"M\" { method: stride }\n" + processes)
    let table = try contents(of: page, from: "<table id=\"table-processes\"", to: "</table>")
    #expect(table.ranges(of: "<tr id=").count == rows)
    #expect(table.ranges(of: "class=\"late\"").count == late)
  }

  @Test("a cell of the coverage is open as long as one of its threats is", arguments: [0, 1, 2])
  func openCells(_ decided: Int) throws {
    let decisions = ["e", "g"].prefix(decided).map {
      "  threat \($0) { status: accepted; because: \"It is small enough.\" }\n"
    }
    let page = try page(
      """
      model "M" { method: stride }
      threat e "One" { category: tampering; applies-to: store }
      threat g "Two" { category: tampering; applies-to: store }
      policy { stride: off }
      store s "S" {
      \(decisions.joined())}
      """)
    let cells = page.matches(of: #/<a class="cell (open|answered)"[^>]*>2</#).map {
      String($0.output.1)
    }
    #expect(cells == [decided < 2 ? "open" : "answered"])
    #expect(page.contains(", \(2 - decided) open</span>") == (decided < 2))
  }

  @Test("each chapter but the last leads past itself to the next")
  func skips() throws {
    let sample = try ReportSample("model \"M\"\nprocess p\n")
    let page = try page("model \"M\"\nprocess p\n")
    let skipped = page.matches(of: #/class="skip on"[^>]*>Skip to ([^<]*)</#).map {
      String($0.output.1)
    }
    #expect(skipped == sample.document.chapters.dropFirst().map(\.title))
  }

  @Test("texts are escaped in elements, attributes and data")
  func escapes() throws {
    let page = try page(
      #"model "</title><script>alert(1)</script>" { owner: "\" onload=\"x" }"# + "\n"
        + #"process p "</script><script>alert(2)</script>""# + "\n")
    #expect(!page.contains("<script>alert"))
    #expect(!page.contains("\" onload="))
    #expect(page.contains("&lt;/title&gt;&lt;script&gt;alert(1)"))
    #expect(page.contains(#"\u003c/script>\u003cscript>alert(2)"#))
  }

  @Test("only addresses of the web become links")
  func links() throws {
    let page = try page(
      """
      requirement r "R" { link: "javascript:alert(1)", "https://tests.example/1" }
      control c "C" { satisfies: r; status: implemented }
      """)
    #expect(!page.contains("href=\"javascript:"))
    #expect(page.contains("<a href=\"https://tests.example/1\" rel=\"noopener noreferrer\">"))
  }

  @Test("a picture that could not be drawn leaves a note, and the report")
  func missingPicture() throws {
    let sample = try ReportSample("model \"M\"\nprocess p\n")
    let own = sample.source
    let source = ReportSource(
      own.model, own.register, own.risks, own.trace, pictures: [],
      missingPictures: [.init(title: "System", reason: "the diagram took longer than 20 s")],
      toolVersion: "1.2.3")
    let page = String(
      decoding: HTMLReport.bytes(of: ReportBuilder.document(source), source), as: UTF8.self)
    #expect(page.contains("System: the diagram took longer than 20 s."))
    #expect(page.contains("id=\"register\""))
  }

  @Test("two pages of one report are the same bytes")
  func determinism() throws {
    let sample = try ReportSample(example: "web-shop")
    #expect(
      HTMLReport.bytes(of: sample.document, sample.source)
        == HTMLReport.bytes(of: sample.document, sample.source))
  }
}
