// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// What is written at an arrow of a drawing: a title, and a protocol, in one text or in several.
struct FlowLabel {
  let title: String?
  let `protocol`: ImportedProtocol?
  /// What an id is made of where there is no title: ids are to stay what they are.
  let seed: String?
  /// What else is said of the arrow, by name.
  let data: [(name: String, value: String)]

  init(_ edge: Sketch.Edge) {
    var data = edge.data
    let whole = edge.title.map(ImportedProtocol.init)
    if let whole, whole.rest == nil {
      `protocol` = whole
      // A label that is the name of a protocol and nothing else is no title: a further one is it.
      let place = data.firstIndex { entry in
        entry.name == "Label" && ImportedProtocol(entry.value).rest != nil
      }
      if whole.saysMore, let text = edge.title {
        title = text
      } else {
        title = place.map { data.remove(at: $0).value }
      }
      seed = edge.title.flatMap { DefaultTitles.isDefault($0) ? nil : $0 }
    } else if let place = edge.lines.firstIndex(where: { ImportedProtocol($0).rest == nil }) {
      // `Order`, and below it `HTTPS :8443`.
      let read = ImportedProtocol(edge.lines[place])
      `protocol` = read
      var lines = edge.lines
      if !read.saysMore { lines.remove(at: place) }
      title = lines.isEmpty ? nil : lines.joined(separator: " ")
      seed = nil
    } else {
      `protocol` = nil
      title = edge.title
      seed = nil
    }
    self.data = data
  }
}

extension ImportedText {
  /// The lines of a label: what line ends part, and `<br>` and blocks in HTML.
  static func labelLines(_ text: String, isHTML: Bool) -> [String] {
    var parted = text.replacing("\\n", with: "\n")
    if isHTML {
      for tag in ["<br", "<div", "</div", "<p>", "<p ", "</p", "<li", "<hr"] {
        parted = parted.replacing(tag, with: "\n\(tag)")
      }
    }
    return parted.split(whereSeparator: \.isNewline).map {
      condensed(isHTML ? withoutTags(String($0)) : String($0))
    }.filter { !$0.isEmpty }
  }
}
