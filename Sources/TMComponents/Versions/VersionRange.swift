// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// The versions that a source means, in whatever way it says so.
package struct VersionRange: Sendable {
  /// A sign of comparison before a version.
  enum Sign: String, Sendable {
    case less = "<"
    case lessOrEqual = "<="
    case more = ">"
    case moreOrEqual = ">="
    case equal = "="
    case notEqual = "!="
  }

  /// A part of the range; a version is meant if any part but `except` means it.
  enum Clause: Sendable {
    case all
    case exact(String)
    case except(String)
    /// All versions that begin with these numbers: 7.2.x.
    case series(String)
    case span(VersionSpan)
    /// Perhaps a span: `1.0-3.0` may also be one version.
    case doubtful(VersionSpan)
    /// One end of an interval, which belongs to the next one beside it.
    case bound(Sign, String)
  }

  var clauses: [Clause]
  /// The order that the range names itself.
  var order: VersionOrder?

  init(_ clauses: [Clause], order: VersionOrder? = nil) {
    (self.clauses, self.order) = (clauses, order)
  }

  static let all = VersionRange([.all])
  static let none = VersionRange([])

  static func exact(_ version: String) -> VersionRange { VersionRange([.exact(version)]) }

  /// Whether every version is meant, known or not.
  var isEverything: Bool {
    var hasAll = false
    for clause in clauses {
      switch clause {
      case .all: hasAll = true
      case .except: return false
      case .span(let span): if span.from == nil, span.to == nil { hasAll = true }
      case .exact, .series, .doubtful, .bound: continue
      }
    }
    return hasAll
  }

  /// The first versions behind the range.
  var fixes: [String] {
    clauses.compactMap { clause in
      switch clause {
      case .bound(.less, let version): version
      case .span(let span): span.isToIncluded ? nil : span.to
      case .all, .exact, .except, .series, .doubtful, .bound: nil
      }
    }
  }

  /// Whether any of a component's versions is meant.
  func judge(_ versions: [String], _ order: VersionOrder) -> Judgement {
    if isEverything { return .affected }
    if clauses.isEmpty { return .unaffected }
    return versions.map { judge($0, order) }.max() ?? .unknown
  }

  /// Whether all of a component's versions are meant, as what says that nothing is wrong has to.
  func covers(_ versions: [String], _ order: VersionOrder) -> Judgement {
    if isEverything { return .affected }
    return versions.map { judge($0, order) }.min() ?? .unknown
  }

  /// Whether a version is meant.
  package func judge(_ version: String, _ order: VersionOrder) -> Judgement {
    let order = order.reading(self.order)
    var result = Judgement.unaffected
    var bounds: [(sign: Sign, version: String)] = []
    var exceptions: [String] = []
    for clause in clauses {
      let said: Judgement
      switch clause {
      case .all: said = .affected
      case .exact(let text): said = Self.equality(version, text, order)
      case .except(let text):
        exceptions.append(text)
        continue
      case .series(let text): said = VersionSeries.judge(version, text)
      case .span(let span): said = span.judge(version, order)
      case .doubtful(let span): said = min(span.judge(version, order), .unknown)
      case .bound(let sign, let text):
        bounds.append((sign, text))
        continue
      }
      result = max(result, said)
    }
    if !bounds.isEmpty {
      result = max(result, Self.judge(version, bounds, order))
    } else if exceptions.count == clauses.count, !clauses.isEmpty {
      result = .affected
    }
    for text in exceptions {
      switch Self.equality(version, text, order) {
      case .affected: return .unaffected
      case .unknown: result = min(result, .unknown)
      case .unaffected: continue
      }
    }
    return result
  }

  private static func equality(_ left: String, _ right: String, _ order: VersionOrder) -> Judgement
  {
    guard let isSame = order.isSame(left, right) else { return .unknown }
    return isSame ? .affected : .unaffected
  }

  /// Sorts the ends of intervals and asks which two a version lies between; of several ends of one kind in
  /// a row the outermost counts.
  private static func judge(
    _ version: String, _ bounds: [(sign: Sign, version: String)], _ order: VersionOrder
  ) -> Judgement {
    var isSorted = true
    let sorted = bounds.sorted { left, right in
      guard let place = order.compare(left.version, right.version) else {
        isSorted = false
        return false
      }
      // At one version, an interval ends before another begins.
      return place == 0 ? left.sign.isUpper && !right.sign.isUpper : place < 0
    }
    guard isSorted else { return .unknown }
    var spans: [VersionSpan] = []
    var open: VersionSpan?
    var lastWasUpper = false
    for (sign, bound) in sorted {
      if sign.isUpper {
        if lastWasUpper, var last = spans.popLast() {
          (last.to, last.isToIncluded) = (bound, sign == .lessOrEqual)
          spans.append(last)
        } else {
          var span = open ?? VersionSpan()
          (span.to, span.isToIncluded) = (bound, sign == .lessOrEqual)
          spans.append(span)
        }
        open = nil
      } else if open == nil {
        open = VersionSpan(from: bound, isFromIncluded: sign == .moreOrEqual)
      }
      lastWasUpper = sign.isUpper
    }
    if let open { spans.append(open) }
    return spans.map { $0.judge(version, order) }.max() ?? .unknown
  }
}

extension VersionRange.Sign {
  var isUpper: Bool { self == .less || self == .lessOrEqual }
}

/// The versions that begin with the same numbers.
enum VersionSeries {
  /// Whether a version begins with the numbers of another; a shorter one may or may not.
  static func judge(_ version: String, _ series: String) -> Judgement {
    guard !VersionWording.isCommit(version),
      let numbers = LeadingNumbers.of(VersionWording.stripped(version)),
      let first = LeadingNumbers.of(VersionWording.stripped(series))
    else { return .unknown }
    for (left, right) in zip(numbers, first) where VersionByte.compareNumbers(left, right) != 0 {
      return .unaffected
    }
    return numbers.count < first.count ? .unknown : .affected
  }

  /// The numbers before the first `x` or `*` of 7.2.x, and the same with the last one counted up;
  /// nil for what is no such pattern.
  static func parts(_ text: String) -> (first: String, next: String)? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard let wild = parts.firstIndex(where: isWild), wild > 0, parts[wild...].allSatisfy(isWild)
    else { return nil }
    let numbers = parts[..<wild].joined(separator: ".")
    guard let values = LeadingNumbers.of(numbers), values.count == wild,
      let last = Int(String(decoding: values[wild - 1], as: UTF8.self)), last < Int.max
    else { return nil }
    let next = values.dropLast().map { String(decoding: $0, as: UTF8.self) } + ["\(last + 1)"]
    return (numbers, next.joined(separator: "."))
  }

  private static func isWild(_ part: Substring) -> Bool {
    !part.isEmpty && part.utf8.allSatisfy { $0 | 0x20 == 0x78 || $0 == 0x2A }
  }
}
