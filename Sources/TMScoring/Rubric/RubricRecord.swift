// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// The answers for one vulnerability or threat, as a file of answers holds them.
package struct RubricRecord: Hashable, Sendable {
  /// What stands in brackets, such as `CVE-2023-30559`; empty in a file without headers.
  package let id: String
  /// What stands behind the brackets.
  package let title: String
  package var answers: RubricAnswers
  /// The vector that somebody published, to compare with.
  package var published: CVSS3Vector?
  /// Why the two differ, or anything else to know; one text for each line.
  package var because: [String]
  /// Where the header stands in the file; the first byte for a record without one.
  package let range: Range<Int>

  package init(
    id: String, title: String, answers: RubricAnswers = .init(), published: CVSS3Vector? = nil,
    because: [String] = [], range: Range<Int> = 0..<0
  ) {
    self.id = id
    self.title = title
    self.answers = answers
    self.published = published
    self.because = because
    self.range = range
  }
}

/// What is wrong with a file of answers, and where.
package struct RubricFault: Error, Equatable, Sendable {
  /// One line, lower case, without a full stop.
  package let message: String
  /// Offsets in UTF-8.
  package let range: Range<Int>
  /// What to do.
  package let help: String
  /// A word that is not known, with those that are: something close may have been meant.
  package let unknown: Unknown?

  package struct Unknown: Equatable, Sendable {
    package let word: String
    package let known: [String]
  }

  init(_ message: String, at range: Range<Int>, help: String, unknown: Unknown? = nil) {
    self.message = message
    self.range = range
    self.help = help
    self.unknown = unknown
  }
}
