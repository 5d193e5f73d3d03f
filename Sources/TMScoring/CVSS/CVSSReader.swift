// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Reads vectors of all versions, as strictly as the specifications say.
///
/// Nothing is allocated for a vector that is right; what is wrong with another is found out by
/// `CVSSFaults`.
struct CVSSReader {
  let bytes: UnsafeBufferPointer<UInt8>
  let version: CVSSVersion
  /// Where the first metric begins.
  let start: Int

  /// One part of a vector between slashes.
  struct Part {
    /// The metric's name, without the colon.
    let name: Range<Int>
    /// What stands behind the first colon; nil without one.
    let value: Range<Int>?

    var range: Range<Int> { name.lowerBound..<(value ?? name).upperBound }
  }

  /// The version and the values of a vector.
  static func read(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) throws(VectorFault) -> (version: CVSSVersion, selection: CVSSSelection) {
    guard let (version, start) = prefix(of: bytes) else {
      throw CVSSPrefixFault.fault(in: bytes)
    }
    let reader = CVSSReader(bytes: bytes, version: version, start: start)
    return (version, try reader.selection())
  }

  /// The version that a vector begins with, 2.0 where it begins with none.
  private static func prefix(
    of bytes: UnsafeBufferPointer<UInt8>
  ) -> (version: CVSSVersion, start: Int)? {
    guard bytes.count > 9, bytes[0] == UInt8(ascii: "C"), bytes[1] == UInt8(ascii: "V"),
      bytes[2] == UInt8(ascii: "S"), bytes[3] == UInt8(ascii: "S")
    else {
      return CVSSPrefixFault.isSuspected(bytes) ? nil : (.v20, 0)
    }
    guard bytes[4] == UInt8(ascii: ":"), bytes[8] == UInt8(ascii: "/") else { return nil }
    guard bytes[6] == UInt8(ascii: ".") else { return nil }
    switch (bytes[5], bytes[7]) {
    case (UInt8(ascii: "3"), UInt8(ascii: "1")): return (.v31, 9)
    case (UInt8(ascii: "3"), UInt8(ascii: "0")): return (.v30, 9)
    case (UInt8(ascii: "4"), UInt8(ascii: "0")): return (.v40, 9)
    default: return nil
    }
  }

  private func selection() throws(VectorFault) -> CVSSSelection {
    let keys = version.keys
    var selection = CVSSSelection()
    var next = 0
    var offset = start
    while true {
      let partStart = offset
      let name = key(from: &offset)
      guard offset < bytes.count, bytes[offset] == UInt8(ascii: ":"),
        let slot = keys.slot(name, expectedAt: next)
      else { throw fault(.metric, at: partStart) }
      offset += 1
      let code = keys.code(key(from: &offset), at: slot)
      let isAtEnd = offset == bytes.count
      guard code != 0, isAtEnd || bytes[offset] == UInt8(ascii: "/") else {
        throw fault(.value(slot), at: partStart)
      }
      guard !selection.isGiven(slot) else { throw fault(.repetition(slot), at: partStart) }
      guard slot >= next || !version.hasFixedOrder else {
        throw fault(.order(slot), at: partStart)
      }
      selection.setCode(code, at: slot)
      next = slot + 1
      if isAtEnd { break }
      offset += 1
    }
    for slot in 0..<keys.mandatoryCount where !selection.isGiven(slot) {
      throw CVSSFaults(self).missing(selection)
    }
    return selection
  }

  /// The number, as in `CVSSKeys`, of the name up to the next colon, slash or end, which is passed.
  private func key(from offset: inout Int) -> UInt64 {
    let start = offset
    var key: UInt64 = 1
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == UInt8(ascii: "/") || byte == UInt8(ascii: ":") { break }
      key = key << 8 | UInt64(byte)
      offset += 1
    }
    return offset - start <= 7 ? key : 0
  }

  private func fault(_ kind: CVSSFaults.Kind, at offset: Int) -> VectorFault {
    CVSSFaults(self).fault(kind, in: part(at: offset))
  }

  /// The part that begins at an offset.
  func part(at offset: Int) -> Part {
    var colon: Int?
    var end = offset
    while end < bytes.count, bytes[end] != UInt8(ascii: "/") {
      if colon == nil, bytes[end] == UInt8(ascii: ":") { colon = end }
      end += 1
    }
    guard let colon else { return Part(name: offset..<end, value: nil) }
    return Part(name: offset..<colon, value: colon + 1..<end)
  }
}
