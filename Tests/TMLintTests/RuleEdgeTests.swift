// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMLint
import TMModel
import TMTestSupport
import Testing

/// Where each rule begins and ends: the blocks of `Tests/Rules`, each under the name of its rule.
@Suite struct RuleEdgeTests {
  @Test(arguments: RuleEdge.all)
  func findsWhatTheLinesSay(_ edge: RuleEdge) throws {
    // What a rule says of questions that wait needs the library that asks them.
    let libraries = edge.text.contains("\nimport ") ? ThreatLibraries.builtIn : .none
    let run = try LintRun([("model.tm", edge.text)], libraries: libraries)
    let found = run.diagnostics.filter { $0.rule == edge.rule }.map { run.line(of: $0) }
    #expect(found.sorted() == edge.expected, "\(edge)")
  }

  /// A boundary is held from both sides, more than once.
  @Test func eachHasThreeCasesForAndThreeAgainst() {
    var counts: [String: (finds: Int, not: Int)] = [:]
    for edge in RuleEdge.all {
      counts[edge.rule, default: (0, 0)].finds += edge.expected.count
      counts[edge.rule, default: (0, 0)].not += edge.near
    }
    for (rule, count) in counts.sorted(by: { $0.key < $1.key }) {
      #expect(count.finds >= 3 && count.not >= 3, "\(rule): \(count)")
      #expect(Rule.all.contains { $0.name == rule }, "\(rule) is no rule")
    }
    #expect(counts.count >= 30)
  }
}

/// A model of `Tests/Rules`, with the lines at which its rule finds something.
struct RuleEdge: Sendable, CustomStringConvertible {
  let description: String
  let rule: String
  let text: String
  /// One-based, in order.
  let expected: [Int]
  /// How many lines are nearly like them.
  let near: Int

  static let all: [RuleEdge] = Repository.files(under: "Tests/Rules", extension: "md").flatMap {
    path in
    MarkdownBlock.blocks(in: (try? Repository.text(path)) ?? "").map { block in
      let lines = block.text.split(separator: "\n", omittingEmptySubsequences: false)
      return RuleEdge(
        description: "\(path):\(block.lines.lowerBound + 1)", rule: block.heading, text: block.text,
        expected: lines.indices.filter { lines[$0].contains("// finds") }.map { $0 + 1 },
        near: lines.count { $0.contains("// not:") })
    }
  }
}
