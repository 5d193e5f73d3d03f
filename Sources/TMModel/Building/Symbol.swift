// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// A name, interned: equal names have equal symbols.
package struct Symbol: Hashable, Sendable {
  package let index: UInt32

  init(index: UInt32) { self.index = index }

  /// The symbol of the empty name.
  package static let none = Symbol(index: 0)
}

/// All names of a compilation, each stored once.
///
/// An open-addressing table over one arena of bytes; names never leave it. Each name is kept as text
/// too, which is asked for far more often than names are added.
package struct SymbolTable: Sendable {
  private var arena: [UInt8] = []
  /// The names in the order of their symbols.
  private var names = [Name(end: 0, text: "")]
  private var slots: [UInt32] = Array(repeating: 0, count: 1024)
  /// Whether no name is added any more: a new one is that of nothing.
  var isClosed = false

  /// Where a name ends in the arena, and the same as text.
  private struct Name {
    let end: UInt32
    let text: String
  }

  init() {}

  /// The number of symbols, the empty one included.
  package var count: Int { names.count }

  /// Whether each symbol is the same name as in another table.
  func holdsSame(as other: SymbolTable) -> Bool {
    arena == other.arena && names.elementsEqual(other.names) { $0.end == $1.end }
  }

  package subscript(symbol: Symbol) -> String { names[Int(symbol.index)].text }

  package func bytes(_ symbol: Symbol) -> ArraySlice<UInt8> {
    guard symbol.index > 0 else { return [] }
    return arena[Int(names[Int(symbol.index) - 1].end)..<Int(names[Int(symbol.index)].end)]
  }

  /// The symbol of a name, added if it is new, as long as the table is open.
  mutating func intern(_ name: ArraySlice<UInt8>) -> Symbol {
    if name.isEmpty { return .none }
    var slot = self.slot(name)
    if slots[slot] != 0 { return Symbol(index: slots[slot]) }
    if isClosed { return .none }
    if names.count * 2 > slots.count {
      grow()
      slot = self.slot(name)
    }
    arena += name
    names.append(Name(end: UInt32(arena.count), text: String(decoding: name, as: UTF8.self)))
    slots[slot] = UInt32(names.count - 1)
    return Symbol(index: slots[slot])
  }

  mutating func intern(_ name: String) -> Symbol { intern(ArraySlice(name.utf8)) }

  /// The symbol of a name that is known already.
  package func find(_ name: ArraySlice<UInt8>) -> Symbol? {
    if name.isEmpty { return Symbol.none }
    let slot = slot(name)
    return slots[slot] == 0 ? nil : Symbol(index: slots[slot])
  }

  package func find(_ name: String) -> Symbol? { find(ArraySlice(name.utf8)) }

  /// The slot of a name: its own, or the empty one where it belongs.
  private func slot(_ name: ArraySlice<UInt8>) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in name { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash ^ (hash >> 29)) & mask
    while slots[slot] != 0, !bytes(Symbol(index: slots[slot])).elementsEqual(name) {
      slot = (slot + 1) & mask
    }
    return slot
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for index in 1..<names.count {
      slots[slot(bytes(Symbol(index: UInt32(index))))] = UInt32(index)
    }
  }
}
