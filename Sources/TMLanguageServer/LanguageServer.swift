// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMLanguageService
import TMSource

/// Answers the messages of an editor about threat models, one after another.
///
/// It reads and writes nothing itself: messages come in through `handle`, and go out through `send`.
package final class LanguageServer {
  /// How far the conversation is.
  enum Phase {
    case waiting
    case running
    case shutDown
    case ended
  }

  private(set) var phase = Phase.waiting
  /// Whether the editor said good-bye as it should.
  package private(set) var endedInOrder = false
  let workspace: ServerWorkspace
  var client = ClientCapabilities()
  var publisher = DiagnosticsPublisher()
  let send: (JSON) -> Void
  /// Whether something changed since the findings were last published.
  package private(set) var isBehind = false
  /// Whether the request that is answered was cancelled meanwhile.
  let isCancelled: @Sendable (JSON) -> Bool
  /// Has a picture drawn while other requests are answered, and hands it to `finish`.
  private let draw: ((PictureJob) -> Void)?
  /// The requests whose answers come later.
  private var pending: [JSON] = []
  var requestID: JSON = .null
  private var nextRequest = 1
  private let version: String

  /// - Parameters:
  ///   - version: of the program, to show.
  ///   - isCancelled: whether the request of an id was cancelled; asked by any thread.
  ///   - draw: has pictures drawn in the background; without it they are drawn at once.
  ///   - send: takes each message for the editor.
  package init(
    _ disk: any EditorDisk, version: String, isCancelled: @escaping @Sendable (JSON) -> Bool,
    draw: ((PictureJob) -> Void)? = nil, send: @escaping (JSON) -> Void
  ) {
    workspace = ServerWorkspace(disk)
    self.version = version
    self.isCancelled = isCancelled
    self.draw = draw
    self.send = send
  }

  package var hasEnded: Bool { phase == .ended }

  /// Answers one message.
  package func handle(_ message: JSON) {
    guard case .object = message, message["jsonrpc"]?.text == "2.0" else {
      return fail(.null, .invalidRequest("a message is an object with `jsonrpc` \"2.0\""))
    }
    guard let method = message["method"]?.text else {
      // What has no method is the answer to a request of ours; none of them needs one.
      if message["id"] == nil { fail(.null, .invalidRequest("the message has no method")) }
      return
    }
    let parameters = message["params"] ?? .null
    if let id = message["id"] { return answer(id, method, parameters) }
    notify(method, parameters)
  }

  /// Answers bytes that were no message.
  package func handleFault(code: Int, _ text: String) {
    fail(.null, ResponseFault(code: code, message: text))
  }

  // MARK: - Requests

  private func answer(_ id: JSON, _ method: String, _ parameters: JSON) {
    requestID = id
    defer { requestID = .null }
    do throws(ResponseFault) {
      if isCancelled(id) { throw .cancelled }
      if phase == .running, let job = try pictureJob(id, method, parameters) {
        guard let draw else { return finish(job.drawn()) }
        pending.append(id)
        return draw(job)
      }
      let result = try result(of: method, parameters)
      if isCancelled(id) { throw .cancelled }
      send(["jsonrpc": "2.0", "id": id, "result": result])
    } catch {
      fail(id, error)
    }
  }

  /// Whether a request still waits for its answer.
  package func isPending(_ id: JSON) -> Bool { pending.contains(id) }

  /// Answers a request for a picture with what was drawn.
  package func finish(_ picture: DrawnPicture) {
    let id = picture.id
    pending.removeAll { $0 == id }
    do throws(ResponseFault) {
      if isCancelled(id) { throw .cancelled }
      send(["jsonrpc": "2.0", "id": id, "result": try shown(picture)])
    } catch {
      fail(id, error)
    }
  }

  var isRequestWanted: Bool { !isCancelled(requestID) }

  private func fail(_ id: JSON, _ fault: ResponseFault) {
    send(["jsonrpc": "2.0", "id": id, "error": fault.json])
  }

  private func result(
    of method: String, _ parameters: JSON
  ) throws(ResponseFault) -> JSON {
    switch (phase, method) {
    case (.waiting, "initialize"): return initialize(parameters)
    case (.waiting, _): throw .notInitialized
    case (.running, "initialize"): throw .invalidRequest("the server is initialized already")
    case (.running, "shutdown"):
      phase = .shutDown
      return .null
    case (.running, _): return try requestResult(of: method, parameters)
    case (.shutDown, _), (.ended, _):
      throw .invalidRequest("the server was shut down")
    }
  }

  private func initialize(_ parameters: JSON) -> JSON {
    client = ClientCapabilities(parameters)
    var folders = (parameters["workspaceFolders"]?.list ?? []).compactMap { $0["uri"]?.text }
    if folders.isEmpty {
      let path = parameters["rootPath"]?.text.map(DocumentURI.uri)
      folders = (parameters["rootUri"]?.text ?? path).map { [$0] } ?? []
    }
    workspace.setFolders(folders)
    phase = .running
    return [
      "capabilities": ServerCapabilities.json(client.encoding),
      "serverInfo": ["name": "tm", "version": .string(version)],
    ]
  }

  // MARK: - Notifications

  private func notify(_ method: String, _ parameters: JSON) {
    if method == "exit" {
      endedInOrder = phase == .shutDown
      phase = .ended
      return
    }
    guard phase == .running else { return }
    switch method {
    case "initialized": begin()
    case "textDocument/didOpen": open(parameters)
    case "textDocument/didChange": change(parameters)
    case "textDocument/didClose":
      if let uri = parameters["textDocument"]?["uri"]?.text {
        workspace.close(uri)
        publisher.close(uri)
      }
    case "textDocument/didSave":
      if !client.watchesFiles { workspace.changedOnDisk() }
    case "workspace/didChangeWatchedFiles": workspace.changedOnDisk()
    case "workspace/didChangeWorkspaceFolders": changeFolders(parameters["event"] ?? .null)
    default: return
    }
    isBehind = true
  }

  private func begin() {
    if client.watchesFiles {
      let watchers: JSON = [
        ["globPattern": "**/*.tm"], ["globPattern": "**/*.approved"],
      ]
      request(
        "client/registerCapability",
        [
          "registrations": [
            [
              "id": "files", "method": "workspace/didChangeWatchedFiles",
              "registerOptions": ["watchers": watchers],
            ]
          ]
        ])
    }
    guard client.showsProgress else { return }
    request("window/workDoneProgress/create", ["token": "tm/models"])
    progress("tm/models", ["kind": "begin", "title": "Reading models", "cancellable": false])
    let count = workspace.allModels().count
    progress(
      "tm/models",
      ["kind": "end", "message": .string(count == 1 ? "1 model" : "\(count) models")])
  }

  private func open(_ parameters: JSON) {
    guard let document = parameters["textDocument"], let uri = document["uri"]?.text,
      let text = document["text"]?.text
    else { return }
    workspace.open(uri, document["version"]?.whole, Array(text.utf8))
  }

  private func change(_ parameters: JSON) {
    guard let document = parameters["textDocument"], let uri = document["uri"]?.text else {
      return
    }
    let changes = (parameters["contentChanges"]?.list ?? []).compactMap { change -> TextChange? in
      guard let text = change["text"]?.text else { return nil }
      guard let range = change["range"] else { return TextChange(nil, Array(text.utf8)) }
      guard let start = TextPosition(range["start"]), let end = TextPosition(range["end"]) else {
        return nil
      }
      return TextChange((start, end), Array(text.utf8))
    }
    workspace.change(uri, document["version"]?.whole, changes, client.encoding)
  }

  private func changeFolders(_ event: JSON) {
    workspace.changeFolders(
      added: (event["added"]?.list ?? []).compactMap { $0["uri"]?.text },
      removed: (event["removed"]?.list ?? []).compactMap { $0["uri"]?.text })
  }

  // MARK: - Towards the editor

  func request(_ method: String, _ parameters: JSON) {
    send([
      "jsonrpc": "2.0", "id": .string("tm/\(nextRequest)"), "method": .string(method),
      "params": parameters,
    ])
    nextRequest += 1
  }

  func notification(_ method: String, _ parameters: JSON) {
    send(["jsonrpc": "2.0", "method": .string(method), "params": parameters])
  }

  func progress(_ token: JSON, _ value: JSON) {
    notification("$/progress", ["token": token, "value": value])
  }

  /// Brings the findings that the editor shows up to date.
  ///
  /// - Parameter isWanted: asked before each rule; where it says no, the work is left for later.
  package func catchUp(while isWanted: () -> Bool) {
    guard isBehind, phase == .running else {
      isBehind = false
      return
    }
    guard publishFindings(while: isWanted) else { return }
    isBehind = false
  }
}
