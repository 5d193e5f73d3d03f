// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMLanguageService
import TMSource

/// Requests whose answers change texts.
extension LanguageServer {
  // MARK: - Completion

  func completion(_ parameters: JSON, _ document: DocumentInModel) throws(ResponseFault) -> JSON {
    let place = try offset(parameters, document)
    let list = Completer(
      document.snapshot, document.file, at: place, importable: { self.importable(from: document) }
    ).list(after: parameters["context"]?["triggerCharacter"]?.text)
    let range = range(list.range, in: document.text)
    let indentation = document.text.indentation(at: place)
    let form = document.snapshot.form(document.file)
    let items = list.items.enumerated().map { position, item -> JSON in
      let snippet = client.takesSnippets ? item.snippet : nil
      let text = snippet.map { Self.indented($0, indentation) } ?? item.text
      return .fields([
        "label": .string(item.label), "kind": .integer(Self.kind(item.kind)),
        "detail": item.detail.map(JSON.string),
        "documentation": item.documentation.map { ["kind": "markdown", "value": .string($0)] },
        "sortText": .string(Self.order(position)),
        "filterText": .string(item.label),
        "insertTextFormat": snippet == nil ? 1 : 2,
        "textEdit": ["range": range, "newText": .string(form.piece(text))],
      ])
    }
    return ["isIncomplete": .boolean(list.isIncomplete), "items": .array(items)]
  }

  /// The text files that the file can import, as an import writes them: none that the model has already,
  /// and no other model.
  private func importable(from document: DocumentInModel) -> [String] {
    let parts = document.identity.split(separator: "/").dropLast()
    let folder = "/" + parts.joined(separator: "/")
    return workspace.disk.texts(below: folder)
      .filter { $0 != document.identity && $0.hasPrefix(folder + "/") }
      .filter { !document.snapshot.holds($0) && !workspace.declaresModel($0) }
      .map { String($0.dropFirst(folder.count + 1)) }
  }

  private static func indented(_ text: String, _ indentation: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .joined(separator: "\n" + indentation)
  }

  /// A text that sorts as a position does.
  private static func order(_ position: Int) -> String {
    let digits = String(position)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  private static func kind(_ kind: CompletionItem.Kind) -> Int {
    switch kind {
    case .keyword: 14
    case .property: 10
    case .value: 12
    case .rule: 21
    case .file: 17
    case .metric: 20
    case .snippet: 15
    case .entity(let word): SymbolKinds.completionKind(word)
    }
  }

  // MARK: - Names

  func prepareRename(
    _ parameters: JSON, _ document: DocumentInModel
  ) throws(ResponseFault) -> JSON {
    let place = try offset(parameters, document)
    do throws(RenameRefusal) {
      let found = try document.snapshot.renamable(at: place, in: document.file)
      return [
        "range": range(found, document.snapshot),
        "placeholder": .string(document.snapshot.sources.text(found)),
      ]
    } catch {
      throw .failed(error.message)
    }
  }

  func rename(_ parameters: JSON, _ document: DocumentInModel) throws(ResponseFault) -> JSON {
    let place = try offset(parameters, document)
    guard let name = parameters["newName"]?.text else {
      throw .invalidParameters("the request names no new name")
    }
    // A file of several models has its names in all of them.
    let models = workspace.models(of: document.identity)
    do throws(RenameRefusal) {
      let edits = try document.snapshot.rename(at: place, in: document.file, to: name)
      guard models.count < 2 || isInOneModel(edits, document.snapshot) else {
        throw RenameRefusal(
          "a file of the declaration belongs to \(models.count) models: rename it by hand")
      }
      return workspaceEdit(edits, document.snapshot) ?? .null
    } catch {
      throw .failed(error.message)
    }
  }

  private func isInOneModel(_ edits: [Edit], _ snapshot: ModelSnapshot) -> Bool {
    Set(edits.map(\.range.file)).allSatisfy { file in
      snapshot.identity(file).map { workspace.models(of: $0).count == 1 } ?? false
    }
  }

  // MARK: - Actions

  func codeActions(_ parameters: JSON, _ document: DocumentInModel) throws(ResponseFault) -> JSON {
    let snapshot = document.snapshot
    let range = try offsets(parameters["range"], document)
    let wanted = parameters["context"]?["only"]?.list?.compactMap(\.text)
    guard let all = snapshot.findings(today: workspace.disk.today, while: { isRequestWanted })
    else { throw .cancelled }
    let findings = all.filter { finding in
      let place = finding.primary.range
      return place.file == document.file && Int(place.start) <= range.upperBound
        && range.lowerBound <= Int(place.end)
    }
    let actions = snapshot.actions(in: range, of: document.file, findings: findings)
    return .array(
      actions.compactMap { action in
        let kind = action.kind == .quickfix ? "quickfix" : "refactor"
        if let wanted, !wanted.contains(where: { kind == $0 || $0.isEmpty }) { return nil }
        guard let edit = workspaceEdit(action.edits, snapshot, making: action.newFile) else {
          return nil
        }
        return .fields([
          "title": .string(action.title), "kind": .string(kind),
          "diagnostics": action.diagnostic.map { [json($0, snapshot)] },
          "isPreferred": action.isPreferred ? true : nil, "edit": edit,
        ])
      })
  }
}
