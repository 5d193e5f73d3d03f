// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Titles that a tool gave and nobody changed: they name a stencil, not a thing of the system.
enum DefaultTitles {
  static func isDefault(_ title: String?) -> Bool {
    guard let title else { return true }
    let plain = ImportedText.condensed(title).lowercased()
    return plain.isEmpty || words.contains(plain) || isUUID(plain)
  }

  private static let words: Set<String> = [
    "https", "http", "sql", "generic data flow", "request", "response", "data flow", "dataflow",
    "trust boundary", "binary", "tcp", "udp", "generic trust line boundary",
    "generic trust border boundary", "flow",
  ]

  private static func isUUID(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    return parts.map(\.count) == [8, 4, 4, 4, 12] && parts.joined().allSatisfy(\.isHexDigit)
  }
}
