// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMLint
import TMModel
import TMSource
import TMTestSupport
import TMThreats
import Testing

/// The examples lint clean, and an element that moves is noticed at every flow it has.
@Suite struct ExampleTests {
  /// An example folder: the root file bears the name of the folder.
  struct Example: Sendable, CustomStringConvertible {
    let name: String
    var description: String { name }

    func files() throws -> [(path: String, text: String)] {
      let folder = "examples/\(name)"
      let paths = Repository.files(under: folder, extension: "tm")
      let root = "\(folder)/\(name).tm"
      return try ([root] + paths.filter { $0 != root }).map { path in
        (String(path.dropFirst(folder.count + 1)), try Repository.text(path))
      }
    }
  }

  static let examples = ["ankle-monitor", "infusion-pump", "pacs", "web-shop"].map(Example.init)

  /// The day of the examples, after all that they say was done.
  static let today = CalendarDate("2026-12-01")

  @Test(arguments: examples)
  func examplesLintClean(_ example: Example) throws {
    let run = try LintRun(example.files(), libraries: .builtIn, today: Self.today)
    #expect(run.text == "no findings\n")
  }

  @Test(arguments: examples)
  func crossingsThatAreLeftOutAreWrittenByTheFix(_ example: Example) throws {
    var files = try example.files()
    for index in files.indices {
      files[index].text = files[index].text.replacing(/crosses: [^;}\n]*[^;}\n ]/, with: "")
    }
    let run = try LintRun(files, libraries: .builtIn, today: Self.today)
    let after = try LintRun(run.fixed, libraries: .builtIn, today: Self.today)
    #expect(run.diagnostics.contains { $0.rule == "missing-crossing" })
    #expect(after.text == "no findings\n")
  }

  @Test func aMovedElementIsNoticedAtItsFlowsAndRepaired() throws {
    let files = try #require(Self.examples.first { $0.name == "infusion-pump" }).files()
    let element = "    process wlan-controller "
    var moved = files
    for index in moved.indices {
      let lines = moved[index].text.split(separator: "\n", omittingEmptySubsequences: false)
      guard let line = lines.first(where: { $0.hasPrefix(element) }) else { continue }
      let rest = lines.filter { $0 != line }
      let home = try #require(rest.firstIndex { $0.contains("boundary biomed-net ") })
      moved[index].text = (rest[...home] + [line] + rest[(home + 1)...]).joined(separator: "\n")
    }
    let run = try LintRun(moved, libraries: .builtIn, today: Self.today)
    let crossings = run.diagnostics.filter { $0.rule.hasSuffix("-crossing") }
    #expect(crossings.contains { $0.rule == "missing-crossing" })
    #expect(crossings.contains { $0.rule == "stale-crossing" })
    for diagnostic in crossings {
      let labels = diagnostic.secondary.map { run.sources.text($0.range) }
      #expect(labels.contains("biomed-net") || labels.contains("pump-wlan"))
    }

    let fixed = run.fixed
    let before = Dictionary(uniqueKeysWithValues: moved.map { ($0.path, $0.text) })
    for file in fixed {
      let kept = { (text: String) in text.split(separator: "\n").filter { !$0.contains("crosses") }
      }
      #expect(kept(file.text) == kept(before[file.path] ?? ""))
    }
    let after = try LintRun(fixed, libraries: .builtIn, today: Self.today)
    #expect(!after.diagnostics.contains { $0.rule == "missing-crossing" })
    #expect(!after.diagnostics.contains { $0.rule == "stale-crossing" })
  }
}
