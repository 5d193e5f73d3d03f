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
  /// The names of what stands inside it.
  var inner = ImportedNames()
  /// The number of the diagram that it was drawn on; nil where the file has no diagrams.
  var diagram: Int?
  /// What it became a part of.
  var mergedInto: ImportedDeclaration?
  /// Whether it was the answer of the flow that it became a part of.
  var isAnswer = false

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

  /// The declaration that this one is now.
  var resolved: ImportedDeclaration {
    var current = self
    while let next = current.mergedInto { current = next }
    return current
  }

  /// Whether it is a part of the picture, so that its id is that of nothing else.
  var hasPlace: Bool { keyword.isElement || keyword == .boundary }

  /// Whether the language lets the declaration have the property.
  package func takes(_ property: Property) -> Bool {
    Schema.spec(of: keyword).spec(of: property) != nil
  }

  package func has(_ property: Property) -> Bool {
    properties.contains { $0.property == property }
  }

  /// The values of a property as they are written.
  package func properties(_ property: Property) -> [String] {
    properties.first { $0.property == property }?.values ?? []
  }

  /// The ids that the source gave it, from its `link`.
  ///
  /// - Parameter prefix: what stands in front of the ids of the format.
  func sourceIDs(_ prefix: String) -> [String] {
    properties(.link).map { StringLiteral.value(of: Array($0.utf8)[...]) }
      .filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }
  }

  /// Whether a flow is said to be encrypted, by its protocol or otherwise.
  var isProtected: Bool {
    if let way = properties(.encrypted).first { return way != "no" }
    return properties(.protocol).contains { ProtocolFacts.named($0)?.channel == .encrypted }
  }

  /// The properties in the order of the language's table, those that every declaration takes last.
  var orderedProperties: [(property: Property, values: [String])] {
    let order = Schema.spec(of: keyword).properties.map(\.property) + Schema.common.map(\.property)
    return properties.enumerated().sorted { left, right in
      let (a, b) = (left.element.property, right.element.property)
      return (order.firstIndex(of: a) ?? 0, left.offset) < (
        order.firstIndex(of: b) ?? 0, right.offset
      )
    }.map(\.element)
  }

  /// Adds words or names to a property, each once.
  package func add(_ property: Property, _ words: String...) { add(property, words: words) }

  package func add(_ property: Property, words: [String]) {
    guard !words.isEmpty else { return }
    let place: Int
    if let known = properties.firstIndex(where: { $0.property == property }) {
      place = known
    } else {
      place = properties.count
      properties.append((property, []))
    }
    if words.count == 1, let word = words.first {
      if !properties[place].values.contains(word) { properties[place].values.append(word) }
      return
    }
    var seen = Set(properties[place].values)
    for word in words where seen.insert(word).inserted { properties[place].values.append(word) }
  }

  /// Adds a text in quotes, unless it is empty.
  package func add(_ property: Property, text: String?) {
    guard let text, text.contains(where: { !$0.isWhitespace }) else { return }
    add(property, ImportedText.quoted(text))
  }

  /// Takes a property away.
  func remove(_ property: Property) { properties.removeAll { $0.property == property } }

  package func document(_ text: String?) {
    guard let text else { return }
    documentation += ImportedText.lines(text)
  }

  /// Follows declarations that have other ids now, in its ends and in what it names.
  func rename(_ names: [String: String]) {
    if let old = ends {
      ends = Ends(
        names[old.source] ?? old.source, names[old.target] ?? old.target, isTwoWay: old.isTwoWay)
    }
    for index in properties.indices {
      guard properties[index].values.contains(where: { names[$0] != nil }) else { continue }
      var seen: Set<String> = []
      properties[index].values = properties[index].values.map { names[$0] ?? $0 }
        .filter { seen.insert($0).inserted }
    }
  }
}
