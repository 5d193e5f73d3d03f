// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// One character in the form in which a terminal gets it.
package struct ShownScalar {
  /// The ways to show a character.
  enum Form {
    case itself
    case spaces
    case picture(Unicode.Scalar)
    case escape
  }

  package let scalar: Unicode.Scalar
  let form: Form
  /// In cells.
  package let width: Int

  /// Appends the form to a text.
  package func write(to text: inout String) {
    switch form {
    case .itself: text.unicodeScalars.append(scalar)
    case .spaces: text += String(repeating: " ", count: width)
    case .picture(let picture): text.unicodeScalars.append(picture)
    case .escape: text += "\\u{\(String(scalar.value, radix: 16))}"
    }
  }
}

/// Walks along a line of a terminal and decides how each character is shown there.
package struct CellCursor: Sendable {

  package init() {}
  /// The distance between two tab stops.
  static let tabStop = 4
  /// Characters of zero width that may pile up on one cell before the rest shows as escapes.
  private static let pileLimit = 8

  /// The cells passed so far.
  package private(set) var column = 0
  private var pile = 0
  private var opening = LogCommandOpening()

  /// The form of the next character of a source line, a tab as the spaces to the next stop.
  package mutating func show(_ scalar: Unicode.Scalar) -> ShownScalar {
    guard scalar == "\t" else { return showOnOneLine(scalar) }
    return take(scalar, .spaces, Self.tabStop - column % Self.tabStop)
  }

  /// The form of the next character of a message, a tab as a picture like the other controls.
  mutating func showOnOneLine(_ scalar: Unicode.Scalar) -> ShownScalar {
    let value = scalar.value
    if opening.isCompleted(by: scalar) { return escape(scalar) }
    if value >= 0x20, value < 0x7F { return take(scalar, .itself, 1) }
    if value < 0x20 { return take(scalar, .picture(Self.picture(of: value)), 1) }
    if value == 0x7F { return take(scalar, .picture("\u{2421}"), 1) }
    if CellTable.isHidden(scalar) { return escape(scalar) }
    let width = CellTable.cells(of: scalar)
    if width == 0, pile == Self.pileLimit { return escape(scalar) }
    return take(scalar, .itself, width)
  }

  private mutating func escape(_ scalar: Unicode.Scalar) -> ShownScalar {
    take(scalar, .escape, String(scalar.value, radix: 16).utf8.count + 4)
  }

  private mutating func take(
    _ scalar: Unicode.Scalar, _ form: ShownScalar.Form, _ width: Int
  ) -> ShownScalar {
    column += width
    // An escape leaves the pile as it is, so that what follows it is an escape as well.
    if case .escape = form {} else { pile = width == 0 ? pile + 1 : 0 }
    return ShownScalar(scalar: scalar, form: form, width: width)
  }

  private static func picture(of control: UInt32) -> Unicode.Scalar {
    Unicode.Scalar(0x2400 + control) ?? "\u{FFFD}"
  }
}
