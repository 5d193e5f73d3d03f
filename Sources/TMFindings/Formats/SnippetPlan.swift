// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSource
import TMWriting

/// Which source lines a diagnostic shows, in which order, and what stands under each.
///
/// The line of the primary label comes first, then the other lines of its file, then those of other
/// files, each in order of position. A line too wide for one window comes once for each window.
struct SnippetPlan {
  /// A label with the part of it that lies in its first line.
  private struct Placed {
    let label: Label
    let kind: Mark.Kind
    let line: SourceLine
    let bytes: Range<Int>
    let goesOn: Bool

    func isOn(_ other: SourceLine) -> Bool {
      line.file == other.file && line.number == other.number
    }
  }

  /// A shown line.
  struct Block {
    let line: SourceLine
    let shown: DisplayedLine
    let marks: [Mark]
    /// Where its first mark begins.
    let position: SourcePosition
    /// Whether a label goes on in the lines after it.
    let goesOn: Bool
  }

  /// Second labels beyond this number are counted, not shown.
  static let secondaryLimit = 12

  let blocks: [Block]
  /// The number of second labels that are not shown.
  let omitted: Int

  init(_ diagnostic: Diagnostic, locator: inout SourceLocator, window limit: Int) {
    let secondary = diagnostic.secondary.prefix(Self.secondaryLimit)
    omitted = diagnostic.secondary.count - secondary.count
    let primary = Self.place(diagnostic.primary, .primary, locator: &locator)
    var placed = [primary]
    for label in secondary { placed.append(Self.place(label, .secondary, locator: &locator)) }
    placed = placed.enumerated().sorted { left, right in
      let (a, b) = (Self.key(left.element, primary), Self.key(right.element, primary))
      return a == b ? left.offset < right.offset : a < b
    }.map(\.element)

    var blocks: [Block] = []
    var start = 0
    while start < placed.count {
      let line = placed[start].line
      let end = placed[start...].firstIndex { !$0.isOn(line) } ?? placed.count
      let style = diagnostic.severity.style
      blocks += Self.blocks(Array(placed[start..<end]), style, locator: &locator, limit)
      start = end
    }
    self.blocks = blocks
  }

  private static func place(
    _ label: Label, _ kind: Mark.Kind, locator: inout SourceLocator
  ) -> Placed {
    let range = label.range
    let line = locator.line(of: range.start, in: range.file)
    return Placed(
      label: label, kind: kind, line: line, bytes: line.clamped(range.offsets),
      goesOn: range.offsets.upperBound > line.end)
  }

  private static func key(_ placed: Placed, _ primary: Placed) -> (Int, Int, Int, Int, UInt32) {
    let isSameFile = placed.line.file == primary.line.file
    return (
      isSameFile ? -1 : Int(placed.line.file.index), placed.isOn(primary.line) ? 0 : 1,
      placed.line.number, placed.kind == .primary ? 0 : 1, placed.label.range.start
    )
  }

  /// The blocks of one line: one, or one for each window that its labels need.
  private static func blocks(
    _ placed: [Placed], _ style: TerminalStyle, locator: inout SourceLocator, _ limit: Int
  ) -> [Block] {
    let line = placed[0].line
    let total = locator.cursor(at: line.content.upperBound, in: line).column
    var groups: [(window: CellWindow, labels: [Placed])] = []
    for label in placed {
      let start = locator.cursor(at: label.bytes.lowerBound, in: line).column
      let end = locator.cursor(at: label.bytes.upperBound, in: line).column
      let focus = start..<max(start, end)
      if let group = groups.firstIndex(where: { $0.window.shows(focus) }) {
        groups[group].labels.append(label)
      } else {
        groups.append((CellWindow(around: focus, total: total, limit: limit), [label]))
      }
    }
    return groups.map { block($0.labels, $0.window, style, locator: &locator) }
  }

  private static func block(
    _ placed: [Placed], _ window: CellWindow, _ style: TerminalStyle, locator: inout SourceLocator
  ) -> Block {
    let line = placed[0].line
    let shown = DisplayedLine(
      locator.bytes(of: line.file),
      from: locator.cursor(beforeColumn: window.cells.lowerBound, in: line),
      until: line.content.upperBound, window: window)
    let marks = placed.map { item in
      Mark(
        kind: item.kind, cells: shown.cells(of: item.bytes),
        text: item.label.text.map { TerminalText.condensed($0, to: HumanDiagnostics.textLimit) },
        style: item.kind == .primary ? style : .secondary)
    }
    let first = placed.map(\.label.range).min() ?? placed[0].label.range
    return Block(
      line: line, shown: shown, marks: marks,
      position: locator.position(of: first.start, in: first.file),
      goesOn: placed.contains { $0.goesOn })
  }
}

extension SnippetPlan.Block {
  /// Whether this block goes without a separation from the one before it.
  func follows(_ other: SnippetPlan.Block) -> Bool {
    line.file == other.line.file && line.number == other.line.number + 1
  }
}
