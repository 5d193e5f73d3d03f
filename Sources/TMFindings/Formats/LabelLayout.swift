// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMWriting

/// A label as it stands under one shown line.
package struct Mark {

  package init(kind: Kind, cells: Range<Int>, text: String?, style: TerminalStyle) {
    self.kind = kind
    self.cells = cells
    self.text = text
    self.style = style
  }
  /// What kind of label a mark belongs to.
  package enum Kind {
    case primary
    case secondary
  }

  package let kind: Kind
  /// The cells under which it stands, one at least.
  package let cells: Range<Int>
  /// Safe for a terminal, or nil.
  package let text: String?
  package let style: TerminalStyle

  fileprivate var sign: Unicode.Scalar {
    switch kind {
    case .primary: "^"
    case .secondary: "-"
    }
  }
}

/// Lays out the marks of one line and their texts in rows that do not overlap.
///
/// The mark that ends last has its text beside it; the others hang theirs below, rightmost first:
///
///     ^^^^ -- ---- text of the third
///     |    |
///     |    text of the second
///     text of the first
package enum LabelLayout {
  /// The rows under a line that has at least one mark.
  package static func rows(_ marks: [Mark]) -> [StyledRow] {
    let painted = paintingOrder(marks)
    let end = painted.map(\.cells.upperBound).max() ?? 0
    let beside = painted.lastIndex { $0.cells.upperBound == end }
    var first = StyledRow()
    for mark in painted { first.put(mark.sign, in: mark.cells, mark.style) }
    if let beside, let text = painted[beside].text {
      first.end(with: text, at: end + 1, painted[beside].style)
    }
    let hanging = painted.indices.filter { $0 != beside && painted[$0].text != nil }
    return [first] + rows(hanging: hanging.map { painted[$0] })
  }

  /// Long marks before short ones, so that a mark inside another stays visible.
  private static func paintingOrder(_ marks: [Mark]) -> [Mark] {
    marks.enumerated().sorted { left, right in
      let (a, b) = (left.element, right.element)
      if a.cells.count != b.cells.count { return a.cells.count > b.cells.count }
      if a.kind != b.kind { return a.kind == .secondary }
      return left.offset < right.offset
    }.map(\.element)
  }

  private static func rows(hanging: [Mark]) -> [StyledRow] {
    guard !hanging.isEmpty else { return [] }
    let ordered = hanging.enumerated().sorted { left, right in
      (-left.element.cells.lowerBound, left.offset) < (
        -right.element.cells.lowerBound, right.offset
      )
    }.map(\.element)
    var rows = [bars(ordered, before: Int.max)]
    for (position, mark) in ordered.enumerated() {
      var row = bars(ordered[(position + 1)...], before: mark.cells.lowerBound)
      row.end(with: mark.text ?? "", at: mark.cells.lowerBound, mark.style)
      rows.append(row)
    }
    return rows
  }

  private static func bars(_ marks: some BidirectionalCollection<Mark>, before column: Int)
    -> StyledRow
  {
    var row = StyledRow()
    for mark in marks.reversed() where mark.cells.lowerBound < column {
      row.put("|", in: mark.cells.lowerBound..<mark.cells.lowerBound + 1, mark.style)
    }
    return row
  }
}
