// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// How the cells of a row stand on a terminal of some width.
enum TableLayout {
  /// Columns beside each other, as wide as given:
  ///
  ///     id        status  threat
  ///     ────────  ──────  ───────────────────
  ///     a.reads   open    Somebody reads what
  ///                       passes
  case beside([Int], gap: Int)
  /// The first cell on a line of its own, those in the middle below it, then the words of the last:
  ///
  ///     a.reads
  ///         open    T
  ///         Somebody reads what passes
  case stacked(middle: [Int], last: Int)
  /// Each cell on lines of its own, behind the title of its column, whose cells are given.
  case records(names: Int)

  /// The cells in front of what belongs to a first cell.
  static let indent = 4
  /// As few cells are enough for words in the last column.
  private static let leastText = 26
  /// What takes fewer cells is no text.
  private static let shortText = 16

  /// How wide a column is.
  struct Width {
    /// With its words beside each other, as far as its limit allows.
    var natural: Int
    /// With its longest word.
    var least: Int
    /// Of its title alone.
    let title: Int

    init(title: Int) { (natural, least, self.title) = (title, title, title) }
  }

  /// - Parameter gap: the cells between two columns; where this keeps them from standing beside each
  ///   other, one is enough for columns that hold no text.
  init(_ columns: [Width], width: Int, gap: Int) {
    if let widths = Self.beside(columns, width: width, gap: gap) {
      self = .beside(widths, gap: gap)
      return
    }
    let text = columns[columns.count - 1]
    let middle = columns.dropFirst().dropLast().map(\.natural)
    let room = width - Self.indent
    let needed = middle.reduce(0) { $0 + $1 + gap } - gap
    if text.natural >= Self.shortText, needed <= room {
      self = .stacked(middle: middle, last: max(min(text.natural, room), 2))
    } else if let widths = Self.beside(columns, width: width, gap: 1) {
      self = .beside(widths, gap: 1)
    } else {
      self = .records(names: columns.dropFirst().map(\.title).max() ?? 0)
    }
  }

  /// The widths of columns that fit beside each other.
  private static func beside(_ columns: [Width], width: Int, gap: Int) -> [Int]? {
    let last = columns.count - 1
    let text = columns[last]
    let gaps = last * gap
    let leastText = min(text.natural, max(Self.leastText, min(text.least, width / 3)))
    guard let before = Self.fitted(columns[..<last], to: width - gaps - leastText) else {
      return nil
    }
    return before + [min(text.natural, width - gaps - before.reduce(0, +))]
  }

  /// The widths of columns in the cells that there are, the widest narrowed to what its words allow;
  /// nil where that is not enough.
  private static func fitted(_ columns: ArraySlice<Width>, to room: Int) -> [Int]? {
    var widths = columns.map(\.natural)
    let least = columns.map { max($0.least, min($0.natural, 14)) }
    var excess = widths.reduce(0, +) - room
    while excess > 0 {
      let open = widths.indices.filter { widths[$0] > least[$0] }
      guard let widest = open.max(by: { widths[$0] < widths[$1] }) else { return nil }
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }
}
