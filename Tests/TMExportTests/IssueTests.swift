// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import TMTestSupport
import Testing

@testable import TMExport

/// Issues for trackers: what is open, under a key that stays.
@Suite("Issues")
struct IssueTests {
  private static func model(_ rest: String) -> String {
    """
    model "Shop" { method: stride }
    external guest "Guest" { human: yes }
    asset order "Order" { class: pii }
    boundary site "Site" { process web "Web server" }
    flow buy: guest -> web "Sends an order" {
      carries: order
      crosses: site
      \(rest)
    }
    """
  }

  private struct Issue: Decodable {
    let key: String
    let title: String
    let body: String
    let labels: [String]
  }

  private static func issues(_ text: String) throws -> [Issue] {
    let export = try ModelExport(.gitHub, of: try CompiledSample(text))
    return try JSONDecoder().decode([Issue].self, from: Data(export.bytes))
  }

  @Test("name open threats and gaps alone, each once")
  func open() throws {
    let before = try Self.issues(Self.model("protocol: http"))
    let after = try Self.issues(
      Self.model(
        """
        protocol: http
        threat tampering { status: accepted; because: "Small." }
        threat spoofing { severity: high }
        """))
    #expect(before.contains { $0.key == "tm:buy.tampering" })
    #expect(!after.contains { $0.key == "tm:buy.tampering" })
    #expect(Set(after.map(\.key)).count == after.count)
    let spoofing = try #require(after.first { $0.key == "tm:buy.spoofing" })
    #expect(spoofing.labels == ["threat-model", "threat", "severity-high"])
    #expect(spoofing.body.hasSuffix("<!-- tm:buy.spoofing -->\n"))
    #expect(
      try Self.issues("requirement r \"Signed\"\nmodel \"M\"").map(\.key).contains(
        "tm:r:unused-requirement"))
  }

  @Test("keep their keys when titles change")
  func stable() throws {
    let before = try Self.issues(Self.model("protocol: http"))
    let after = try Self.issues(
      Self.model("protocol: http").replacing("Web server", with: "Shop front"))
    #expect(before.map(\.key) == after.map(\.key))
    #expect(before.map(\.title) != after.map(\.title))
  }

  @Test("are no longer than trackers take")
  func bounded() throws {
    let long = String(repeating: "order ", count: 20_000)
    let text = Self.model(
      "threat own \"\(long)\" { category: tampering; scenario: \"\(long)\" }")
    let issue = try #require(try Self.issues(text).first { $0.key == "tm:buy.own" })
    #expect(issue.title.count <= 255)
    #expect(issue.body.count <= 65_536)
    #expect(issue.body.hasSuffix("<!-- tm:buy.own -->\n"))
  }

  @Test("of 60,000 bytes are whole, of one more they end in a sentence about it")
  func cut() throws {
    func body(_ count: Int) throws -> String {
      let words = String(String(repeating: "order ", count: 20_000).prefix(count - 1)) + "."
      let text = Self.model("threat own \"Own\" { category: tampering; scenario: \"\(words)\" }")
      return try #require(try Self.issues(text).first { $0.key == "tm:buy.own" }).body
    }
    let around = try body(1_000).utf8.count - "\n<!-- tm:buy.own -->\n".utf8.count - 1_000
    #expect(!(try body(60_000 - around).contains("The rest stands in the model.")))
    #expect(try body(60_001 - around).contains("The rest stands in the model."))
  }

  @Test(
    "in Jira's wiki markup nobody's words are markup",
    arguments: [
      ("*b* {code} [x|y] !p!", "\\*b\\* \\{code\\} \\[x\\|y\\] \\!p\\!"), ("a\\b", "a&#92;b"),
      ("real-time -x-", "real-time \\-x-"), ("see :)", "see :\u{200B})"),
      ("mail @team", "mail \\@\u{200B}team"),
    ])
  func markup(_ words: String, _ expected: String) {
    #expect(JiraMarkup.escaped(words) == expected)
  }

  // MARK: - Bringing a tracker up to date

  /// A tracker of one file that answers as `gh api` does.
  private static let tracker = #"""
    #!/bin/bash
    store=$(dirname "$0")/store.json
    [[ -e $store ]] || echo '[]' >"$store"
    next() { jq "$@" "$store" >"$store.new" && mv "$store.new" "$store"; }
    case "$*" in
      *--paginate*) cat "$store" ;;
      *POST*) new=$(cat); next --argjson new "$new" '. + [$new + {number: (length + 1), state: "open"}]' ;;
      *PATCH*)
        number=$(grep -oE 'issues/[0-9]+' <<<"$*" | cut -d / -f 2)
        new=$(cat); next --argjson new "$new" --argjson n "$number" 'map(if .number == $n then . + $new else . end)' ;;
    esac
    """#

  @Test(
    "are made once, rewritten where they changed, and closed where they are done",
    .enabled(if: hasTools, "skipped: needs bash and jq"))
  func sync() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.tracker, to: "gh")
    let script = Repository.path("integrations/issues/sync.sh")
    let run = { (text: String) throws -> String in
      let export = try ModelExport(.gitHub, of: try CompiledSample(text))
      try folder.write(export.text, to: "issues.json")
      let command =
        "chmod +x \(folder.path)/gh; PATH=\(folder.path):$PATH \(script) github owner/shop \(folder.path)/issues.json"
      let child = try ChildRun("/bin/bash", ["-c", command], input: [])
      #expect(child.status == 0, "\(child.error)")
      return child.output
    }
    let text = Self.model("protocol: http")
    let count = try Self.issues(text).count
    #expect(try run(text) == "\(count) made, 0 updated, 0 closed\n")
    #expect(try run(text) == "0 made, 0 updated, 0 closed\n")
    let renamed = text.replacing("Web server", with: "Shop front")
    #expect(try run(renamed) == "0 made, \(count) updated, 0 closed\n")
    let decided = renamed.replacing(
      "protocol: http",
      with: "protocol: http\nthreat tampering { status: accepted; because: \"x\" }")
    #expect(try run(decided).hasPrefix("0 made, 0 updated, 1 closed"))
    let store = try folder.text("store.json")
    #expect(store.components(separatedBy: "\"closed\"").count == 2)
  }

  private static var hasTools: Bool {
    (try? ChildRun("/bin/bash", ["-c", "command -v jq"], input: []))?.status == 0
  }
}
