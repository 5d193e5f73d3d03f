// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// A value of a JSON or YAML file, which notes whether an importer has looked at it.
///
/// What nobody looked at is a loss, so that nothing can be forgotten in silence.
package final class SourceNode {
  package enum Content {
    case mapping([(key: String, value: SourceNode)])
    case list([SourceNode])
    /// A text, number or truth value as it is written.
    case scalar(String)
    case empty
  }

  package let content: Content
  /// One-based.
  package let line: Int
  /// The name of the file, where it is another than that of the root.
  private(set) var file: String?
  fileprivate(set) var isRead = false

  init(_ content: Content, line: Int) {
    self.content = content
    self.line = line
  }

  /// The same, as what stands in another file.
  func marked(_ file: String) -> SourceNode {
    self.file = file
    return self
  }

  fileprivate func markAll() {
    isRead = true
    switch content {
    case .mapping(let fields): for field in fields { field.value.markAll() }
    case .list(let elements): for element in elements { element.markAll() }
    case .scalar, .empty: break
    }
  }
}

/// A value of a file that no importer has looked at.
package struct UnreadValue {
  /// The way to it from the root of its file.
  package let path: String
  /// What it is called there: what stands before it may be titles and places in a list.
  package let kind: String
  /// One-based.
  package let line: Int
  /// As it is written.
  package let value: String
}

