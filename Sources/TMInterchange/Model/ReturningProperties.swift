// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax

/// Properties that an export wrote beside what a format has a field for, each under its name and as it is written here.
///
/// They are words of strangers, as all of a file is: a property comes back only where every value of it is one that the
/// language knows there, and where what it names is in the model.
struct ReturningProperties {
  /// Declarations by the names that they have in the file.
  private let declarations: [String: ImportedDeclaration]

  init(_ declarations: [String: ImportedDeclaration]) { self.declarations = declarations }

  /// Adds to a declaration what it takes and does not say yet. The rest stays unread, and so in the report.
  func add(_ source: SourceCursor, to declaration: ImportedDeclaration) throws(SourceFault) {
    let spec = Schema.spec(of: declaration.keyword)
    for (key, value) in try source.fields() {
      guard let property = Property(word: key), !declaration.has(property),
        let type = spec.properties.first(where: { $0.property == property }),
        case .scalar(let text) = value.node.content
      else { continue }
      let parts = Self.values(text)
      guard !parts.isEmpty, parts.count == 1 || type.cardinality == .list else { continue }
      let values = parts.compactMap { word($0, as: type.type) }
      guard values.count == parts.count else { continue }
      value.ignore()
      declaration.add(property, words: values)
    }
  }

  /// The values of a list, each as it is written: commas in quotes part nothing.
  private static func values(_ text: String) -> [String] {
    var values: [String] = []
    var current = ""
    var isQuoted = false
    var isEscaped = false
    for sign in text {
      if isEscaped {
        isEscaped = false
      } else if isQuoted, sign == "\\" {
        isEscaped = true
      } else if sign == "\"" {
        isQuoted.toggle()
      } else if sign == ",", !isQuoted {
        values.append(current)
        current = ""
        continue
      }
      current.append(sign)
    }
    values.append(current)
    return values.map { $0.trimming { $0 == " " } }
  }

  /// A value as it is written in a model; nil where it is none of the type.
  private func word(_ text: String, as type: ValueType) -> String? {
    switch type {
    case .text:
      guard text.count >= 2, text.hasPrefix("\""), text.hasSuffix("\"") else { return nil }
      return ImportedText.quoted(StringLiteral.value(of: Array(text.utf8)[...]))
    case .word(let vocabulary): return vocabulary.contains(text) ? text : nil
    case .boolean: return ["yes", "no"].contains(text) ? text : nil
    case .number(let range):
      guard let number = Double(text), range.contains(number),
        text.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") })
      else { return nil }
      return text
    case .date: return CalendarDate(Substring(text)) == nil ? nil : text
    case .identifier:
      let isPlain = text.utf8.allSatisfy {
        (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
          || $0 == 0x2D
      }
      return isPlain && text.first?.isLetter == true ? text : nil
    case .reference(let kinds):
      guard let named = declarations[text], kinds.contains(named.keyword) else { return nil }
      return named.resolved.id
    case .condition: return nil
    case .oneOf(let types): return types.lazy.compactMap { word(text, as: $0) }.first
    }
  }
}

extension String {
  fileprivate func trimming(_ isMargin: (Character) -> Bool) -> String {
    let head = drop(while: isMargin)
    guard let last = head.lastIndex(where: { !isMargin($0) }) else { return "" }
    return String(head[...last])
  }
}
