// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Writes XML 1.0 as UTF-8, element by element, in the order of the calls; elements close by themselves.
struct XMLWriter {
  /// Whether the text is for a program or for a reader.
  enum Layout {
    /// Everything on one line: some readers take white space for content.
    case compact
    /// Two spaces a level.
    case pretty
  }

  private(set) var bytes: [UInt8] = []
  private let layout: Layout
  private var depth = 0

  init(_ layout: Layout) { self.layout = layout }

  mutating func declaration() {
    append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
  }

  /// Writes an element with what `body` writes.
  mutating func element(
    _ name: String, _ attributes: [(String, String)] = [], _ body: (inout XMLWriter) -> Void
  ) {
    indent()
    open(name, attributes)
    append(">")
    depth += 1
    let start = bytes.count
    body(&self)
    depth -= 1
    if bytes.count > start, layout == .pretty { indent(isEnd: true) }
    append("</\(name)>")
    if layout == .pretty, depth == 0 { append("\n") }
  }

  /// Writes an element with a text, or an empty one.
  mutating func element(_ name: String, _ attributes: [(String, String)] = [], text: String) {
    indent()
    open(name, attributes)
    if text.isEmpty { return append("/>") }
    append(">\(Self.escaped(text))</\(name)>")
  }

  /// Writes an element without content.
  mutating func empty(_ name: String, _ attributes: [(String, String)] = []) {
    element(name, attributes, text: "")
  }

  private mutating func open(_ name: String, _ attributes: [(String, String)]) {
    append("<\(name)")
    for (key, value) in attributes {
      append(" \(key)=\"\(Self.escaped(value, inAttribute: true))\"")
    }
  }

  private mutating func indent(isEnd: Bool = false) {
    guard layout == .pretty, depth > 0 || isEnd else { return }
    append("\n" + String(repeating: "  ", count: depth))
  }

  private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// A text with nothing in it that XML obeys or forbids. What reorders or hides text stands as a reference,
  /// so that the file is harmless on a screen and says the same; a control that XML cannot say becomes U+FFFD.
  static func escaped(_ text: String, inAttribute isAttribute: Bool = false) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x26: result += "&amp;"
      case 0x3C: result += "&lt;"
      case 0x3E: result += "&gt;"
      case 0x22: result += "&quot;"
      case 0x0A, 0x09:
        if isAttribute {
          result += "&#\(scalar.value);"
        } else {
          result.unicodeScalars.append(scalar)
        }
      case 0x0D: result += "&#13;"
      case 0..<0x20, 0xFFFE, 0xFFFF: result += "\u{FFFD}"
      case 0x7F...0x9F, 0x61C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069:
        result += "&#\(scalar.value);"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
