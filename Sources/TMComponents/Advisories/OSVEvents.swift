// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// The events of a range of OSV: where a vulnerability came in, and where it ended.
struct OSVEvents {
  private enum Kind: Int {
    case introduced
    case fixed
    case lastAffected
  }

  private var events: [(kind: Kind, version: String)] = []
  /// Versions at which somebody stopped looking.
  private var limits: [String] = []
  private let order: VersionOrder
  private var isSorted = true
  var fixed: [String] { events.filter { $0.kind == .fixed }.map(\.version) }

  init(_ range: JSONValue, _ order: VersionOrder) throws(DocumentFault) {
    self.order = order
    for event in try range.list("events") {
      if let version = try event.text("introduced") { events.append((.introduced, version)) }
      if let version = try event.text("fixed") { events.append((.fixed, version)) }
      if let version = try event.text("last_affected") { events.append((.lastAffected, version)) }
      if let version = try event.text("limit") { limits.append(version) }
    }
    var sorted = true
    events.sort { left, right in
      if left.version == "0" || right.version == "0" {
        return left.version == "0" && right.version != "0"
      }
      guard let place = order.compare(left.version, right.version) else {
        sorted = false
        return false
      }
      return place < 0
    }
    isSorted = sorted
  }

  func judge(_ versions: [String]) -> Judgement {
    // Nothing is said.
    if events.isEmpty || !isSorted { return .unknown }
    let isOpen =
      events.allSatisfy { $0.kind == .introduced } && events.contains { $0.version == "0" }
      && (limits.isEmpty || limits.contains("*"))
    if isOpen { return .affected }
    return versions.map(judge).max() ?? .unknown
  }

  /// The algorithm of the OSV schema: the last event at or before the version decides.
  private func judge(_ version: String) -> Judgement {
    var isBeforeLimit = limits.isEmpty || limits.contains("*")
    for limit in limits where limit != "*" {
      guard let place = order.place(of: version, at: limit) else { return .unknown }
      if place < 0 { isBeforeLimit = true }
    }
    if !isBeforeLimit { return .unaffected }
    // Where nobody says when it came in, it may have been there from the beginning on.
    let hasBeginning = events.contains { $0.kind == .introduced }
    var state: Judgement = hasBeginning ? .unaffected : .unknown
    var mayBeIn = false
    var index = 0
    while index < events.count {
      // Of several events at one version, those that end what holds come first; an interval that ends
      // where it begins is empty.
      var end = index + 1
      while end < events.count, areEqual(events[index].version, events[end].version) { end += 1 }
      let bound = events[index].version
      guard let place = bound == "0" ? 1 : order.place(of: version, at: bound) else {
        return .unknown
      }
      var kinds = events[index..<end].map(\.kind)
      if state == .unaffected {
        kinds.sort { $0.rawValue < $1.rawValue }
      } else {
        kinds.sort { $0.rawValue > $1.rawValue }
      }
      for kind in kinds {
        switch kind {
        case .introduced where place >= 0: state = .affected
        case .introduced where order.mayBeLater(version, than: bound): mayBeIn = true
        case .fixed where place >= 0: state = .unaffected
        case .lastAffected where place > 0: state = .unaffected
        case .introduced, .fixed, .lastAffected: continue
        }
      }
      index = end
    }
    return mayBeIn ? max(state, .unknown) : state
  }

  private func areEqual(_ left: String, _ right: String) -> Bool {
    left == right || left != "0" && right != "0" && order.areEqual(left, right)
  }
}
