// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Bytes that a document is written into, piece by piece.
///
/// Its room is there before it is filled, so that a short piece costs a comparison and a copy.
struct ByteBuffer: Sendable {
  private var room: [UInt8] = []
  /// How many bytes have been written.
  private(set) var count = 0

  /// A copy of what has been written.
  var bytes: [UInt8] { Array(room[..<count]) }

  /// Hands over what has been written and forgets it.
  mutating func take() -> [UInt8] {
    var taken: [UInt8] = []
    swap(&taken, &room)
    taken.removeLast(taken.count - count)
    count = 0
    return taken
  }

  mutating func append(_ byte: UInt8) {
    if count == room.count { grow(by: 1) }
    room[count] = byte
    count += 1
  }

  mutating func append(_ bytes: UnsafeRawBufferPointer) {
    guard let start = bytes.baseAddress else { return }
    if room.count - count < bytes.count { grow(by: bytes.count) }
    room.withUnsafeMutableBytes { room in
      room.baseAddress?.advanced(by: count).copyMemory(from: start, byteCount: bytes.count)
    }
    count += bytes.count
  }

  mutating func append(_ text: StaticString) {
    append(UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Appends what stands between two fields and then a name in quotes with its colon and a space, in one go.
  mutating func append(_ separator: UnsafeRawBufferPointer, thenKey key: StaticString) {
    let length = separator.count + key.utf8CodeUnitCount + 4
    if room.count - count < length { grow(by: length) }
    let start = count
    room.withUnsafeMutableBytes { room in
      guard var place = room.baseAddress?.advanced(by: start) else { return }
      if let bytes = separator.baseAddress {
        place.copyMemory(from: bytes, byteCount: separator.count)
        place += separator.count
      }
      place.storeBytes(of: UInt8(ascii: "\""), as: UInt8.self)
      place += 1
      place.copyMemory(from: key.utf8Start, byteCount: key.utf8CodeUnitCount)
      place += key.utf8CodeUnitCount
      place.storeBytes(of: UInt8(ascii: "\""), as: UInt8.self)
      place.storeBytes(of: UInt8(ascii: ":"), toByteOffset: 1, as: UInt8.self)
      place.storeBytes(of: UInt8(ascii: " "), toByteOffset: 2, as: UInt8.self)
    }
    count += length
  }

  mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append(UnsafeRawBufferPointer($0)) }
  }

  mutating func append(repeating byte: UInt8, count: Int) {
    if count < 1 { return }
    if room.count - self.count < count { grow(by: count) }
    for place in self.count..<self.count + count { room[place] = byte }
    self.count += count
  }

  /// Appends a number in decimal digits.
  mutating func append(digitsOf number: Int) {
    if number < 0 { append(UInt8(ascii: "-")) }
    var rest = number.magnitude
    var length = 1
    while rest > 9 {
      rest /= 10
      length += 1
    }
    if room.count - count < length { grow(by: length) }
    rest = number.magnitude
    for place in (count..<count + length).reversed() {
      room[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    count += length
  }

  private mutating func grow(by missing: Int) {
    room.append(contentsOf: repeatElement(0, count: max(missing, room.count, 4096)))
  }
}
