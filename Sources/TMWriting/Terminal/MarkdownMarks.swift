// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// The marks inside a paragraph of the handbook: code, emphasis, links and escapes.
package enum MarkdownMarks {
  /// The text as a terminal shows it; code keeps its backticks, as in messages.
  ///
  /// Of a link stands the text, and its address behind it where that says more: not of a link to
  /// another page of the handbook, and not of an id such as `CWE-287`.
  static func styled(_ text: String, _ base: TerminalStyle? = nil) -> StyledText {
    var result = StyledText()
    append(Substring(text), base, to: &result)
    return result
  }

  /// The text without any marks.
  package static func plain(_ text: String) -> String { styled(text).painted(.plain) }

  private static func append(
    _ text: Substring, _ style: TerminalStyle?, to result: inout StyledText
  ) {
    var rest = text
    while let first = rest.first {
      if first == "\\", let next = rest.dropFirst().first, "\\|*_<[`".contains(next) {
        result.append(String(next), style)
        rest = rest.dropFirst(2)
      } else if let span = code(in: rest) {
        result.append("`\(span.inside)`", .secondary)
        rest = span.behind
      } else if let link = link(in: rest) {
        append(link.text, style, to: &result)
        if link.text.contains(" "), link.address.hasPrefix("http") {
          result.append(" <\(link.address)>", .frame)
        }
        rest = link.behind
      } else if let span = span("**", in: rest) {
        append(span.inside, .strong, to: &result)
        rest = span.behind
      } else if let span = span("*", in: rest) {
        append(span.inside, style, to: &result)
        rest = span.behind
      } else {
        result.append(String(first), style)
        rest = rest.dropFirst()
      }
    }
  }

  /// What stands between two marks at the start of the text.
  private static func span(
    _ mark: String, in text: Substring
  ) -> (inside: Substring, behind: Substring)? {
    guard text.hasPrefix(mark) else { return nil }
    let inside = text.dropFirst(mark.count)
    guard let end = inside.firstRange(of: mark), !end.isEmpty, inside.first != " ",
      end.lowerBound > inside.startIndex
    else { return nil }
    return (inside[..<end.lowerBound], inside[end.upperBound...])
  }

  /// A code span at the start of the text, however many backticks it has.
  private static func code(in text: Substring) -> (inside: Substring, behind: Substring)? {
    let mark = text.prefix { $0 == "`" }
    guard !mark.isEmpty, let span = span(String(mark), in: text) else { return nil }
    let isPadded = span.inside.hasPrefix(" ") && span.inside.hasSuffix(" ")
    return (isPadded ? span.inside.dropFirst().dropLast() : span.inside, span.behind)
  }

  package struct Link {
    package let text: Substring
    package let address: Substring
    package let behind: Substring
  }

  /// A link at the start of the text.
  package static func link(in text: Substring) -> Link? {
    guard text.hasPrefix("["), let middle = text.firstRange(of: "]("),
      let end = text[middle.upperBound...].firstIndex(of: ")")
    else { return nil }
    let label = text[..<middle.lowerBound].dropFirst()
    guard !label.contains("[") else { return nil }
    return Link(
      text: label, address: text[middle.upperBound..<end],
      behind: text[text.index(after: end)...])
  }
}
