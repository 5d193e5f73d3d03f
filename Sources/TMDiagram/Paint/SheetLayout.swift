// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Where heading, picture and legend stand on the sheet.
struct SheetLayout {
  let heading: TextBlock
  /// How far the picture is moved from the coordinates of its layout.
  let picture: Point
  let legend: LegendLayout?
  let legendOrigin: Point
  let extent: Extent

  /// Around everything, in pixels.
  static let margin = 28.0
  /// The heading and the legend need this much, in pixels.
  private static let minimumWidth = 560.0

  init(_ placed: PlacedScene) {
    let margin = SheetLayout.margin
    let width = max(placed.bounds.width, SheetLayout.minimumWidth)
    var heading = TextBlock()
    heading.append(cleanText(placed.scene.title), .heading, maxWidth: width, maxLines: 2)
    heading.append(
      cleanText(placed.scene.subtitle ?? ""), .subheading, maxWidth: width, maxLines: 2, gap: 3)
    let pictureTop = margin + (heading.isEmpty ? 0 : heading.height + 20)
    let spare = (width - placed.bounds.width) / 2
    self.heading = heading
    picture = Point(x: margin + spare - placed.bounds.left, y: pictureTop - placed.bounds.top)
    let bottom = pictureTop + placed.bounds.height
    legendOrigin = Point(x: margin, y: bottom + 36)
    switch placed.scene.legend {
    case .hidden:
      legend = nil
      extent = Extent(width: width + 2 * margin, height: bottom + margin)
    case .shown(let notes):
      let entries = LegendEntry.entries(for: placed.scene, gates: placed.gates)
      let layout = LegendLayout(entries, notes: notes, width: width)
      legend = layout
      extent = Extent(
        width: width + 2 * margin, height: legendOrigin.y + layout.height + margin - 6)
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
