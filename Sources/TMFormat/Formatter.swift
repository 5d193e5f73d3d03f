// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax

/// Lays out a file in the one style of the language; what the file means never changes.
///
/// - Two spaces of indentation a level, one item a line, `{` on the line of its heading.
/// - A body written on one line stays on one line while it fits in `TMFormatter.lineLength` columns.
/// - Inside an item the author's line breaks stay, indented by four more; spaces are set anew.
/// - An attribute stands on a line of its own above what it belongs to.
/// - A comment stays between the two tokens it stood between. One that followed a token on its line
///   still does, two spaces after it; any other stands on its own line.
/// - Several blank lines become one; none is kept next to a brace or at either end of the file.
/// - Lines end with LF and without white space, the file with one LF and no byte-order mark. A text
///   between `"""` is kept byte for byte.
package enum TMFormatter {
  /// The columns, in characters, that a body on one line may reach.
  package static let lineLength = 100

  /// The columns of one level of nesting.
  static let indentation = 2

  /// The bytes of the file in the style of the language; nil for a file with syntax errors.
  package static func format(_ tree: SyntaxTree) -> [UInt8]? {
    // A line ending that nobody sees becomes one that everybody sees.
    guard tree.diagnostics.allSatisfy({ $0.rule == "hidden-text" }) else { return nil }
    var printer = ItemPrinter(tree)
    printer.file()
    return printer.finish()
  }
}
