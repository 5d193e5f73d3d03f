// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import FoundationXML
import TMTestSupport
import Testing

/// Titles by strangers in the formats for pull requests, from the text of a model to each output.
@Suite("Hostile titles in findings")
struct HostileFindingTests {
  /// Titles that try to become something else where findings are read.
  static let titles =
    HostileTitle.all + [
      HostileTitle("a workflow command", #"\n::error file=a::b\u{d}\n::set-output name=a::b"#),
      HostileTitle("an older workflow command", "##[add-matcher]/etc/passwd ##[error]x"),
      HostileTitle("escapes of workflow commands", "%0A::error::x%25%0D,title=x:y"),
      HostileTitle("a link", #"[x](1) [y](https://a.example) \\] \\[ ](2)"#),
    ]

  /// The model of the title, with a rule whose findings carry it.
  private func run(_ command: String, _ title: HostileTitle) throws -> ShellRun {
    let folder = try TemporaryFolder()
    try folder.write(title.ruled, to: "model.tm")
    return try ShellRun(command, in: folder.path)
  }

  @Test("workflow commands are those of findings alone", arguments: titles)
  func github(_ title: HostileTitle) throws {
    let run = try run(
      "tm lint --format github model.tm", title)
    let without = run.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(without.last == "" && without.count > 3)
    for line in without.dropLast() {
      #expect(line.contains(/^::(?:error|warning|notice) file=model\.tm,line=\d+,[^:]*::/))
      #expect(!line.contains("\r"))
    }
  }

  @Test("the summary is one table without active content", arguments: titles)
  func summary(_ title: HostileTitle) throws {
    let run = try run(
      "GITHUB_STEP_SUMMARY=summary.md tm lint --format github model.tm > /dev/null; cat summary.md",
      title)
    let rows = run.output.split(separator: "\n").dropFirst()
    #expect(rows.count > 3 && rows.allSatisfy { $0.hasPrefix("| ") && $0.hasSuffix("|") })
    for row in rows {
      #expect(!row.contains("<script") && !row.contains("<img") && !row.contains("<svg"))
      #expect(!row.contains(/[^\\]\]\(/))
    }
  }

  @Test("no format lets a control or a mark that reorders text through", arguments: titles)
  func raw(_ title: HostileTitle) throws {
    for format in ["github", "gitlab", "sarif", "junit"] {
      let output = try run("tm lint --format \(format) model.tm", title).output
      // The page about bytes that are no UTF-8 shows one; nothing of a title becomes one.
      let expected = format == "sarif" ? 1 : 0
      #expect(!output.isEmpty && output.count { $0 == "\u{FFFD}" } == expected, "\(format)")
      let dangerous = output.unicodeScalars.contains { scalar in
        switch scalar.value {
        case 0x0A: false
        case 0x00...0x1F, 0x7F...0x9F, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
      }
      #expect(!dangerous, "\(format)")
    }
  }

  @Test("SARIF and code quality are JSON, and a link leads to a related place", arguments: titles)
  func json(_ title: HostileTitle) throws {
    for format in ["sarif", "gitlab"] {
      let output = try run("tm lint --format \(format) model.tm", title).output
      _ = try JSONSerialization.jsonObject(with: Data(output.utf8))
      #expect(output.utf8.allSatisfy { $0 >= 0x20 || $0 == 0x0A })
    }
    let output = try run("tm lint --format sarif model.tm", title).output
    let log = try JSONDecoder().decode(Log.self, from: Data(output.utf8))
    let results = try #require(log.runs.first?.results)
    #expect(results.count > 3)
    for result in results {
      let links = Self.links(in: result.message.text)
      let ids = (result.relatedLocations ?? []).map { "\($0.id)" }
      #expect(links == ids, "\(result.message.text)")
    }
  }

  /// The targets of links as SARIF defines them (3.11.6): brackets that no backslash escapes.
  private static func links(in text: String) -> [String] {
    var targets: [String] = []
    var rest = text[...]
    var isOpen = false
    while let character = rest.popFirst() {
      switch character {
      case "\\": rest = rest.dropFirst()
      case "[": isOpen = true
      case "]" where isOpen && rest.first == "(":
        isOpen = false
        targets.append(String(rest.dropFirst().prefix { $0 != ")" }))
      default: break
      }
    }
    return targets
  }

  private struct Log: Decodable {
    let runs: [Run]

    struct Run: Decodable { let results: [Result] }
    struct Result: Decodable {
      let message: Message
      let relatedLocations: [Place]?
    }
    struct Message: Decodable { let text: String }
    struct Place: Decodable { let id: Int }
  }

  @Test("JUnit is XML of its five elements", arguments: titles)
  func junit(_ title: HostileTitle) throws {
    let output = try run("tm lint --format junit model.tm", title).output
    let names = ElementNames()
    let parser = XMLParser(data: Data(output.utf8))
    parser.delegate = names
    #expect(parser.parse(), "\(String(describing: parser.parserError))")
    let known: Set = ["testsuites", "testsuite", "testcase", "failure", "system-out", "skipped"]
    #expect(names.found.isSubset(of: known) && names.found.contains("failure"))
  }

  @Test("a baseline of such titles knows their findings", arguments: titles)
  func baseline(_ title: HostileTitle) throws {
    let run = try run(
      "tm lint --write-baseline a.jsonl model.tm && tm lint --baseline a.jsonl --format concise model.tm",
      title)
    #expect(run.status == 0 && run.output == "", "\(run.output)")
  }
}

extension HostileTitle {
  /// The model with a rule of its own about every process, flow and store.
  fileprivate var ruled: String {
    let title = "\(quotes)\(source)\(quotes)"
    return model + """
      rule own-rule \(title) {
        applies-to: process, flow, store
        when: not technology or technology
        advice: \(title)
      }

      """
  }
}

private final class ElementNames: NSObject, XMLParserDelegate {
  var found: Set<String> = []

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) { found.insert(name) }
}
