// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// The number of each flow, which follows from its name: it stays when other flows come and go.
///
/// A name that ends in a number gives that number, where no other name gives the same. Any other has
/// one of three digits, or four in a model of more than 400 flows, from a hash of the name; where two
/// names meet on one number, the later one in the alphabet moves on.
struct FlowNumbers: Sendable {
  private var numbers: [String: Int] = [:]

  /// - Parameter names: the paths of all flows of the model, in any order.
  init(_ names: [String]) {
    var byNumber: [Int: [String]] = [:]
    for name in names {
      if let number = FlowNumbers.ending(of: name) { byNumber[number, default: []].append(name) }
    }
    for (number, sharing) in byNumber where sharing.count == 1 { numbers[sharing[0]] = number }
    var taken = Set(numbers.values)
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

  subscript(name: String) -> Int? { numbers[name] }

  /// The digits at the end of a name, up to three and without a leading zero.
  private static func ending(of name: String) -> Int? {
    let digits = name.utf8.reversed().prefix {
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
    }
    guard (1...3).contains(digits.count), digits.count < name.utf8.count,
      digits.count == 1 || digits.last != UInt8(ascii: "0")
    else { return nil }
    return Int(String(decoding: digits.reversed(), as: UTF8.self))
  }

  /// FNV-1a, with its bits mixed so that similar names lie far apart.
  private static func hash(_ name: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    hash = (hash ^ (hash >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    return hash ^ (hash >> 33)
  }
}
