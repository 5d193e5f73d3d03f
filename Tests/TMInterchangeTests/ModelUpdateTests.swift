// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import TMInterchange
import TMTestSupport
import Testing

/// Updates of models that people worked on.
@Suite("Updates of imported models")
struct ModelUpdateTests {
  private static let base = """
    model "M" {
      method: stride
    }

    boundary cloud "Cloud" {
      link: "td:z"
      process app "App" {
        technology: "Swift"
        link: "td:a"
      }
    }

    external user "User" {
      link: "td:u"
    }

    flow use: user -> app "Uses" {
      protocol: http
      crosses: cloud
      link: "td:f"
    }

    """

  /// What the source changed, what people changed, and what comes out of it: `from => to` in the text.
  private static let cases:
    [(String, newer: [String], people: [String], expected: [String], conflicts: Int)] = [
      ("nothing changed", [], [], [], 0),
      ("only people changed", [], ["\"App\" => \"Ward app\""], ["\"App\" => \"Ward app\""], 0),
      ("only the source changed", ["\"App\" => \"Ward app\""], [], ["\"App\" => \"Ward app\""], 0),
      (
        "both changed one title", ["\"App\" => \"B\""], ["\"App\" => \"C\""], ["\"App\" => \"C\""],
        1
      ),
      (
        "both changed it alike", ["\"App\" => \"B\""], ["\"App\" => \"B\""], ["\"App\" => \"B\""], 0
      ),
      (
        "both changed one property", ["protocol: http => protocol: mqtt"],
        ["protocol: http => protocol: https"], ["protocol: http => protocol: http, https"], -1
      ),
      (
        "a scalar that both changed", ["\"Swift\" => \"Rust\""], ["\"Swift\" => \"C\""],
        ["\"Swift\" => \"C\""], 1
      ),
      (
        "an id that people changed stays, and what is new uses it", ["-> app => <-> app"],
        ["process app => process ward", "-> app => -> ward"],
        ["process app => process ward", "-> app => <-> ward"], 0
      ),
      (
        "a comment stays where it stands", ["\"Swift\" => \"Rust\""],
        ["technology: \"Swift\" => technology: \"Swift\" // ours"],
        ["technology: \"Swift\" => technology: \"Rust\" // ours"], 0
      ),
      (
        "a property that came", ["link: \"td:a\" => privilege: user\n    link: \"td:a\""], [],
        ["technology: \"Swift\" => technology: \"Swift\"\n    privilege: user"], 0
      ),
      (
        "a property that went", ["    technology: \"Swift\"\n => "], [],
        ["    technology: \"Swift\"\n => "], 0
      ),
    ]

