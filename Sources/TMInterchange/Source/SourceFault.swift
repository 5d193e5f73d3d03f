// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Why a file of another tool cannot be read.
package struct SourceFault: Error, Equatable, Sendable {
  package let message: String
  /// One-based; nil where the fault is about the file as a whole.
  package let line: Int?
  /// What to do about it.
  package let help: String

  package init(_ message: String, line: Int?, help: String) {
    self.message = message
    self.line = line
    self.help = help
  }
}

/// How much of a stranger's file is read.
package enum SourceLimits {
  /// Levels of nesting.
  package static let depth = 100
  /// Values or elements in one file.
  package static let nodes = 1_000_000

  /// How large a number is read: what is more is no number of any field, and no whole number of the machine.
  static let number = 1e12

  /// Declarations that a model may come to.
  static let declarations = 100_000

  /// Boundaries on one diagram: which lies in which is asked of every pair.
  static let boundaries = 2_000

  static func check(boundaries count: Int, line: Int?) throws(SourceFault) {
    guard count > boundaries else { return }
    throw SourceFault(
      "a diagram has \(count) boundaries, and at most \(boundaries) are read", line: line,
      help: "split the diagram, and import its parts")
  }

  static func tooDeep(line: Int) -> SourceFault {
    SourceFault(
      "values lie more than \(depth) deep in one another", line: line,
      help: "no model needs that; export the file again with the tool that made it")
  }

  static func tooMany(line: Int) -> SourceFault {
    SourceFault(
      "the file has more than \(nodes) values", line: line,
      help: "split the model, and import its parts")
  }
}
