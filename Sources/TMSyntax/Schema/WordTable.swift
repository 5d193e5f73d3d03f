// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// The places of some words, found by the bytes of a text without making a string of them: the compiler asks
/// for each word of a model.
struct WordTable: Sendable {
  private var arena: [UInt8] = []
  /// Where each word ends in the arena.
  private var ends: [Int] = []
  /// Open addressing: the place of a word and one, or 0.
  private var slots: [UInt16]

  /// - Parameter words: each at most once is found; of equal ones the first.
  init(_ words: [String]) {
    var size = 4
    while size < 2 * words.count { size *= 2 }
    slots = Array(repeating: 0, count: size)
    for (place, word) in words.enumerated() {
      let start = arena.count
      arena += word.utf8
      ends.append(arena.count)
      let slot = slot(arena[start...])
      if slots[slot] == 0 { slots[slot] = UInt16(place + 1) }
    }
  }

  /// The place of a word; nil for one that is not there.
  func place(_ word: ArraySlice<UInt8>) -> Int? {
    let place = slots[slot(word)]
    return place == 0 ? nil : Int(place) - 1
  }

  /// The slot of a word: its own, or the empty one where it would stand.
  private func slot(_ word: ArraySlice<UInt8>) -> Int {
    var hash: UInt32 = 0x811c_9dc5
    for byte in word { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    let mask = slots.count - 1
    var slot = Int(hash ^ (hash >> 15)) & mask
    while slots[slot] != 0, !isWord(word, at: Int(slots[slot]) - 1) { slot = (slot + 1) & mask }
    return slot
  }

  private func isWord(_ word: ArraySlice<UInt8>, at place: Int) -> Bool {
    let start = place == 0 ? 0 : ends[place - 1]
    guard ends[place] - start == word.count else { return false }
    return arena[start..<ends[place]].elementsEqual(word)
  }
}
