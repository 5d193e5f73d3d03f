// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Cuts a stream of bytes into messages: a header with `Content-Length`, an empty line, the content.
///
/// What is no header is passed over up to the next one; a content that is too long is passed over
/// without being kept. Both are said once.
package struct MessageFraming {
  /// What comes out of the stream.
  package enum Event: Equatable, Sendable {
    case message([UInt8])
    /// What was passed over, in a sentence.
    case fault(String)
  }

  /// How many bytes a content can have.
  package static let contentLimit = 64 << 20
  /// How many bytes a header can have.
  static let headerLimit = 8 << 10

  private var buffer: [UInt8] = []
  private var start = 0
  /// How many bytes of the content that is passed over are still to come.
  private var skipping = 0
  private var isLost = false

  package init() {}

  /// Takes the next bytes of the stream, and gives what they complete.
  package mutating func take(_ bytes: [UInt8]) -> [Event] {
    buffer += bytes
    var events: [Event] = []
    while let event = next() {
      if let event { events.append(event) }
    }
    if start > 0 {
      buffer.removeFirst(start)
      start = 0
    }
    return events
  }

  /// The next event; nil inside where something was passed over, nil outside where bytes are missing.
  private mutating func next() -> Event?? {
    if skipping > 0 {
      let count = min(skipping, buffer.count - start)
      start += count
      skipping -= count
      return skipping == 0 ? .some(nil) : .none
    }
    guard let end = headerEnd else { return lostHeader() }
    let length = Self.contentLength(buffer[start..<end.lowerBound])
    guard let length else {
      start = end.upperBound
      defer { isLost = true }
      return .some(isLost ? nil : .fault("a header without a `Content-Length` was passed over"))
    }
    isLost = false
    if length > Self.contentLimit {
      start = end.upperBound
      skipping = length
      return .fault(
        "a message of \(length) bytes was passed over: at most \(Self.contentLimit) are read")
    }
    guard buffer.count - end.upperBound >= length else { return .none }
    let content = Array(buffer[end.upperBound..<end.upperBound + length])
    start = end.upperBound + length
    return .message(content)
  }

  /// Passes over what cannot become a header any more.
  private mutating func lostHeader() -> Event?? {
    guard buffer.count - start > Self.headerLimit else { return .none }
    // The last bytes can be the start of a header.
    start = buffer.count - 32
    if isLost { return .none }
    isLost = true
    return .fault("bytes that are no header were passed over")
  }

  /// The empty line behind a header: CR LF CR LF, or LF LF of clients that write no CR.
  private var headerEnd: Range<Int>? {
    var index = start
    while index < buffer.count {
      if buffer[index] == 0x0A {
        if index + 1 < buffer.count, buffer[index + 1] == 0x0A { return index..<index + 2 }
        if index + 2 < buffer.count, buffer[index + 1] == 0x0D, buffer[index + 2] == 0x0A {
          return index..<index + 3
        }
      }
      index += 1
      if index - start > Self.headerLimit { return nil }
    }
    return nil
  }

  /// The number behind the last `Content-Length:` of a header, in any case; garbage in front of it on
  /// its line is what was passed over.
  private static func contentLength(_ header: ArraySlice<UInt8>) -> Int? {
    let name = Array("content-length:".utf8)
    var index = header.endIndex - name.count
    while index >= header.startIndex {
      let matches = header[index..<index + name.count].elementsEqual(name) {
        $0 | 0x20 == $1 || $0 == $1
      }
      if matches {
        var digits = header[(index + name.count)...].drop { $0 == 0x20 || $0 == 0x09 }
        digits = digits.prefix { $0 &- 0x30 < 10 }
        guard !digits.isEmpty, digits.count <= 12 else { return nil }
        return Int(String(decoding: digits, as: UTF8.self))
      }
      index -= 1
    }
    return nil
  }

  /// A message with its header.
  package static func framed(_ content: [UInt8]) -> [UInt8] {
    Array("Content-Length: \(content.count)\r\n\r\n".utf8) + content
  }
}
