// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// The name of a company, as far as it tells one from another.
enum SupplierName {
  /// Whether two names may be one company: the words that matter of one are among those of the other.
  static func agree(_ left: String, _ right: String) -> Bool {
    let (left, right) = (words(left), words(right))
    if left.isEmpty || right.isEmpty { return true }
    if left.isSubset(of: right) || right.isSubset(of: left) { return true }
    let (a, b) = (left.sorted().joined(), right.sorted().joined())
    return a == b
  }

  /// Whether a record does not say who the supplier is.
  static func isUnknown(_ text: String) -> Bool {
    ["", "n/a", "unknown", "unspecified", "-", "*"].contains(text.lowercased())
  }

  private static func words(_ text: String) -> Set<String> {
    let all = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    let telling = all.filter { !forms.contains($0) }
    return Set(telling.isEmpty ? all : telling)
  }

  private static let forms: Set<String> = [
    "inc", "incorporated", "corp", "corporation", "co", "company", "ltd", "limited", "llc", "gmbh",
    "ag", "kg", "se", "sa", "sas", "bv", "nv", "plc", "ab", "as", "oy", "spa", "srl", "the", "and",
    "group", "foundation", "project", "software", "technologies", "organization", "person",
  ]
}
