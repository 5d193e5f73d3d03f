// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMRegister

/// What the program that fills templates in gets: templates and data, as bytes.
///
/// A value is a letter, then a number in decimal and a blank where it has a length or a count, then
/// its content. Simple enough to read in one pass without a parser of JSON, which would tell neither
/// `7.0` from `7` nor keep the order of fields.
package struct TemplateJob: Sendable {
  package let content: TemplateContent
  /// The template first, under an empty name, then the partials.
  package let templates: [(name: String, text: String)]
  package let data: ReportValue

  package init(
    _ content: TemplateContent, _ templates: [(name: String, text: String)], _ data: ReportValue
  ) {
    self.content = content
    self.templates = templates
    self.data = data
  }

  package var bytes: [UInt8] {
    var bytes: [UInt8] = []
    let texts = templates.map { ReportValue.list([.text($0.name), .text($0.text)]) }
    Self.append(.list([.text(content.rawValue), .list(texts), data]), to: &bytes)
    return bytes
  }

  private static func append(_ value: ReportValue, to bytes: inout [UInt8]) {
    switch value {
    case .text(let text): append("s", text, to: &bytes)
    case .date(let date): append("s", date.description, to: &bytes)
    case .number(let number), .score(let number): append("s", number.description, to: &bytes)
    case .integer(let integer): append("i", String(integer), to: &bytes)
    case .boolean(let boolean): bytes += Array((boolean ? "t" : "f").utf8)
    case .null: bytes.append(UInt8(ascii: "n"))
    case .list(let values):
      bytes += Array("l\(values.count) ".utf8)
      for value in values { append(value, to: &bytes) }
    case .record(let members):
      bytes += Array("r\(members.count) ".utf8)
      for member in members {
        append("s", member.name, to: &bytes)
        append(member.value, to: &bytes)
      }
    }
  }

  private static func append(_ letter: String, _ text: String, to bytes: inout [UInt8]) {
    bytes += Array("\(letter)\(text.utf8.count) ".utf8)
    bytes += Array(text.utf8)
  }

  /// Reads what `bytes` wrote; nil for anything else.
  package init?(_ bytes: [UInt8]) {
    var reader = Reader(bytes: bytes)
    guard case .list(let parts)? = reader.value(depth: 0), parts.count == 3,
      case .text(let name) = parts[0], let content = TemplateContent(rawValue: name),
      case .list(let texts) = parts[1]
    else { return nil }
    var templates: [(name: String, text: String)] = []
    for text in texts {
      guard case .list(let pair) = text, pair.count == 2, case .text(let name) = pair[0],
        case .text(let text) = pair[1]
      else { return nil }
      templates.append((name, text))
    }
    self.init(content, templates, parts[2])
  }

  private struct Reader {
    let bytes: [UInt8]
    var position = 0

    mutating func value(depth: Int) -> ReportValue? {
      guard depth < 64, position < bytes.count else { return nil }
      let letter = bytes[position]
      position += 1
      switch letter {
      case UInt8(ascii: "t"): return .boolean(true)
      case UInt8(ascii: "f"): return .boolean(false)
      case UInt8(ascii: "n"): return .null
      case UInt8(ascii: "s"): return text().map(ReportValue.text)
      case UInt8(ascii: "i"): return text().flatMap { Int($0) }.map(ReportValue.integer)
      case UInt8(ascii: "l"):
        guard let count = count() else { return nil }
        var values: [ReportValue] = []
        for _ in 0..<count {
          guard let value = value(depth: depth + 1) else { return nil }
          values.append(value)
        }
        return .list(values)
      case UInt8(ascii: "r"):
        guard let count = count() else { return nil }
        var members: [ReportValue.Member] = []
        for _ in 0..<count {
          guard case .text(let name)? = value(depth: depth + 1),
            let value = value(depth: depth + 1)
          else { return nil }
          members.append(.init(name: name, value: value))
        }
        return .record(members)
      default: return nil
      }
    }

    private mutating func count() -> Int? {
      guard let space = bytes[position...].firstIndex(of: 0x20) else { return nil }
      let number = Int(String(decoding: bytes[position..<space], as: UTF8.self))
      position = space + 1
      guard let number, number >= 0, number <= bytes.count - position else { return nil }
      return number
    }

    private mutating func text() -> String? {
      guard let length = count() else { return nil }
      defer { position += length }
      return String(decoding: bytes[position..<(position + length)], as: UTF8.self)
    }
  }
}
