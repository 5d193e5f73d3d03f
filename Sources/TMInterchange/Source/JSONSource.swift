// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMComponents
import TMSource

/// Reads a JSON file into a tree.
package struct JSONSource {
  private let lines: LineIndex
  private var count = 0

  package static func tree(_ bytes: [UInt8]) throws(SourceFault) -> SourceNode {
    let document: JSONDocument
    do {
      document = try JSONDocument(bytes)
    } catch {
      throw fault(error, bytes)
    }
    guard document.roots.count == 1, let root = document.roots.first else {
      throw SourceFault(
        "the file has \(document.roots.count) values, one after another", line: nil,
        help: "a model is one JSON object; export it again")
    }
    var source = JSONSource(lines: LineIndex(bytes))
    do {
      return try source.node(root, depth: 0)
    } catch let error as DocumentFault {
      throw fault(error, bytes)
    } catch let error as SourceFault {
      throw error
    } catch {
      throw SourceFault("\(error)", line: nil, help: "export the file again")
    }
  }

  private static func fault(_ error: DocumentFault, _ bytes: [UInt8]) -> SourceFault {
    SourceFault(
      error.message, line: DocumentFault.place(of: error.offset, in: bytes).line, help: error.help)
  }

  private mutating func node(_ value: JSONValue, depth: Int) throws -> SourceNode {
    let line = lines.line(of: UInt32(value.offset)) + 1
    if depth > SourceLimits.depth { throw SourceLimits.tooDeep(line: line) }
    count += 1
    if count > SourceLimits.nodes { throw SourceLimits.tooMany(line: line) }
    switch try value.content() {
    case .object(let fields):
      var nodes: [(key: String, value: SourceNode)] = []
      for field in fields { nodes.append((field.name, try node(field.value, depth: depth + 1))) }
      return SourceNode(.mapping(nodes), line: line)
    case .list(let elements):
      var nodes: [SourceNode] = []
      for element in elements { nodes.append(try node(element, depth: depth + 1)) }
      return SourceNode(.list(nodes), line: line)
    case .text(let text): return SourceNode(.scalar(text), line: line)
    case .number(let text): return SourceNode(.scalar(text), line: line)
    case .truth(let truth): return SourceNode(.scalar(truth ? "true" : "false"), line: line)
    case .null: return SourceNode(.empty, line: line)
    }
  }
}
