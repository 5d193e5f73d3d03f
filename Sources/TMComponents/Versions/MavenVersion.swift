// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// A version as Maven orders them: numbers and qualifiers in lists, a hyphen opens a list.
struct MavenVersion {
  private indirect enum Item {
    case number([UInt8])
    /// A qualifier by its rank among the known ones, as text.
    case word(String)
    case list([Item])
  }

  private var items: [Item]

  private static let qualifiers = ["alpha", "beta", "milestone", "rc", "snapshot", "", "sp"]
  private static let release = "5"

  init?(_ text: String) {
    guard text.utf8.contains(where: VersionByte.isDigit), !text.utf8.contains(0x20) else {
      return nil
    }
    // The lists that are open, the innermost one last; each lies at the end of the one before it.
    var open: [[Item]] = [[]]
    var part: [UInt8] = []
    var isDigit = false
    // What is longer than any version would nest too deep to be compared one within another.
    for byte in text.lowercased().utf8.prefix(256) {
      switch byte {
      case 0x2E, 0x2D:
        open[open.count - 1].append(
          part.isEmpty ? .number([]) : Self.item(part, isDigit, isBeforeDigit: false))
        part = []
        if byte == 0x2D { open.append([]) }
      case _ where VersionByte.isDigit(byte):
        if !isDigit, !part.isEmpty {
          if !open[open.count - 1].isEmpty { open.append([]) }
          open[open.count - 1].append(Self.item(part, false, isBeforeDigit: true))
          part = []
          open.append([])
        }
        isDigit = true
        part.append(byte)
      default:
        if isDigit, !part.isEmpty {
          open[open.count - 1].append(Self.item(part, true, isBeforeDigit: false))
          part = []
          open.append([])
        }
        isDigit = false
        part.append(byte)
      }
    }
    if !part.isEmpty {
      if !isDigit, !open[open.count - 1].isEmpty { open.append([]) }
      open[open.count - 1].append(Self.item(part, isDigit, isBeforeDigit: false))
    }
    while open.count > 1 {
      let inner = Self.normalised(open.removeLast())
      open[open.count - 1].append(.list(inner))
    }
    items = Self.normalised(open[0])
  }

  /// The snapshot that a version is one of, where a repository gave it the time at which it was built:
  /// `1.0-SNAPSHOT` of `1.0-20240101.120000-1`; nil for any other.
  static func snapshot(of text: String) -> String? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count > 2, parts[parts.count - 1].allSatisfy(\.isNumber) else { return nil }
    let time = parts[parts.count - 2].split(separator: ".", omittingEmptySubsequences: false)
    guard time.count == 2, time[0].count == 8, time[1].count == 6,
      time.allSatisfy({ $0.allSatisfy(\.isNumber) })
    else { return nil }
    return parts.dropLast(2).joined(separator: "-") + "-SNAPSHOT"
  }

  private static func item(_ part: [UInt8], _ isDigit: Bool, isBeforeDigit: Bool) -> Item {
    if isDigit { return .number(Array(part.drop { $0 == 0x30 })) }
    var word = String(decoding: part, as: UTF8.self)
    switch word {
    case "a" where isBeforeDigit: word = "alpha"
    case "b" where isBeforeDigit: word = "beta"
    case "m" where isBeforeDigit: word = "milestone"
    case "ga", "final", "release": word = ""
    case "cr": word = "rc"
    default: break
    }
    guard let rank = qualifiers.firstIndex(of: word) else {
      return .word("\(qualifiers.count)-\(word)")
    }
    return .word("\(rank)")
  }

  /// Without what says nothing at the end of a list.
  private static func normalised(_ items: [Item]) -> [Item] {
    var items = items
    var index = items.count
    while index > 0 {
      index -= 1
      switch items[index] {
      case .number(let digits) where digits.isEmpty: items.remove(at: index)
      case .word(release): items.remove(at: index)
      case .list(let inner): if inner.isEmpty { items.remove(at: index) }
      case .number, .word: return items
      }
    }
    return items
  }

  static func compare(_ left: MavenVersion, _ right: MavenVersion) -> Int {
    compare(left.items, right.items)
  }

  private static func compare(_ left: [Item], _ right: [Item]) -> Int {
    for index in 0..<max(left.count, right.count) {
      let order =
        if index >= left.count {
          -weight(right[index])
        } else if index >= right.count {
          weight(left[index])
        } else {
          compare(left[index], right[index])
        }
      if order != 0 { return order }
    }
    return 0
  }

  /// How an item compares with nothing.
  private static func weight(_ item: Item) -> Int {
    switch item {
    case .number(let digits): return digits.isEmpty ? 0 : 1
    case .word(let word): return order(word, release)
    case .list(let items):
      for item in items {
        let weight = weight(item)
        if weight != 0 { return weight }
      }
      return 0
    }
  }

  private static func compare(_ left: Item, _ right: Item) -> Int {
    switch (left, right) {
    case (.number(let left), .number(let right)): VersionByte.compareNumbers(left, right)
    case (.number, _): 1
    case (_, .number): -1
    case (.word(let left), .word(let right)): order(left, right)
    case (.word, .list): -1
    case (.list, .word): 1
    case (.list(let left), .list(let right)): compare(left, right)
    }
  }

  private static func order(_ left: String, _ right: String) -> Int {
    VersionByte.compareBytes(left.utf8, right.utf8)
  }
}
