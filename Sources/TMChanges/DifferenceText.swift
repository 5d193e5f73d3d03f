// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMDiff
import TMSource
import TMWriting

/// Writes a difference for a reader of plain text: a headline, then each change with what follows from it.
package enum DifferenceText {
  /// The text; empty where there is no difference.
  ///
  /// - Parameter width: the cells of a line, beyond which it goes on below its words; nil where lines
  ///   have no end.
  package static func text(
    of difference: ModelDifference, width: Int? = nil, colouring: Colouring
  ) -> String {
    if difference.isEmpty { return "" }
    var writer = TextWriter(difference, width, colouring)
    writer.write()
    return writer.text
  }
}

private struct TextWriter {
  private(set) var text = ""
  private let difference: ModelDifference
  private let words: DifferenceWords
  private let colouring: Colouring
  private let width: Int?

  /// Cells of one value, title or message.
  private static let valueWidth = 160

  init(_ difference: ModelDifference, _ width: Int?, _ colouring: Colouring) {
    self.width = width
    self.difference = difference
    self.colouring = colouring
    words = DifferenceWords(difference)
  }

  mutating func write() {
    add(colouring.paint(DifferenceHeadline.text(difference), .strong), hanging: 2)
    text += "\n"
    let crossings = Dictionary(grouping: difference.crossings, by: \.cause)
    let threats = Dictionary(grouping: difference.threats, by: \.cause)
    for position in words.wholeChanges {
      write(difference.changes[position], position)
      for crossing in crossings[position] ?? [] where !isTold(crossing) { write(crossing) }
      for threat in threats[position] ?? [] { write(threat) }
    }
    let rest = (crossings[nil] ?? [], threats[nil] ?? [])
    if !rest.0.isEmpty || !rest.1.isEmpty {
      text += "other consequences\n"
      for crossing in rest.0 { write(crossing) }
      for threat in rest.1 { write(threat) }
    }
    if !difference.demands.isEmpty {
      text += "needs approval\n"
      for demand in difference.demands { text += "    ! \(plain(words.demand(demand)))\n" }
    }
    writeFindings()
  }

  /// Whether a crossing goes without saying: an added flow that is protected on its way.
  private func isTold(_ crossing: CrossingChange) -> Bool {
    guard let cause = crossing.cause, difference.changes[cause].kind == .added else { return false }
    return difference.changes[cause].new == crossing.flow && !crossing.isUnprotected
  }

  private mutating func write(_ change: DeclarationChange, _ position: Int) {
    let style = change.kind.style
    var line = colouring.paint(change.kind.sign, style) + " " + plain(words.thing(change.thing))
    line += " " + colouring.paint(change.kind.rawValue, style)
    let direction = words.direction(change)
    if !direction.isEmpty { line += ": " + plain(direction) }
    add(line, hanging: 4)
    for detail in words.details(at: position) { add("    " + plain(detail), hanging: 6) }
  }

  private mutating func write(_ crossing: CrossingChange) {
    let label = colouring.paint("crossing", crossing.isUnprotected ? .warning : .secondary)
    add("    \(label) \(plain(words.crossing(crossing)))", hanging: 13)
  }

  private mutating func write(_ threat: ThreatChange) {
    let label = threat.kind.label
    let padded = label + String(repeating: " ", count: max(0, 6 - label.count))
    let style: TerminalStyle = threat.growth.isEmpty ? .help : .error
    let id = TerminalText.condensed(threat.id, to: Self.valueWidth)
    let title = TerminalText.condensed(threat.title, to: Self.valueWidth)
    add(
      "    \(colouring.paint(padded, style)) `\(id)` (\(plain(words.transition(threat)))): \(title)",
      hanging: 5 + padded.count)
  }

  private mutating func writeFindings() {
    let findings = difference.findings
    for (name, list, style) in [
      ("new findings", findings.new, TerminalStyle.warning),
      ("findings that a new `@allow` or `exempt` takes away", difference.excused, .warning),
      ("findings that are gone", findings.gone, .help),
    ] where !list.isEmpty {
      text += "\(name)\n"
      for finding in list {
        let sign = style == .warning ? "+" : "-"
        add("    \(colouring.paint(sign, style)) \(plain(words.finding(finding)))", hanging: 6)
      }
    }
  }

  /// Adds a line, which goes on below its words where it is wider than the terminal.
  private mutating func add(_ line: String, hanging: Int) {
    text += LineFolding.folded(line, width: width, hanging: hanging) + "\n"
  }

  /// The words of a line, harmless and bounded.
  private func plain(_ line: DifferenceWords.Line) -> String {
    line.map { run in
      let safe = TerminalText.condensed(run.plain, to: Self.valueWidth)
      switch run {
      case .code: return "`\(safe)`"
      case .strong: return "\"\(safe)\""
      case .words, .reference, .link, .status, .score, .level, .lineBreak: return safe
      }
    }.joined()
  }
}

extension DeclarationChange.Kind {
  fileprivate var style: TerminalStyle {
    switch self {
    case .added: .added
    case .removed: .removed
    case .moved, .renamed, .changed: .note
    }
  }
}
