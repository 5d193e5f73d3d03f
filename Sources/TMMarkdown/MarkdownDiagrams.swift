// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMRegister
import TMWriting

/// How the diagrams of a report stand in its Markdown.
package enum MarkdownDiagrams: Sendable {
  case none
  /// As pictures in files beside the text: their names, by the id of the picture.
  case files([String: String])
  /// As Mermaid inside the text, by the id of the picture; GitHub and GitLab draw it.
  case mermaid([String: String])

  /// The diagrams with the titles of their pictures, for readers who cannot see them.
  func titled(_ source: ReportSource) -> TitledDiagrams {
    TitledDiagrams(
      diagrams: self,
      titles: Dictionary(
        source.pictures.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first }))
  }
}

/// Diagrams ready to stand in a text.
struct TitledDiagrams {
  fileprivate let diagrams: MarkdownDiagrams
  fileprivate let titles: [String: String]

  /// The Markdown of a picture; nil where it is not shown.
  func text(of id: String) -> String? {
    switch diagrams {
    case .none: return nil
    case .files(let names):
      return names[id].map {
        "![\(MarkdownWriter.escaped(titles[id] ?? id))](\(MarkdownInline.destination($0)))"
      }
    case .mermaid(let texts): return texts[id].map(Self.fenced)
    }
  }

  /// A fence that no line of the text closes.
  private static func fenced(_ mermaid: String) -> String {
    let body = mermaid.hasSuffix("\n") ? mermaid : mermaid + "\n"
    var fence = "```"
    while body.contains(fence) { fence += "`" }
    return "\(fence)mermaid\n\(body)\(fence)"
  }
}
