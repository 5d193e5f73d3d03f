// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Where heading, picture, table and legend stand on the sheet.
struct SheetLayout {
  let heading: TextBlock
  /// How far the picture is moved from the coordinates of its layout.
  let picture: Point
  let table: FlowTable?
  let tableColumns: Int
  let tableOrigin: Point
  let legend: LegendLayout?
  let legendOrigin: Point
  let extent: Extent

  /// Around everything, in pixels.
  let margin: Double
  /// The heading and the legend need this much, in pixels.
  private static let minimumWidth = 560.0
  /// Between the picture and the table, in pixels.
  private static let tableGap = 36.0

  /// The arrangement that fits the shape best: the table beside the picture or below it, in one or more
  /// columns.
  init(_ placed: PlacedScene) {
    // On a screen a wider sheet must be worth it: lines of the legend less are not.
    let gain = placed.shape == .free ? 1.08 : 1
    var best: SheetLayout?
    for (table, arrangement) in SheetLayout.arrangements(placed) {
      let layout = SheetLayout(placed, table, arrangement)
      if placed.shape.scale(of: layout.extent)
        > (best.map { placed.shape.scale(of: $0.extent) } ?? 0) * gain
      {
        best = layout
      }
    }
    self = best ?? SheetLayout(placed, nil, .none)
  }

  /// Where the table stands.
  private enum Arrangement {
    case none
    case beside(columns: Int)
    case below(columns: Int)
  }

  private static func arrangements(
    _ placed: PlacedScene
  ) -> [(table: FlowTable?, arrangement: Arrangement)] {
    let widths: [Double] =
      switch placed.shape {
      case .free: [FlowTable.usualWidth]
      case .slide, .a4, .letter: [FlowTable.usualWidth, FlowTable.narrowWidth]
      // A report has the table in its own letters: scaled with the picture nobody could read it.
      case .report: []
      }
    let tables = widths.compactMap { FlowTable(placed, columnWidth: $0) }
    if tables.isEmpty { return [(nil, .none)] }
    let widest = max(placed.bounds.width, minimumWidth)
    return tables.flatMap { table in
      let columns = max(1, min(8, Int((widest + 28) / (table.columnWidth + 28))))
      let places: [Arrangement] =
        [.beside(columns: 1), .beside(columns: 2), .beside(columns: 3), .below(columns: columns)]
      return places.map { (table, $0) }
    }
  }

  private init(_ placed: PlacedScene, _ table: FlowTable?, _ arrangement: Arrangement) {
    let margin = placed.shape.margin
    self.margin = margin
    var width = max(placed.bounds.width, SheetLayout.minimumWidth)
    let pictureWidth = width
    var columns = 0
    switch arrangement {
    case .none: break
    case .below(let count): columns = count
    case .beside(let count):
      columns = count
      width += SheetLayout.tableGap + (table?.extent(columns: count).width ?? 0)
    }
    let tableExtent = table?.extent(columns: columns) ?? Extent(width: 0, height: 0)
    var heading = TextBlock()
    heading.append(cleanText(placed.scene.title), .heading, in: [TextRoom(width: width, lines: 3)])
    heading.append(
      cleanText(placed.scene.subtitle ?? ""), .subheading,
      in: [TextRoom(width: width, lines: 3)], gap: 3)
    let pictureTop = margin + (heading.isEmpty ? 0 : heading.height + 20)
    let spare = (pictureWidth - placed.bounds.width) / 2
    var bottom = pictureTop + placed.bounds.height
    switch arrangement {
    case .none: tableOrigin = Point(x: 0, y: 0)
    case .below:
      tableOrigin = Point(x: margin, y: bottom + 30)
      bottom = tableOrigin.y + tableExtent.height
    case .beside:
      tableOrigin = Point(x: margin + pictureWidth + SheetLayout.tableGap, y: pictureTop)
      bottom = max(bottom, tableOrigin.y + tableExtent.height)
    }
    self.heading = heading
    self.table = table
    tableColumns = columns
    picture = Point(x: margin + spare - placed.bounds.left, y: pictureTop - placed.bounds.top)
    legendOrigin = Point(x: margin, y: bottom + 36)
    switch placed.scene.legend {
    case .hidden:
      legend = nil
      extent = Extent(width: width + 2 * margin, height: bottom + margin).roundedUp
    case .shown(let notes):
      let entries = LegendEntry.entries(for: placed)
      let layout = LegendLayout(entries, notes: notes, width: width)
      legend = layout
      extent =
        Extent(
          width: width + 2 * margin, height: legendOrigin.y + layout.height + margin - 6
        ).roundedUp
    }
  }

  /// The two numbers of a `translate`.
  func translation(of offset: Point) -> String {
    var text = TextBuffer()
    text.add(offset.x)
    text.add(" ")
    text.add(offset.y)
    return String(decoding: text.bytes, as: UTF8.self)
  }
}
