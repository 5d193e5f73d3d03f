// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMFormat
import TMLanguageServer
import TMLanguageService
import Testing

/// What a server answers to one question of a case, as a text with ranges drawn under the source.
struct AnswerText {
  private let editor: TestEditor
  private let question: MarkedSource.Question

  init(_ editor: TestEditor, _ question: MarkedSource.Question) {
    self.editor = editor
    self.question = question
  }

  var text: String {
    get throws {
      let kind = try #require(QuestionKind(rawValue: question.method), "\(question.text)")
      let answer = try answer(kind)
      return answer.isEmpty ? "  nothing\n" : answer
    }
  }

  private var document: JSON { ["uri": .string(TestEditor.uri(question.path))] }
  private var start: JSON {
    ["line": .integer(question.line), "character": .integer(question.columns.lowerBound)]
  }
  private var end: JSON {
    ["line": .integer(question.line), "character": .integer(question.columns.upperBound)]
  }

  private func ask(_ method: String, _ more: JSON.Field...) -> JSON {
    editor.request(
      method,
      .object([.init("textDocument", document), .init("position", start)] + more))
  }

  private func answer(_ kind: QuestionKind) throws -> String {
    switch kind {
    case .diagnostics: return diagnostics(editor.published()[question.path] ?? [])
    case .pull:
      let report = ask("textDocument/diagnostic")
      return "  \(report["kind"]?.text ?? "?")\n" + diagnostics(report["items"]?.list ?? [])
    case .complete: return completion(ask("textDocument/completion"))
    case .hover:
      let hover = ask("textDocument/hover")
      return drawn(hover["range"]) + indented(hover["contents"]?["value"]?.text ?? "")
    case .signature: return signature(ask("textDocument/signatureHelp"))
    case .definition: return location(ask("textDocument/definition"))
    case .references:
      return locations(
        ask("textDocument/references", .init("context", ["includeDeclaration": true])))
    case .highlight:
      return (ask("textDocument/documentHighlight").list ?? []).map { item in
        drawn(item["range"], item["kind"] == 3 ? "declaration" : "use")
      }.joined()
    case .rename: return rename()
    case .actions, .apply: return actions(kind)
    case .lenses:
      return (ask("textDocument/codeLens").list ?? []).map { lens in
        drawn(lens["range"], lens["command"]?["title"]?.text ?? "")
      }.joined()
    case .links:
      return (ask("textDocument/documentLink").list ?? []).map { link in
        drawn(link["range"], "to \(TestEditor.path(link["target"]?.text ?? ""))")
      }.joined()
    case .symbols: return symbols(ask("textDocument/documentSymbol").list ?? [], depth: 1)
    case .find: return found()
    case .format: return edited(ask("textDocument/formatting", .init("options", [:])))
    case .formatRange: return formattedRange()
    case .type:
      return edited(
        ask("textDocument/onTypeFormatting", .init("ch", .string(question.argument))))
    case .folds: return folds(ask("textDocument/foldingRange").list ?? [])
    case .select: return selections()
    case .hints: return hints()
    case .tokens: return tokens(ask("textDocument/semanticTokens/full"))
    case .calls: return calls()
    case .diagram: return diagram()
    }
  }

  // MARK: - Drawing

  private func drawn(_ range: JSON?, _ note: String = "", in path: String? = nil) -> String {
    SourceDrawing(path ?? question.path, editor).text(range, note)
  }

