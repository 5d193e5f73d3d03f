// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMDocument
import TMModel
import TMRegister
import TMRisk
import TMTestSupport

/// Parts of a report as plain text, so that a test can be read.
enum ReportOutline {
  static func text(_ chapter: ReportChapter) -> String {
    "# \(chapter.title)\n" + text(chapter.blocks)
  }

  static func text(_ blocks: [ReportBlock]) -> String { blocks.map(text).joined() }

  private static func text(_ block: ReportBlock) -> String {
    switch block {
    case .section(let id, let title): return "\n## \(title) [\(id)]\n"
    case .paragraph(let words): return "\n\(plain(words))\n"
    case .list(let items): return "\n" + items.map { "- \(plain($0))\n" }.joined()
    case .facts(let facts): return "\n" + facts.map { "\($0.name): \(plain($0.value))\n" }.joined()
    case .figure: return "\n(figure)\n"
    case .note(let note, let words): return "\n\(note.rawValue): \(plain(words))\n"
    case .table(let table): return "\n" + text(table)
    }
  }

  private static func text(_ table: ReportTable) -> String {
    let head = table.columns.map(\.title).joined(separator: " | ")
    let rows = table.rows.map { row in
      row.cells.map(plain).joined(separator: " | ") + "\n"
        + row.details.map { "    \($0.name): \(plain($0.value))\n" }.joined()
    }
    return (table.caption.map { "\($0) " } ?? "") + "[\(table.id)]\n\(head)\n" + rows.joined()
  }

  static func plain(_ words: [ReportText]) -> String {
    words.map { $0.plain.replacing("\n", with: " / ") }.joined()
  }
}

extension CompiledSample {
  /// What a report of the sample is made from, without pictures.
  var reportSource: ReportSource {
    ReportSource(
      model, register, risks, Trace(model, risks), pictures: [], toolVersion: "0")
  }
}
