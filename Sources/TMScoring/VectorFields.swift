// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// The `name:value` fields of a vector, with their places in its text.
struct VectorFields: Sendable {
  /// One field between two slashes.
  struct Field: Sendable {
    let name: String
    let value: String
    /// Offsets in UTF-8 of the whole field.
    let range: Range<Int>
    /// Offsets in UTF-8 of the value.
    let valueRange: Range<Int>
  }

  let fields: [Field]
  /// Where a field that is missing would stand.
  let end: Range<Int>

  /// Splits the part of a text at slashes and each piece at its first colon.
  ///
  /// - Parameters:
  ///   - range: offsets in UTF-8 of the part that holds the fields.
  ///   - form: what a field looks like, for the help: "`D:10`".
  init(_ text: String, in range: Range<Int>, form: String) throws(VectorFault) {
    let bytes = Array(text.utf8)
    var fields: [Field] = []
    var start = range.lowerBound
    while start <= range.upperBound {
      let end =
        bytes[start..<range.upperBound].firstIndex(of: UInt8(ascii: "/")) ?? range.upperBound
      let whole = start..<end
      if whole.isEmpty {
        throw VectorFault(
          fields.isEmpty && end == range.upperBound
            ? "the vector has no metrics" : "there is nothing between two slashes",
          at: whole, help: "write each metric as \(form), with one `/` between two")
      }
      guard let colon = bytes[whole].firstIndex(of: UInt8(ascii: ":")) else {
        let word = String(decoding: bytes[whole], as: UTF8.self)
        throw VectorFault(
          "`\(word)` has no value", at: whole, help: "write each metric as \(form)")
      }
      fields.append(
        Field(
          name: String(decoding: bytes[start..<colon], as: UTF8.self),
          value: String(decoding: bytes[(colon + 1)..<end], as: UTF8.self),
          range: whole, valueRange: (colon + 1)..<end))
      start = end + 1
    }
    self.fields = fields
    self.end = range.upperBound..<range.upperBound
  }

  /// The fields by the place of their name in a list; every name is known and none stands twice.
  func indexed(by names: [String], scheme: String) throws(VectorFault) -> [Int: Field] {
    var result: [Int: Field] = [:]
    for field in fields {
      guard let index = names.firstIndex(of: field.name) else {
        let other = names.first { $0.lowercased() == field.name.lowercased() }
        throw VectorFault(
          "\(scheme) has no metric `\(field.name)`", at: field.range,
          help: other.map { "write `\($0)`: capitals count" }
            ?? "its metrics are \(Self.list(names))")
      }
      if result[index] != nil {
        throw VectorFault(
          "`\(field.name)` stands twice", at: field.range, help: "leave one of the two out")
      }
      result[index] = field
    }
    return result
  }

  /// Words in backticks with commas: "`a`, `b` and `c`".
  static func list(_ words: [String]) -> String {
    let quoted = words.map { "`\($0)`" }
    guard let last = quoted.last, quoted.count > 1 else { return quoted.first ?? "" }
    return quoted.dropLast().joined(separator: ", ") + " and " + last
  }
}
