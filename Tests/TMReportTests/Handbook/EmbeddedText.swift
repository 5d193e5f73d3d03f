// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMHandbook
import TMTestSupport

/// The Swift files that carry the texts of the handbook into the program: one line a text.
enum EmbeddedText {
  static let handbookPath = "Sources/TMHandbook/HandbookText.swift"
  static let modelsPath = "Sources/TMHandbook/ThreatModels.swift"

  /// The pages that people write, as they stand under `docs`.
  static func handbook() -> String {
    let rows = WrittenPage.all.compactMap { page in
      (try? page.text()).map {
        "(\"\(page.page.kind.folder ?? "")\", \"\(page.page.name)\", \(literal($0))),"
      }
    }
    return file(
      """
      /// The pages of the handbook that people write, from the folders of `docs`.
      ///
      /// Generated: \(PageFilling.command)
      enum HandbookText {
        static let pages: [(folder: String, name: String, text: String)] = [
      """, rows)
  }

  /// The models in which the built-in templates have threats, by template.
  static func models(_ models: [(name: String, model: String)]) -> String {
    file(
      """
      /// A small model for each built-in threat template, from the cases of the threat library.
      ///
      /// Generated: \(PageFilling.command)
      enum ThreatModels {
        static let all: [(name: String, model: String)] = [
      """, models.map { "(\"\($0.name)\", \(literal($0.model)))," })
  }

  /// Writes a file that differs, so that nothing else is built anew.
  static func write(_ text: String, to path: String) throws {
    if (try? Repository.text(path)) != text { try Repository.write(text, to: path) }
  }

  private static func file(_ head: String, _ rows: [String]) -> String {
    """
    // SPDX-FileCopyrightText: The Drawbridge authors
    // SPDX-License-Identifier: Apache-2.0

    // swift-format-ignore-file

    \(head)
    \(rows.map { "    \($0)\n" }.joined())  ]
    }

    """
  }

  private static func literal(_ text: String) -> String {
    let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      .replacing("\n", with: "\\n")
    return "\"\(escaped)\""
  }
}
