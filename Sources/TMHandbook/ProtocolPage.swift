// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax

/// The page `docs/protocols.md`: what the names of protocols imply.
package enum ProtocolPage {
  /// The whole page, in GitHub's Markdown.
  package static var markdown: String {
    var lines = [
      "# Protocols", "",
      "What `protocol` of a flow implies. A property of the flow wins: `protocol: https` with",
      "`encrypted: no` is not encrypted. Another name is kept, noted, and implies nothing.", "",
      "| column | says |", "| --- | --- |",
      "| content | *encrypted*: unreadable on the way, and protected against changes; *clear*: readable "
        + "and changeable by whoever is on the path; *not said*: the name leaves it open, so state "
        + "`encrypted` |",
      "| proves itself | which ends prove who they are: the target, both, or neither |",
      "| messages | whether a receiver can tell a genuine message: *authenticated*, *can be* by means "
        + "that the name does not promise, or *no* |",
      "| ports | those that IANA registers |",
    ]
    for group in ProtocolFacts.groups {
      lines += [
        "", "## \(group.title)", "",
        "| protocol | is | content | proves itself | messages | ports |",
        "| --- | --- | --- | --- | --- | --- |",
      ]
      lines += group.protocols.map(row)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func row(_ facts: ProtocolFacts) -> String {
    let cells = [
      "`\(facts.name)`", facts.meaning, content(facts), proof(facts), messages(facts),
      facts.ports.map(String.init).joined(separator: ", "),
    ]
    return "| " + cells.joined(separator: " | ") + " |"
  }

  private static func content(_ facts: ProtocolFacts) -> String {
    switch facts.channel {
    case .encrypted: "encrypted"
    case .clearText: "clear"
    case .unstated: "not said"
    }
  }

  private static func proof(_ facts: ProtocolFacts) -> String {
    if facts.authenticatesClient { return "both ends" }
    return facts.authenticatesServer ? "target" : "neither"
  }

  private static func messages(_ facts: ProtocolFacts) -> String {
    switch facts.messages {
    case .authenticated: "authenticated"
    case .optional: "can be"
    case .unauthenticated: "no"
    }
  }
}
