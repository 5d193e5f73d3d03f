// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// What a condition can speak about at one place: the innermost subject, and those around each
/// `where` that it lies in.
struct SubjectStack {
  private let innermost: Subject
  private let outer: [Subject]

  init(_ subject: Subject) {
    innermost = subject
    outer = []
  }

  private init(_ innermost: Subject, in outer: [Subject]) {
    self.innermost = innermost
    self.outer = outer
  }

  /// The subjects inside a `where`.
  func pushing(_ subject: Subject) -> SubjectStack {
    SubjectStack(subject, in: outer + [innermost])
  }

  /// Whether it is inside a `where`.
  var isNested: Bool { !outer.isEmpty }

  /// The subject some levels further out; 0 is the innermost.
  subscript(level: Int) -> Subject { level == 0 ? innermost : outer[outer.count - level] }
}