  @Test("follow the source, and keep what people made", arguments: cases.indices)
  func merges(_ index: Int) throws {
    let (name, newer, people, expected, conflicts) = Self.cases[index]
    let update = ModelUpdate(
      of: try Self.edited(people), base: Array(Self.base.utf8), newer: try Self.edited(newer))
    if conflicts >= 0 {
      #expect(update.conflicts.count == conflicts, "\(name): \(update.conflicts)")
      #expect(
        String(decoding: update.text, as: UTF8.self)
          == String(decoding: try Self.edited(expected), as: UTF8.self), "\(name)")
    } else {
      // A list: what the source took out is gone, and what both added stands once.
      let text = String(decoding: update.text, as: UTF8.self)
      #expect(text.contains("protocol: https, mqtt"), "\(text)")
    }
  }

  private static func edited(_ edits: [String]) throws -> [UInt8] {
    var text = base
    for edit in edits {
      let range = try #require(edit.range(of: " => "))
      let (from, to) = (String(edit[..<range.lowerBound]), String(edit[range.upperBound...]))
      #expect(text.contains(from), "\(from)")
      text = text.replacingOccurrences(of: from, with: to)
    }
    return Array(text.utf8)
  }

  @Test("an update with what was imported changes nothing, for every file at hand")
  func idempotent() throws {
    let folder = Repository.path("../shared/corpus/interchange")
    let files = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    for file in files.sorted() where file.contains("/") && file.contains(".") {
      let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(file)")))
      let text = try ModelImport(bytes, fileName: "model").text(source: "model")
      let update = ModelUpdate(of: text, base: text, newer: text)
      #expect(update.text == text, "\(file)")
      #expect(update.conflicts.isEmpty, "\(file): \(update.conflicts.prefix(3))")
    }
  }

  /// What the source says of the flow, of a threat and of a process by then, and whether decisions stay.
  @Test(
    "a decision does not stay on what is another thing by now",
    arguments: [
      ("user -> app => app -> user", "runs the other way", 1),
      ("user -> app => user -> other", "has other ends", 1),
      ("user -> app => user <-> app", "", 0),
      ("process app => store app", "was a process before", 1),
      (
        "\"Stolen\" {\n    category: spoofing => \"Lost\" {\n    category: tampering",
        "title and category", 1
      ),
      (
        "\"Stolen\" {\n    category: spoofing => \"Lost\" {\n    category: spoofing\n    scenario: \"New.\"",
        "title and text", 1
      ),
      ("\"Stolen\" => \"Lost\"", "", 0), ("severity: low => severity: high", "more severe", 1),
      ("severity: high => severity: low", "", 0), ("\"App\" => \"Ward app\"", "", 0),
    ])
  func decisions(_ edit: String, _ reason: String, _ count: Int) throws {
    let isUp = !edit.hasPrefix("severity: high")
    let own = """
        threat own-stolen "Stolen" {
          category: spoofing
          severity: \(isUp ? "low" : "high")
          link: "td:t"
        }

      """
    let base = String(decoding: try Self.edited([]), as: UTF8.self)
      .replacingOccurrences(
        of: "    technology: \"Swift\"\n", with: own + "    technology: \"Swift\"\n"
      )
      .replacingOccurrences(
        of: "external user", with: "process other \"Other\" {\n  link: \"td:o\"\n}\n\nexternal user"
      )
    let decided = "status: accepted\n    because: \"The board.\""
    let people =
      base
      .replacingOccurrences(of: "category: spoofing", with: "category: spoofing\n    \(decided)")
      .replacingOccurrences(
        of: "protocol: http", with: "protocol: http\n  threat tampering {\n    \(decided)\n  }")
    let parts = edit.components(separatedBy: " => ")
    let newer = base.replacingOccurrences(of: parts[0], with: parts[1])
    #expect(newer != base)
    let update = ModelUpdate(
      of: Array(people.utf8), base: Array(base.utf8), newer: Array(newer.utf8))
    let text = String(decoding: update.text, as: UTF8.self)
    #expect(text.components(separatedBy: "status: open").count - 1 == count, "\(text)")
    #expect(text.components(separatedBy: "status: accepted").count - 1 == 2 - count, "\(text)")
    let told = update.conflicts.filter { $0.message.contains("is open again") }
    #expect(
      told.count == count && told.allSatisfy { $0.message.contains(reason) }, "\(update.conflicts)")
    #expect(text.components(separatedBy: "The board.").count - 1 == 2)
  }

  @Test("what is new and nests, moves and goes is put where it belongs")
  func structure() throws {
    let newer = """
      model "M" {
        method: stride
      }

      boundary cloud "Cloud" {
        link: "td:z"
        boundary inner "Inner" {
          link: "td:i"
          process app "App" {
            technology: "Swift"
            link: "td:a"
          }
          store own "Own" {
            link: "td:o"
          }
        }
      }

      """
    let people = String(decoding: try Self.edited([]), as: UTF8.self)
      .replacingOccurrences(of: "external user", with: "process own \"Mine\"\n\nexternal user")
    let update = ModelUpdate(
      of: Array(people.utf8), base: Array(Self.base.utf8), newer: Array(newer.utf8))
    #expect(update.conflicts.isEmpty)
    #expect(
      String(decoding: update.text, as: UTF8.self) == """
        model "M" {
          method: stride
        }

        boundary cloud "Cloud" {
          link: "td:z"
          boundary inner "Inner" {
            link: "td:i"
            store own-2 "Own" {
              link: "td:o"
            }
            process app "App" {
              technology: "Swift"
              link: "td:a"
            }
          }
        }

        process own "Mine"

        """)
  }
}
