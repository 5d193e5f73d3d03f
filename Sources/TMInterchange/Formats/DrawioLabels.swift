// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// The free texts of a drawing: one that stands in, or close under, a shape without a title is that title.
struct DrawioLabels {
  struct Text {
    let id: String
    let title: String?
    let box: DiagramBox?
    let line: Int
  }

  private let texts: [Text]

  init(_ texts: [Text]) { self.texts = texts }

  /// Gives shapes their titles; the rest are lines of the report.
  ///
  /// - Returns: the shape of each text that is a title of one.
  func add(to nodes: inout [Sketch.Node], _ model: ImportedModel) -> [String: String] {
    var named: [String: String] = [:]
    for text in texts {
      guard let title = text.title, let box = text.box, let index = shape(for: box, nodes) else {
        if text.title == nil { continue }
        model.losses.add(
          .dropped, "text block", at: text.id, line: text.line, text.title ?? "",
          why: "a diagram here has no free texts")
        continue
      }
      nodes[index].title = title
      named[text.id] = nodes[index].id
      model.losses.add(
        .guessed, "title beside a shape", at: text.id, line: text.line, title,
        why: "the shape has no text of its own, and this stands at it")
    }
    return named
  }

  /// How far below a shape its title may begin.
  private static let distance = 25.0

  private func shape(for text: DiagramBox, _ nodes: [Sketch.Node]) -> Int? {
    nodes.indices.filter { index in
      guard nodes[index].title == nil, let box = nodes[index].box else { return false }
      // A frame has its title at its upper edge.
      if nodes[index].shape == .container {
        return box.holds(text.centre) && text.top - box.top < Self.distance
      }
      if box.holds(text.centre) { return true }
      let below = text.top - (box.top + box.height)
      return below >= -Self.distance && below <= Self.distance
        && abs(text.centre.x - box.centre.x) <= max(box.width, text.width) / 2
    }.min { (nodes[$0].box?.area ?? 0, $0) < (nodes[$1].box?.area ?? 0, $1) }
  }
}
