// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Glibc
import TMModel

/// Reads whole files, and nothing that is no regular file or too large.
enum FileReader {
  /// How many bytes one file may have.
  static let sizeLimit = 256 << 20

  /// What to do about a model that is too large.
  private static let splitModel = "split the model over several files with `import`"

  /// The bytes of the file at a canonical path.
  ///
  /// - Parameter help: what to do about a file that is too large.
  static func read(
    _ path: String, tooLarge help: String = splitModel
  ) throws(ReadFailure) -> [UInt8] {
    // Looked at before it is opened: opening a device or a pipe can have effects, or wait.
    var status = stat()
    guard lstat(path, &status) == 0 else { throw SystemCall.readFailure(errno) }
    _ = try regularSize(status, help)
    let flags = O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_NOCTTY | O_CLOEXEC
    let descriptor = open(path, flags)
    guard descriptor >= 0 else { throw SystemCall.readFailure(errno) }
    defer { close(descriptor) }
    // Looked at again, now that it can no longer be exchanged.
    guard fstat(descriptor, &status) == 0 else { throw SystemCall.readFailure(errno) }
    FilesRead.note(status)
    return try readToEnd(descriptor, expecting: try regularSize(status, help), help)
  }

  /// The bytes of standard input.
  static func readStandardInput() throws(ReadFailure) -> [UInt8] {
    try readToEnd(STDIN_FILENO, expecting: 0, splitModel)
  }

  private static func regularSize(_ status: stat, _ help: String) throws(ReadFailure) -> Int {
    switch FileKind(status) {
    case .other(let failure): throw failure
    case .regular(let size):
      guard size <= sizeLimit else { throw tooLarge(help) }
      return size
    }
  }

  private static func tooLarge(_ help: String) -> ReadFailure {
    ReadFailure(reason: "is larger than \(sizeLimit >> 20) MiB", help: help)
  }

  /// Reads as far as there is something, whatever size was expected: it may grow meanwhile.
  private static func readToEnd(
    _ descriptor: Int32, expecting size: Int, _ help: String
  ) throws(ReadFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size + 1)
    while true {
      let piece = [UInt8](
        unsafeUninitializedCapacity: max(size - bytes.count + 1, 64 << 10)
      ) { buffer, count in
        count = SystemCall.uninterrupted {
          Glibc.read(descriptor, buffer.baseAddress, buffer.count)
        }
        count = max(count, 0)
      }
      if piece.isEmpty { return bytes }
      if bytes.isEmpty { bytes = piece } else { bytes += piece }
      guard bytes.count <= sizeLimit else { throw tooLarge(help) }
    }
  }
}