/// A value together with the way to it from the root of its file.
package struct SourceCursor {
  package let node: SourceNode
  /// Such as `detail.diagrams[0].cells[3]`; empty for the root.
  package let path: String

  package init(root: SourceNode) {
    node = root
    path = ""
  }

  private init(_ node: SourceNode, _ path: String) {
    self.node = node
    self.path = path
  }

  package var line: Int { node.line }

  /// A value in this one, and the way there: a field by its key, an element of a list by `[2]`.
  private func inner(_ value: SourceNode, _ step: String) -> SourceCursor {
    let way = path.isEmpty || step.hasPrefix("[") ? path + step : "\(path).\(step)"
    return SourceCursor(value, value.file.map { "\($0) \(way)" } ?? way)
  }

  private func fault(_ expected: String) -> SourceFault {
    let found =
      switch node.content {
      case .mapping: "a mapping"
      case .list: "a list"
      case .scalar: "a plain value"
      case .empty: "nothing"
      }
    return SourceFault(
      "\(found) stands where \(expected) belongs\(path.isEmpty ? "" : ", at `\(path)`")",
      line: line,
      help: "the file does not follow its format; write it again with the tool that made it")
  }

  // MARK: - Fields

  /// The fields of a mapping, in order; none where there is nothing.
  package func fields() throws(SourceFault) -> [(key: String, value: SourceCursor)] {
    switch node.content {
    case .mapping(let fields):
      return fields.map { ($0.key, inner($0.value, $0.key)) }
    case .empty: return []
    case .list, .scalar: throw fault("a mapping")
    }
  }

  /// The first field of a name, unless it is empty.
  package func field(_ key: String) throws(SourceFault) -> SourceCursor? {
    switch node.content {
    case .mapping(let fields):
      guard let value = fields.first(where: { $0.key == key })?.value else { return nil }
      if case .empty = value.content { return nil }
      return inner(value, key)
    case .empty: return nil
    case .list, .scalar: throw fault("a mapping")
    }
  }

  /// Follows several keys.
  package func field(_ first: String, _ second: String) throws(SourceFault) -> SourceCursor? {
    try field(first)?.field(second)
  }

  /// The elements of a list field; none where it is missing or empty.
  package func list(_ key: String) throws(SourceFault) -> [SourceCursor] {
    guard let found = try field(key) else { return [] }
    return try found.elements()
  }

  package func elements() throws(SourceFault) -> [SourceCursor] {
    switch node.content {
    case .list(let elements):
      return elements.enumerated().map { inner($0.element, "[\($0.offset)]") }
    case .empty: return []
    case .mapping, .scalar: throw fault("a list")
    }
  }

  package func mapping(_ key: String) throws(SourceFault) -> [(key: String, value: SourceCursor)] {
    try field(key)?.fields() ?? []
  }

  // MARK: - Plain values

  /// The value as it is written; reading it marks it.
  package func scalar() throws(SourceFault) -> String {
    guard case .scalar(let text) = node.content else { throw fault("a plain value") }
    node.isRead = true
    return text
  }

  /// A text that is more than white space.
  package func text(_ key: String) throws(SourceFault) -> String? {
    guard let text = try field(key)?.scalar() else { return nil }
    return text.contains { !$0.isWhitespace } ? text : nil
  }

  /// A text for people, which may have been written in an editor of HTML: without its tags.
  package func prose(_ key: String) throws(SourceFault) -> String? {
    try text(key).map { ImportedText.withoutTags($0, keepsAddresses: true) }
  }

  /// A text as what it stands for in the language. Where that is nothing, the field stays unread, and so is named.
  package func word<Word>(
    _ key: String, as meaning: (String) -> Word?
  ) throws(SourceFault) -> Word? {
    guard let found = try field(key), case .scalar(let text) = found.node.content,
      let word = meaning(text)
    else { return nil }
    found.node.isRead = true
    return word
  }

  /// The first of several fields that has a text.
  package func text(firstOf keys: String...) throws(SourceFault) -> String? {
    for key in keys {
      if let text = try text(key) { return text }
    }
    return nil
  }

  package func texts(_ key: String) throws(SourceFault) -> [String] {
    var texts: [String] = []
    for element in try list(key) {
      if case .empty = element.node.content { continue }
      texts.append(try element.scalar())
    }
    return texts
  }

  package func number(_ key: String) throws(SourceFault) -> Double? {
    guard let found = try field(key) else { return nil }
    let text = try found.scalar()
    guard let number = Double(text), number.isFinite else { throw found.fault("a number") }
    guard number.magnitude <= SourceLimits.number else {
      throw SourceFault(
        "`\(ImportedText.condensed(text).prefix(40))` is larger than any number that is read, at "
          + "`\(found.path)`", line: found.line,
        help: "no field of the format needs more than \(Int(SourceLimits.number)); correct it")
    }
    return number
  }

  package func truth(_ key: String) throws(SourceFault) -> Bool? {
    guard let found = try field(key) else { return nil }
    switch try found.scalar().lowercased() {
    case "true", "yes": return true
    case "false", "no": return false
    default: throw found.fault("`true` or `false`")
    }
  }

  // MARK: - What is not read

  /// Says that a value with all in it is layout, or follows from what is read.
  package func ignore() { node.markAll() }

  package func ignore(_ keys: String...) throws(SourceFault) {
    for key in keys { try field(key)?.ignore() }
  }

  /// The plain values below that nobody looked at and that say something.
  ///
  /// - Parameter includesFalse: whether `false` is a statement, and not what a tool writes where nobody said anything.
  package func unread(includesFalse: Bool = false) -> [UnreadValue] {
    var found: [UnreadValue] = []
    collect(&found, path, includesFalse)
    return found
  }

  /// - Parameter kind: the last key on the way here.
  private func collect(
    _ found: inout [UnreadValue], _ kind: String, _ includesFalse: Bool
  ) {
    switch node.content {
    case .mapping(let fields):
      for (key, value) in fields {
        inner(value, key).collect(&found, key, includesFalse)
      }
    case .list(let elements):
      for (index, element) in elements.enumerated() {
        inner(element, "[\(index)]").collect(&found, kind, includesFalse)
      }
    case .scalar(let text):
      let isSilent = text.isEmpty || text.lowercased() == "false" && !includesFalse
      if !node.isRead, !isSilent {
        found.append(UnreadValue(path: path, kind: kind, line: line, value: text))
      }
    case .empty: break
    }
  }
}
