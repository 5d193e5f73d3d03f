// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Which things belong together, by union and find.
struct DisjointSets {
  private var parents: [Int]

  init(count: Int) { parents = Array(0..<count) }

  /// False where the two belonged together before.
  mutating func join(_ first: Int, _ second: Int) -> Bool {
    let (left, right) = (root(first), root(second))
    parents[max(left, right)] = min(left, right)
    return left != right
  }

  /// The smallest of all that belong with it.
  mutating func root(_ index: Int) -> Int {
    var index = index
    while parents[index] != index {
      parents[index] = parents[parents[index]]
      index = parents[index]
    }
    return index
  }
}
