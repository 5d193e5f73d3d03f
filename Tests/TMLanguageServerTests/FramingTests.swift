// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMLanguageServer
import TMTestSupport
import Testing

/// Messages in a stream of bytes, however it is cut.
@Suite struct FramingTests {
  private static let first = Array(#"{"jsonrpc":"2.0","id":1}"#.utf8)
  private static let second = Array(#"{"jsonrpc":"2.0","id":"ä"}"#.utf8)

  private func events(_ pieces: [[UInt8]]) -> [MessageFraming.Event] {
    var framing = MessageFraming()
    return pieces.flatMap { framing.take($0) }
  }

  @Test func messagesArriveInAnyPieces() {
    let stream = MessageFraming.framed(Self.first) + MessageFraming.framed(Self.second)
    let expected: [MessageFraming.Event] = [.message(Self.first), .message(Self.second)]
    #expect(events([stream]) == expected)
    #expect(events(stream.map { [$0] }) == expected)
    for cut in 0...stream.count {
      #expect(events([Array(stream[..<cut]), Array(stream[cut...])]) == expected, "cut at \(cut)")
    }
  }

  @Test func headersAreReadAsClientsWriteThem() {
    let forms = [
      "content-length: 24\r\n\r\n", "Content-Length:24\r\n\r\n", "Content-Length: 24\n\n",
      "Content-Type: application/vscode-jsonrpc; charset=utf-8\r\nContent-Length: 24\r\n\r\n",
    ]
    for form in forms {
      #expect(events([Array(form.utf8) + Self.first]) == [.message(Self.first)], "\(form)")
    }
  }

  @Test func aWrongHeaderIsSaidOnceAndTheNextMessageRead() {
    let wrong = Array("Content-Size: 3\r\n\r\nabc\r\n\r\nxyz\r\n\r\n".utf8)
    let found = events([wrong + MessageFraming.framed(Self.first)])
    #expect(found.count == 2)
    #expect(found.last == .message(Self.first))
    guard case .fault(let text)? = found.first else {
      Issue.record("the wrong header is not reported")
      return
    }
    #expect(text.contains("Content-Length"))
  }

  @Test func garbageIsNeverKept() {
    var framing = MessageFraming()
    var found: [MessageFraming.Event] = []
    for _ in 0..<64 { found += framing.take([UInt8](repeating: 0x78, count: 4_096)) }
    #expect(found.count == 1)
    found = framing.take(Array("\n".utf8) + MessageFraming.framed(Self.first))
    #expect(found == [.message(Self.first)])
  }

  @Test func aMessageThatIsTooLongIsPassedOver() {
    let length = MessageFraming.contentLimit + 1
    var framing = MessageFraming()
    var found = framing.take(Array("Content-Length: \(length)\r\n\r\n".utf8))
    #expect(found.count == 1)
    let piece = [UInt8](repeating: 0x20, count: 1 << 20)
    var left = length
    while left > 0 {
      found += framing.take(Array(piece.prefix(min(left, piece.count))))
      left -= min(left, piece.count)
    }
    #expect(found.count == 1)
    #expect(framing.take(MessageFraming.framed(Self.first)) == [.message(Self.first)])
  }

  @Test func aMessageOfFiftyMegabytesIsRead() {
    let content = [UInt8](repeating: 0x20, count: 50 << 20)
    let stream = MessageFraming.framed(content)
    var framing = MessageFraming()
    var found: [MessageFraming.Event] = []
    var start = 0
    while start < stream.count {
      let end = min(start + (64 << 10), stream.count)
      found += framing.take(Array(stream[start..<end]))
      start = end
    }
    #expect(found == [.message(content)])
  }

  @Test func randomBytesNeverStopTheReader() {
    var random = SeededGenerator(seed: 13)
    var framing = MessageFraming()
    for _ in 0..<2_000 {
      let count = Int.random(in: 0..<64, using: &random)
      _ = framing.take((0..<count).map { _ in UInt8.random(in: 0...255, using: &random) })
    }
    // What was there before may have announced a content; after it the reader finds its way back.
    var found: [MessageFraming.Event] = []
    for _ in 0..<400 { found += framing.take(MessageFraming.framed(Self.first)) }
    #expect(found.contains(.message(Self.first)))
  }
}
