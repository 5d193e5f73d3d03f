// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// What is wrong with a risk matrix, and where.
package struct RiskMatrixFault: Error, Equatable, Sendable {
  /// The part of the matrix that is wrong; rows and columns by their place, from 0.
  package enum Part: Hashable, Sendable {
    case columns
    case rows
    case row(Int)
    case acceptable
  }

  /// One line, lower case, without a full stop.
  package let message: String
  package let part: Part
  /// What to do.
  package let help: String

  package init(_ message: String, in part: Part, help: String) {
    self.message = message
    self.part = part
    self.help = help
  }
}
