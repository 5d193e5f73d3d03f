// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// An element of an XML file, which notes what of it an importer has looked at.
///
/// Names are local: prefixes mean nothing, and namespaces are not needed to tell the elements of the formats apart. What
/// nobody looked at is a loss, as it is in a file of JSON or YAML.
package final class XMLElement {
  package let name: String
  /// One-based.
  package let line: Int
  package private(set) var children: [XMLElement] = []
  private let written: [String: String]
  /// The text between its tags, that of children left out.
  private var content = ""
  private var read: Set<String> = []
  private var isTextRead = false
  private var isIgnored = false

  init(_ name: String, _ attributes: [String: String], line: Int) {
    self.name = name
    self.line = line
    written = attributes
  }

  func write(_ text: String) { content += text }

  /// Puts an element into this one, behind what is in it already.
  func adopt(_ child: XMLElement) { children.append(child) }

  // MARK: - Elements

  package func child(_ name: String) -> XMLElement? { children.first { $0.name == name } }

  package func child(_ names: String...) -> XMLElement? {
    var place: XMLElement? = self
    for name in names { place = place?.child(name) }
    return place
  }

  package func children(_ name: String) -> [XMLElement] { children.filter { $0.name == name } }

  // MARK: - Texts, each of which is read by asking for it

  /// The text of it, white space and all.
  package func text() -> String {
    isTextRead = true
    return content
  }

  /// The text of a child, unless it is only white space.
  package func text(_ name: String) -> String? {
    guard let text = child(name)?.text(), text.contains(where: { !$0.isWhitespace }) else {
      return nil
    }
    return text
  }

  package func attribute(_ name: String) -> String? {
    read.insert(name)
    return written[name]
  }

  /// All attributes, in the order of the alphabet.
  func allAttributes() -> [(name: String, value: String)] {
    read.formUnion(written.keys)
    return written.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  // MARK: - What is not read

  /// Says that it is presentation with all in it, or follows from what is read.
  func ignore() { isIgnored = true }

  func ignore(_ names: String...) {
    for name in names { child(name)?.ignore() }
  }

  /// Says that a child repeats a text, where it does.
  func ignore(_ name: String, repeating text: String) {
    if let child = child(name), child.content == text { child.ignore() }
  }

  /// The texts and attributes in it that nobody looked at and that say something.
  ///
  /// - Parameter silent: whether an element, or an attribute with `@` in front of its name, is presentation.
  package func unread(silent: (String) -> Bool) -> [UnreadValue] {
    var found: [UnreadValue] = []
    collect(&found, name, silent)
    return found
  }

  private func collect(
    _ found: inout [UnreadValue], _ path: String, _ silent: (String) -> Bool
  ) {
    if isIgnored || silent(name) { return }
    for (key, value) in written.sorted(by: { $0.key < $1.key })
    where !read.contains(key) && !silent("@\(key)") && Self.says(value) {
      found.append(UnreadValue(path: "\(path)/@\(key)", kind: key, line: line, value: value))
    }
    if !isTextRead, Self.says(content) {
      found.append(UnreadValue(path: path, kind: name, line: line, value: content))
    }
    var counts: [String: Int] = [:]
    for child in children { counts[child.name, default: 0] += 1 }
    var places: [String: Int] = [:]
    for child in children {
      places[child.name, default: 0] += 1
      let isAlone = counts[child.name] == 1
      let place = isAlone ? "" : "[\(places[child.name] ?? 0)]"
      child.collect(&found, "\(path)/\(child.name)\(place)", silent)
    }
  }

  /// `false` is what tools write where nobody said anything.
  private static func says(_ text: String) -> Bool {
    text.contains { !$0.isWhitespace } && text.lowercased() != "false"
  }
}
