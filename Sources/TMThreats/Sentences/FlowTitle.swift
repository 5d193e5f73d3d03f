// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// What the title of a flow says of its content.
enum FlowTitle {
  /// Whether a title names what is sent rather than the way, the protocol or nothing.
  static func isContent(_ title: String) -> Bool {
    let words = NounPhrase.words(title)
    guard !words.isEmpty else { return false }
    let head = TitleHead(words)
    let noun = head.noun.lowercased()
    if noun.isEmpty || ProperNames.contains(noun) || ProperNames.isBare(noun) { return false }
    // "V1", "F-12": a number of the flow, no name of anything.
    if head.words.count == 1, noun.contains(where: \.isNumber) { return false }
    if noun.count < 3 { return false }
    return !ways.contains(noun) && !OrdinaryWords.singulars(of: noun).contains(where: ways.contains)
  }

  /// Nouns for a way of sending, or for nothing in particular.
  private static let ways: Set<String> = [
    "access", "api", "broadcast", "bus", "cable", "call", "channel", "communication", "connection",
    "connectivity", "exchange", "flow", "integration", "interaction", "interface", "lan", "line",
    "link", "network", "poll", "polling", "port", "protocol", "proxy", "replication", "route",
    "session", "socket", "stream", "sync", "synchronisation", "synchronization", "traffic",
    "transfer", "tunnel", "upload", "download", "vlan", "vpn", "web", "wire", "wifi", "internet",
    "data", "something", "anything", "everything", "in", "out", "push", "pull",
    "integration", "yes", "start", "stop", "use", "usage",
  ]
}
