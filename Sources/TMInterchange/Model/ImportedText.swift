// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel

/// Texts of strangers on their way into a model.
package enum ImportedText {
  /// One line: literal `\n`, line ends, controls and runs of blanks become one blank.
  package static func condensed(_ text: String) -> String {
    if isCondensed(text) { return text }
    var result = String.UnicodeScalarView()
    var pendingBlank = false
    // In a path of Windows they begin the name of a folder: `C:\new`.
    let isPath = text.contains(":\\") || text.contains("\\\\")
    let plain = isPath ? text : text.replacing("\\n", with: " ").replacing("\\r", with: " ")
    for scalar in plain.unicodeScalars {
      let isControl =
        scalar.properties.generalCategory == .control
        || scalar.properties.generalCategory == .format
        || scalar.value == 0x2028 || scalar.value == 0x2029
      // Joiners are a part of words and signs of several scripts.
      let joins = scalar.value == 0x200C || scalar.value == 0x200D
      if scalar.properties.isWhitespace || isControl && !joins {
        pendingBlank = pendingBlank || scalar.properties.isWhitespace || scalar.value < 0x20
        continue
      }
      if pendingBlank, !result.isEmpty { result.append(" ") }
      pendingBlank = false
      result.append(scalar)
    }
    return String(result)
  }

  /// Whether a text is a line of ASCII already, as most are: without blanks at its ends or side by side, and without `\\`.
  private static func isCondensed(_ text: String) -> Bool {
    var last = UInt8(ascii: " ")
    for byte in text.utf8 {
      guard (0x20..<0x7F).contains(byte), byte != UInt8(ascii: "\\"),
        byte != 0x20 || last != 0x20
      else { return false }
      last = byte
    }
    return last != 0x20 || text.isEmpty
  }

  /// The first sentence of a text as one line, at most 100 characters of it.
  static func firstSentence(of text: String) -> String {
    let whole = condensed(text)
    // A point within a word is none: `TLS 1.3`, `web.config`.
    let end = whole.indices.first { index in
      guard ".;".contains(whole[index]) else { return false }
      let next = whole.index(after: index)
      return whole[index] == ";" || next == whole.endIndex || whole[next] == " "
    }
    let sentence = whole[..<(end ?? whole.endIndex)]
    let title = sentence.count < 4 ? whole[...] : sentence
    return String(title.count > 100 ? title.prefix(99) + "…" : title)
  }

  /// The date of a text such as `2025-05-28` or `2025-05-28T10:00:00Z`, as the language writes it; nil where
  /// there is no such day.
  static func date(_ text: String) -> String? {
    let day = text.prefix(10)
    guard day.count == text.count || text.dropFirst(10).first == "T" else { return nil }
    return CalendarDate(day) == nil ? nil : String(day)
  }

  /// The text in quotes, as the language writes it.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for sign in condensed(text) {
      if sign == "\"" || sign == "\\" { result.append("\\") }
      result.append(sign)
    }
    return result + "\""
  }

  /// The lines of documentation that a text makes, without its tags.
  static func lines(_ text: String) -> [String] {
    text.split(omittingEmptySubsequences: false) { $0.isNewline }.map { condensed(String($0)) }
      .filter { !$0.isEmpty }
  }

  /// Text without HTML tags; the common entities are read.
  ///
  /// `rate <5 or >50`, `List<String>` and `x <b and c> y` have none: a tag is an element that HTML knows, alone or with
  /// attributes that have values.
  ///
  /// - Parameter keepsAddresses: whether the address of a link stands in brackets behind its words.
  package static func withoutTags(_ text: String, keepsAddresses: Bool = false) -> String {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else {
      return text
    }
    var result = ""
    var rest = text[...]
    // Where no comment ends any more, none is looked for again.
    var mayBeComment = true
    var address: String?
    var linkStart = 0
    while let start = rest.firstIndex(of: "<") {
      result += rest[..<start]
      let end: Substring.Index?
      if rest[start...].hasPrefix("<!--") {
        end = mayBeComment ? rest[start...].firstRange(of: "-->")?.upperBound : nil
        mayBeComment = end != nil
      } else {
        end = endOfTag(rest[start...])
      }
      if let end {
        if keepsAddresses, writtenName(of: rest[start...]).lowercased() == "a" {
          if let found = address, !result.utf8.dropFirst(linkStart).contains(found.utf8) {
            result += " (\(found))"
          }
          address = Self.address(in: rest[start..<end])
          linkStart = result.utf8.count
        }
        // `<b>` stands in a word, `<br>` between two.
        if !inline.contains(writtenName(of: rest[start...]).lowercased()) { result += " " }
        rest = rest[end...]
      } else {
        result.append("<")
        rest = rest[rest.index(after: start)...]
      }
    }
    result += rest
    for (entity, sign) in [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&apos;", "'"),
      ("&nbsp;", " "), ("&amp;", "&"),
    ] {
      result = result.replacing(entity, with: sign)
    }
    return result
  }

  /// The address of a tag that opens a link; nil where it has none, as where it closes one.
  private static func address(in tag: Substring) -> String? {
    guard let name = tag.firstRange(of: "href") else { return nil }
    let rest = tag[name.upperBound...].drop { $0.isWhitespace || $0 == "=" }
    let quote = rest.first
    let value =
      quote == "\"" || quote == "'"
      ? rest.dropFirst().prefix { $0 != quote } : rest.prefix { !$0.isWhitespace && $0 != ">" }
    return value.contains("://") ? String(value) : nil
  }

  /// The name of the element that a tag at the start of a text opens or closes.
  private static func writtenName(of text: Substring) -> Substring {
    var name = text.dropFirst().prefix {
      $0.isASCII && ($0.isLetter || $0.isNumber || "/!".contains($0))
    }
    if name.first == "/" { name = name.dropFirst() }
    while name.last == "/" { name = name.dropLast() }
    return name
  }

  /// The elements that stand within a word.
  private static let inline: Set<String> = [
    "a", "abbr", "b", "big", "cite", "code", "em", "font", "i", "kbd", "mark", "nobr", "s", "samp",
    "small", "span", "strike", "strong", "sub", "sup", "tt", "u", "var", "wbr",
  ]

  /// Where the tag ends that a text begins with; nil where it begins with none.
  private static func endOfTag(_ text: Substring) -> Substring.Index? {
    let name = writtenName(of: text)
    let isClosing = text.hasPrefix("</")
    guard tags.contains(name.lowercased()) else { return nil }
    var attributes = text[name.endIndex...]
    // A quoted value may have a `>` in it. A `<` outside of quotes begins something else: so each sign of a text is looked
    // at a few times at most, however many tags in it have no end.
    var quote: Character?
    let quoted = attributes.firstIndex { sign in
      if let open = quote {
        if sign == open { quote = nil }
        return false
      }
      if sign == "\"" || sign == "'" { quote = sign }
      return sign == ">" || sign == "<"
    }
    guard
      let end = quoted ?? attributes.firstIndex(where: { $0 == ">" || $0 == "<" }),
      attributes[end] == ">"
    else { return nil }
    attributes = attributes[..<end]
    if attributes.last == "/" { attributes = attributes.dropLast() }
    let isTag =
      name.lowercased() == "!doctype" || attributes.allSatisfy(\.isWhitespace)
      || !isClosing && attributes.first?.isWhitespace == true && attributes.contains("=")
    return isTag ? text.index(after: end) : nil
  }

  /// The elements that format a text. Texts about attacks name others, such as `<script>`, and those stay.
  private static let tags: Set<String> = [
    "!doctype", "a", "abbr", "b", "big", "blockquote", "body", "br", "center", "cite", "code",
    "col",
    "colgroup", "dd", "del", "div", "dl", "dt", "em", "font", "h1", "h2", "h3", "h4", "h5", "h6",
    "head", "hr", "html", "i", "img", "ins", "kbd", "label", "li", "mark", "meta", "nobr", "ol",
    "p",
    "pre", "q", "s", "samp", "section", "small", "span", "strike", "strong", "sub", "sup", "table",
    "tbody", "td", "tfoot", "th", "thead", "tr", "tt", "u", "ul", "var", "wbr",
  ]
}
