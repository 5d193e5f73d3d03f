// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Reads `vers:` URIs (VERS): a scheme and constraints between `|`, in any order and case, encoded or not.
enum VersURI {
  /// Nil for what cannot be read; it begins with `vers:` in any case.
  static func range(_ text: String) -> VersionRange? {
    guard let colon = text.firstIndex(of: ":") else { return nil }
    let whole = String(text[text.index(after: colon)...])
    var decoded = whole.contains("/") ? whole : Percent.decoded(whole)
    guard let slash = decoded.firstIndex(of: "/") else { return nil }
    let scheme = decoded[..<slash].lowercased().filter { $0 != " " }
    decoded = String(decoded[decoded.index(after: slash)...])
    if scheme == "none" { return VersionRange.none }
    let order = VersionOrder(scheme: scheme)
    var clauses: [VersionRange.Clause] = []
    for part in decoded.split(whereSeparator: { $0 == "|" || $0 == "," }) {
      for constraint in Percent.decoded(part).split(separator: "|") {
        for one in divided(String(constraint)) {
          guard let clause = clause(one) else {
            // Words where constraints belong: what else they say is read as such.
            guard var range = VersionPhrase.range(Percent.decoded(decoded), as: .range) else {
              return nil
            }
            range.order = order
            return range
          }
          clauses.append(clause)
        }
      }
    }
    return clauses.isEmpty ? nil : VersionRange(clauses, order: order)
  }

  /// `>=V1.0<V2.0`, as Siemens writes it, is two constraints.
  private static func divided(_ text: String) -> [String] {
    var parts: [String] = []
    var isSign = false
    for character in text where character != " " {
      let wasSign = isSign
      isSign = "<>=!".contains(character)
      if isSign && !wasSign || parts.isEmpty { parts.append("") }
      parts[parts.count - 1].append(character)
    }
    return parts
  }

  private static func clause(_ text: String) -> VersionRange.Clause? {
    if text == "*" { return .all }
    let signs = text.prefix { "<>=!".contains($0) }
    let version = String(text.dropFirst(signs.count))
    guard let sign = VersionSign.of(signs), !version.isEmpty, version.contains(where: \.isNumber),
      !version.contains(where: { "~^".contains($0) && version.first == $0 || "[](){}".contains($0) }
      )
    else { return nil }
    return VersionSign.clause(sign, version)
  }
}

/// Signs of comparison as people write them.
enum VersionSign {
  static func of(_ text: some StringProtocol) -> VersionRange.Sign? {
    switch text {
    case "", "=", "==": .equal
    case "<": .less
    case "<=", "=<": .lessOrEqual
    case ">": .more
    case ">=", "=>": .moreOrEqual
    case "!=", "!", "<>": .notEqual
    default: nil
    }
  }

  /// A sign before a version, which may stand for a series: `<= 7.x` is before 8.
  static func clause(_ sign: VersionRange.Sign, _ version: String) -> VersionRange.Clause {
    guard let (first, next) = VersionSeries.parts(version) else {
      switch sign {
      case .equal: return .exact(version)
      case .notEqual: return .except(version)
      case .less, .lessOrEqual, .more, .moreOrEqual: return .bound(sign, version)
      }
    }
    switch sign {
    case .equal: return .series(first)
    // Which versions are left out is more than one; a series is taken for its first.
    case .notEqual: return .except(first)
    case .less: return .bound(.less, first)
    case .lessOrEqual: return .bound(.less, next)
    case .more: return .bound(.moreOrEqual, next)
    case .moreOrEqual: return .bound(.moreOrEqual, first)
    }
  }
}
