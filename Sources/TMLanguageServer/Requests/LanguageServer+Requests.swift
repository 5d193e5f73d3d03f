// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMLanguageService
import TMSource

extension LanguageServer {
  /// The answer to a request while the server runs.
  func requestResult(of method: String, _ parameters: JSON) throws(ResponseFault) -> JSON {
    switch method {
    case "textDocument/diagnostic": return try documentDiagnostic(parameters)
    case "workspace/diagnostic": return try workspaceDiagnostic(parameters)
    case "workspace/symbol": return workspaceSymbols(parameters)
    case "workspace/executeCommand": return try execute(parameters)
    case "callHierarchy/incomingCalls": return try calls(parameters, areIncoming: true)
    case "callHierarchy/outgoingCalls": return try calls(parameters, areIncoming: false)
    default: break
    }
    guard Self.documentMethods.contains(method) else { throw .unknownMethod(method) }
    guard let document = try document(parameters) else { return .null }
    switch method {
    case "textDocument/completion": return try completion(parameters, document)
    case "textDocument/hover": return try hover(parameters, document)
    case "textDocument/signatureHelp": return try signatureHelp(parameters, document)
    case "textDocument/definition": return try definition(parameters, document)
    case "textDocument/references": return try references(parameters, document)
    case "textDocument/documentHighlight": return try highlights(parameters, document)
    case "textDocument/prepareRename": return try prepareRename(parameters, document)
    case "textDocument/rename": return try rename(parameters, document)
    case "textDocument/codeAction": return try codeActions(parameters, document)
    case "textDocument/codeLens": return codeLenses(document)
    case "textDocument/documentLink": return documentLinks(document)
    case "textDocument/documentSymbol": return documentSymbols(document)
    case "textDocument/formatting":
      return edits(document.snapshot.formatting(of: document.file), document)
    case "textDocument/rangeFormatting":
      let range = try offsets(parameters["range"], document)
      return edits(document.snapshot.formatting(of: document.file, in: range), document)
    case "textDocument/onTypeFormatting":
      let place = try offset(parameters, document)
      return edits(
        document.snapshot.indentation(at: place, in: document.file).map { [$0] }, document)
    case "textDocument/foldingRange": return folds(document)
    case "textDocument/selectionRange": return try selections(parameters, document)
    case "textDocument/inlayHint": return try inlayHints(parameters, document)
    case "textDocument/semanticTokens/full": return semanticTokens(document)
    case "textDocument/prepareCallHierarchy": return try prepareCalls(parameters, document)
    default: throw .unknownMethod(method)
    }
  }

  private static let documentMethods: Set<String> = [
    "textDocument/completion", "textDocument/hover", "textDocument/signatureHelp",
    "textDocument/definition", "textDocument/references", "textDocument/documentHighlight",
    "textDocument/prepareRename", "textDocument/rename", "textDocument/codeAction",
    "textDocument/codeLens", "textDocument/documentLink", "textDocument/documentSymbol",
    "textDocument/formatting", "textDocument/rangeFormatting", "textDocument/onTypeFormatting",
    "textDocument/foldingRange", "textDocument/selectionRange", "textDocument/inlayHint",
    "textDocument/semanticTokens/full", "textDocument/prepareCallHierarchy",
  ]

  private func edits(_ edits: [Edit]?, _ document: DocumentInModel) -> JSON {
    guard let edits else { return .null }
    return .array(edits.map { textEdit($0, document.snapshot) })
  }

  // MARK: - Reading

  private func hover(_ parameters: JSON, _ document: DocumentInModel) throws(ResponseFault) -> JSON
  {
    let place = try offset(parameters, document)
    guard let hover = document.snapshot.hover(at: place, in: document.file) else { return .null }
    return [
      "contents": ["kind": "markdown", "value": .string(hover.markdown)],
      "range": range(hover.range, document.snapshot),
    ]
  }

