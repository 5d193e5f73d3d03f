// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Glibc
import TMSyntax
import TMTestSupport
import Testing

/// Inputs made to exhaust the stack, the memory or the time of a parser. By default a tenth of their
/// size; the whole with `TM_THOROUGH=1`, best in release.
@Suite("A hostile text gets an answer in time proportional to its size")
struct HugeInputTests {
  struct Hostile: Sendable, CustomTestStringConvertible {
    let name: String
    let unit: String
    let count: Int
    let isValid: Bool

    var testDescription: String { name }

    var bytes: [UInt8] {
      let unit = Array(unit.utf8)
      let count = Sample.isThorough ? count : (count + 9) / 10
      var result: [UInt8] = []
      result.reserveCapacity(unit.count * count)
      for _ in 0..<count { result += unit }
      return result
    }
  }

  static let hostile = [
    Hostile(name: "braces", unit: "{", count: 1_000_000, isValid: false),
    Hostile(name: "closing braces", unit: "}", count: 1_000_000, isValid: false),
    Hostile(name: "bodies on one line", unit: "a {", count: 100_000, isValid: false),
    Hostile(name: "bodies on a line each", unit: "a {\n", count: 100_000, isValid: false),
    Hostile(name: "parentheses in a value", unit: "a: (", count: 250_000, isValid: false),
    Hostile(name: "parentheses", unit: "(", count: 1_000_000, isValid: false),
    Hostile(name: "negations", unit: "not ", count: 250_000, isValid: false),
    Hostile(name: "commas", unit: "a,", count: 500_000, isValid: false),
    Hostile(name: "attributes", unit: "@a(", count: 300_000, isValid: false),
    Hostile(name: "unclosed long text", unit: "\"\"\"\na \n", count: 1, isValid: false),
    Hostile(name: "quotes", unit: "\"\"\"\"", count: 250_001, isValid: false),
    Hostile(name: "zero bytes", unit: "\0", count: 1_000_000, isValid: false),
    Hostile(name: "wrong signs", unit: "=", count: 1_000_000, isValid: false),
    Hostile(name: "letters outside ASCII", unit: "é", count: 500_000, isValid: false),
    Hostile(name: "one long name", unit: "a", count: 1_000_000, isValid: true),
    Hostile(name: "carriage returns", unit: "\r", count: 1_000_000, isValid: true),
    Hostile(name: "semicolons", unit: ";", count: 1_000_000, isValid: true),
    Hostile(name: "spaces", unit: " ", count: 1_000_000, isValid: true),
    Hostile(name: "a byte-order mark", unit: "\u{FEFF}", count: 1, isValid: true),
    Hostile(name: "nothing", unit: "", count: 1, isValid: true),
  ]

  @Test("as bare text", arguments: hostile)
  func bare(_ input: Hostile) {
    let tree = parse(input.bytes)
    #expect(tree.violation == nil)
    #expect(tree.diagnostics.isEmpty == input.isValid)
  }

  @Test(
    "after the start of a value",
    arguments: ["(", "not ", "any x where ", "a and ", "a,", "\"\"\""])
  func value(_ unit: String) {
    let bytes =
      Array("a: ".utf8) + Hostile(name: "", unit: unit, count: 200_000, isValid: false).bytes
    let tree = parse(bytes)
    #expect(tree.violation == nil)
    #expect(!tree.diagnostics.isEmpty)
  }

  @Test("in a text that is never closed, 1 MB or with TM_THOROUGH=1 10 MB, with one diagnostic")
  func unclosedText() {
    let bytes =
      Array("a: \"\"\"".utf8)
      + [UInt8](repeating: 0x7B, count: Sample.isThorough ? 10_000_000 : 1_000_000)
    #expect(parse(bytes).diagnostics.map(\.rule) == ["unclosed-string"])
  }

  @Test("and four times the text takes about four times the time", .timeLimit(.minutes(1)))
  func proportion() {
    /// Time of the processor that this thread took, since others may want it as well; the least of five.
    func time(_ count: Int) -> Int {
      let bytes =
        Array("a: ".utf8) + Hostile(name: "", unit: "b and\n", count: count, isValid: false).bytes
      return (0..<5).map { _ in
        let start = threadNanoseconds()
        _ = parse(bytes)
        return threadNanoseconds() - start
      }.min() ?? 0
    }
    #expect(time(40_000) < time(10_000) * 10)
  }
}

private func threadNanoseconds() -> Int {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return time.tv_sec * 1_000_000_000 + time.tv_nsec
}
