// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Whether somebody approved a threat as it stands.
package enum ApprovalState: Sendable {
  /// Nobody wants approvals of it.
  case notAsked
  /// As it stands; the line has the names of now.
  case approved(ApprovalLine)
  /// As it was before these changes.
  case changed(ApprovalLine, [ApprovalChange])
  /// Never.
  case new

  /// Whether an approval is wanted that is not there.
  package var isMissing: Bool {
    switch self {
    case .notAsked, .approved: false
    case .changed, .new: true
    }
  }

  /// The line that approves it, as it is or was.
  package var line: ApprovalLine? {
    switch self {
    case .notAsked, .new: nil
    case .approved(let line), .changed(let line, _): line
    }
  }

  /// The word for data: `approved`, `changed`, `new`; nil where nobody wants an approval.
  package var word: String? {
    switch self {
    case .notAsked: nil
    case .approved: "approved"
    case .changed: "changed"
    case .new: "new"
    }
  }

  package var changes: [ApprovalChange] {
    guard case .changed(_, let changes) = self else { return [] }
    return changes
  }
}

/// What is different from what was approved.
package enum ApprovalChange: Hashable, Sendable {
  case status(was: String, now: String)
  case score(was: String, now: String)
  case residual(was: String, now: String)
  case exploitability(was: String, now: String)
  case harm(was: [String], now: [String])
  /// What no longer protects.
  case protection(lost: [String])
  case subject
  case template
  case terms

  /// What changed, in words that follow "since then".
  package var text: String {
    switch self {
    case .status(let was, let now): "its status was `\(was)` and is `\(now)`"
    case .score(let was, let now): "its score was \(Self.named(was)) and is \(Self.named(now))"
    case .residual(let was, let now):
      "its residual score was \(Self.named(was)) and is \(Self.named(now))"
    case .exploitability(let was, let now):
      "its exploitability was \(Self.named(was)) and is \(Self.named(now))"
    case .harm(let was, let now):
      "its harm was \(Self.named(was.joined(separator: ", "))) and is "
        + Self.named(now.joined(separator: ", "))
    case .protection(let lost):
      "\(lost.map { "`\($0)`" }.joined(separator: ", ")) no longer "
        + "\(lost.count == 1 ? "protects" : "protect") it"
    case .subject:
      "what it is about has other titles, ends, assets, places, crossings, protocols or protection"
    case .template: "the template asks something else, or something else answers it"
    case .terms: "the grounds or terms of its decision changed"
    }
  }

  private static func named(_ value: String) -> String { value.isEmpty ? "none" : "`\(value)`" }
}
