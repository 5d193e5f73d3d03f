// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMDiff
import TMWriting

/// Writes a difference as the comment of a pull request: a headline sentence, the picture, tables,
/// and what is seldom asked for folded away.
///
/// The text begins with `marker`, which nobody sees, so that a program can find its own comment and
/// replace it. It is never longer than `limit`: rows that do not fit are counted instead.
package enum DifferenceMarkdown {
  /// The first line.
  package static let marker = "<!-- drawbridge: tm diff -->"
  /// How many characters a comment on GitHub may have; counted here in bytes, which are never fewer.
  package static let limit = 65_536

  /// - Parameter picture: the address or path of a picture of the difference.
  package static func text(of difference: ModelDifference, picture: String? = nil) -> String {
    var writer = CommentWriter(difference)
    writer.write(picture: picture)
    return writer.text
  }
}

private struct CommentWriter {
  private var body = BoundedMarkdown(limit: DifferenceMarkdown.limit)
  private let difference: ModelDifference
  private let words: DifferenceWords

  var text: String { body.text }

  init(_ difference: ModelDifference) {
    self.difference = difference
    words = DifferenceWords(difference)
  }

  mutating func write(picture: String?) {
    body.line(DifferenceMarkdown.marker)
    let headline = DifferenceHeadline.text(difference)
    let sentence = headline.prefix(1).uppercased() + headline.dropFirst()
    body.line("**Threat model: \(MarkdownWriter.escaped(sentence)).**")
    if difference.isEmpty { return }
    if let picture { body.line("\n![What changed in the model](<\(Self.address(picture))>)") }
    writeChanges()
    writeThreats()
    body.table(
      .open("Needs approval"), ["threat"], difference.demands.map { [cell(words.demand($0))] })
    writeCrossings()
    writeFindings()
    body.end()
  }

  /// An address with nothing in it that could end it.
  private static func address(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars where scalar.value >= 0x20 && scalar.value != 0x7F {
      switch scalar {
      case " ": result += "%20"
      case "<": result += "%3C"
      case ">": result += "%3E"
      case "\\": result += "%5C"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  // MARK: - Tables

  private mutating func writeChanges() {
    let rows = words.wholeChanges.map { position -> [String] in
      let change = difference.changes[position]
      let kind = change.isRenamed && change.isMoved ? "moved, renamed" : change.kind.rawValue
      let direction = words.direction(change)
      let details = (direction.isEmpty ? [] : [direction]) + words.details(at: position)
      return [
        "\(change.kind.mark) \(kind)", cell(words.thing(change.thing)),
        details.map(cell).joined(separator: "<br>"),
      ]
    }
    // A model that is new or gone is told by its headline; its parts are many.
    let isLong = rows.count > 40
    body.table(
      isLong ? .folded("\(rows.count) changes") : .open(nil), ["", "what", "how"], rows)
  }

  private mutating func writeThreats() {
    let grown = difference.threats.filter { !$0.growth.isEmpty }
    let others = difference.threats.filter { $0.growth.isEmpty }
    let head = ["threat", "what became of it", "because of"]
    body.table(.open("Where risk grew"), head, grown.map(row))
    let unguarded = difference.changes.filter { !$0.unguarded.isEmpty }
    let crossings = difference.crossings.filter(\.isUnprotected)
    let relaxed = difference.changes.filter { !$0.relaxed.isEmpty }
    let weaker = difference.changes.filter { $0.weakening != .none }
    if grown.isEmpty,
      !unguarded.isEmpty || !crossings.isEmpty || !relaxed.isEmpty || !weaker.isEmpty
    {
      body.line("")
      for change in relaxed {
        let less = cell([.words("asks for less: ")] + words.list(change.relaxed))
        body.line("- \(cell(words.thing(change.thing))) \(less)")
      }
      for change in unguarded {
        let lost = cell([.words("no longer works for ")] + words.list(change.unguarded))
        body.line("- \(cell(words.thing(change.thing))) \(lost)")
      }
      for change in weaker {
        for line in words.weakening(change) {
          body.line("- \(cell(words.thing(change.thing))) \(cell(line))")
        }
      }
      for crossing in crossings { body.line("- \(cell(words.crossing(crossing)))") }
    }
    let count = others.count == 1 ? "1 other threat" : "\(others.count) other threats"
    body.table(.folded(grown.isEmpty ? "Threats (\(others.count))" : count), head, others.map(row))
  }

  private func row(_ threat: ThreatChange) -> [String] {
    [
      "\(cell([.code(threat.id)]))<br>\(cell([.words(threat.title)]))",
      "\(threat.kind.label)<br>\(cell(words.transition(threat)))", cause(threat.cause),
    ]
  }

  private mutating func writeCrossings() {
    body.table(
      .folded("Boundary crossings (\(difference.crossings.count))"), ["flow", "because of"],
      difference.crossings.map { [cell(words.crossing($0)), cause($0.cause)] })
  }

  private mutating func writeFindings() {
    let findings = difference.findings
    let lists = [
      ("New findings", findings.new),
      ("Findings that a new excuse takes away", difference.excused),
      ("Findings that are gone", findings.gone),
    ]
    for (name, list) in lists {
      body.table(
        .folded("\(name) (\(list.count))"), ["severity", "rule", "message"],
        list.map { finding in
          [finding.severity.rawValue, cell([.code(finding.rule)]), cell([.words(finding.message)])]
        })
    }
  }

  private func cause(_ position: Int?) -> String {
    guard let position else { return "" }
    let change = difference.changes[position]
    return cell([.words("\(change.kind.rawValue) "), .code(change.thing.path)])
  }

  /// The words of a line as the content of a cell.
  private func cell(_ line: DifferenceWords.Line) -> String {
    line.map { run in
      let safe = TerminalText.condensed(run.plain, to: 300)
      switch run {
      case .code: return BoundedMarkdown.code(safe)
      case .strong: return "“\(MarkdownWriter.escaped(safe))”"
      case .words, .reference, .link, .status, .score, .level, .lineBreak:
        return Self.escaped(safe)
      }
    }.joined()
  }

  /// As `MarkdownWriter` escapes, with the spaces at either end kept.
  private static func escaped(_ text: String) -> String {
    let head = text.prefix { $0 == " " }
    let rest = text.dropFirst(head.count)
    return head + MarkdownWriter.escaped(String(rest))
  }
}

extension DeclarationChange.Kind {
  /// The sign of a row, which does not rest on colour.
  fileprivate var mark: String {
    switch self {
    case .added: "➕"
    case .removed: "➖"
    case .moved: "➡️"
    case .renamed: "🏷️"
    case .changed: "✏️"
    }
  }
}
