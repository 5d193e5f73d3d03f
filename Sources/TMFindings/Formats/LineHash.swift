// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSource

/// The hash of a line with what follows it, by which GitHub finds an alert again in a changed file.
///
/// Computed as the upload action does, so that it need not add its own. Of the UTF-16 units of the file
/// from the start of a line, spaces and tabs left out and each line ending as one LF, a hundred
/// are hashed: `h = 37 h + unit` in 64 bits. The end of the text counts as the unit 0xFFFF, what lies beyond
/// as 0. A number behind the colon tells equal hashes apart, from 1 in the order of lines.
enum LineHash {
  private static let window = 100
  private static let base: UInt64 = 37
  /// `base` to the power of `window`, which takes the oldest unit out of the hash.
  private static let outgoing = (0..<window).reduce(UInt64(1)) { power, _ in power &* base }

  /// The hash of every line; a text that ends with a line ending has an empty last line.
  static func all(of bytes: [UInt8]) -> [String] {
    let (units, starts) = significantUnits(String(decoding: bytes, as: UTF8.self))
    var hashes: [String] = []
    var counts: [UInt64: Int] = [:]
    var hash: UInt64 = 0
    var end = 0
    for start in starts {
      while end < start + window {
        let leaving = end < window ? 0 : unit(units, end - window)
        hash = base &* hash &+ unit(units, end) &- outgoing &* leaving
        end += 1
      }
      counts[hash, default: 0] += 1
      hashes.append("\(String(hash, radix: 16)):\(counts[hash, default: 0])")
    }
    return hashes
  }

  private static func unit(_ units: [UInt16], _ index: Int) -> UInt64 {
    index < units.count ? UInt64(units[index]) : 0
  }

  /// The units that count, the mark of the end as the last, and where each line starts among them.
  private static func significantUnits(_ text: String) -> (units: [UInt16], starts: [Int]) {
    var units: [UInt16] = []
    var starts: [Int] = []
    var isLineStart = true
    var followsReturn = false
    for unit in text.utf16 {
      let isReturn = unit == 0x0D
      let isSecondHalf = followsReturn && unit == 0x0A
      followsReturn = isReturn
      if unit == 0x20 || unit == 0x09 || isSecondHalf { continue }
      if isLineStart { starts.append(units.count) }
      isLineStart = isReturn || unit == 0x0A
      units.append(isReturn ? 0x0A : unit)
    }
    if isLineStart { starts.append(units.count) }
    units.append(0xFFFF)
    return (units, starts)
  }
}
