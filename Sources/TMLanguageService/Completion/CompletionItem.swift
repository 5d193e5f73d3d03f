// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Something that can be written at a place.
package struct CompletionItem: Sendable, Equatable {
  /// What a list shows an icon for.
  package enum Kind: Sendable {
    case keyword, property, value, entity(String), rule, file, metric, snippet
  }

  package let label: String
  package let kind: Kind
  /// One line beside the label.
  package let detail: String?
  /// Markdown.
  package let documentation: String?
  /// What is written; the label if left out.
  package let text: String
  /// The same with places to fill in, for editors that know them.
  package let snippet: String?

  init(
    _ label: String, _ kind: Kind, _ detail: String? = nil, documentation: String? = nil,
    text: String? = nil, snippet: String? = nil
  ) {
    self.label = label
    self.kind = kind
    self.detail = detail
    self.documentation = documentation
    self.text = text ?? label
    self.snippet = snippet
  }

  /// The word alone, where what else it would write stands there already.
  var bare: CompletionItem { CompletionItem(label, kind, detail, documentation: documentation) }

  package static func == (left: CompletionItem, right: CompletionItem) -> Bool {
    left.label == right.label && left.detail == right.detail && left.text == right.text
  }
}

/// What can be written at an offset, best first.
package struct CompletionList: Sendable {
  /// The bytes that an item replaces.
  package let range: Range<Int>
  package let items: [CompletionItem]
  /// Whether there are more, to be asked for as more is typed.
  package let isIncomplete: Bool

  /// More than so many are no help.
  static let limit = 400

  /// Those of some items that continue a word, if any do; those that start with it first.
  init(_ range: Range<Int>, _ items: [CompletionItem], typed: String) {
    let wanted = Array(typed.lowercased().utf8)
    let starting = items.filter { $0.label.lowercased().utf8.starts(with: wanted) }
    let containing = items.filter { item in
      !item.label.lowercased().utf8.starts(with: wanted)
        && Self.holds(wanted, in: Array(item.label.lowercased().utf8))
    }
    let all = starting + containing
    self.range = range
    self.items = Array(all.prefix(Self.limit))
    isIncomplete = all.count > Self.limit
  }

  /// Whether the letters of a word occur in another one in their order.
  private static func holds(_ word: [UInt8], in other: [UInt8]) -> Bool {
    var rest = word[...]
    for byte in other {
      if rest.isEmpty { return true }
      if byte == rest.first { rest = rest.dropFirst() }
    }
    return rest.isEmpty
  }
}
