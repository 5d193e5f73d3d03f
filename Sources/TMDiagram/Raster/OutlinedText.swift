// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Replaces the texts of an SVG by their outlines, class for class, so that colours, halos and places stay.
///
/// It reads the form in which `SVGWriter` writes text, and no other.
struct OutlinedText {
  private let font: BuiltInFont
  private var rest: ArraySlice<UInt8>
  private var result: [UInt8] = []

  static func replace(in svg: [UInt8], with font: BuiltInFont) -> [UInt8] {
    var replacement = OutlinedText(font: font, rest: svg[...])
    replacement.run()
    return replacement.result
  }

  private init(font: BuiltInFont, rest: ArraySlice<UInt8>) {
    self.font = font
    self.rest = rest
  }

  private mutating func run() {
    let opening = Array("<text ".utf8)
    while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
      result.append(contentsOf: rest[..<start])
      rest = rest[start...]
      if rest.starts(with: opening), let outline = nextOutline() {
        result.append(contentsOf: outline)
      } else {
        result.append(rest.removeFirst())
      }
    }
    result.append(contentsOf: rest)
  }

  /// Reads one text element with its end tag; nil, with nothing read, where it has another form.
  private mutating func nextOutline() -> [UInt8]? {
    guard let close = rest.firstIndex(of: UInt8(ascii: ">")),
      let end = rest[close...].firstIndex(of: UInt8(ascii: "<"))
    else { return nil }
    let tag = String(decoding: rest[..<close], as: UTF8.self)
    let content = OutlinedText.unescaped(String(decoding: rest[(close + 1)..<end], as: UTF8.self))
    guard let classes = value(of: "class", in: tag), let x = number(of: "x", in: tag),
      let y = number(of: "y", in: tag), let width = number(of: "textLength", in: tag),
      let style = classes.split(separator: " ").first.flatMap({ TextStyle(rawValue: String($0)) }),
      let after = rest[end...].firstIndex(of: UInt8(ascii: ">"))
    else { return nil }
    let outline = font.outline(content, style)
    let left: Double =
      switch value(of: "text-anchor", in: tag) {
      case "middle": x - width / 2
      case "end": x - width
      default: x
      }
    let stretch = outline.width > 0 ? width / outline.width : 1
    var transform = TextBuffer()
    transform.add("matrix(\(TextBuffer.decimal(thousandths: Int(stretch * 1000))) 0 0 1 ")
    transform.add(left)
    transform.add(" ")
    transform.add(y)
    transform.add(")")
    var svg = SVGWriter()
    svg.element(
      "path",
      [
        ("class", .text("glyphs \(classes)")),
        ("transform", .text(String(decoding: transform.bytes, as: UTF8.self))),
        ("d", .text(outline.path.text)),
      ])
    rest = rest[(after + 1)...]
    return svg.bytes
  }

  private func number(of name: String, in tag: String) -> Double? {
    value(of: name, in: tag).flatMap { Double($0) }
  }

  private func value(of name: String, in tag: String) -> String? {
    for part in tag.split(separator: "\" ") {
      let pair = part.split(separator: "=\"", maxSplits: 1)
      guard pair.count == 2, pair[0].split(separator: " ").last == name[...] else { continue }
      return pair[1].hasSuffix("\"") ? String(pair[1].dropLast()) : String(pair[1])
    }
    return nil
  }

  private static func unescaped(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let mark = rest.firstIndex(of: "&") {
      result += rest[..<mark]
      rest = rest[mark...]
      let entities = [
        ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"),
      ]
      guard let (entity, plain) = entities.first(where: { rest.hasPrefix($0.0) }) else {
        result += String(rest.removeFirst())
        continue
      }
      result += plain
      rest = rest.dropFirst(entity.count)
    }
    return result + rest
  }
}
