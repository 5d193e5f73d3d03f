// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Two revisions in one word, as git writes them: `main..HEAD`, `main...HEAD`.
struct RevisionRange {
  let old: String
  let new: String
  let start: Start

  /// What the new revision is compared with.
  enum Start {
    /// The old revision itself: two dots.
    case old
    /// The commit in which the two part: three dots.
    case mergeBase
  }

  /// Nil for a word without dots; an end that is left out is `HEAD`.
  init?(_ word: String) {
    let start: Start
    let dots: String
    if word.contains("...") {
      (start, dots) = (.mergeBase, "...")
    } else if word.contains("..") {
      (start, dots) = (.old, "..")
    } else {
      return nil
    }
    guard let place = word.firstRange(of: dots) else { return nil }
    let (left, right) = (word[..<place.lowerBound], word[place.upperBound...])
    // "../models/shop.tm" is a path; no name of a revision begins or ends with a slash.
    if left.hasSuffix("/") || right.hasPrefix("/") { return nil }
    self.start = start
    old = left.isEmpty ? "HEAD" : String(left)
    new = right.isEmpty ? "HEAD" : String(right)
  }
}
