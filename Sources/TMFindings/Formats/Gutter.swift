// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMWriting

/// The margin left of a snippet, which holds right-aligned line numbers and a bar.
package struct Gutter {
  /// The signs between a line number and its line.
  enum Sign: String {
    case bar = "|"
    case removed = "-"
    case added = "+"
    case extended = "~"
  }

  /// The digits of the largest line number.
  let width: Int
  package let colouring: Colouring

  package init(largest number: Int, colouring: Colouring) {
    self.width = String(number).utf8.count
    self.colouring = colouring
  }

  /// ` --> place`, or ` ::: place` for another file.
  func place(_ arrow: String, _ place: String) -> String {
    spaces(width) + colouring.paint(arrow, .frame) + " " + place + "\n"
  }

  /// A row with the bar alone.
  package var empty: String { spaces(width + 1) + colouring.paint("|", .frame) + "\n" }

  /// A row that stands for lines left out.
  var omission: String { colouring.paint("...", .frame) + "\n" }

  /// A row under a source line.
  package func marks(_ row: StyledRow) -> String {
    spaces(width + 1) + colouring.paint("|", .frame) + " " + row.painted(colouring) + "\n"
  }

  /// A source line; spaces at its end are left out.
  func line(_ number: Int, _ sign: Sign, _ text: String) -> String {
    let digits = String(number)
    let margin = spaces(width - digits.utf8.count) + digits + " " + sign.rawValue
    let style = style(of: sign)
    let visible = withoutTrailingSpaces(text)
    guard !visible.isEmpty else { return colouring.paint(margin, style) + "\n" }
    let painted = sign == .bar ? visible : colouring.paint(visible, style)
    return colouring.paint(margin, style) + " " + painted + "\n"
  }

  /// `  = title: text`
  package func remark(_ title: String, _ style: TerminalStyle, _ text: String) -> String {
    spaces(width + 1) + colouring.paint("=", .frame) + " " + colouring.paint(title + ":", style)
      + " " + text + "\n"
  }

  private func style(of sign: Sign) -> TerminalStyle {
    switch sign {
    case .bar: .frame
    case .removed: .removed
    case .added, .extended: .added
    }
  }

  private func spaces(_ count: Int) -> String { String(repeating: " ", count: max(count, 0)) }

  private func withoutTrailingSpaces(_ text: String) -> String {
    guard text.utf8.last == 0x20 else { return text }
    let end = text.utf8.lastIndex { $0 != 0x20 }
    guard let end else { return "" }
    return String(text[...end])
  }
}
