// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSource

/// Whether a text for the terminal carries colours.
package enum Colouring: Sendable {
  case plain
  /// Select Graphic Rendition sequences of ECMA-48.
  case ansi

  /// The text, which is already safe for a terminal, in a style.
  package func paint(_ text: String, _ style: TerminalStyle?) -> String {
    guard case .ansi = self, let style, !text.isEmpty else { return text }
    return "\u{1B}[\(style.parameters)m\(text)\u{1B}[0m"
  }
}

/// What a piece of terminal text stands for, which decides its colour.
///
/// Red meets yellow, blue and cyan, never green, so the pairs that stand together stay apart for
/// readers with any common colour blindness; a word or a sign says the same without colour.
package enum TerminalStyle: Sendable {
  case error
  case warning
  case note
  case help
  case secondary
  /// Gutters, arrows and rules.
  case frame
  case strong
  case added
  case removed

  fileprivate var parameters: String {
    switch self {
    case .error: "1;31"
    case .warning: "1;33"
    case .note: "1;34"
    case .help: "1;36"
    case .secondary: "36"
    case .frame: "2"
    case .strong: "1"
    case .added: "36"
    case .removed: "31"
    }
  }
}

extension Severity {
  /// The style of the severity's word and of its marks.
  package var style: TerminalStyle {
    switch self {
    case .note: .note
    case .warning: .warning
    case .error: .error
    }
  }
}
