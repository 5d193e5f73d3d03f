// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax

/// Reads what is written in a declaration, in a form that can be compared and in one to be read.
struct PropertyReader {
  let pairs: Correspondence

  /// What one property says.
  struct Content {
    /// Equal where the same is said; sorted where order says nothing.
    var keys: [String]
    /// `keys` without what names something that one side has alone.
    var sharedKeys: [String]
    /// What it names that one side has alone.
    var foreign: [EntityID]
    /// On one line; nil where nothing is written.
    var text: String?
  }

  /// The contents of a declaration by the name of the property.
  func contents(_ id: EntityID, on side: Side) -> [String: Content] {
    let model = pairs.model(side)
    var contents: [String: Content] = [:]
    if let title = model.ownTitle(id) { contents["title"] = plain(title) }
    for entry in model.entries(id) where !Self.isReadElsewhere(entry.property, model[id].keyword) {
      contents[entry.property.word] = content(entry.property, of: id, on: side)
    }
    switch model[id].keyword {
    case .flow: addFlow(id, side, &contents)
    case .boundary, .external, .process, .store:
      contents["declared as"] = plain(model[id].keyword.word)
    case .model: addLibraries(side, &contents)
    case .import, .zone, .category, .asset, .hazard, .interface, .component, .control, .requirement,
      .verification, .threat, .threatTemplate, .decision, .matrix, .row, .assumption, .document,
      .view, .rule, .exempt,
      .policy:
      break
    }
    return contents
  }

  /// What the policies of a model say together, each condition by itself.
  func policy(on side: Side) -> [String: [Content]] {
    let model = pairs.model(side)
    var contents: [String: [Content]] = [:]
    for id in model.all(.policy) where !model.isBuiltIn(id) {
      for entry in model.entries(id) {
        for value in model.values(id, entry.property) {
          contents[entry.property.word, default: []].append(
            content([value], of: id, on: side, isOrdered: false))
        }
      }
    }
    for setting in model.policy where model.sources[setting.range.file].origin != .library {
      contents[setting.name] = [plain(setting.severity?.rawValue ?? "off")]
    }
    return contents
  }

  private static func isReadElsewhere(_ property: Property, _ keyword: Keyword) -> Bool {
    switch property {
    // A former id says what is which, and nothing more.
    case .was: true
    // With the interfaces at the ends, and the crossings that are computed.
    case .via, .crosses: keyword == .flow
    default: false
    }
  }

  private func plain(_ text: String) -> Content {
    Content(keys: [text], sharedKeys: [text], foreign: [], text: text)
  }

  // MARK: - Flows and the system

  private func addFlow(_ id: EntityID, _ side: Side, _ contents: inout [String: Content]) {
    let model = pairs.model(side)
    guard let flow = model.graph.flow(id) else { return }
    contents["from"] = end(flow.source, side)
    contents["to"] = end(flow.target, side)
    contents["direction"] = plain(flow.isTwoWay ? "two-way" : "one-way")
    let interfaces = model.interfaces(of: id)
    if !interfaces.isEmpty { contents["via"] = names(interfaces, side) }
    // Where the crossings differ, a move or an end says why, and `crosses` follows them.
    let crossings = model.references(id, .crosses)
    if !crossings.isEmpty, !haveCrossingsChanged(id, side) {
      contents["crosses"] = names(crossings, side)
    }
  }

  private func end(_ element: EntityID, _ side: Side) -> Content {
    let key = pairs.key(element, on: side)
    return Content(
      keys: [key], sharedKeys: [key], foreign: [], text: pairs.path(element, on: side))
  }

  private func names(_ ids: [EntityID], _ side: Side) -> Content {
    Content(
      keys: sorted(ids.map { pairs.key($0, on: side) }),
      sharedKeys: sorted(ids.compactMap { pairs.sharedKey($0, on: side) }),
      foreign: ids.filter { pairs.sharedKey($0, on: side) == nil },
      text: ids.map { pairs.path($0, on: side) }.joined(separator: ", "))
  }

