// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import CYAML

/// Reads a YAML file into a tree, through libyaml.
///
/// An alias stands for its anchor's value, at the cost of a copy in the budget of values; so a file whose
/// aliases multiply is refused and never unfolded.
package struct YAMLSource {
  private var count = 0
  private var anchors: [String: (node: SourceNode, size: Int)] = [:]

  package static func tree(_ bytes: [UInt8]) throws(SourceFault) -> SourceNode {
    var parser = yaml_parser_t()
    guard yaml_parser_initialize(&parser) == 1 else {
      throw SourceFault(
        "no memory is left to read the file", line: nil, help: "close other programs")
    }
    defer { yaml_parser_delete(&parser) }
    var result: Result<SourceNode, SourceFault> = .failure(
      SourceFault("the file is empty", line: nil, help: "export the model again"))
    bytes.withUnsafeBufferPointer { buffer in
      yaml_parser_set_input_string(&parser, buffer.baseAddress, buffer.count)
      var source = YAMLSource()
      do throws(SourceFault) {
        result = .success(try source.document(&parser))
      } catch {
        result = .failure(error)
      }
    }
    return try result.get()
  }

  private mutating func document(_ parser: inout yaml_parser_t) throws(SourceFault) -> SourceNode {
    while true {
      let event = try Event(&parser)
      switch event.type {
      case YAML_STREAM_START_EVENT, YAML_DOCUMENT_START_EVENT: continue
      case YAML_STREAM_END_EVENT, YAML_DOCUMENT_END_EVENT:
        throw SourceFault("the file is empty", line: nil, help: "export the model again")
      default:
        let root = try node(event, &parser, depth: 0)
        try refuseMore(&parser)
        return root
      }
    }
  }

  /// Refuses a further document, of which nothing would be read. One that is empty says nothing.
  private func refuseMore(_ parser: inout yaml_parser_t) throws(SourceFault) {
    while true {
      let event = try Event(&parser)
      switch event.type {
      case YAML_STREAM_END_EVENT: return
      case YAML_DOCUMENT_START_EVENT, YAML_DOCUMENT_END_EVENT: continue
      case YAML_SCALAR_EVENT where event.isPlain && event.value.isEmpty: continue
      default:
        throw SourceFault(
          "a second document begins here, and one of a file is read", line: event.line,
          help: "split the file at `---`, and import each part")
      }
    }
  }

  private mutating func node(
    _ event: Event, _ parser: inout yaml_parser_t, depth: Int
  ) throws(SourceFault) -> SourceNode {
    if depth > SourceLimits.depth { throw SourceLimits.tooDeep(line: event.line) }
    let start = count
    count += 1
    if count > SourceLimits.nodes { throw SourceLimits.tooMany(line: event.line) }
    let content: SourceNode.Content
    switch event.type {
    case YAML_ALIAS_EVENT:
      guard let anchor = anchors[event.anchor ?? ""] else {
        throw SourceFault(
          "the alias `*\(event.anchor ?? "")` names no anchor before it", line: event.line,
          help: "declare `&\(event.anchor ?? "")` first, or write the value in its place")
      }
      count += anchor.size
      if count > SourceLimits.nodes { throw SourceLimits.tooMany(line: event.line) }
      return anchor.node
    case YAML_SCALAR_EVENT:
      let text = event.value
      let isNull = event.isPlain && ["", "~", "null", "Null", "NULL"].contains(text)
      content = isNull ? .empty : .scalar(text)
    case YAML_SEQUENCE_START_EVENT:
      var elements: [SourceNode] = []
      while true {
        let next = try Event(&parser)
        if next.type == YAML_SEQUENCE_END_EVENT { break }
        elements.append(try node(next, &parser, depth: depth + 1))
      }
      content = .list(elements)
    case YAML_MAPPING_START_EVENT:
      content = .mapping(try fields(&parser, depth: depth))
    default:
      throw SourceFault(
        "the file ends in the middle of a value", line: event.line, help: "export the model again")
    }
    let node = SourceNode(content, line: event.line)
    if let anchor = event.anchor { anchors[anchor] = (node, count - start) }
    return node
  }

  private mutating func fields(
    _ parser: inout yaml_parser_t, depth: Int
  ) throws(SourceFault) -> [(key: String, value: SourceNode)] {
    var fields: [(key: String, value: SourceNode)] = []
    var names: Set<String> = []
    while true {
      let key = try Event(&parser)
      if key.type == YAML_MAPPING_END_EVENT { return try Self.merged(fields) }
      guard key.type == YAML_SCALAR_EVENT else {
        throw SourceFault(
          "a key is no plain text", line: key.line, help: "write the key as one text")
      }
      guard names.insert(key.value).inserted else {
        throw SourceFault(
          "the key `\(key.value)` stands twice in one mapping", line: key.line,
          help: "keep one of the two")
      }
      let value = try Event(&parser)
      fields.append((key.value, try node(value, &parser, depth: depth + 1)))
    }
  }
}

extension YAMLSource {
  /// The fields with those that `<<` brings from other mappings; a field that stands itself counts.
  fileprivate static func merged(
    _ fields: [(key: String, value: SourceNode)]
  ) throws(SourceFault) -> [(key: String, value: SourceNode)] {
    guard let merge = fields.first(where: { $0.key == "<<" })?.value else { return fields }
    var sources = [merge]
    if case .list(let list) = merge.content { sources = list }
    var result = fields.filter { $0.key != "<<" }
    var names = Set(result.map(\.key))
    for source in sources {
      guard case .mapping(let others) = source.content else {
        throw SourceFault(
          "`<<` brings no mapping", line: merge.line, help: "write `<<: *anchor` of a mapping")
      }
      for other in others where names.insert(other.key).inserted { result.append(other) }
    }
    return result
  }
}

/// An event of libyaml, its texts copied.
private struct Event {
  let type: yaml_event_type_t
  /// One-based.
  let line: Int
  var anchor: String?
  var value = ""
  /// Whether a scalar stands without quotes.
  var isPlain = false

  init(_ parser: inout yaml_parser_t) throws(SourceFault) {
    var event = yaml_event_t()
    guard yaml_parser_parse(&parser, &event) == 1 else {
      let problem = parser.problem.map { String(cString: $0) } ?? "the file cannot be read"
      throw SourceFault(
        "this is no YAML: \(problem)", line: Int(parser.problem_mark.line) + 1,
        help: "repair the file at this line, or export it again")
    }
    defer { yaml_event_delete(&event) }
    type = event.type
    line = Int(event.start_mark.line) + 1
    switch event.type {
    case YAML_ALIAS_EVENT:
      anchor = Self.text(event.data.alias.anchor)
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      anchor = Self.text(scalar.anchor)
      value = String(
        decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
      isPlain = scalar.style == YAML_PLAIN_SCALAR_STYLE
    case YAML_SEQUENCE_START_EVENT: anchor = Self.text(event.data.sequence_start.anchor)
    case YAML_MAPPING_START_EVENT: anchor = Self.text(event.data.mapping_start.anchor)
    default: break
    }
  }

  private static func text(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    pointer.map { String(cString: $0) }
  }
}
