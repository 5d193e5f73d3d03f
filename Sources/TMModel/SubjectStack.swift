// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// What a condition can speak about at one place: the innermost subject, and those around each
/// `where` that it lies in.
struct SubjectStack {
  private let innermost: Subject
  /// The subject around the innermost one, if it is inside a `where`.
  private let around: Subject?
  /// Those further out, the outermost first: nearly always none, so that no list is made for each row.
  private let outer: [Subject]

  init(_ subject: Subject) {
    innermost = subject
    around = nil
    outer = []
  }

  private init(_ innermost: Subject, in stack: SubjectStack) {
    self.innermost = innermost
    around = stack.innermost
    outer = stack.around.map { stack.outer + [$0] } ?? []
  }

  /// The subjects inside a `where`.
  func pushing(_ subject: Subject) -> SubjectStack { SubjectStack(subject, in: self) }

  /// Whether it is inside a `where`.
  var isNested: Bool { around != nil }

  /// The subject some levels further out; 0 is the innermost.
  subscript(level: Int) -> Subject {
    switch level {
    case 0: innermost
    case 1: around ?? innermost
    default: outer[outer.count - level + 1]
    }
  }
}
