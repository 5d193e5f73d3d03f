// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Writes SVG elements; every text and attribute value is escaped here and nowhere else.
struct SVGWriter {
  private var out = TextBuffer()
  private var open: [String] = []

  /// What an attribute holds.
  enum Value {
    case text(String)
    case number(Double)
    case numbers([Double])
  }

  typealias Attribute = (name: String, value: Value)

  var bytes: [UInt8] { out.bytes }

  /// Opens an element; the body is written inside it.
  mutating func element(
    _ name: String, _ attributes: [Attribute] = [], _ body: (inout SVGWriter) -> Void
  ) {
    out.add("<\(name)")
    add(attributes)
    out.add(">")
    body(&self)
    out.add("</\(name)>\n")
  }

  /// An element without content.
  mutating func element(_ name: String, _ attributes: [Attribute]) {
    out.add("<\(name)")
    add(attributes)
    out.add("/>")
  }

  /// An element whose content is text.
  mutating func text(_ name: String, _ attributes: [Attribute] = [], _ content: String) {
    out.add("<\(name)")
    add(attributes)
    out.add(">")
    addEscaped(content)
    out.add("</\(name)>")
  }

  /// Text of this program alone, such as a style sheet.
  mutating func verbatim(_ text: String) {
    out.add(text)
  }

  private mutating func add(_ attributes: [Attribute]) {
    for (name, value) in attributes {
      out.add(" \(name)=\"")
      switch value {
      case .text(let text): addEscaped(text)
      case .number(let number): out.add(number)
      case .numbers(let numbers):
        for (index, number) in numbers.enumerated() {
          if index > 0 { out.add(" ") }
          out.add(number)
        }
      }
      out.add("\"")
    }
  }

  private mutating func addEscaped(_ text: String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out.add("&amp;")
      case "<": out.add("&lt;")
      case ">": out.add("&gt;")
      case "\"": out.add("&quot;")
      case "'": out.add("&#39;")
      default: out.add(scalar)
      }
    }
  }
}
