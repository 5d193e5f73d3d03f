// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// A title that tries to become something else in one of the outputs.
struct HostileTitle: Sendable, CustomStringConvertible {
  let description: String
  /// As it stands between the quotes of the model.
  let source: String

  static let all: [HostileTitle] = [
    .init("script", "<script>alert(1)</script><img src=x onerror=alert(1)>"),
    .init("end of a section", "]]></style></svg><svg onload=alert(1)>"),
    .init("quotes", #"\" onload=\"alert(1) ' `"#),
    .init("backslashes", #"\\ \\N \\l \\\" a\\"#),
    .init("line breaks", #"one\ntwo\n\nthree"#),
    .init("bare line breaks", "one\ntwo\r\nthree", quotes: "\"\"\""),
    .init("right to left", "txt.exe \u{200F}מכשיר"),
    // As they are they are errors (`hidden-text`).
    .init(
      "escaped right to left", #"\u{202e}txt.exe\u{202c} \u{2067}isolated\u{2069}\u{2066}"#),
    .init("terminal escapes", #"\u{1b}]0;x\u{7}\u{1b}[2J\u{9b}31m\u{0}\u{7f}"#),
    .init("entities", "&lt;b&gt; &amp; &#0; &bogus; %s %n"),
    .init("formula", #"=cmd|'/c calc'!A1,+1;@x"#),
    .init("Markdown", "# [x](javascript:alert) ![y](//z) `c` | **b** <br> ~~s~~ https://x.y @all"),
    .init("a list", "1. one"), .init("a quote", "> one"), .init("a fence", "``` one"),
    .init("Mermaid", "end; click n0 \\\"javascript:alert(1)\\\" %%{init: {}}%% #quot; fa:fa-car"),
    .init("DOT", #"}; node [image=\"/etc/passwd\"]; { <<TABLE><TR><TD>x</TD></TR></TABLE>>"#),
    .init("10,000 characters", String(repeating: "long title ", count: 909) + "x"),
    .init("10,000 without a space", String(repeating: "W", count: 10_000)),
    .init("marks", "e" + String(repeating: "\u{301}", count: 5_000)),
    .init("beyond the basic plane", "\u{1F468}\u{200D}\u{1F469} 東京都 \u{10FFFF} \u{FFFE}"),
  ]

  static let harmless = HostileTitle("harmless", "Title")

  let quotes: String

  init(_ description: String, _ source: String, quotes: String = "\"") {
    self.description = description
    self.source = source
    self.quotes = quotes
  }

  /// The title on the one line of a comment.
  private var comment: String {
    source.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  /// A model in which the title stands wherever a title can.
  var model: String {
    let title = "\(quotes)\(source)\(quotes)"
    return """
      /// \(comment)
      model \(title) {
        method: stride, stride-per-element, linddun, linddun-per-element, cia
        version: \(title); document-number: \(title); intended-use: \(title); because: \(title)
        owner: \(title); approver: \(title), \(title)
        profile: fda
      }
      import medical
      asset a \(title) { class: phi, therapy; confidentiality: high; integrity: high }
      hazard h \(title) { severity: serious }
      control c \(title) { status: proposed; owner: \(title); satisfies: r; new-risks: \(title) }
      requirement r \(title) { verified-by: t, \(title); link: \(title) }
      verification t \(title) { status: failed; link: \(title), "javascript:alert(1)" }
      assumption u \(title) { about: p; owner: \(title) }
      external x \(title) { human: yes }
      boundary b \(title) {
        zone: internet
        process p \(title) { technology: \(title); function: therapy, alarm
          interface i \(title) { kind: web }
          component k \(title) { version: \(title); supplier: \(title); purl: \(title) }
        }
        store s \(title) { holds: a }
      }
      flow f: x -> p.i \(title) {
        carries: a
        protocol: http
        version: \(title)
        on-error: \(title)
      }
      document d \(title) { covers: sbom; version: \(title); link: \(title); owner: \(title) }
      view o \(title) { kind: global; omitted: \(title) }
      flow g: p -> s \(title) {
        carries: a
        threat own \(title) {
          category: tampering
          status: open
          because: \(title)
          transferred-to: \(title)
          treatment: transfer
          scenario: \(title)
        }
      }
      view v \(title) { include: b }

      """
  }
}
