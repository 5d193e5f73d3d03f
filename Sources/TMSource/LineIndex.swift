// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Where each line of a text starts, for turning byte offsets into lines at the edge.
///
/// A line ends at LF, CR LF or a lone CR.
package struct LineIndex: Sendable {
  private let starts: [UInt32]
  private let length: UInt32

  package init(_ bytes: [UInt8]) {
    var starts: [UInt32] = [0]
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == 0x0A {
        starts.append(UInt32(index))
      } else if byte == 0x0D, index == bytes.count || bytes[index] != 0x0A {
        starts.append(UInt32(index))
      }
    }
    self.starts = starts
    self.length = UInt32(bytes.count)
  }

  /// The number of lines; a text that ends with a line ending has an empty last line.
  package var count: Int { starts.count }

  /// The zero-based line that holds a byte offset.
  package func line(of offset: UInt32) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The byte offsets of a zero-based line, with its line ending.
  package func range(ofLine line: Int) -> Range<Int> {
    let end = line + 1 < starts.count ? starts[line + 1] : length
    return Int(starts[line])..<Int(end)
  }
}
