// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Puts the words of a phrase about versions together.
struct VersionPhraseParser {
  private let tokens: [VersionToken]
  private let field: VersionPhrase.Field
  private var index = 0
  private var clauses: [VersionRange.Clause] = []

  init(_ tokens: [VersionToken], _ field: VersionPhrase.Field) {
    (self.tokens, self.field) = (tokens, field)
  }

  /// Nil where the words do not fit together.
  mutating func range() -> VersionRange? {
    while let token = next {
      index += 1
      switch token {
      case .separator: continue
      case .all:
        switch next {
        case nil, .separator: clauses.append(.all)
        case .version(let version):
          // "All 7.2 versions" are not only 7.2 itself.
          guard isAlone(at: index + 1) else { continue }
          index += 1
          clauses.append(.series(VersionSeries.parts(version)?.first ?? version))
        case .before(.notEqual): clauses.append(.all)
        case .before, .between: continue
        case .behind, .series, .all, .hyphen: return nil
        }
      case .before(let sign):
        if sign.isUpper, next == .all {
          index += 1
          clauses.append(.all)
          continue
        }
        guard case .version(let version)? = next else { return nil }
        index += 1
        if case .behind? = next { index += 1 }
        clauses.append(VersionSign.clause(sign, version))
      case .between:
        guard case .version(let from)? = next, tokens.count > index + 2,
          tokens[index + 1] == .separator || tokens[index + 1] == .before(.lessOrEqual),
          case .version(let to) = tokens[index + 2]
        else { return nil }
        index += 3
        clauses.append(Self.span(from, .lessOrEqual, to))
      case .version(let version): if !add(version) { return nil }
      case .behind, .series, .hyphen: return nil
      }
    }
    return clauses.isEmpty ? nil : VersionRange(clauses)
  }

  private var next: VersionToken? { index < tokens.count ? tokens[index] : nil }

  private func isAlone(at place: Int) -> Bool {
    guard place < tokens.count else { return true }
    return tokens[place] == .separator
  }

  /// A version with what follows it.
  private mutating func add(_ version: String) -> Bool {
    switch next {
    case .behind(let sign):
      index += 1
      clauses.append(VersionSign.clause(sign, version))
    case .before(let sign) where sign.isUpper:
      if index + 1 < tokens.count, tokens[index + 1] == .all {
        index += 2
        clauses.append(.span(VersionSpan(from: version)))
        return true
      }
      guard index + 1 < tokens.count, case .version(let to) = tokens[index + 1] else {
        return false
      }
      index += 2
      clauses.append(Self.span(version, sign, to))
    case .hyphen:
      guard index + 1 < tokens.count, case .version(let to) = tokens[index + 1] else {
        return false
      }
      index += 2
      clauses.append(Self.span(version, .lessOrEqual, to))
    case .series:
      index += 1
      clauses.append(.series(VersionSeries.parts(version)?.first ?? version))
    case .before(.notEqual), .separator, nil: return addSingle(version)
    case .before, .version, .all, .between: return false
    }
    return true
  }

  private mutating func addSingle(_ version: String) -> Bool {
    if let (first, _) = VersionSeries.parts(version) {
      clauses.append(.series(first))
      return true
    }
    if version.contains("*") { return false }
    if let (from, to) = Self.ends(of: version) {
      let span = VersionSpan(from: from, to: to, isToIncluded: true)
      if VersionSeries.parts(from) != nil || VersionSeries.parts(to) != nil {
        clauses.append(Self.span(from, .lessOrEqual, to))
      } else if field == .range {
        clauses.append(.span(span))
      } else {
        clauses += [.exact(version), .doubtful(span)]
      }
      return true
    }
    clauses.append(.exact(version))
    return true
  }

  /// The two versions of `1.0-3.0`, `1.0~3.0` or `0.9.x-1.0.x`; nil for one version with a revision, such as `7.88-10`.
  private static func ends(of text: String) -> (from: String, to: String)? {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "~" }
    guard parts.count == 2 else { return nil }
    let (from, to) = (String(parts[0]), String(parts[1]))
    let (first, last) = (VersionSeries.parts(from)?.first, VersionSeries.parts(to)?.next)
    guard from.contains("."), to.contains("."), isNumbers(first ?? from), isNumbers(last ?? to),
      VersionOrder.general.isLess(first ?? from, last ?? to)
    else { return nil }
    return (from, to)
  }

  private static func isNumbers(_ text: String) -> Bool {
    let rest = text.first == "v" || text.first == "V" ? text.dropFirst() : text[...]
    return rest.first?.isNumber == true && rest.allSatisfy { $0.isNumber || $0 == "." }
  }

  private static func span(
    _ from: String, _ sign: VersionRange.Sign, _ to: String
  ) -> VersionRange.Clause {
    let first = VersionSeries.parts(from)?.first ?? from
    guard let (last, next) = VersionSeries.parts(to) else {
      return .span(VersionSpan(from: first, to: to, isToIncluded: sign == .lessOrEqual))
    }
    return .span(VersionSpan(from: first, to: sign == .lessOrEqual ? next : last))
  }
}
