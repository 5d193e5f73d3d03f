// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMFindings
import TMScoring
import TMWriting

/// Prints what is wrong with a vector for a person, with a mark under the part.
///
///     error: `n` is no value of `AV`
///       |
///       | CVSS:3.1/AV:n/AC:L
///       |             ^
///       = help: write `AV:N`: capital and small letters differ
package enum VectorFaultText {
  /// A message or help of more cells than this loses its middle.
  private static let textLimit = 1000

  package static func text(
    of fault: VectorFault, in vector: String, colouring: Colouring
  ) -> String {
    let bytes = Array(vector.utf8)
    let gutter = Gutter(largest: 0, colouring: colouring)
    var output = colouring.paint("error", .error)
    output += colouring.paint(": " + safe(fault.message), .strong) + "\n"
    if !bytes.isEmpty {
      let shown = DisplayedLine(
        bytes, from: LineCursor(start: 0), until: bytes.count,
        window: CellWindow(around: cells(fault.range, bytes), total: total(bytes)))
      let mark = Mark(
        kind: .primary, cells: shown.cells(of: fault.range), text: nil, style: .error)
      output += gutter.empty
      // Not as a line of a file: it has no number.
      output += "  " + colouring.paint("|", .frame) + " " + shown.text + "\n"
      for row in LabelLayout.rows([mark]) { output += gutter.marks(row) }
    }
    return output + gutter.remark("help", .help, safe(fault.help))
  }

  private static func safe(_ text: String) -> String {
    TerminalText.condensed(text, to: textLimit)
  }

  /// The cells of a range of bytes in the whole line.
  private static func cells(_ range: Range<Int>, _ bytes: [UInt8]) -> Range<Int> {
    var cursor = LineCursor(start: 0)
    cursor.advance(to: range.lowerBound, in: bytes, until: bytes.count)
    let start = cursor.column
    cursor.advance(to: range.upperBound, in: bytes, until: bytes.count)
    return start..<max(cursor.column, start)
  }

  private static func total(_ bytes: [UInt8]) -> Int {
    var cursor = LineCursor(start: 0)
    cursor.advance(to: bytes.count, in: bytes, until: bytes.count)
    return cursor.column
  }
}
