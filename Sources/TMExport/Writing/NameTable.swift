// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Names of a narrower alphabet, each given once.
struct NameTable {
  private var used: Set<String>

  init(taken: some Sequence<String> = []) { used = Set(taken) }

  /// The wish if it is free, else the wish with a number.
  mutating func unique(_ wish: String) -> String {
    var name = wish
    var number = 2
    while !used.insert(name).inserted {
      name = "\(wish)-\(number)"
      number += 1
    }
    return name
  }
}