  private func signatureHelp(
    _ parameters: JSON, _ document: DocumentInModel
  ) throws(ResponseFault) -> JSON {
    let place = try offset(parameters, document)
    guard let help = document.snapshot.vectorHelp(at: place, in: document.file) else {
      return .null
    }
    let metrics = help.parameters.map { parameter -> JSON in
      [
        "label": [.integer(parameter.range.lowerBound), .integer(parameter.range.upperBound)],
        "documentation": ["kind": "markdown", "value": .string(parameter.documentation)],
      ]
    }
    return .fields([
      "signatures": [
        [
          "label": .string(help.label), "parameters": .array(metrics),
          "documentation": ["kind": "markdown", "value": .string(help.documentation)],
        ]
      ], "activeSignature": 0, "activeParameter": help.active.map(JSON.integer),
    ])
  }

  private func definition(
    _ parameters: JSON, _ document: DocumentInModel
  ) throws(ResponseFault) -> JSON {
    let snapshot = document.snapshot
    let place = try offset(parameters, document)
    if let link = links(document).first(where: { $0.range.offsets.contains(place) }) {
      let start: JSON = ["line": 0, "character": 0]
      return [
        "uri": .string(workspace.uri(link.identity)), "range": ["start": start, "end": start],
      ]
    }
    guard let found = snapshot.definition(at: place, in: document.file),
      let location = location(found.name, snapshot)
    else { return .null }
    guard client.followsLinks else { return location }
    return [
      .fields([
        "originSelectionRange": range(found.origin, snapshot), "targetUri": location["uri"],
        "targetRange": range(found.whole, snapshot), "targetSelectionRange": location["range"],
      ])
    ]
  }

  private func references(
    _ parameters: JSON, _ document: DocumentInModel
  ) throws(ResponseFault) -> JSON {
    let place = try offset(parameters, document)
    let withDeclaration = parameters["context"]?["includeDeclaration"]?.truth ?? true
    let ranges = document.snapshot.references(
      at: place, in: document.file, withDeclaration: withDeclaration)
    return .array(ranges.compactMap { location($0, document.snapshot) })
  }

  private func highlights(
    _ parameters: JSON, _ document: DocumentInModel
  ) throws(ResponseFault) -> JSON {
    let place = try offset(parameters, document)
    return .array(
      document.snapshot.highlights(at: place, in: document.file).map { occurrence in
        [
          "range": range(occurrence.range, document.snapshot),
          "kind": occurrence.isDeclaration ? 3 : 2,
        ]
      })
  }

  private func codeLenses(_ document: DocumentInModel) -> JSON {
    var lenses = document.snapshot.lenses(of: document.file).map { lens -> JSON in
      var command: JSON = ["title": .string(lens.text), "command": ""]
      if let view = lens.view {
        command = [
          "title": .string(lens.text), "command": "tm.showDiagram",
          "arguments": [.string(workspace.uri(document.identity)), .string(view)],
        ]
      }
      return ["range": range(lens.range, document.snapshot), "command": command]
    }
    if document.isAlone {
      lenses.insert(
        [
          "range": range(0..<0, in: document.text),
          "command": [
            "title": "no model imports this file: it is checked on its own", "command": "",
          ],
        ], at: 0)
    }
    return .array(lenses)
  }

  private func links(_ document: DocumentInModel) -> [DocumentLink] {
    let folder = document.identity.split(separator: "/", omittingEmptySubsequences: false)
      .dropLast().joined(separator: "/")
    return document.snapshot.links(of: document.file) { path in
      workspace.disk.canonical("\(folder)/\(path)").flatMap {
        document.snapshot.holds($0) ? $0 : nil
      }
    }
  }

  private func documentLinks(_ document: DocumentInModel) -> JSON {
    .array(
      links(document).map { link in
        [
          "range": range(link.range, document.snapshot),
          "target": .string(workspace.uri(link.identity)),
        ]
      })
  }

  private func inlayHints(
    _ parameters: JSON, _ document: DocumentInModel
  ) throws(ResponseFault) -> JSON {
    let range = try offsets(parameters["range"], document)
    return .array(
      document.snapshot.hints(in: range, of: document.file).map { hint in
        [
          "position": document.text.position(of: hint.offset, client.encoding).json,
          "label": .string(hint.text), "tooltip": .string(hint.tooltip), "paddingLeft": true,
        ]
      })
  }
}
