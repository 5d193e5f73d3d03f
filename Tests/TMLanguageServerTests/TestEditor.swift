// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Synchronization
import TMLanguageServer
import TMLanguageService
import Testing

/// An editor that talks to a server in the same process: each message is answered at once.
final class TestEditor {
  let disk: MemoryDisk
  private(set) lazy var server = LanguageServer(
    disk, version: "test",
    isCancelled: { [cancelled] id in id.whole.map(cancelled.contains) ?? false },
    send: { [unowned self] in take($0) })
  /// What the server sent by itself, in order.
  private(set) var received: [JSON] = []
  private let cancelled = CancelledRequests()
  private var answers: [Int: JSON] = [:]
  private var next = 1
  private(set) var texts: [String: [UInt8]] = [:]

  init(_ disk: MemoryDisk) { self.disk = disk }

  /// An editor that has started its server in the folder of the disk.
  convenience init(
    _ files: [(path: String, text: String)], capabilities: JSON = TestEditor.capabilities
  ) throws {
    self.init(MemoryDisk(files))
    let result = request(
      "initialize",
      ["capabilities": capabilities, "rootUri": .string(Self.uri("")), "processId": .null])
    try #require(result["capabilities"] != nil)
    notify("initialized", [:])
  }

  static let capabilities: JSON = [
    "general": ["positionEncodings": ["utf-8", "utf-16"]],
    "textDocument": [
      "completion": ["completionItem": ["snippetSupport": true]],
      "documentSymbol": ["hierarchicalDocumentSymbolSupport": true],
      "publishDiagnostics": ["codeDescriptionSupport": true, "relatedInformation": true],
    ],
  ]

  /// Those of an editor that also takes versions of documents and makes files.
  static let fileCapabilities: JSON = {
    guard case .object(let fields) = capabilities else { return capabilities }
    let edit: JSON = ["documentChanges": true, "resourceOperations": ["create"]]
    return .object(fields + [JSON.Field("workspace", ["workspaceEdit": edit])])
  }()

  static func uri(_ path: String) -> String {
    "file://\(MemoryDisk.folder)" + (path.isEmpty ? "" : "/\(path)")
  }

  static func path(_ uri: String) -> String {
    let prefix = Self.uri("") + "/"
    return uri.hasPrefix(prefix) ? String(uri.dropFirst(prefix.count)) : uri
  }

  func cancelNext() { cancelled.insert(next) }

  /// Takes a message as an editor does: from its bytes.
  private func take(_ sent: JSON) {
    let message = (try? JSON(parsing: sent.bytes)) ?? .null
    if message["method"] == nil, let id = message["id"]?.whole {
      answers[id] = message["error"].map { ["error": $0] } ?? message["result"] ?? .null
    } else {
      received.append(message)
    }
  }

  /// The result of a request; of one that fails, its `error` as a field.
  @discardableResult
  func request(_ method: String, _ parameters: JSON) -> JSON {
    let id = next
    next += 1
    server.handle([
      "jsonrpc": "2.0", "id": .integer(id), "method": .string(method), "params": parameters,
    ])
    return answers.removeValue(forKey: id) ?? .null
  }

  func notify(_ method: String, _ parameters: JSON) {
    server.handle(["jsonrpc": "2.0", "method": .string(method), "params": parameters])
  }

  func open(_ path: String) {
    let bytes = disk.files["\(MemoryDisk.folder)/\(path)"] ?? []
    texts[path] = bytes
    notify(
      "textDocument/didOpen",
      [
        "textDocument": [
          "uri": .string(Self.uri(path)), "languageId": "tm", "version": 1,
          "text": .string(String(decoding: bytes, as: UTF8.self)),
        ]
      ])
  }

  /// Replaces the whole text of an open file.
  func type(_ text: String, into path: String, version: Int = 2) {
    texts[path] = Array(text.utf8)
    notify(
      "textDocument/didChange",
      [
        "textDocument": ["uri": .string(Self.uri(path)), "version": .integer(version)],
        "contentChanges": [["text": .string(text)]],
      ])
  }

  /// Replaces a part of an open file.
  func replace(
    _ range: (start: TextPosition, end: TextPosition), by piece: String, in path: String,
    version: Int
  ) {
    texts[path] = text(path).applying(TextChange(range, Array(piece.utf8)), .utf8).bytes
    let places = [range.start, range.end].map { place -> JSON in
      ["line": .integer(place.line), "character": .integer(place.character)]
    }
    notify(
      "textDocument/didChange",
      [
        "textDocument": ["uri": .string(Self.uri(path)), "version": .integer(version)],
        "contentChanges": [
          ["range": ["start": places[0], "end": places[1]], "text": .string(piece)]
        ],
      ])
  }

  /// The findings that were published, by path, after the server did all its work.
  func published() -> [String: [JSON]] {
    server.catchUp { true }
    var result: [String: [JSON]] = [:]
    for message in received where message["method"]?.text == "textDocument/publishDiagnostics" {
      guard let uri = message["params"]?["uri"]?.text else { continue }
      result[Self.path(uri)] = message["params"]?["diagnostics"]?.list ?? []
    }
    return result
  }

  func forgetReceived() { received = [] }

  /// The text of a file as the editor has it.
  func text(_ path: String) -> PositionedText {
    PositionedText(texts[path] ?? disk.files["\(MemoryDisk.folder)/\(path)"] ?? [])
  }
}

/// The numbers of cancelled requests, for any thread.
private final class CancelledRequests: Sendable {
  private let numbers = Mutex<Set<Int>>([])

  func insert(_ number: Int) { numbers.withLock { _ = $0.insert(number) } }

  func contains(_ number: Int) -> Bool { numbers.withLock { $0.contains(number) } }
}
