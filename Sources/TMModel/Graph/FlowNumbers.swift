// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// The number of each flow in pictures and tables, which follows from its name: it stays when other flows come and
/// go.
///
/// A name that ends in a number gives that number. Where several names give the same, that with the shortest
/// beginning has it, the first in the alphabet of equally long ones; any other has its number in a hundred that
/// follows from its own beginning, if that is free: `f1` has 1 and `g1` has 601, and `g2` would have 602. All other
/// names have a number of three digits, or four in a model of more than 400 flows, from a hash of the name; where two
/// names meet on one number, the later one in the alphabet moves on.
package struct FlowNumbers: Sendable {
  private var numbers: [String: Int] = [:]

  package init(_ model: Model) {
    self.init(model.graph.flows.map { model.path($0.entity) })
  }

  /// - Parameter names: the paths of all flows of the model, in any order.
  package init(_ names: [String]) {
    let numbered = names.compactMap(NumberedName.init).sorted()
    var taken: Set<Int> = []
    var others: [NumberedName] = []
    for name in numbered {
      if taken.insert(name.number).inserted {
        numbers[name.text] = name.number
      } else {
        others.append(name)
      }
    }
    for name in others where name.number < 100 {
      let hundred = 1 + Int(FlowNumbers.hash(name.beginning) % 9)
      let number = hundred * 100 + name.number
      if taken.insert(number).inserted { numbers[name.text] = number }
    }
    let (first, count) = names.count > 400 ? (1000, 9000) : (100, 900)
    for name in names.sorted() where numbers[name] == nil {
      var hash = FlowNumbers.hash(name)
      // A walk of its own for each name, so that two that met once part at once.
      let step = 1 + Int(hash >> 40) % (count - 1)
      var offset = Int(hash % UInt64(count))
      var tries = 0
      while taken.contains(first + offset), tries < count {
        offset = (offset + step) % count
        tries += 1
        // Steps that share a factor with the count meet only some of the numbers.
        if tries % 16 == 0 {
          hash = hash &* 6_364_136_223_846_793_005 &+ 1
          offset = Int(hash % UInt64(count))
        }
      }
      var number = first + offset
      while taken.contains(number) { number += 1 }
      numbers[name] = number
      taken.insert(number)
    }
  }

  package subscript(name: String) -> Int? { numbers[name] }

  /// FNV-1a, with its bits mixed so that similar names lie far apart.
  private static func hash(_ name: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    hash = (hash ^ (hash >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    return hash ^ (hash >> 33)
  }
}

/// A name that ends in a number of up to three digits, without a leading zero.
private struct NumberedName: Comparable {
  let text: String
  /// What stands before the digits.
  let beginning: String
  let number: Int

  init?(_ text: String) {
    let digits = text.utf8.reversed().prefix {
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
    }
    guard (1...3).contains(digits.count), digits.count < text.utf8.count,
      digits.count == 1 || digits.last != UInt8(ascii: "0"),
      let number = Int(String(decoding: digits.reversed(), as: UTF8.self))
    else { return nil }
    self.text = text
    self.number = number
    beginning = String(decoding: text.utf8.dropLast(digits.count), as: UTF8.self)
  }

  static func < (left: NumberedName, right: NumberedName) -> Bool {
    (left.beginning.utf8.count, left.beginning, left.number)
      < (right.beginning.utf8.count, right.beginning, right.number)
  }
}
