// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import CZlib

/// Unpacks text that was packed with DEFLATE and written in Base64, as draw.io writes its diagrams.
enum Inflation {
  /// How much a packed text may become: 32 MiB.
  static let limit = 32 << 20

  /// The bytes that a packed text stands for.
  ///
  /// - Parameter line: of the file, for a fault.
  static func bytes(ofBase64 text: String, line: Int) throws(SourceFault) -> [UInt8] {
    guard let packed = base64(text) else {
      throw SourceFault(
        "the diagram is packed, and is no Base64", line: line,
        help: "save it again in draw.io, uncompressed: File > Properties > Compressed")
    }
    var stream = z_stream()
    // Without a header: -15.
    guard tm_inflate_init(&stream, -15) == Z_OK else {
      throw SourceFault(
        "no memory is left to unpack the diagram", line: line, help: "close other programs")
    }
    defer { inflateEnd(&stream) }
    var result: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 64 << 10)
    var status = Z_OK
    var input = packed
    let fault = input.withUnsafeMutableBufferPointer { buffer -> SourceFault? in
      stream.next_in = buffer.baseAddress
      stream.avail_in = UInt32(clamping: buffer.count)
      while status == Z_OK {
        let count = piece.withUnsafeMutableBufferPointer { output -> Int in
          stream.next_out = output.baseAddress
          stream.avail_out = UInt32(output.count)
          status = inflate(&stream, Z_NO_FLUSH)
          return output.count - Int(stream.avail_out)
        }
        guard result.count + count <= limit else {
          return SourceFault(
            "the diagram unpacks to more than \(limit >> 20) MiB", line: line,
            help: "no diagram is that large; save it again in draw.io")
        }
        result += piece[..<count]
      }
      return nil
    }
    if let fault { throw fault }
    guard status == Z_STREAM_END else {
      throw SourceFault(
        "the diagram is packed, and cannot be unpacked", line: line,
        help: "it was cut or changed: save it again in draw.io")
    }
    return result
  }

  /// The bytes of a text in Base64, white space left out; nil where it is none.
  private static func base64(_ text: String) -> [UInt8]? {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count / 4 * 3)
    var bits: UInt32 = 0
    var count = 0
    var hasEnded = false
    for byte in text.utf8 {
      let value: UInt32
      switch byte {
      case 0x41...0x5A: value = UInt32(byte) - 0x41
      case 0x61...0x7A: value = UInt32(byte) - 0x61 + 26
      case 0x30...0x39: value = UInt32(byte) - 0x30 + 52
      case 0x2B: value = 62
      case 0x2F: value = 63
      case 0x3D:
        hasEnded = true
        continue
      case 0x20, 0x09, 0x0A, 0x0D: continue
      default: return nil
      }
      if hasEnded { return nil }
      bits = bits << 6 | value
      count += 6
      if count >= 8 {
        count -= 8
        result.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return result
  }

  /// A text in which `%41` stands for a byte.
  static func percentDecoded(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var place = 0
    while place < bytes.count {
      if bytes[place] == UInt8(ascii: "%"), place + 2 < bytes.count,
        let value = UInt8(
          String(decoding: bytes[(place + 1)...(place + 2)], as: UTF8.self), radix: 16)
      {
        result.append(value)
        place += 3
      } else {
        result.append(bytes[place])
        place += 1
      }
    }
    return result
  }
}
