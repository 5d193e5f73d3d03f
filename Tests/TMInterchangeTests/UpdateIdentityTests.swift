// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMInterchange
import Testing

/// What stays the same thing in the newer version of a source, with what was decided about it.
@Suite("What moves, and what is one of several")
struct UpdateIdentityTests {
  /// Boundaries a, b and c with what lies in each, a decision at each process.
  private static func zones(_ places: [(zone: String, members: String)]) -> String {
    places.map { zone, members in
      let body = members.split(separator: " ").map { name in
        """
          process \(name) "\(name.uppercased())" {
            link: "otm:\(name)"
          }

        """
      }.joined()
      return "boundary \(zone) \"\(zone.uppercased())\" {\n  link: \"otm:\(zone)\"\n\(body)}\n"
    }.joined(separator: "\n")
  }

  private static func decided(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let words = line.split(separator: " ")
      guard ["process", "flow"].contains(words.first), line.hasSuffix("{") else { return "\(line)" }
      let indent = line.prefix { $0 == " " }
      let reason = "\"\(words[1].filter { $0 != ":" }) is as it was\""
      return "\(line)\n\(indent)  threat tampering { status: accepted; because: \(reason) }"
    }.joined(separator: "\n")
  }

  private static func updated(
    _ people: String, from base: String, to newer: String
  ) -> (text: String, update: ModelUpdate) {
    let update = ModelUpdate(
      of: Array(people.utf8), base: Array(base.utf8), newer: Array(newer.utf8))
    return (String(decoding: update.text, as: UTF8.self), update)
  }

  @Test(
    "what moves keeps what was decided, whatever leaves the place that it comes to",
    arguments: [
      (["web", "job", ""], ["job", "web", ""]),
      (["web", "job", "log"], ["log", "web", "job"]),
      (["web", "job", ""], ["", "web", "job"]),
      (["web app", "job", ""], ["", "app", "web job"]),
      (["web app job", "", ""], ["job", "web", "app"]),
      (["web app", "", ""], ["", "app web", ""]),
      (["web", "job log", ""], ["job log", "", "web"]),
    ])
  func moves(_ before: [String], _ after: [String]) {
    let names = ["a", "b", "c"]
    let base = Self.zones(Array(zip(names, before)))
    let newer = Self.zones(Array(zip(names, after)))
    let (text, update) = Self.updated(Self.decided(base), from: base, to: newer)
    #expect(update.lost.isEmpty)
    #expect(update.conflicts.isEmpty)
    // In the order of what came when; each with its decision.
    let lines = text.split(separator: "\n").map { $0.drop { $0 == " " } }
    var zone = ""
    var found: [String: Set<String>] = [:]
    for line in lines {
      let words = line.split(separator: " ").map(String.init)
      if words.first == "boundary" { zone = words[1] }
      if words.first == "process" { found[zone, default: []].insert(words[1]) }
    }
    for (name, members) in zip(names, after) {
      #expect(
        (found[name] ?? []) == Set(members.split(separator: " ").map(String.init)), "\(text)")
    }
    let count = before.joined(separator: " ").split(separator: " ").count
    #expect(text.components(separatedBy: "is as it was").count - 1 == count, "\(text)")
    #expect(Self.updated(text, from: newer, to: newer).text == text)
  }

  @Test("what moves into boundaries of one line, or without a body, stands there once")
  func bodies() {
    let base = Self.zones([("a", "web job"), ("b", "")])
    let newer = Self.zones([("a", ""), ("b", "web job")])
    let people = Self.decided(base).replacingOccurrences(
      of: "boundary b \"B\" {\n  link: \"otm:b\"\n}", with: "boundary b \"B\" { link: \"otm:b\" }")
    let (text, update) = Self.updated(people, from: base, to: newer)
    #expect(update.lost.isEmpty)
    #expect(text.components(separatedBy: "is as it was").count - 1 == 2, "\(text)")
    #expect(text.components(separatedBy: "process ").count - 1 == 2, "\(text)")
  }

  @Test("what is new in a boundary that somebody deleted stands around it")
  func deleted() {
    let base = Self.zones([("a", ""), ("b", "job")])
    let newer = Self.zones([("a", "web"), ("b", "")])
      .replacingOccurrences(
        of: "boundary a \"A\" {\n  link: \"otm:a\"\n",
        with:
          "boundary a \"A\" {\n  link: \"otm:a\"\n  process job \"JOB\" {\n    link: \"otm:job\"\n  }\n"
      )
    let people = Self.decided(Self.zones([("b", "job")]))
    let (text, update) = Self.updated(people, from: base, to: newer)
    #expect(update.lost.isEmpty)
    #expect(text.contains("\nprocess web \"WEB\""), "\(text)")
    #expect(text.contains("\nprocess job \"JOB\""), "\(text)")
    #expect(text.contains("job is as it was"))
  }

  // MARK: - Several of one id

  private static let ends = """
    process user "User" {
      link: "mermaid:A"
    }

    process web "Web" {
      link: "mermaid:B"
    }


    """

  private static func flows(_ bodies: [String]) -> String {
    ends
      + bodies.enumerated().map { index, body in
        """
        flow f\(index == 0 ? "" : "-\(index + 1)"): user -> web {
          \(body)
          link: "mermaid:A-B"
        }

        """
      }.joined()
  }

  @Test(
    "a decision stays at the flow that it was made about, whatever stands first",
    arguments: [
      // What the source says of each, what it says then, and how many decisions stay in force.
      (["protocol: http", "protocol: https"], ["protocol: https", "protocol: http"], 2),
      (["carries: a", "carries: b"], ["carries: b", "carries: a"], 2),
      (
        ["authenticated: no", "authenticated: mfa"], ["authenticated: mfa", "authenticated: no"], 2
      ),
      (["protocol: http", "protocol: https"], ["protocol: https"], 2),
      (
        ["protocol: http", "protocol: https"],
        ["protocol: https", "protocol: http", "protocol: mqtt"], 2
      ),
      (["protocol: http", "protocol: https"], ["protocol: https", "protocol: mqtt"], 1),
      (["protocol: http", "protocol: https"], ["protocol: amqp", "protocol: mqtt"], 0),
    ])
  func parallel(_ before: [String], _ after: [String], _ inForce: Int) throws {
    let base = Self.flows(before)
    var people = base
    for (index, body) in before.enumerated() {
      let name = "flow f\(index == 0 ? "" : "-\(index + 1)"): user -> web {"
      people = people.replacingOccurrences(
        of: name,
        with: "\(name)\n  threat tampering { status: accepted; because: \"Fine: \(body)\" }")
    }
    let newer = Self.flows(after)
    let (text, update) = Self.updated(people, from: base, to: newer)
    #expect(update.lost.isEmpty)
    var kept = 0
    for flow in text.components(separatedBy: "\nflow ").dropFirst() {
      guard flow.contains("status: accepted"), let start = flow.range(of: "Fine: "),
        let end = flow.range(of: "\" }")
      else { continue }
      kept += 1
      #expect(flow.contains("\n  \(flow[start.upperBound..<end.lowerBound])\n"), "\(flow)")
    }
    #expect(kept == inForce, "\(text)")
    let told = update.conflicts.filter { $0.message.contains("is open again") }.count
    #expect(told == before.count - inForce, "\(update.conflicts)")
  }

  @Test("a title that goes over to another id opens what was decided about both")
  func letters() {
    let base = """
      process web "Web" {
        link: "mermaid:B"
      }

      process db "Orders" {
        link: "mermaid:C"
      }

      flow save: web -> db "Saves" {
        link: "mermaid:B-C"
      }

      """
    let newer = """
      process proxy "Proxy" {
        link: "mermaid:B"
      }

      process web "Web" {
        link: "mermaid:C"
      }

      process db "Orders" {
        link: "mermaid:D"
      }

      flow save: proxy -> web "Saves" {
        link: "mermaid:B-C"
      }

      """
    let (text, update) = Self.updated(Self.decided(base), from: base, to: newer)
    #expect(update.lost.isEmpty)
    #expect(text.components(separatedBy: "status: open").count - 1 == 3, "\(text)")
    #expect(update.conflicts.count == 3)
    #expect(update.conflicts.allSatisfy { $0.message.contains("another id") })
    // A new title that was nobody's is a new title.
    let renamed = base.replacingOccurrences(of: "\"Web\"", with: "\"Web shop\"")
    let (kept, calm) = Self.updated(Self.decided(base), from: base, to: renamed)
    #expect(kept.components(separatedBy: "status: accepted").count - 1 == 3)
    #expect(calm.conflicts.isEmpty)
  }
}
