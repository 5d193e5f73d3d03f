// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMDocument
import TMRegister
import TMWriting

/// Writes a report as one HTML file that needs nothing else.
///
/// Everything is in the page without the script, which adds choosing, filtering and zooming. The policy
/// in its head lets in the one style sheet and the one script by their hashes, and nothing from
/// anywhere.
package enum HTMLReport {
  package static func bytes(
    of document: ReportDocument, _ source: ReportSource, on medium: HTMLMedium = .screen
  ) -> [UInt8] {
    var page = HTMLPage(document, source, medium)
    page.writeBody()
    let style = HTMLStyle.text(of: page)
    let script = medium.hasScript ? PackageResources.report_js : nil
    var html = HTMLWriter()
    html.verbatim("<!doctype html>\n".utf8)
    html.open("html", ["lang": "en"])
    html.open("head")
    html.void("meta", ["charset": "utf-8"])
    html.void(
      "meta",
      ["http-equiv": "Content-Security-Policy", "content": policy(style: style, script: script)])
    html.void("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
    html.void("meta", ["name": "color-scheme", "content": "light dark"])
    html.void("meta", ["name": "referrer", "content": "no-referrer"])
    html.void("meta", ["name": "generator", "content": "Drawbridge \(source.toolVersion)"])
    html.element("title", "\(document.title) – threat model")
    html.line()
    html.element("style") { $0.verbatim(style) }
    html.close("head")
    html.line()
    html.open("body")
    html.verbatim(page.html.bytes)
    if let script {
      html.element("script", ["type": "application/json", "id": "ui-data"]) {
        $0.verbatim(HTMLData.bytes(of: page))
      }
      html.element("script") { $0.verbatim(script) }
    }
    html.close("body")
    html.close("html")
    html.line()
    return html.bytes
  }

  private static func policy(style: [UInt8], script: [UInt8]?) -> String {
    "default-src 'none'; style-src 'sha256-\(SHA256.base64(style))'; "
      + (script.map { "script-src 'sha256-\(SHA256.base64($0))'; " } ?? "")
      + "img-src data:; base-uri 'none'; form-action 'none'"
  }
}

extension HTMLPage {
  fileprivate mutating func writeBody() {
    if medium.hasScript { writeSkips() }
    writeMasthead()
    if medium.hasScript {
      html.element(
        "div",
        [
          "class": "filters", "id": "ui-filters", "role": "search",
          "aria-label": "Filter threats", "hidden": "",
        ], "")
      html.line()
    }
    html.open(
      "main",
      ["id": "content", "class": document.edition == .summary ? "short" : nil, "tabindex": "-1"])
    writeSummary()
    if medium.isWordProcessor {
      // It has contents of its own, with the numbers of its pages.
      writeStage()
    } else if document.edition == .summary, !medium.hasScript {
      // Few pages want no page for their contents: these stand in front of the chapters.
      writeStage()
      writeContents()
    } else {
      writeContents()
      writeStage()
    }
    html.open("div", ["class": "chapters"])
    writeChapters()
    html.close("div")
    html.close("main")
    html.element("footer", ["class": "foot"]) {
      $0.text("Made by Drawbridge \(source.toolVersion) from the model alone.")
    }
    html.line()
  }

  /// For readers with a keyboard: unseen until one of them is reached.
  private mutating func writeSkips() {
    html.open("nav", ["class": "skips", "aria-label": "Skip"])
    var places = [("#content", "Skip to the report"), ("#diagram", "Skip to the diagram")]
    for chapter in document.chapters
    where ["register", "conclusion", "safety"].contains(chapter.id) {
      guard let target = anchors.target(.chapter(chapter.id)) else { continue }
      places.append((target, "Skip to \(chapter.title)"))
    }
    for (target, text) in places { html.element("a", ["class": "skip", "href": target], text) }
    html.close("nav")
  }

  private mutating func writeSummary() {
    if document.summary.isEmpty { return }
    html.open("section", ["class": "summary", "id": "summary", "aria-labelledby": "summary-title"])
    html.element("h2", ["id": "summary-title"], "Summary")
    write(document.summary, chapter: 0)
    html.close("section")
  }

  private mutating func writeMasthead() {
    html.open("header", ["class": "masthead"])
    html.open("div", ["class": "title"])
    // The title of a document is none of its headings.
    if !medium.isWordProcessor {
      html.element("p", ["class": "kind"], "Threat model")
      html.element("h1", document.title)
    }
    write(document.facts, classes: "facts")
    html.close("div")
    if medium.hasScript { html.element("div", ["class": "tools", "id": "ui-tools"], "") }
    html.close("header")
    html.line()
  }
}
