// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Glibc

/// Reads standard input line by line, in the memory of its longest line.
enum LineReader {
  private static let pieceSize = 1 << 18
  /// How many bytes a line may have, where nothing else is said.
  static let lineLimit = 64 << 10

  /// Calls `body` with each line as soon as it is there, without its line feed and a carriage return before that.
  ///
  /// - Parameters:
  ///   - limit: how many bytes a line may have.
  ///   - help: what to do about one that is longer.
  static func forEachLine(
    limit: Int = lineLimit, help: String = "give one vector a line",
    _ body: (UnsafeBufferPointer<UInt8>) throws -> Void
  ) throws {
    var bytes = [UInt8](repeating: 0, count: max(pieceSize, 2 * limit))
    var filled = 0
    var number = 0
    while true {
      let count = bytes.withUnsafeMutableBytes { buffer in
        SystemCall.uninterrupted {
          Glibc.read(STDIN_FILENO, buffer.baseAddress.map { $0 + filled }, buffer.count - filled)
        }
      }
      guard count >= 0 else {
        let failure = SystemCall.readFailure(errno)
        throw CommandFailure("standard input \(failure.reason)", help: failure.help)
      }
      let isEnd = count == 0
      filled += count
      let taken = try bytes.withUnsafeBufferPointer { buffer in
        var start = 0
        while start < filled {
          let rest = UnsafeBufferPointer(rebasing: buffer[start..<filled])
          guard let end = rest.firstIndex(of: 0x0A) ?? (isEnd ? rest.count : nil) else { break }
          number += 1
          guard end <= limit else { throw tooLong(number, limit, help) }
          let hasReturn = end > 0 && rest[end - 1] == 0x0D
          try body(UnsafeBufferPointer(rebasing: rest[..<(hasReturn ? end - 1 : end)]))
          start += end + 1
        }
        return min(start, filled)
      }
      if isEnd { return }
      guard filled - taken <= limit else { throw tooLong(number + 1, limit, help) }
      bytes.withUnsafeMutableBufferPointer { buffer in
        for index in taken..<filled { buffer[index - taken] = buffer[index] }
      }
      filled -= taken
    }
  }

  private static func tooLong(_ number: Int, _ limit: Int, _ help: String) -> CommandFailure {
    CommandFailure(
      "line \(number) of standard input is longer than \(limit >> 10) KiB", help: help)
  }
}
