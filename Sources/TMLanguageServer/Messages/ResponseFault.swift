// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Why a request has no result, with the codes of JSON-RPC and of the protocol.
package struct ResponseFault: Error, Sendable {
  package let code: Int
  package let message: String

  static func invalidRequest(_ message: String) -> ResponseFault {
    .init(code: -32600, message: message)
  }
  static func unknownMethod(_ method: String) -> ResponseFault {
    .init(code: -32601, message: "`\(method)` is not answered")
  }
  static func invalidParameters(_ message: String) -> ResponseFault {
    .init(code: -32602, message: message)
  }
  static let notInitialized = ResponseFault(
    code: -32002, message: "the server waits for `initialize`")
  static let cancelled = ResponseFault(code: -32800, message: "the request was cancelled")
  /// The request is sound, and cannot be fulfilled.
  static func failed(_ message: String) -> ResponseFault { .init(code: -32803, message: message) }

  var json: JSON { ["code": .integer(code), "message": .string(message)] }
}
