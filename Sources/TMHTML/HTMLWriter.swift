// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Writes HTML elements; every text and attribute value is escaped here and nowhere else.
struct HTMLWriter {
  private(set) var bytes: [UInt8] = []

  /// The name of an attribute with its value; nil leaves the attribute out.
  typealias Attributes = KeyValuePairs<StaticString, String?>

  /// Elements that have neither content nor an end.
  mutating func void(_ name: StaticString, _ attributes: Attributes = [:]) {
    open(name, attributes)
  }

  /// Opens an element, writes the body inside it, and closes it.
  mutating func element(
    _ name: StaticString, _ attributes: Attributes, _ body: (inout HTMLWriter) -> Void
  ) {
    open(name, attributes)
    body(&self)
    close(name)
  }

  /// An element whose content is text.
  mutating func element(_ name: StaticString, _ attributes: Attributes, _ text: String) {
    open(name, attributes)
    self.text(text)
    close(name)
  }

  /// An element without attributes.
  mutating func element(_ name: StaticString, _ body: (inout HTMLWriter) -> Void) {
    element(name, [:], body)
  }

  /// An element without attributes whose content is text.
  mutating func element(_ name: StaticString, _ text: String) { element(name, [:], text) }

  /// The start of an element whose end is written later.
  mutating func open(_ name: StaticString, _ attributes: Attributes = [:]) {
    bytes.append(UInt8(ascii: "<"))
    add(name)
    for (name, value) in attributes {
      guard let value else { continue }
      bytes.append(UInt8(ascii: " "))
      add(name)
      bytes.append(UInt8(ascii: "="))
      bytes.append(UInt8(ascii: "\""))
      text(value)
      bytes.append(UInt8(ascii: "\""))
    }
    bytes.append(UInt8(ascii: ">"))
  }

  /// The end of an element.
  mutating func close(_ name: StaticString) {
    bytes.append(UInt8(ascii: "<"))
    bytes.append(UInt8(ascii: "/"))
    add(name)
    bytes.append(UInt8(ascii: ">"))
  }

  /// A line feed in the file, where it changes nothing in the page.
  mutating func line() { bytes.append(UInt8(ascii: "\n")) }

  /// Text that is HTML already: a picture, a style sheet.
  mutating func verbatim(_ html: some Sequence<UInt8>) { bytes.append(contentsOf: html) }

  /// Text for the page; controls are left out, and so are those that turn the direction of what
  /// follows them.
  mutating func text(_ text: String) {
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x26: add("&amp;")
      case 0x3C: add("&lt;")
      case 0x3E: add("&gt;")
      case 0x22: add("&quot;")
      case 0x27: add("&#39;")
      case 0x20...0x7E: bytes.append(UInt8(truncatingIfNeeded: scalar.value))
      default: bytes.append(contentsOf: Self.shown(scalar).utf8)
      }
    }
  }

  /// The text as a page shows it, for the script to show.
  static func shown(_ text: String) -> String {
    if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return text }
    return text.unicodeScalars.reduce(into: "") { $0 += shown($1) }
  }

  private static func shown(_ scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x2028, 0x2029: " "
    case 0x00...0x1F, 0x7F...0x9F, 0x61C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF,
      0xFFFE, 0xFFFF:
      ""
    default: String(scalar)
    }
  }

  private mutating func add(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }
}
