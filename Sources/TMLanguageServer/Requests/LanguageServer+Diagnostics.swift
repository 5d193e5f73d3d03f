// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMHandbook
import TMLanguageService
import TMSource

extension LanguageServer {
  /// Publishes the findings of the models of all open files; false where somebody lost interest.
  func publishFindings(while isWanted: () -> Bool) -> Bool {
    let today = workspace.disk.today
    var entries: [ObjectIdentifier: (ModelEntry, ModelSnapshot)] = [:]
    var order: [ObjectIdentifier] = []
    for identity in workspace.documents.keys.sorted() {
      for (entry, snapshot) in workspace.models(of: identity) {
        let key = ObjectIdentifier(entry)
        if entries[key] == nil { order.append(key) }
        entries[key] = (entry, snapshot)
      }
    }
    var byFile: [String: [JSON]] = [:]
    for identity in workspace.documents.keys { byFile[identity] = [] }
    for key in order {
      guard let (_, snapshot) = entries[key] else { continue }
      guard let findings = snapshot.findings(today: today, while: isWanted) else { return false }
      if client.pullsDiagnostics { continue }
      for identity in snapshot.identities.compactMap({ $0 }) where byFile[identity] == nil {
        byFile[identity] = []
      }
      add(findings, of: snapshot, to: &byFile)
    }
    workspace.tidy()
    if client.pullsDiagnostics {
      if client.refreshesDiagnostics { request("workspace/diagnostic/refresh", .null) }
      return true
    }
    publish(byFile)
    refresh()
    return true
  }

  private func publish(_ byFile: [String: [JSON]]) {
    var uris: Set<String> = []
    for identity in byFile.keys.sorted() {
      let uri = workspace.uri(identity)
      uris.insert(uri)
      publish(uri, workspace.documents[identity]?.version, byFile[identity] ?? [])
    }
    // Files that no model has any more show nothing.
    for uri in publisher.shown where !uris.contains(uri) { publish(uri, nil, []) }
  }

  private func publish(_ uri: String, _ version: Int?, _ items: [JSON]) {
    guard publisher.isNews(uri, version, .array(items)) else { return }
    notification(
      "textDocument/publishDiagnostics",
      .fields([
        "uri": .string(uri), "version": version.map(JSON.integer), "diagnostics": .array(items),
      ]))
  }

  private func refresh() {
    if client.refreshesLenses { request("workspace/codeLens/refresh", .null) }
    if client.refreshesHints { request("workspace/inlayHint/refresh", .null) }
    if client.refreshesTokens { request("workspace/semanticTokens/refresh", .null) }
  }

  /// Adds findings to those of their files; one that several models have is there once.
  private func add(
    _ findings: [Diagnostic], of snapshot: ModelSnapshot, to byFile: inout [String: [JSON]]
  ) {
    for finding in findings {
      let identity = snapshot.identity(finding.primary.range.file) ?? rootIdentity(snapshot)
      guard let identity else { continue }
      let item = json(finding, snapshot)
      if byFile[identity]?.contains(item) == true, isShared(identity) { continue }
      byFile[identity, default: []].append(item)
    }
  }

  private func isShared(_ identity: String) -> Bool { workspace.models(of: identity).count > 1 }

  private func rootIdentity(_ snapshot: ModelSnapshot) -> String? {
    snapshot.identities.first { $0 != nil } ?? nil
  }

  // MARK: - One finding

  func json(_ finding: Diagnostic, _ snapshot: ModelSnapshot) -> JSON {
    let place = finding.primary.range
    // A finding in a text of the program is shown at the top of the model.
    let isForeign = snapshot.identity(place.file) == nil
    let origin: JSON = ["line": 0, "character": 0]
    return .fields([
      "range": isForeign ? ["start": origin, "end": origin] : range(place, snapshot),
      "severity": .integer(Self.severity(finding.severity)),
      "code": .string(finding.rule),
      "codeDescription": page(finding.rule).map { ["href": .string($0)] },
      "source": "tm",
      "message": .string(finding.message),
      "relatedInformation": related(finding, snapshot),
      "data": data(finding, snapshot),
    ])
  }

  private static func severity(_ severity: Severity) -> Int {
    switch severity {
    case .error: 1
    case .warning: 2
    case .note: 3
    }
  }