  private func haveCrossingsChanged(_ id: EntityID, _ side: Side) -> Bool {
    guard let other = pairs.counterpart(id, from: side) else { return false }
    switch side {
    case .old: return pairs.crossings(id, on: .old) != pairs.crossings(other, on: .new)
    case .new: return pairs.crossings(other, on: .old) != pairs.crossings(id, on: .new)
    }
  }

  private func addLibraries(_ side: Side, _ contents: inout [String: Content]) {
    let model = pairs.model(side)
    let names = model.sources.files.filter { $0.origin == .library }.map(\.path)
    guard !names.isEmpty else { return }
    contents["libraries"] = Content(
      keys: sorted(names), sharedKeys: sorted(names), foreign: [],
      text: sorted(names).map { String($0.dropFirst().dropLast()) }.joined(separator: ", "))
  }

  // MARK: - Values

  private func content(_ property: Property, of id: EntityID, on side: Side) -> Content {
    content(
      Array(pairs.model(side).values(id, property)), of: id, on: side,
      isOrdered: Self.isOrdered(property))
  }

  private func content(
    _ values: [Value], of id: EntityID, on side: Side, isOrdered: Bool
  ) -> Content {
    let model = pairs.model(side)
    var foreign: [EntityID] = []
    var keys: [String] = []
    var sharedKeys: [String] = []
    for value in values {
      keys.append(key(value, side) { pairs.key($0, on: side) } ?? "")
      let shared = key(value, side) { id in
        let key = pairs.sharedKey(id, on: side)
        if key == nil { foreign.append(id) }
        return key
      }
      if let shared { sharedKeys.append(shared) }
    }
    return Content(
      keys: isOrdered ? keys : sorted(keys),
      sharedKeys: isOrdered ? sharedKeys : sorted(sharedKeys),
      foreign: foreign, text: values.map { text($0, model, id, side) }.joined(separator: ", "))
  }

  private func key(_ value: Value, _ side: Side, name: (EntityID) -> String?) -> String? {
    let model = pairs.model(side)
    switch value.content {
    case .word(let symbol): return model.symbols[symbol]
    case .text(let text): return "\"" + text
    case .number(let number): return "#\(number)"
    case .boolean(let boolean): return boolean ? "yes" : "no"
    case .date(let date): return "\(date)"
    case .entity(let entity): return name(entity)
    case .condition(let index):
      return withoutActuallyEscaping(name) { name in
        CanonicalCondition(model, name: name).text(model.condition(index))
      }
    case .invalid: return "?"
    }
  }

  private func text(_ value: Value, _ model: Model, _ id: EntityID, _ side: Side) -> String {
    switch value.content {
    case .word(let symbol): return model.symbols[symbol]
    case .text(let text): return text
    case .boolean(let boolean): return boolean ? "yes" : "no"
    case .date(let date): return "\(date)"
    case .entity(let entity): return pairs.path(entity, on: side)
    case .number, .condition, .invalid: return model.writtenText(value, of: id)
    }
  }

  private func sorted(_ keys: [String]) -> [String] { Set(keys).sorted() }

  /// Whether the order of the values says something.
  private static func isOrdered(_ property: Property) -> Bool {
    switch property {
    case .protocol, .columns, .cells, .securityLevel, .capabilityLevel: true
    default: false
    }
  }
}

extension Model {
  /// A value as it is written, on one line and without comments.
  fileprivate func writtenText(_ value: Value, of id: EntityID) -> String {
    let node = SyntaxNode(tree: trees[Int(self[id].file.index)], index: Int(value.node))
    let entries = node.tree.entries[
      node.index..<node.index + Int(node.tree.entries[node.index].size)]
    var text = ""
    var end: UInt32?
    for entry in entries where entry.size == 1 {
      if let end, entry.start > end { text += " " }
      text += String(decoding: node.tree.bytes[Int(entry.start)..<Int(entry.end)], as: UTF8.self)
      end = entry.end
    }
    return text
  }
}
