// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMLanguageService
import TMSource

/// Requests about the shape of a text, its declarations and their flows.
extension LanguageServer {
  // MARK: - Symbols

  func documentSymbols(_ document: DocumentInModel) -> JSON {
    let symbols = document.snapshot.symbols(in: document.file)
    guard !client.nestsSymbols else {
      return .array(symbols.map { nested($0, document.snapshot) })
    }
    return .array(symbols.flatMap { flat($0, nil, document.snapshot) })
  }

  private func nested(_ symbol: Symbol, _ snapshot: ModelSnapshot) -> JSON {
    [
      "name": .string(symbol.name), "detail": .string(symbol.detail),
      "kind": .integer(SymbolKinds.symbolKind(symbol.keyword)),
      "range": range(symbol.range, snapshot),
      "selectionRange": range(symbol.selection, snapshot),
      "children": .array(symbol.children.map { nested($0, snapshot) }),
    ]
  }

  private func flat(_ symbol: Symbol, _ outer: String?, _ snapshot: ModelSnapshot) -> [JSON] {
    guard let location = location(symbol.selection, snapshot) else { return [] }
    let own = JSON.fields([
      "name": .string(symbol.name),
      "kind": .integer(SymbolKinds.symbolKind(symbol.keyword)), "location": location,
      "containerName": outer.map(JSON.string),
    ])
    return [own] + symbol.children.flatMap { flat($0, symbol.name, snapshot) }
  }

  func workspaceSymbols(_ parameters: JSON) -> JSON {
    let query = parameters["query"]?.text ?? ""
    var found: [JSON] = []
    for (_, snapshot) in workspace.allModels() {
      for (symbol, outer) in snapshot.symbols(matching: query, limit: 500 - found.count) {
        let item = flat(symbol, outer, snapshot)
        if let first = item.first, !found.contains(first) { found.append(first) }
      }
    }
    return .array(found)
  }

  // MARK: - Texts

  func folds(_ document: DocumentInModel) -> JSON {
    let folds = Structure.folds(document.snapshot.tree(document.file), document.text)
    return .array(
      folds.map { fold in
        .fields([
          "startLine": .integer(fold.lines.lowerBound), "endLine": .integer(fold.lines.upperBound),
          "kind": fold.isComment ? "comment" : nil,
        ])
      })
  }

  func selections(_ parameters: JSON, _ document: DocumentInModel) throws(ResponseFault) -> JSON {
    var result: [JSON] = []
    for place in parameters["positions"]?.list ?? [] {
      guard let position = TextPosition(place) else {
        throw .invalidParameters("a position of the request is none")
      }
      let offset = document.text.offset(of: position, client.encoding)
      let ranges = Structure.selections(document.snapshot.tree(document.file), at: offset)
      var nested: JSON?
      for outer in ranges.reversed() {
        nested = .fields(["range": range(outer, document.snapshot), "parent": nested])
      }
      result.append(nested ?? ["range": range(offset..<offset, in: document.text)])
    }
    return .array(result)
  }

  /// Five numbers a token: lines and characters from the token before, length, type, modifiers.
  func semanticTokens(_ document: DocumentInModel) -> JSON {
    var data: [JSON] = []
    var last = TextPosition(line: 0, character: 0)
    let text = document.text
    for token in document.snapshot.semanticTokens(of: document.file) {
      // The protocol has no tokens over several lines.
      for line in text.line(of: token.range.lowerBound)...text.line(of: token.range.upperBound - 1)
      {
        let part = text.content(ofLine: line).clamped(to: token.range)
        guard !part.isEmpty else { continue }
        let start = text.position(of: part.lowerBound, client.encoding)
        let end = text.position(of: part.upperBound, client.encoding)
        let isSameLine = start.line == last.line
        data += [
          .integer(start.line - last.line),
          .integer(isSameLine ? start.character - last.character : start.character),
          .integer(end.character - start.character), .integer(token.kind.rawValue),
          .integer(token.isDeclaration ? 1 : 0),
        ]
        last = start
      }
    }
    return ["data": .array(data)]
  }

  // MARK: - Flows

  func prepareCalls(_ parameters: JSON, _ document: DocumentInModel) throws(ResponseFault) -> JSON {
    let place = try offset(parameters, document)
    guard let end = document.snapshot.flowEnd(at: place, in: document.file),
      let item = item(end, document.snapshot, document.identity)
    else { return .null }
    return [item]
  }

  private func item(_ end: FlowEnd, _ snapshot: ModelSnapshot, _ identity: String) -> JSON? {
    guard let location = location(end.range, snapshot) else { return nil }
    return .fields([
      "name": .string(end.name), "detail": .string(end.detail),
      "kind": .integer(SymbolKinds.symbolKind(end.keyword)), "uri": location["uri"],
      "range": location["range"], "selectionRange": range(end.selection, snapshot),
      "data": ["model": .string(workspace.uri(identity)), "path": .string(end.name)],
    ])
  }

  func calls(_ parameters: JSON, areIncoming: Bool) throws(ResponseFault) -> JSON {
    guard let data = parameters["item"]?["data"], let uri = data["model"]?.text,
      let path = data["path"]?.text
    else { throw .invalidParameters("the item is none of this server") }
    guard let document = document(uri: uri), let end = document.snapshot.flowEnd(path: path) else {
      return .null
    }
    let snapshot = document.snapshot
    let ends =
      areIncoming ? snapshot.sources(of: end.entity) : snapshot.targets(of: end.entity)
    return .array(
      ends.compactMap { other, flows in
        guard let item = item(other, snapshot, document.identity) else { return nil }
        // The ranges are in the file of the caller; flows in another file stand at its name.
        let caller = areIncoming ? other : end
        let places = flows.map { $0.file == caller.selection.file ? $0 : caller.selection }
        return [
          areIncoming ? "from" : "to": item,
          "fromRanges": .array(places.map { range($0, snapshot) }),
        ]
      })
  }
}
