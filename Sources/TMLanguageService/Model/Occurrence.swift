// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource

/// A name in a text and the declaration that it means.
package struct Occurrence: Sendable {
  package let range: SourceRange
  package let entity: EntityID
  /// Whether the name is that of the declaration itself.
  package let isDeclaration: Bool
  /// Whether the name is a part of the id of a threat, which follows the shortest path of what the threat
  /// is about rather than a name.
  package var isInThreatID = false
}

/// All occurrences of names in a model, by position; of a path one for each of its names.
package struct OccurrenceIndex: Sendable {
  package let all: [Occurrence]
  private let byEntity: [EntityID: [Int]]

  init(_ model: Model) {
    var collector = OccurrenceCollector(model)
    collector.collect()
    all = collector.found.sorted { $0.range < $1.range }
    var rows: [EntityID: [Int]] = [:]
    for (index, occurrence) in all.enumerated() {
      rows[occurrence.entity, default: []].append(index)
    }
    byEntity = rows
  }

  /// The name at an offset, one that ends there included.
  package func occurrence(at offset: Int, in file: FileID) -> Occurrence? {
    var low = 0
    var high = all.count
    let place = SourceRange(file: file, start: UInt32(offset), end: .max)
    while low < high {
      let middle = (low + high) / 2
      if all[middle].range <= place { low = middle + 1 } else { high = middle }
    }
    // Names do not overlap, so only the last two that start before can reach the offset.
    let candidates = all[max(0, low - 2)..<low].filter {
      $0.range.file == file && $0.range.end >= UInt32(offset)
    }
    return candidates.first { $0.range.end > UInt32(offset) } ?? candidates.last
  }

  /// The occurrences of a declaration, by position.
  package func occurrences(of id: EntityID) -> [Occurrence] {
    (byEntity[id] ?? []).map { all[$0] }
  }

  /// The occurrences in a file, by position.
  package func occurrences(in file: FileID) -> some Sequence<Occurrence> {
    all.lazy.filter { $0.range.file == file }
  }
}
