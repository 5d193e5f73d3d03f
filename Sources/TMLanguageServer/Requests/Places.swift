// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMLanguageService
import TMSource

extension TextPosition {
  /// A position of a message; nil for what is none.
  init?(_ json: JSON?) {
    guard let line = json?["line"]?.whole, let character = json?["character"]?.whole, line >= 0,
      character >= 0
    else { return nil }
    self.init(line: line, character: character)
  }

  var json: JSON { ["line": .integer(line), "character": .integer(character)] }
}

/// A file of a model, with what a request about it needs.
struct DocumentInModel {
  let identity: String
  let snapshot: ModelSnapshot
  let file: FileID
  /// Whether no model imports the file.
  let isAlone: Bool
  var text: PositionedText { snapshot.text(file) }
}

extension LanguageServer {
  /// The file that a request is about, in the first model that has it; nil where none has it.
  func document(_ parameters: JSON) throws(ResponseFault) -> DocumentInModel? {
    guard let uri = parameters["textDocument"]?["uri"]?.text else {
      throw .invalidParameters("the request names no document")
    }
    return document(uri: uri)
  }

  func document(uri: String) -> DocumentInModel? {
    let identity = workspace.identity(uri)
    guard let (entry, snapshot) = workspace.models(of: identity).first,
      let file = snapshot.file(identity)
    else { return nil }
    return DocumentInModel(
      identity: identity, snapshot: snapshot, file: file, isAlone: entry.isAlone)
  }

  /// The offset that a request is about.
  func offset(_ parameters: JSON, _ document: DocumentInModel) throws(ResponseFault) -> Int {
    guard let position = TextPosition(parameters["position"]) else {
      throw .invalidParameters("the request names no position")
    }
    return document.text.offset(of: position, client.encoding)
  }

  func offsets(_ range: JSON?, _ document: DocumentInModel) throws(ResponseFault) -> Range<Int> {
    guard let start = TextPosition(range?["start"]), let end = TextPosition(range?["end"]) else {
      throw .invalidParameters("the request names no range")
    }
    let first = document.text.offset(of: start, client.encoding)
    return first..<max(first, document.text.offset(of: end, client.encoding))
  }

  func range(_ offsets: Range<Int>, in text: PositionedText) -> JSON {
    [
      "start": text.position(of: offsets.lowerBound, client.encoding).json,
      "end": text.position(of: offsets.upperBound, client.encoding).json,
    ]
  }

  func range(_ range: SourceRange, _ snapshot: ModelSnapshot) -> JSON {
    self.range(range.offsets, in: snapshot.text(range.file))
  }

  /// A place as a location; nil for one in a text of the program.
  func location(_ range: SourceRange, _ snapshot: ModelSnapshot) -> JSON? {
    guard let identity = snapshot.identity(range.file) else { return nil }
    return ["uri": .string(workspace.uri(identity)), "range": self.range(range, snapshot)]
  }

  func textEdit(_ edit: Edit, _ snapshot: ModelSnapshot) -> JSON {
    [
      "range": range(edit.range, snapshot),
      "newText": .string(snapshot.form(edit.range.file).piece(edit.replacement)),
    ]
  }

  /// Edits of several files in the form that the editor takes; nil where one is of a file that nobody
  /// can change, or where the editor makes no files.
  func workspaceEdit(
    _ edits: [Edit], _ snapshot: ModelSnapshot, making new: NewFile? = nil
  ) -> JSON? {
    if new != nil, !client.takesDocumentChanges || !client.makesFiles { return nil }
    var files: [FileID] = []
    for edit in edits where !files.contains(edit.range.file) { files.append(edit.range.file) }
    var changes: [JSON.Field] = []
    var documents = new.map(creation) ?? []
    for file in files.sorted() {
      guard let identity = snapshot.identity(file) else { return nil }
      let uri = workspace.uri(identity)
      let list = JSON.array(
        edits.filter { $0.range.file == file }.sorted { $0.range < $1.range }
          .map { textEdit($0, snapshot) })
      changes.append(.init(uri, list))
      let version = workspace.documents[identity]?.version.map(JSON.integer) ?? .null
      documents.append([
        "textDocument": ["uri": .string(uri), "version": version], "edits": list,
      ])
    }
    return client.takesDocumentChanges
      ? ["documentChanges": .array(documents)] : ["changes": .object(changes)]
  }

  private func creation(of file: NewFile) -> [JSON] {
    let uri = JSON.string(workspace.uri(file.identity))
    let start: JSON = ["line": 0, "character": 0]
    return [
      ["kind": "create", "uri": uri],
      [
        "textDocument": ["uri": uri, "version": .null],
        "edits": [["range": ["start": start, "end": start], "newText": .string(file.text)]],
      ],
    ]
  }
}