  private func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "\n" : "  \($0)\n" }.joined()
  }

  private func location(_ json: JSON) -> String {
    guard let uri = json["uri"]?.text else { return "" }
    return drawn(json["range"], in: TestEditor.path(uri))
  }

  private func locations(_ json: JSON) -> String { (json.list ?? []).map(location).joined() }

  private func diagnostics(_ items: [JSON]) -> String {
    items.map { item in
      let severity = ["?", "error", "warning", "note"][item["severity"]?.whole ?? 0]
      let page = item["codeDescription"]?["href"]?.text.map { ", see \($0)" } ?? ""
      var text = drawn(
        item["range"],
        "\(severity)[\(item["code"]?.text ?? "")] \(item["message"]?.text ?? "")\(page)")
      for related in item["relatedInformation"]?.list ?? [] {
        let place = related["location"]
        text += SourceDrawing(TestEditor.path(place?["uri"]?.text ?? ""), editor)
          .heading(place?["range"], related["message"]?.text ?? "")
      }
      for fix in item["data"]?["fixes"]?.list ?? [] {
        text += "    fix (\(fix["safety"]?.text ?? "")): \(fix["title"]?.text ?? "")\n"
      }
      return text
    }.joined()
  }

  // MARK: - Completion

  private func completion(_ json: JSON) -> String {
    let items = json["items"]?.list ?? []
    guard let first = items.first else { return "" }
    let limit = Int(question.argument) ?? 8
    var text = drawn(first["textEdit"]?["range"], "replaced")
    for item in items.prefix(limit) {
      let label = item["label"]?.text ?? ""
      text += "  \(label)" + (item["detail"]?.text.map { "  (\($0))" } ?? "") + "\n"
      let new = item["textEdit"]?["newText"]?.text ?? ""
      if new != label { text += "    writes \(new.replacingLineEnds)\n" }
      if let note = item["documentation"]?["value"]?.text, item["kind"] == 20 {
        text += "    \(note.replacingLineEnds)\n"
      }
    }
    if items.count > limit { text += "  and \(items.count - limit) more\n" }
    return text
  }

  private func signature(_ json: JSON) -> String {
    guard let signature = json["signatures"]?.list?.first, let label = signature["label"]?.text
    else { return "" }
    var text = "  \(label)\n"
    if let active = json["activeParameter"]?.whole,
      let parameter = signature["parameters"]?.list?[active],
      let first = parameter["label"]?.list?.first?.whole,
      let last = parameter["label"]?.list?.last?.whole
    {
      text += "  " + String(repeating: " ", count: first)
      text += String(repeating: "^", count: last - first) + "\n"
      text += indented(parameter["documentation"]?["value"]?.text ?? "")
    }
    return text + indented(signature["documentation"]?["value"]?.text ?? "")
  }

  // MARK: - Edits

  /// The changes of files as differences.
  private func difference(_ changes: JSON?) -> String {
    (changes?["documentChanges"]?.list ?? []).map { change in
      guard let edits = change["edits"] else {
        return "  \(change["kind"]?.text ?? "?") \(TestEditor.path(change["uri"]?.text ?? ""))\n"
      }
      return edited(edits, in: TestEditor.path(change["textDocument"]?["uri"]?.text ?? ""))
    }.joined()
  }

  private func edited(_ edits: JSON, in path: String? = nil) -> String {
    let path = path ?? question.path
    let old = editor.text(path)
    var new = old
    for edit in (edits.list ?? []).reversed() {
      guard let range = edit["range"], let text = edit["newText"]?.text else { continue }
      new = new.applying(
        TextChange((SourceDrawing.start(range), SourceDrawing.end(range)), Array(text.utf8)),
        .utf8)
    }
    let lines = UnifiedDiff(from: old.bytes, to: new.bytes).hunks.flatMap(\.lines)
      .filter { $0.change != .kept }
    if lines.isEmpty { return "" }
    return "  \(path)\n"
      + lines.map { "  \($0.change.rawValue)\(String(decoding: $0.bytes, as: UTF8.self))\n" }
      .joined()
  }

  private func rename() -> String {
    let prepared = ask("textDocument/prepareRename")
    let heading =
      prepared["error"].map { "  refused: \($0["message"]?.text ?? "")\n" }
      ?? drawn(prepared["range"])
    let answer = ask("textDocument/rename", .init("newName", .string(question.argument)))
    if let error = answer["error"] {
      let refusal = "  refused: \(error["message"]?.text ?? "")\n"
      return refusal == heading ? heading : heading + refusal
    }
    return heading + difference(answer)
  }

  private func actions(_ kind: QuestionKind) -> String {
    let answer = ask(
      "textDocument/codeAction", .init("range", ["start": start, "end": end]),
      .init("context", ["diagnostics": []]))
    let all = answer.list ?? []
    if kind == .apply {
      return all.first { $0["title"]?.text == question.argument }
        .map { difference($0["edit"]) } ?? ""
    }
    return all.map { action in
      let isPreferred = action["isPreferred"]?.truth ?? false
      return "  \(action["kind"]?.text ?? "")\(isPreferred ? ", preferred" : ""): "
        + "\(action["title"]?.text ?? "")\n"
    }.joined()
  }

  private func formattedRange() -> String {
    edited(
      editor.request(
        "textDocument/rangeFormatting",
        [
          "textDocument": document, "range": ["start": start, "end": end], "options": [:],
        ]))
  }

  // MARK: - Structure

  private func symbols(_ list: [JSON], depth: Int) -> String {
    list.map { symbol in
      let detail = symbol["detail"]?.text.map { "  \($0)" } ?? ""
      return String(repeating: "  ", count: depth) + (symbol["name"]?.text ?? "") + detail + "\n"
        + symbols(symbol["children"]?.list ?? [], depth: depth + 1)
    }.joined()
  }

  private func found() -> String {
    let answer = editor.request("workspace/symbol", ["query": .string(question.argument)])
    return (answer.list ?? []).map { item in
      let outer = item["containerName"]?.text.map { " in \($0)" } ?? ""
      return "  \(item["name"]?.text ?? "")\(outer)\n"
    }.joined()
  }

  private func folds(_ list: [JSON]) -> String {
    list.map { fold in
      let lines = "\((fold["startLine"]?.whole ?? 0) + 1) to \((fold["endLine"]?.whole ?? 0) + 1)"
      return "  \(lines)\(fold["kind"]?.text.map { ", \($0)" } ?? "")\n"
    }.joined()
  }

  private func selections() -> String {
    let answer = editor.request(
      "textDocument/selectionRange", ["textDocument": document, "positions": [start]])
    var text = ""
    var place = answer.list?.first
    while let current = place {
      text += drawn(current["range"])
      place = current["parent"]
    }
    return text
  }

  private func hints() -> String {
    let answer = editor.request(
      "textDocument/inlayHint",
      [
        "textDocument": document,
        "range": ["start": ["line": 0, "character": 0], "end": ["line": 9999, "character": 0]],
      ])
    return (answer.list ?? []).map { hint in
      let place = hint["position"] ?? .null
      return drawn(["start": place, "end": place], hint["label"]?.text ?? "")
    }.joined()
  }

  private func tokens(_ json: JSON) -> String {
    let numbers = (json["data"]?.list ?? []).compactMap(\.whole)
    let text = editor.text(question.path)
    var (line, column) = (0, 0)
    return stride(from: 0, to: numbers.count, by: 5).map { index in
      column = numbers[index] == 0 ? column + numbers[index + 1] : numbers[index + 1]
      line += numbers[index]
      let start = text.content(ofLine: line).lowerBound + column
      let word = String(decoding: text.bytes[start..<start + numbers[index + 2]], as: UTF8.self)
      let kind = SemanticToken.Kind(rawValue: numbers[index + 3])?.name ?? "?"
      return "  \(word)  \(kind)\(numbers[index + 4] == 1 ? ", declaration" : "")\n"
    }.joined()
  }

  private func calls() -> String {
    guard let item = ask("textDocument/prepareCallHierarchy").list?.first else { return "" }
    var text = "  \(item["name"]?.text ?? "")  \(item["detail"]?.text ?? "")\n"
    for (method, word, key) in [("incomingCalls", "from", "from"), ("outgoingCalls", "to", "to")] {
      for call in editor.request("callHierarchy/\(method)", ["item": item]).list ?? [] {
        text += "  \(word) \(call[key]?["name"]?.text ?? "")\n"
        for range in call["fromRanges"]?.list ?? [] { text += drawn(range) }
      }
    }
    return text
  }

  private func diagram() -> String {
    let answer = editor.request(
      "workspace/executeCommand",
      [
        "command": "tm.showDiagram", "arguments": [.string(TestEditor.uri(question.path)), start],
      ])
    return "  \(answer["svg"]?.text ?? answer["error"]?["message"]?.text ?? "")\n"
  }
}

extension String {
  fileprivate var replacingLineEnds: String {
    split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "⏎")
  }
}
