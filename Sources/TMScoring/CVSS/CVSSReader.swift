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
    // "CVSS" as a number.
    guard bytes.count > 9, key(bytes, 0..<4) == 0x4356_5353 else {
      return CVSSPrefixFault.isSuspected(bytes) ? nil : (.v20, 0)
    }
    guard bytes[4] == UInt8(ascii: ":"), bytes[8] == UInt8(ascii: "/") else { return nil }
    switch key(bytes, 5..<8) {
    case 0x33_2E31: return (.v31, 9)
    case 0x33_2E30: return (.v30, 9)
    case 0x34_2E30: return (.v40, 9)
    default: return nil
    }
  }

  private func selection() throws(VectorFault) -> CVSSSelection {
    let keys = version.keys
    var selection = CVSSSelection()
    var next = 0
    var offset = start
    while true {
      let part = self.part(at: offset)
      guard let value = part.value,
        let slot = keys.slot(Self.key(bytes, part.name), expectedAt: next)
      else { throw fault(.metric, in: part) }
      let code = keys.code(Self.key(bytes, value), at: slot)
      guard code != 0 else { throw fault(.value(slot), in: part) }
      guard !selection.isGiven(slot) else { throw fault(.repetition(slot), in: part) }
      guard slot >= next || !version.hasFixedOrder else { throw fault(.order(slot), in: part) }
      selection.setCode(code, at: slot)
      next = slot + 1
      offset = part.range.upperBound
      if offset == bytes.count { break }
      offset += 1
    }
    for slot in 0..<keys.mandatoryCount where !selection.isGiven(slot) {
      throw CVSSFaults(self).missing(selection)
    }
    return selection
  }

  private func fault(_ kind: CVSSFaults.Kind, in part: Part) -> VectorFault {
    CVSSFaults(self).fault(kind, in: part)
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

  /// The number of a name as in `CVSSKeys`, 0 for one that is too long.
  static func key(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UInt64 {
    guard range.count <= 8 else { return 0 }
    var key: UInt64 = 0
    for index in range { key = key << 8 | UInt64(bytes[index]) }
    return key
  }
}
