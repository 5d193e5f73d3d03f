// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Glibc
import TMWriting

/// Standard output or standard error: collects what is written and passes it on in large pieces.
final class OutputStream {
  private static let pieceSize = 1 << 20

  private let descriptor: Int32
  private let name: String
  /// The cells of a line that a person sees; nil where lines have no end.
  private let lineWidth: Int?
  private var pending: [UInt8] = []

  static func standardOutput() -> OutputStream {
    OutputStream(STDOUT_FILENO, "standard output", Terminal.lineWidth(.output))
  }

  static func standardError() -> OutputStream {
    OutputStream(STDERR_FILENO, "standard error", Terminal.lineWidth(.error))
  }

  private init(_ descriptor: Int32, _ name: String, _ lineWidth: Int?) {
    self.descriptor = descriptor
    self.name = name
    self.lineWidth = lineWidth
  }

  /// Writes a text for a person, folded where the terminal is narrower than its lines.
  func show(_ text: String) throws(CommandFailure) {
    try write(LineFolding.folded(text, width: lineWidth))
  }

  func write(_ text: String) throws(CommandFailure) { try write(Array(text.utf8)) }

  func write(_ bytes: [UInt8]) throws(CommandFailure) {
    if pending.isEmpty, bytes.count >= Self.pieceSize { return try pass(bytes) }
    pending += bytes
    if pending.count >= Self.pieceSize { try flush() }
  }

  /// Passes on what is left; a text is not written before this returned.
  func flush() throws(CommandFailure) {
    guard !pending.isEmpty else { return }
    let bytes = pending
    pending = []
    try pass(bytes)
  }

  private func pass(_ bytes: [UInt8]) throws(CommandFailure) {
    guard let code = Descriptor.write(bytes, to: descriptor) else { return }
    if code == EPIPE { Self.endAsFilter() }
    throw CommandFailure(
      "\(name) cannot be written: \(SystemCall.text(code))",
      help: "check where the output goes, and the space there")
  }

  /// Ends the program as a filter ends whose reader has gone: by SIGPIPE, without a word.
  private static func endAsFilter() -> Never {
    signal(SIGPIPE, SIG_DFL)
    raise(SIGPIPE)
    exit(128 + SIGPIPE)
  }
}
