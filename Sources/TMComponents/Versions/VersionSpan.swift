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

  /// What is said of the versions that are not meant.
  var inverted: Judgement {
    switch self {
    case .unaffected: .affected
    case .unknown: .unknown
    case .affected: .unaffected
    }
  }
}

/// Versions from one bound to another.
package struct VersionSpan: Sendable {
  /// Nil where there is no bound on that side.
  var from: String?
  var isFromIncluded = true
  var to: String?
  var isToIncluded = false

  package init(
    from: String? = nil, isFromIncluded: Bool = true, to: String? = nil, isToIncluded: Bool = false
  ) {
    (self.from, self.isFromIncluded) = (from, isFromIncluded)
    (self.to, self.isToIncluded) = (to, isToIncluded)
  }

  /// Whether a version lies in it; one bound that excludes it is enough, whatever the other.
  package func judge(_ version: String, _ order: VersionOrder) -> Judgement {
    var isUnclear = false
    if let from {
      if let place = order.place(of: version, at: from) {
        if place < 0, order.mayBeLater(version, than: from) {
          isUnclear = true
        } else if place < 0 || place == 0 && !isFromIncluded {
          return .unaffected
        }
      } else {
        isUnclear = true
      }
    }
    if let to {
      if let place = order.place(of: version, at: to) {
        if place > 0 || place == 0 && !isToIncluded { return .unaffected }
      } else {
        isUnclear = true
      }
    }
    return isUnclear ? .unknown : .affected
  }
}