  /// Other places, then notes and help at the place of the finding itself.
  private func related(_ finding: Diagnostic, _ snapshot: ModelSnapshot) -> JSON? {
    var items: [JSON] = []
    func add(_ range: SourceRange, _ text: String) {
      guard let location = location(range, snapshot) else { return }
      items.append(["location": location, "message": .string(text)])
    }
    if let text = finding.primary.text { add(finding.primary.range, text) }
    for label in finding.secondary { add(label.range, label.text ?? "here") }
    for note in finding.notes { add(finding.primary.range, "note: \(note)") }
    for help in finding.help { add(finding.primary.range, "help: \(help)") }
    return items.isEmpty ? nil : .array(items)
  }

  private func data(_ finding: Diagnostic, _ snapshot: ModelSnapshot) -> JSON? {
    guard let fix = finding.fix, let edit = workspaceEdit(fix.edits, snapshot) else { return nil }
    return [
      "fixes": [
        [
          "title": .string(fix.title), "safety": .string(fix.safety.rawValue), "edit": edit,
        ]
      ]
    ]
  }

  /// The URI of the page of a rule, which is written where the editor can open it.
  private func page(_ rule: String) -> String? {
    guard client.takesCodeDescription else { return nil }
    if let known = publisher.pages[rule] { return known }
    let uri = Handbook.markdown(ofFinding: rule).flatMap { text in
      try? workspace.disk.keep(Array(text.utf8), named: "\(rule).md")
    }.map(DocumentURI.uri)
    publisher.pages[rule] = .some(uri)
    return uri
  }

  // MARK: - Asked for

  /// `textDocument/diagnostic`
  func documentDiagnostic(_ parameters: JSON) throws(ResponseFault) -> JSON {
    guard let uri = parameters["textDocument"]?["uri"]?.text else {
      throw .invalidParameters("the request names no document")
    }
    let items = try findings(of: workspace.identity(uri))
    return Self.report(items, known: parameters["previousResultId"]?.text)
  }

  /// `workspace/diagnostic`
  func workspaceDiagnostic(_ parameters: JSON) throws(ResponseFault) -> JSON {
    var known: [String: String] = [:]
    for previous in parameters["previousResultIds"]?.list ?? [] {
      guard let uri = previous["uri"]?.text, let id = previous["value"]?.text else { continue }
      known[uri] = id
    }
    let token = parameters["workDoneToken"]
    if let token { progress(token, ["kind": "begin", "title": "Checking models"]) }
    defer { if let token { progress(token, ["kind": "end"]) } }
    var files = Set(workspace.documents.keys)
    for (_, snapshot) in workspace.allModels() {
      files.formUnion(snapshot.identities.compactMap { $0 })
    }
    var items: [JSON] = []
    for identity in files.sorted() {
      let uri = workspace.uri(identity)
      let found = try findings(of: identity)
      guard case .object(let fields) = Self.report(found, known: known[uri]) else { continue }
      let version = workspace.documents[identity]?.version.map(JSON.integer) ?? .null
      items.append(
        .object([.init("uri", .string(uri)), .init("version", version)] + fields))
    }
    return ["items": .array(items)]
  }

  private func findings(of identity: String) throws(ResponseFault) -> [JSON] {
    var byFile: [String: [JSON]] = [:]
    for (_, snapshot) in workspace.models(of: identity) {
      let all = snapshot.findings(today: workspace.disk.today) { isRequestWanted }
      guard let all else { throw .cancelled }
      add(
        all.filter {
          (snapshot.identity($0.primary.range.file) ?? rootIdentity(snapshot)) == identity
        }, of: snapshot, to: &byFile)
    }
    return byFile[identity] ?? []
  }

  private static func report(_ items: [JSON], known: String?) -> JSON {
    let id = digest(JSON.array(items).bytes)
    if id == known { return ["kind": "unchanged", "resultId": .string(id)] }
    return ["kind": "full", "resultId": .string(id), "items": .array(items)]
  }

  /// FNV-1a (64 bits): what is compared is what this server sent before.
  private static func digest(_ bytes: [UInt8]) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return String(hash, radix: 16)
  }
}
