// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// A PDF as Chromium writes it: with a table of all objects, none of them inside another.
struct PDFFile {
  private(set) var bytes: [UInt8]
  /// Where each object begins, by its number.
  private let offsets: [Int: Int]

  /// Nil for a file that has no such table.
  init?(_ bytes: [UInt8]) {
    guard bytes.starts(with: Array("%PDF-".utf8)), let offsets = Self.offsets(bytes) else {
      return nil
    }
    self.bytes = bytes
    self.offsets = offsets
  }

  /// The page, from 1, of each place that a link leads to, by its name.
  var destinations: [String: Int] {
    guard let trailer = lastText(of: "trailer"), let root = reference("/Root", in: trailer),
      let catalogue = object(root), let tree = reference("/Pages", in: catalogue),
      let names = reference("/Dests", in: catalogue), let table = object(names)
    else { return [:] }
    var pages: [Int: Int] = [:]
    number(tree, depth: 0, &pages)
    var found: [String: Int] = [:]
    // /name [12 0 R /XYZ …]
    for entry in table.split(separator: "/").dropFirst() {
      let parts = entry.split(whereSeparator: { " \n\r[]".contains($0) })
      guard parts.count >= 4, parts[3] == "R" || parts[2] == "0", let page = Int(parts[1]),
        let place = pages[page]
      else { continue }
      found[Self.unescaped(parts[0])] = place
    }
    return found
  }

  /// Replaces the time of the run, so that the same report is the same file.
  mutating func setDate(year: Int, month: Int, day: Int) {
    func digits(_ number: Int, _ count: Int) -> String {
      let text = String(number)
      return String(repeating: "0", count: max(count - text.count, 0)) + text
    }
    let day = Array((digits(year, 4) + digits(month, 2) + digits(day, 2) + "000000").utf8)
    for name in ["/CreationDate (D:", "/ModDate (D:"] {
      guard let found = bytes.prefix(4096).firstRange(of: Array(name.utf8)) else { continue }
      let end = found.upperBound + day.count
      guard end < bytes.count else { continue }
      bytes.replaceSubrange(found.upperBound..<end, with: day)
    }
  }

  // MARK: - Objects

  /// Numbers the pages of a tree in their order.
  private func number(_ node: Int, depth: Int, _ pages: inout [Int: Int]) {
    guard depth < 32, pages[node] == nil, let text = object(node) else { return }
    guard let kids = text.firstRange(of: "/Kids [") else {
      pages[node] = pages.count + 1
      return
    }
    let list = text[kids.upperBound...].prefix { $0 != "]" }.split(separator: " ")
    for index in stride(from: 0, to: list.count - 2, by: 3) {
      if let kid = Int(list[index]) { number(kid, depth: depth + 1, &pages) }
    }
  }

  private func object(_ number: Int) -> String? {
    guard let start = offsets[number], start < bytes.count else { return nil }
    let rest = bytes[start...]
    guard let end = rest.firstRange(of: Array("endobj".utf8)) else { return nil }
    return String(decoding: rest[..<end.lowerBound], as: UTF8.self)
  }

  private func reference(_ key: String, in text: String) -> Int? {
    guard let found = text.firstRange(of: key + " ") else { return nil }
    return Int(text[found.upperBound...].prefix { $0.isNumber })
  }

  private func lastText(of word: String) -> String? { Self.tail(bytes, from: word) }

  /// What follows the last place of a word near the end of the file.
  private static func tail(_ bytes: [UInt8], from word: String) -> String? {
    let end = bytes.suffix(4096)
    guard let found = end.ranges(of: Array(word.utf8)).last else { return nil }
    return String(decoding: end[found.upperBound...], as: UTF8.self)
  }

  /// Reads the table at the end: its sections have a first number and a count, then lines of 20 bytes.
  private static func offsets(_ bytes: [UInt8]) -> [Int: Int]? {
    guard let last = tail(bytes, from: "startxref"),
      let start = Int(last.split(whereSeparator: \.isWhitespace).first ?? ""),
      start > 0, start < bytes.count, bytes[start...].starts(with: Array("xref".utf8))
    else { return nil }
    let text = String(decoding: bytes[(start + 4)...], as: UTF8.self)
    let words = text.split(whereSeparator: \.isWhitespace)
    var offsets: [Int: Int] = [:]
    var place = 0
    while place + 1 < words.count, let first = Int(words[place]), let count = Int(words[place + 1])
    {
      place += 2
      for index in 0..<max(count, 0) {
        guard place + 2 < words.count else { return nil }
        if words[place + 2] == "n", let offset = Int(words[place]) {
          offsets[first + index] = offset
        }
        place += 3
      }
    }
    return offsets.isEmpty ? nil : offsets
  }

  /// The name with its `#2e` as characters.
  private static func unescaped(_ name: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = name.utf8[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "#"), rest.count >= 2,
        let value = UInt8(String(Substring(rest.prefix(2))), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
