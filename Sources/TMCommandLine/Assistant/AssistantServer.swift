// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMComponents
import TMLanguageServer

/// Answers messages of the Model Context Protocol (https://modelcontextprotocol.io), each a line of JSON.
struct AssistantServer {
  /// The revisions that begin with `initialize`, the newest first; they do not differ in what is used here.
  private static let revisions = ["2025-11-25", "2025-06-18", "2025-03-26", "2024-11-05"]

  private let calls: AssistantCalls

  init(_ folder: AssistantFolder) { calls = AssistantCalls(folder) }

  /// The answer to a line, or nil for what has none: a notification, or a line without a message.
  func answer(to line: [UInt8]) -> JSON? {
    if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { return nil }
    let message: JSON
    do throws(DocumentFault) {
      message = try JSON(parsing: line)
    } catch {
      return Self.error(.null, -32700, "the line is no JSON: \(error.message)")
    }
    guard case .object = message else {
      return Self.error(.null, -32600, "a message is one object, on a line of its own")
    }
    guard let method = message["method"]?.text else {
      // Nothing was asked of the client, so there are no answers of it to wait for.
      let isAnswer = message["result"] != nil || message["error"] != nil
      return isAnswer
        ? nil : Self.error(message["id"] ?? .null, -32600, "the message has no `method`")
    }
    guard let id = message["id"] else { return nil }
    let parameters = message["params"] ?? .object([])
    switch method {
    case "initialize": return Self.result(id, initialization(parameters))
    case "ping": return Self.result(id, .object([]))
    case "tools/list":
      return Self.result(id, ["tools": .array(AssistantTool.allCases.map(\.json))])
    case "tools/call": return call(id, parameters)
    default: return Self.error(id, -32601, "there is no method `\(method)`")
    }
  }

  private func initialization(_ parameters: JSON) -> JSON {
    let asked = parameters["protocolVersion"]?.text ?? ""
    let version = Self.revisions.contains(asked) ? asked : Self.revisions[0]
    return [
      "protocolVersion": .string(version), "capabilities": ["tools": .object([])],
      "serverInfo": [
        "name": "drawbridge", "title": "Drawbridge threat models",
        "version": .string(ToolVersion.text),
      ],
      "instructions": """
      Reads threat models, `.tm` files, in one folder, and never writes. Edit a little, `lint`, `explain` what you do \
      not understand, repair; `propose` shows a change as a diff with the findings it brings. A threat is accepted by a \
      person, and a control is in place when somebody showed it: propose, do not decide.
      """,
    ]
  }

  private func call(_ id: JSON, _ parameters: JSON) -> JSON {
    guard let name = parameters["name"]?.text, let tool = AssistantTool(rawValue: name) else {
      let names = AssistantTool.allCases.map(\.rawValue).joined(separator: ", ")
      return Self.error(id, -32602, "there is no such tool; the tools are \(names)")
    }
    let arguments = parameters["arguments"] ?? .object([])
    do throws(CommandFailure) {
      return Self.result(id, Self.content(try calls.text(of: tool, arguments), isError: false))
    } catch {
      let lines = [error.message] + error.help.map { "help: \($0)" }
      return Self.result(id, Self.content(lines.joined(separator: "\n"), isError: true))
    }
  }

  private static func content(_ text: String, isError: Bool) -> JSON {
    ["content": [["type": "text", "text": .string(text)]], "isError": .boolean(isError)]
  }

  private static func result(_ id: JSON, _ result: JSON) -> JSON {
    ["jsonrpc": "2.0", "id": id, "result": result]
  }

  static func error(_ id: JSON, _ code: Int, _ message: String) -> JSON {
    ["jsonrpc": "2.0", "id": id, "error": ["code": .integer(code), "message": .string(message)]]
  }
}
