// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// What is wrong with a vector, where, and what would be right.
package struct VectorFault: Error, Equatable, Sendable {
  /// One line, lower case, without a full stop.
  package let message: String
  /// The offsets in UTF-8 of the part that is wrong; empty where something is missing.
  package let range: Range<Int>
  /// What to do, such as the values that would be right.
  package let help: String

  package init(_ message: String, at range: Range<Int>, help: String) {
    self.message = message
    self.range = range
    self.help = help
  }
}
