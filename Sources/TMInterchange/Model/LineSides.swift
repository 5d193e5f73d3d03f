// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Which elements lie on either side of a line, as the flows say that it cuts: a flow that is cut joins the
/// sides, any other stays on one.
struct LineSides {
  /// A flow of a diagram.
  struct Way {
    /// Positions of its ends among the elements.
    let source: Int
    let target: Int
    let line: DrawnLine
  }

  private var parents: [Int]
  /// Whether an element lies on the other side than its parent.
  private var isOther: [Bool]

  private init(_ count: Int) {
    parents = Array(0..<count)
    isOther = Array(repeating: false, count: count)
  }

  /// The elements inside a line: the smaller side; nil where the flows that it cuts do not part the elements.
  ///
  /// - Parameters:
  ///   - cut: positions of the ways that the line cuts.
  static func inside(
    of line: DrawnLine, cutting cut: Set<Int>, _ ways: [Way], elements count: Int
  ) -> Set<Int>? {
    var sides = LineSides(count)
    for (index, way) in ways.enumerated()
    where !sides.join(way.source, way.target, isAcross: cut.contains(index)) {
      return nil
    }
    // Parts of the diagram without a flow between them are turned so that they agree about left and right.
    var votes: [Int: Int] = [:]
    for index in cut {
      let way = ways[index]
      guard let start = way.line.points.first else { continue }
      let (root, other) = sides.find(way.source)
      votes[root, default: 0] += line.isLeft(start) == other ? -1 : 1
    }
    var left: Set<Int> = []
    var right: Set<Int> = []
    for element in 0..<count {
      let (root, other) = sides.find(element)
      guard let vote = votes[root] else { continue }
      if (vote >= 0) != other { left.insert(element) } else { right.insert(element) }
    }
    guard !left.isEmpty, !right.isEmpty else { return nil }
    if left.count != right.count { return left.count < right.count ? left : right }
    return left.contains { $0 == (left.union(right).min() ?? 0) } ? right : left
  }

  /// The element that stands for all that hang together with one, and whether it lies on the other side.
  private mutating func find(_ element: Int) -> (root: Int, isOther: Bool) {
    var way: [Int] = []
    var current = element
    while parents[current] != current {
      way.append(current)
      current = parents[current]
    }
    var other = false
    for step in way.reversed() {
      other = other != isOther[step]
      isOther[step] = other
      parents[step] = current
    }
    return (current, other)
  }

  /// Says that two elements lie on one side or across; false where that contradicts what was said before.
  private mutating func join(_ first: Int, _ second: Int, isAcross: Bool) -> Bool {
    let (a, aOther) = find(first)
    let (b, bOther) = find(second)
    if a == b { return (aOther != bOther) == isAcross }
    parents[b] = a
    isOther[b] = (aOther != bOther) != isAcross
    return true
  }
}
