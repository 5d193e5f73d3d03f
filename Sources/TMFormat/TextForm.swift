// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// What an editor or a repository wants of a file, whatever is in it: how lines end, and whether a byte-order
/// mark stands in front.
package struct TextForm: Equatable, Sendable {
  package enum LineEnd: Sendable {
    case lf
    case crlf
    case cr
  }

  /// How most lines end; LF where none is in the majority.
  package let lineEnd: LineEnd
  package let hasByteOrderMark: Bool

  private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  package init(of bytes: [UInt8]) {
    hasByteOrderMark = bytes.starts(with: Self.mark)
    var counts = (lf: 0, crlf: 0, cr: 0)
    for (index, byte) in bytes.enumerated() {
      if byte == 0x0A {
        if index > 0, bytes[index - 1] == 0x0D { counts.crlf += 1 } else { counts.lf += 1 }
      } else if byte == 0x0D, index + 1 == bytes.count || bytes[index + 1] != 0x0A {
        counts.cr += 1
      }
    }
    if counts.crlf > counts.lf, counts.crlf >= counts.cr {
      lineEnd = .crlf
    } else {
      lineEnd = counts.cr > counts.lf ? .cr : .lf
    }
  }

  /// A piece of a text with lines that end so.
  package func piece(_ text: String) -> String {
    guard lineEnd != .lf, text.utf8.contains(0x0A) else { return text }
    return String(decoding: withLineEnds(Array(text.utf8)[...]), as: UTF8.self)
  }

  /// A formatted text in this form; a line inside a text between `"""` ends as the others do.
  package func applied(to bytes: [UInt8]) -> [UInt8] {
    (hasByteOrderMark ? Self.mark : []) + withLineEnds(bytes[...])
  }

  private func withLineEnds(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 16)
    var before: UInt8 = 0
    for byte in bytes {
      switch (byte, lineEnd) {
      case (0x0A, .crlf):
        if before != 0x0D { result.append(0x0D) }
        result.append(0x0A)
      case (0x0A, .cr):
        // The LF of a CR LF.
        if before != 0x0D { result.append(0x0D) }
      default: result.append(byte)
      }
      before = byte
    }
    return result
  }
}
