// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// One change of a text in an editor: a range that is replaced, or the whole text.
package struct TextChange: Sendable {
  package let range: (start: TextPosition, end: TextPosition)?
  package let text: [UInt8]

  package init(_ range: (start: TextPosition, end: TextPosition)?, _ text: [UInt8]) {
    self.range = range
    self.text = text
  }
}

extension PositionedText {
  /// The text after a change; an end before the start counts as the start.
  package func applying(_ change: TextChange, _ encoding: PositionEncoding) -> PositionedText {
    guard let range = change.range else { return PositionedText(change.text) }
    let start = offset(of: range.start, encoding)
    let end = max(start, offset(of: range.end, encoding))
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count - (end - start) + change.text.count)
    result += bytes[..<start]
    result += change.text
    result += bytes[end...]
    return PositionedText(result)
  }
}
