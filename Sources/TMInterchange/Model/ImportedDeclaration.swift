// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax

/// A declaration on its way into a `.tm` file.
package final class ImportedDeclaration {
  package let keyword: Keyword
  package var id: String?
  package var title: String?
  /// Lines of documentation in front of it.
  package var documentation: [String] = []
  package var ends: Ends?
  package fileprivate(set) var properties: [(property: Property, values: [String])] = []
  package var children: [ImportedDeclaration] = []
  /// What it was made from, where several things of the source may become one.
  var source = ""

  /// The ends of a flow.
  package struct Ends {
    package let source: String
    package let target: String
    package let isTwoWay: Bool

    package init(_ source: String, _ target: String, isTwoWay: Bool) {
      self.source = source
      self.target = target
      self.isTwoWay = isTwoWay
    }
  }

  package init(_ keyword: Keyword, _ id: String?, _ title: String? = nil) {
    self.keyword = keyword
    self.id = id
    self.title = title.map(ImportedText.condensed).flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Whether the language lets the declaration have the property.
  package func takes(_ property: Property) -> Bool {
    Schema.spec(of: keyword).spec(of: property) != nil
  }

  package func has(_ property: Property) -> Bool {
    properties.contains { $0.property == property }
  }

  /// Adds words or names to a property, each once.
  package func add(_ property: Property, _ words: String...) { add(property, words: words) }

  package func add(_ property: Property, words: [String]) {
    guard !words.isEmpty else { return }
    if let place = properties.firstIndex(where: { $0.property == property }) {
      for word in words where !properties[place].values.contains(word) {
        properties[place].values.append(word)
      }
    } else {
      var values: [String] = []
      for word in words where !values.contains(word) { values.append(word) }
      properties.append((property, values))
    }
  }

  /// Adds a text in quotes, unless it is empty.
  package func add(_ property: Property, text: String?) {
    guard let text, text.contains(where: { !$0.isWhitespace }) else { return }
    add(property, ImportedText.quoted(text))
  }

  package func document(_ text: String?) {
    guard let text else { return }
    documentation += ImportedText.lines(text)
  }
}
