// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Finds which lines of one text replace which lines of another.
///
/// Lines that occur once on either side, in the same order, split the texts into parts; the
/// standard library's difference compares each part. A part too large for its quadratic cost counts
/// as replaced whole, so that time and memory stay in proportion to the size of the texts.
enum LineDifference {
  /// Lines of the old text and the lines of the new text in their place; one may be empty.
  struct Change: Equatable {
    var old: Range<Int>
    var new: Range<Int>
  }

  /// How many lines, old and new together, are compared line by line.
  static let largestPart = 1_000

  /// The changes in order; neighbours have an equal line between them.
  static func changes(
    from old: [ArraySlice<UInt8>], to new: [ArraySlice<UInt8>]
  ) -> [Change] {
    var oldIDs: [Int] = []
    var newIDs: [Int] = []
    var numbers: [ArraySlice<UInt8>: Int] = [:]
    for line in old { oldIDs.append(number(of: line, &numbers)) }
    for line in new { newIDs.append(number(of: line, &numbers)) }

    var result: [Change] = []
    var start = (old: 0, new: 0)
    for anchor in anchors(oldIDs, newIDs, count: numbers.count) + [(oldIDs.count, newIDs.count)] {
      part(Change(old: start.old..<anchor.old, new: start.new..<anchor.new), oldIDs, newIDs)
        .forEach { append($0, to: &result) }
      start = (anchor.old + 1, anchor.new + 1)
    }
    return result
  }

  private static func number(
    of line: ArraySlice<UInt8>, _ numbers: inout [ArraySlice<UInt8>: Int]
  ) -> Int {
    if let number = numbers[line] { return number }
    let number = numbers.count
    numbers[line] = number
    return number
  }

  private static func append(_ change: Change, to result: inout [Change]) {
    if let last = result.last, last.old.upperBound == change.old.lowerBound,
      last.new.upperBound == change.new.lowerBound
    {
      result[result.count - 1].old = last.old.lowerBound..<change.old.upperBound
      result[result.count - 1].new = last.new.lowerBound..<change.new.upperBound
    } else {
      result.append(change)
    }
  }

  /// The longest run of pairs of lines that occur once in either text, ascending in both.
  private static func anchors(
    _ old: [Int], _ new: [Int], count: Int
  ) -> [(old: Int, new: Int)] {
    var oldPlaces = [Int](repeating: -1, count: count)
    var oldCounts = [Int](repeating: 0, count: count)
    var newCounts = oldCounts
    for (index, id) in old.enumerated() {
      oldPlaces[id] = index
      oldCounts[id] += 1
    }
    for id in new { newCounts[id] += 1 }

    var pairs: [(old: Int, new: Int)] = []
    var previous: [Int] = []
    // The pair that ends the best run of each length: patience sorting.
    var ends: [Int] = []
    for (index, id) in new.enumerated() where oldCounts[id] == 1 && newCounts[id] == 1 {
      let pair = (old: oldPlaces[id], new: index)
      var low = 0
      var high = ends.count
      while low < high {
        let middle = (low + high) / 2
        if pairs[ends[middle]].old < pair.old { low = middle + 1 } else { high = middle }
      }
      previous.append(low == 0 ? -1 : ends[low - 1])
      if low == ends.count { ends.append(pairs.count) } else { ends[low] = pairs.count }
      pairs.append(pair)
    }

    var run: [(old: Int, new: Int)] = []
    var next = ends.last ?? -1
    while next >= 0 {
      run.append(pairs[next])
      next = previous[next]
    }
    return run.reversed()
  }

  /// The changes between two anchors.
  private static func part(_ whole: Change, _ old: [Int], _ new: [Int]) -> [Change] {
    var part = whole
    while let left = part.old.first, let right = part.new.first, old[left] == new[right] {
      part = Change(old: part.old.dropFirst(), new: part.new.dropFirst())
    }
    while let left = part.old.last, let right = part.new.last, old[left] == new[right] {
      part = Change(old: part.old.dropLast(), new: part.new.dropLast())
    }
    if part.old.isEmpty && part.new.isEmpty { return [] }
    guard !part.old.isEmpty, !part.new.isEmpty, part.old.count + part.new.count <= largestPart
    else { return [part] }

    var removed = [Bool](repeating: false, count: part.old.count)
    var added = [Bool](repeating: false, count: part.new.count)
    for change in new[part.new].difference(from: old[part.old]) {
      switch change {
      case .remove(let offset, _, _): removed[offset] = true
      case .insert(let offset, _, _): added[offset] = true
      }
    }
    return runs(removed, added, from: part)
  }

  /// The flagged lines of a part as changes; lines without a flag are equal, pair by pair.
  private static func runs(_ removed: [Bool], _ added: [Bool], from part: Change) -> [Change] {
    var result: [Change] = []
    var left = 0
    var right = 0
    while left < removed.count || right < added.count {
      let start = (left, right)
      while left < removed.count, removed[left] { left += 1 }
      while right < added.count, added[right] { right += 1 }
      if start != (left, right) {
        result.append(
          Change(
            old: (part.old.lowerBound + start.0)..<(part.old.lowerBound + left),
            new: (part.new.lowerBound + start.1)..<(part.new.lowerBound + right)))
      }
      if left < removed.count { left += 1 }
      if right < added.count { right += 1 }
    }
    return result
  }
}
