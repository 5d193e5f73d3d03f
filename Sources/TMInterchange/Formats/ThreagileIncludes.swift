// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Puts the files that a Threagile model names under `includes` into it.
///
/// Each lies in the folder of the file that names it, or below: a model of a stranger reads nothing else.
struct ThreagileIncludes {
  private let read: (String) throws(SourceFault) -> [UInt8]?
  private var fields: [(key: String, value: SourceNode)]
  /// The files that are in it, by their ways from the folder of the model.
  private(set) var files: [String] = []

  /// How many files may include one another, and how many there may be.
  private static let depth = 10
  private static let count = 100

  /// The model with all that it includes.
  ///
  /// - Parameter read: the bytes of a file below the folder of the model; nil where there is none.
  static func merged(
    _ root: SourceCursor, read: @escaping (String) throws(SourceFault) -> [UInt8]?
  ) throws(SourceFault) -> (root: SourceCursor, files: [String]) {
    guard try root.field("includes") != nil, case .mapping(let fields) = root.node.content else {
      return (root, [])
    }
    var includes = ThreagileIncludes(read: read, fields: fields)
    try includes.add(root, folder: "", way: [])
    let node = SourceNode(.mapping(includes.fields), line: root.line)
    return (SourceCursor(root: node), includes.files)
  }

  private init(
    read: @escaping (String) throws(SourceFault) -> [UInt8]?,
    fields: [(key: String, value: SourceNode)]
  ) {
    (self.read, self.fields) = (read, fields)
  }

  private mutating func add(
    _ source: SourceCursor, folder: String, way: [String]
  ) throws(SourceFault) {
    for entry in try source.list("includes") {
      let name = try entry.scalar()
      let path = try Self.path(name, from: folder, line: entry.line)
      let shown = "`\(ImportedText.condensed(name).prefix(100))`"
      guard !way.contains(path) else {
        throw SourceFault(
          "\(shown) under `includes` includes itself", line: entry.line,
          help: "take it out of one of the two")
      }
      guard way.count < Self.depth, files.count < Self.count else {
        throw SourceFault(
          "`includes` go more than \(Self.depth) deep, or name more than \(Self.count) files",
          line: entry.line, help: "put the files together")
      }
      // What two of them need is in the model once.
      if files.contains(path) { continue }
      guard let bytes = try read(path) else {
        throw SourceFault(
          "\(shown) under `includes` is not there", line: entry.line,
          help: "put the file where the model names it, or take it out of `includes`")
      }
      files.append(path)
      let root: SourceCursor
      do {
        root = SourceCursor(root: try YAMLSource.tree(try TextEncoding.utf8(bytes)))
      } catch {
        let place = error.line.map { "\(path):\($0)" } ?? path
        throw SourceFault("\(place): \(error.message)", line: entry.line, help: error.help)
      }
      guard case .mapping(let found) = root.node.content else {
        throw SourceFault(
          "\(shown) under `includes` is no mapping", line: entry.line,
          help: "a part of a model is a mapping of the same keys")
      }
      for field in found where field.key != "includes" { add(field, of: path) }
      let inner = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
      try add(root, folder: inner, way: way + [path])
    }
  }

  /// Adds a field. Mappings and lists of one name become one; what stands twice stays unread, and so is told.
  private mutating func add(_ field: (key: String, value: SourceNode), of file: String) {
    guard let place = fields.firstIndex(where: { $0.key == field.key }) else {
      fields.append((field.key, field.value.marked(file)))
      return
    }
    let known = fields[place].value
    switch (known.content, field.value.content) {
    case (.mapping(let old), .mapping(let new)):
      let added = new.map { ($0.key, $0.value.marked(file)) }
      fields[place].value = SourceNode(.mapping(old + added), line: known.line)
    case (.list(let old), .list(let new)):
      fields[place].value = SourceNode(
        .list(old + new.map { $0.marked(file) }), line: known.line)
    case (.empty, _): fields[place].value = field.value.marked(file)
    case (_, .empty): break
    default: fields.append((field.key, field.value.marked(file)))
    }
  }

  /// The way to an included file from the folder of the model.
  private static func path(
    _ name: String, from folder: String, line: Int
  ) throws(SourceFault) -> String {
    var parts = folder.split(separator: "/")
    var isInside = !name.hasPrefix("/") && !name.contains("\\") && !name.contains("\0")
    for part in name.split(separator: "/") where part != "." {
      if part != ".." {
        parts.append(part)
      } else if parts.popLast() == nil {
        isInside = false
      }
    }
    guard isInside, !parts.isEmpty else {
      throw SourceFault(
        "`\(ImportedText.condensed(name).prefix(100))` under `includes` is no file in the folder of the model",
        line: line, help: "put it beside the model, or into a folder there")
    }
    return parts.joined(separator: "/")
  }
}
