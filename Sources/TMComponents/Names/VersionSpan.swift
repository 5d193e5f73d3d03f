// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Whether a version is among those that a source means.
package enum Judgement: Int, Comparable, Sendable {
  case unaffected
  /// The source or the component says no version, or the two cannot be compared.
  case unknown
  case affected

  package static func < (left: Judgement, right: Judgement) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// Versions from one bound to another.
struct VersionSpan: Sendable {
  /// Nil where there is no bound on that side.
  var from: String?
  var isFromIncluded = true
  var to: String?
  var isToIncluded = false

  func contains(_ version: String, _ order: VersionOrder) -> Bool {
    if let from {
      let place = order.compare(version, from)
      if place < 0 || place == 0 && !isFromIncluded { return false }
    }
    if let to {
      let place = order.compare(version, to)
      if place > 0 || place == 0 && !isToIncluded { return false }
    }
    return true
  }
}

extension VersionSpan {
  /// Reads a range in words of comparison, any number of which hold together: `>=1.0|<1.4` of a
  /// `vers:` URI, `< 2.0`, `<=12.1.3`. Nil for what is none; no spans for a range of all versions.
  static func reading(_ text: String) -> [VersionSpan]? {
    var rest = text[...]
    if rest.hasPrefix("vers:") {
      guard let slash = rest.firstIndex(of: "/") else { return nil }
      rest = rest[rest.index(after: slash)...]
    }
    let words = ["*", "all", "all versions", "any"]
    if words.contains(rest.lowercased()) { return [] }
    var bounds: [(sign: String, version: String)] = []
    for part in rest.split(whereSeparator: { $0 == "|" || $0 == "," || $0 == " " }) {
      let sign = part.prefix { "<>=!≤≥".contains($0) }
      let version = Percent.decoded(part.dropFirst(sign.count))
      if let last = bounds.last, last.version.isEmpty, sign.isEmpty {
        bounds[bounds.count - 1].version = version
      } else {
        bounds.append((String(sign), version))
      }
    }
    guard !bounds.isEmpty, bounds.allSatisfy({ $0.version.contains(where: \.isNumber) }) else {
      return nil
    }
    return spans(bounds)
  }

  private static func spans(_ bounds: [(sign: String, version: String)]) -> [VersionSpan]? {
    var spans: [VersionSpan] = []
    var open: VersionSpan?
    for (sign, version) in bounds {
      switch sign {
      case ">", ">=", "≥":
        if let open { spans.append(open) }
        open = VersionSpan(from: version, isFromIncluded: sign != ">")
      case "<", "<=", "≤":
        spans.append(
          VersionSpan(
            from: open?.from, isFromIncluded: open?.isFromIncluded ?? true, to: version,
            isToIncluded: sign != "<"))
        open = nil
      case "", "=", "==": spans.append(VersionSpan(from: version, to: version, isToIncluded: true))
      // A version taken out of a range is too rare to be worth a way to say it.
      case "!=", "!": continue
      default: return nil
      }
    }
    if let open { spans.append(open) }
    return spans
  }
}

extension [VersionSpan] {
  /// Whether any of a component's versions lies in one of the spans; none at all means every version.
  func judge(_ versions: [String], _ order: VersionOrder) -> Judgement {
    if isEmpty { return .affected }
    if allSatisfy({ $0.from == nil && $0.to == nil }) { return .affected }
    guard !versions.isEmpty else { return .unknown }
    return versions.contains { version in contains { $0.contains(version, order) } }
      ? .affected : .unaffected
  }
}
