// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel

/// What one decision with one reason is about.
package struct Blanket {
  private let threats: [Threat]

  package init(_ threats: [Threat]) { self.threats = threats }

  /// The template, or the name of a threat of the author's own.
  private func question(_ threat: Threat) -> String { threat.template?.name ?? threat.name }

  /// Whether it is so many questions of so many kinds that nobody looked at each, whoever signs: more than six, of
  /// three categories or more.
  package var isSweeping: Bool {
    isBlanket && Set(threats.map(question)).count > 6 && Set(threats.map(\.category)).count > 2
  }

  /// Whether it is several questions about several things, so that one reason can hardly be that of
  /// each.
  ///
  /// One question may have one answer wherever it is asked, and one thing may be the reason for all
  /// that is asked of it.
  package var isBlanket: Bool {
    guard let first = threats.first else { return false }
    return threats.contains { $0.about != first.about }
      && threats.contains { question($0) != question(first) }
  }
}
