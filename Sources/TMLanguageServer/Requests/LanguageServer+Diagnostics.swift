// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMHandbook
import TMLanguageService
import TMSource

extension LanguageServer {
  /// Publishes the findings of the models of all open files; false where somebody lost interest.
  func publishFindings(while isWanted: () -> Bool) -> Bool {
    let today = workspace.disk.today
    let models = workspace.openModels()
    var findings: [[Diagnostic]] = []
    for (_, snapshot) in models {
      guard let found = snapshot.findings(today: today, while: isWanted) else { return false }
      findings.append(found)
    }
    workspace.tidy()
    if client.pullsDiagnostics {
      if client.refreshesDiagnostics { request("workspace/diagnostic/refresh", .null) }
    } else {
      publish(models, findings)
    }
    workspace.forgetChanges()
    refresh()
    return true
  }

  /// Publishes what is new of each file; of a file of several models, the findings of all.
  private func publish(
    _ models: [(entry: ModelEntry, snapshot: ModelSnapshot)], _ findings: [[Diagnostic]]
  ) {
    var counts: [String: Int] = [:]
    for (_, snapshot) in models {
      for identity in snapshot.identities { if let identity { counts[identity, default: 0] += 1 } }
    }
    var shared: [String: [JSON]] = [:]
    var known: [String: DiagnosticsPublisher.Model] = [:]
    for ((entry, snapshot), findings) in zip(models, findings) {
      let before = publisher.models[entry.identity].flatMap {
        $0.identities == snapshot.identities ? $0.files : nil
      }
      // A run asks it of every place that a finding shows.
      let isChanged = snapshot.identities.map { $0.map(workspace.changes.contains) ?? false }
      let files = byFile(findings, snapshot).enumerated().map { index, findings in
        items(of: findings, snapshot, before?[index], isChanged)
      }
      known[entry.identity] = .init(identities: snapshot.identities, files: files)
      for (index, identity) in snapshot.identities.enumerated() {
        guard let identity else { continue }
        if counts[identity, default: 0] > 1 {
          for item in files[index].items where shared[identity]?.contains(item) != true {
            shared[identity, default: []].append(item)
          }
        } else if !files[index].isAsBefore || workspace.changes.contains(identity) {
          publish(
            workspace.uri(identity), workspace.documents[identity]?.version, files[index].items)
        }
      }
    }
    publisher.models = known
    for (identity, count) in counts.sorted(by: { $0.key < $1.key }) where count > 1 {
      publish(
        workspace.uri(identity), workspace.documents[identity]?.version, shared[identity] ?? [])
    }
    for identity in workspace.documents.keys.sorted() {
      guard let item = failure(identity) else { continue }
      counts[identity] = 1
      publish(workspace.uri(identity), workspace.documents[identity]?.version, [item])
    }
    // Files that no model has any more show nothing.
    let uris = Set(counts.keys.map { workspace.uri($0) })
    for uri in publisher.shown where !uris.contains(uri) { publish(uri, nil, []) }
  }

  /// The finding that a file cannot be checked, where that is so; nobody may take silence for a yes.
  private func failure(_ identity: String) -> JSON? {
    guard let failure = workspace.failure(identity) else { return nil }
    let origin: JSON = ["line": 0, "character": 0]
    return [
      "range": ["start": origin, "end": origin], "severity": 1, "code": "failed-import",
      "source": "tm",
      "message": .string("the file is not checked: its model \(failure.reason); \(failure.help)"),
    ]
  }

  /// The findings by the index of their file; those in texts of the program are with the first file.
  private func byFile(_ findings: [Diagnostic], _ snapshot: ModelSnapshot) -> [[Diagnostic]] {
    var groups = [[Diagnostic]](repeating: [], count: snapshot.identities.count)
    let first = snapshot.identities.firstIndex { $0 != nil } ?? 0
    for finding in findings {
      let index = Int(finding.primary.range.file.index)
      groups[snapshot.identities[index] == nil ? first : index].append(finding)
    }
    return groups
  }

  /// The findings of a file as the editor takes them. What was published before and shows no place of a
  /// text that changed is taken over.
  private func items(
    of findings: [Diagnostic], _ snapshot: ModelSnapshot, _ before: DiagnosticsPublisher.File?,
    _ isChanged: [Bool]
  ) -> DiagnosticsPublisher.File {
    var isAsBefore = before?.findings.count == findings.count
    let items = findings.enumerated().map { place, finding in
      if let before, place < before.findings.count, before.findings[place] == finding,
        !Self.isTouched(finding, isChanged)
      {
        return before.items[place]
      }
      isAsBefore = false
      return json(finding, snapshot)
    }
    return .init(findings: findings, items: items, isAsBefore: isAsBefore)
  }

  /// Whether a text changed that a finding shows a place of, so that lines are other ones.
  private static func isTouched(_ finding: Diagnostic, _ isChanged: [Bool]) -> Bool {
    isChanged[Int(finding.primary.range.file.index)]
      || finding.secondary.contains { isChanged[Int($0.range.file.index)] }
      || finding.fix?.edits.contains { isChanged[Int($0.range.file.index)] } ?? false
  }

  private func publish(_ uri: String, _ version: Int?, _ items: [JSON]) {
    guard publisher.isNews(uri, version, .array(items)) else { return }
    notification(
      "textDocument/publishDiagnostics",
      .fields([
        "uri": .string(uri), "version": version.map(JSON.integer), "diagnostics": .array(items),
      ]))
  }

  /// Has the editor ask again about what else it shows; of the file that is typed in it does so anyway.
  private func refresh() {
    guard workspace.documents.count > 1 else { return }
    if client.refreshesLenses { request("workspace/codeLens/refresh", .null) }
    if client.refreshesHints { request("workspace/inlayHint/refresh", .null) }
    if client.refreshesTokens { request("workspace/semanticTokens/refresh", .null) }
  }

  // MARK: - One finding

  func json(_ finding: Diagnostic, _ snapshot: ModelSnapshot) -> JSON {
    .written(fields(of: finding, snapshot).bytes)
  }

  private func fields(of finding: Diagnostic, _ snapshot: ModelSnapshot) -> JSON {
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
      "message": .string(message(of: finding)),
      "relatedInformation": client.takesRelatedInformation ? related(finding, snapshot) : nil,
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

  /// What is wrong, and what to do where the editor shows help no other way.
  private func message(of finding: Diagnostic) -> String {
    guard !client.takesRelatedInformation, let help = finding.help.first else {
      return finding.message
    }
    return "\(finding.message); \(help)"
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
    if let item = failure(identity) { return [item] }
    var items: [JSON] = []
    let models = workspace.models(of: identity)
    for (_, snapshot) in models {
      let all = snapshot.findings(today: workspace.disk.today) { isRequestWanted }
      guard let all, let file = snapshot.file(identity) else { throw .cancelled }
      for finding in byFile(all, snapshot)[Int(file.index)] {
        let item = json(finding, snapshot)
        if models.count == 1 || !items.contains(item) { items.append(item) }
      }
    }
    return items
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
