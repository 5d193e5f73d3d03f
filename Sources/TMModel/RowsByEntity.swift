// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// For each entity some rows, such as its flows, in one flat table.
struct RowsByEntity<Row: Sendable>: Sendable {
  private let rows: [Row]
  /// Where the rows of each entity start; empty where no entity has any.
  private let starts: [Int32]

  /// - Parameters:
  ///   - pairs: the rows in the order in which those of one entity are to stand.
  ///   - count: the number of entities.
  init(_ pairs: [(entity: EntityID, row: Row)], count: Int) {
    guard let first = pairs.first else {
      rows = []
      starts = []
      return
    }
    var starts = [Int32](repeating: 0, count: count + 1)
    for pair in pairs { starts[Int(pair.entity.index) + 1] += 1 }
    for index in 0..<count { starts[index + 1] += starts[index] }
    var next = starts
    var rows = [Row](repeating: first.row, count: pairs.count)
    for pair in pairs {
      let entity = Int(pair.entity.index)
      rows[Int(next[entity])] = pair.row
      next[entity] += 1
    }
    self.rows = rows
    self.starts = starts
  }

  subscript(entity: EntityID) -> ArraySlice<Row> {
    let index = Int(entity.index)
    guard index + 1 < starts.count else { return [] }
    return rows[Int(starts[index])..<Int(starts[index + 1])]
  }
}
