// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// How much a finding weighs. `off` exists only as a setting of a policy.
package enum Severity: String, Sendable, CaseIterable, Comparable {
  case note
  case warning
  case error

  package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}

/// A place in a source text, with what is to be said about it there.
package struct Label: Hashable, Sendable {
  package let range: SourceRange
  /// One short line, or nil where the message of the diagnostic says it all.
  package let text: String?

  package init(_ range: SourceRange, _ text: String? = nil) {
    self.range = range
    self.text = text
  }
}

/// One finding, as a value: the terminal, every report format and the editor print this.
///
/// Messages are one line, lower case, without a full stop; names of the user stand in backticks.
package struct Diagnostic: Hashable, Sendable {
  /// The name of the rule or of the compiler check, such as `missing-crossing`.
  package let rule: String
  package var severity: Severity
  /// What is wrong.
  package let message: String
  /// Where it is wrong.
  package let primary: Label
  /// Other places that explain it, in other files too.
  package var secondary: [Label]
  /// Why it is wrong.
  package var notes: [String]
  /// What to do about it.
  package var help: [String]
  package var fix: Fix?
  /// The path of the declaration that it is about; nil where the compiler could not make out one.
  package var subject: String?
  /// The names that tell it from others of its rule and subject; nil where those in the message do.
  package var names: [String]?
  /// The risk that it leaves standing; nil where it is about none.
  package var risk: RatedRisk?

  package init(
    _ rule: String, _ severity: Severity, _ message: String, at primary: Label,
    secondary: [Label] = [], notes: [String] = [], help: [String] = [], fix: Fix? = nil,
    subject: String? = nil, names: [String]? = nil, risk: RatedRisk? = nil
  ) {
    self.rule = rule
    self.severity = severity
    self.message = message
    self.primary = primary
    self.secondary = secondary
    self.notes = notes
    self.help = help
    self.fix = fix
    self.subject = subject
    self.names = names
    self.risk = risk
  }

  /// The order of a listing: by file and position, then by rule and message.
  package static func listingOrder(_ left: Diagnostic, _ right: Diagnostic) -> Bool {
    if left.primary.range != right.primary.range { return left.primary.range < right.primary.range }
    return (left.rule, left.message) < (right.rule, right.message)
  }
}

extension Array<Diagnostic> {
  /// The diagnostics in listing order.
  ///
  /// Their places are sorted rather than they, since a diagnostic is large.
  package func inListingOrder() -> [Diagnostic] {
    var places = indices.map { (range: self[$0].primary.range, index: $0) }
    places.sort { left, right in
      if left.range != right.range { return left.range < right.range }
      return Diagnostic.listingOrder(self[left.index], self[right.index])
    }
    return places.map { self[$0.index] }
  }
}
