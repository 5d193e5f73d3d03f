// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// The versions of one product of a CVE record, each with what is said of it.
struct CVEVersions {
  private enum Status {
    case affected
    case unaffected
    case unknown

    init(_ word: String?) {
      switch word {
      case "affected": self = .affected
      case "unaffected": self = .unaffected
      default: self = .unknown
      }
    }

    var judgement: Judgement {
      switch self {
      case .affected: .affected
      case .unaffected: .unaffected
      case .unknown: .unknown
      }
    }
  }

  private struct Entry {
    let status: Status
    /// Nil where nobody can tell which versions are meant.
    let range: VersionRange?
    /// Where a range begins; nil for one version, and at the beginning of all.
    let from: String?
    let isRange: Bool
    let changes: [(at: String, status: Status)]
  }

  private var entries: [Entry] = []
  /// Nil where the record states none.
  private let fallback: Status?
  /// Whether all its versions are commits, which cannot be compared with a version.
  let isOfCommits: Bool
  private var namedOrder: VersionOrder?
  /// The first versions that are not affected any more.
  private(set) var fixes: [String] = []

  init(_ product: JSONValue) throws(DocumentFault) {
    fallback = try product.text("defaultStatus").map { Status($0) }
    let all = try product.list("versions")
    var commits = 0
    for version in all {
      let type = try version.text("versionType")?.lowercased()
      if type == "git" {
        commits += 1
        continue
      }
      if let type, let order = VersionOrder(scheme: type) { namedOrder = order }
      let status = Status(try version.text("status"))
      let (less, lessOrEqual) = (
        try version.text("lessThan"), try version.text("lessThanOrEqual")
      )
      let text = try version.text("version") ?? ""
      var changes: [(at: String, status: Status)] = []
      for change in try version.list("changes") {
        guard let at = try change.text("at") else { continue }
        changes.append((at, Status(try change.text("status"))))
        if status == .affected, try change.text("status") == "unaffected" { fixes.append(at) }
      }
      guard let end = less ?? lessOrEqual else {
        let isBeginning = ["0", "*"].contains(text) && !changes.isEmpty
        let range = isBeginning ? VersionRange.all : VersionPhrase.range(text, as: .version)
        if changes.isEmpty {
          entries.append(
            Entry(
              status: status, range: range, from: nil, isRange: range?.isOne != true, changes: []))
          if status == .affected { fixes += range?.fixes ?? [] }
        } else {
          let span = VersionSpan(from: isBeginning ? nil : text)
          entries.append(
            Entry(
              status: status, range: VersionRange([.span(span)]), from: span.from, isRange: true,
              changes: changes))
        }
        continue
      }
      let from = Self.isBeginning(text) ? nil : text
      let range = Self.range(from: from, to: end, isIncluded: less == nil)
      if status == .affected, less != nil, end != "*" { fixes.append(end) }
      entries.append(
        Entry(status: status, range: range, from: from, isRange: true, changes: changes))
    }
    isOfCommits = !all.isEmpty && commits == all.count
  }

  private static func isBeginning(_ text: String) -> Bool {
    ["0", "", "*", "-", "unspecified", "n/a", "all", "next of 0"].contains(text.lowercased())
  }

  private static func range(from: String?, to: String, isIncluded: Bool) -> VersionRange? {
    if to == "*" { return VersionRange([.span(VersionSpan(from: from))]) }
    // "5.10.*" ends where 5.11 begins.
    if case .bound(let sign, let end) = VersionSign.clause(isIncluded ? .lessOrEqual : .less, to) {
      guard end.contains(where: \.isNumber) else { return nil }
      return VersionRange([
        .span(VersionSpan(from: from, to: end, isToIncluded: sign == .lessOrEqual))
      ])
    }
    return nil
  }

  /// What is said of the worst of a component's versions.
  func judge(_ versions: [String], _ order: VersionOrder) -> Judgement {
    if isOfCommits { return .unknown }
    let order = order.reading(namedOrder)
    if versions.isEmpty {
      if entries.isEmpty { return fallback?.judgement ?? .unknown }
      if entries.contains(where: { $0.status == .affected && $0.range?.isEverything == true }) {
        return entries.count == 1 ? .affected : .unknown
      }
      let isPossible = fallback != .unaffected || entries.contains { $0.status != .unaffected }
      return isPossible ? .unknown : .unaffected
    }
    return versions.map { judge($0, order) }.max() ?? .unknown
  }

  /// What names the very version decides before a range, and the range that begins last before others.
  private func judge(_ version: String, _ order: VersionOrder) -> Judgement {
    var single: Judgement?
    var range: (from: String?, judgement: Judgement)?
    var isUnclear = false
    for entry in entries {
      guard let meant = entry.range?.judge(version, order) else {
        if entry.status != .unaffected { isUnclear = true }
        continue
      }
      if meant == .unaffected { continue }
      if meant == .unknown {
        if entry.status != .unaffected || fallback != .unaffected { isUnclear = true }
        continue
      }
      let status = status(of: entry, at: version, order)
      guard entry.isRange else {
        single = max(single ?? .unaffected, status)
        continue
      }
      if let known = range {
        let place = Self.compare(entry.from, known.from, order)
        if place > 0 || place == 0 && status > known.judgement { range = (entry.from, status) }
      } else {
        range = (entry.from, status)
      }
    }
    if let single { return single }
    if let range { return isUnclear ? max(range.judgement, .unknown) : range.judgement }
    if isUnclear { return .unknown }
    if let fallback { return fallback.judgement }
    // No default is stated: behind a range with an end lies what is repaired; single versions say
    // nothing of others.
    return entries.contains { $0.isRange } ? .unaffected : .unknown
  }

  private func status(of entry: Entry, at version: String, _ order: VersionOrder) -> Judgement {
    var status = entry.status
    var last: String?
    for change in entry.changes {
      guard let place = order.compare(version, change.at) else { return .unknown }
      guard place >= 0 else { continue }
      if let known = last, (order.compare(change.at, known) ?? 0) < 0 { continue }
      (status, last) = (change.status, change.at)
    }
    return status.judgement
  }

  private static func compare(_ left: String?, _ right: String?, _ order: VersionOrder) -> Int {
    switch (left, right) {
    case (nil, nil): 0
    case (nil, _): -1
    case (_, nil): 1
    case (let left?, let right?): order.compare(left, right) ?? 0
    }
  }
}

extension VersionRange {
  /// Whether it names single versions alone.
  var isOne: Bool {
    clauses.allSatisfy { clause in
      if case .exact = clause { true } else { false }
    }
  }
}
