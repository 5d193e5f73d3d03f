// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// A file of answers to the rubric.
///
///     # anything
///     [CVE-2023-30559] Firmware of the wireless card is not signed
///     published: CVSS:3.0/AV:P/AC:L/PR:N/UI:N/S:U/C:L/I:N/A:H
///     because: why this rating differs from the published one
///     XAVN: NO
///     XIT, XAT: NONE
///
/// A header begins a record; a file of one record needs none. Codes and answers may be written in
/// any case, an answer as its first letter too, and one answer can be given to several codes.
package struct RubricFile: Sendable {
  /// The most records one file may have, and with them the most faults that are told.
  static let faultLimit = 50

  package private(set) var records: [RubricRecord] = []
  /// In the order of the file; no record is to be used while there is one.
  package private(set) var faults: [RubricFault] = []

  private let bytes: [UInt8]
  private var seenCodes: [RubricQuestion: Int] = [:]

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var start = 0
    while start < bytes.count, faults.count < Self.faultLimit {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      read(start..<end)
      start = end + 1
    }
    if faults.isEmpty { checkComplete() }
  }

  private mutating func read(_ line: Range<Int>) {
    let content = trimmed(line)
    guard let first = content.first.map({ bytes[$0] }), first != UInt8(ascii: "#") else { return }
    guard first != UInt8(ascii: "[") else { return beginRecord(content) }
    guard let colon = bytes[content].firstIndex(of: UInt8(ascii: ":")) else {
      return fail(
        "a line is `CODE: ANSWER`, and this has no colon", at: content,
        help: "write an answer such as `XAVN: NO`, a `[record]`, or a `#` comment")
    }
    if records.isEmpty { records.append(RubricRecord(id: "", title: "", range: content)) }
    let name = trimmed(content.lowerBound..<colon)
    let value = trimmed((colon + 1)..<content.upperBound)
    switch text(name).lowercased() {
    case "published": readPublished(name, value)
    case "because": readBecause(name, value)
    default: readAnswer(name, value)
    }
  }

  private mutating func beginRecord(_ content: Range<Int>) {
    guard let close = bytes[content].firstIndex(of: UInt8(ascii: "]")) else {
      return fail(
        "the name of the record is not closed", at: content,
        help: "write it as `[CVE-2023-30559] a title`")
    }
    let id = trimmed((content.lowerBound + 1)..<close)
    let whole = content.lowerBound..<(close + 1)
    if id.isEmpty {
      return fail(
        "the record has no name", at: whole, help: "write it as `[CVE-2023-30559] a title`")
    }
    if records.contains(where: { $0.id == text(id) }) {
      fail(
        "there are two records `\(text(id))`", at: whole,
        help: "give one of them another name, or leave it out")
    }
    seenCodes = [:]
    records.append(
      RubricRecord(
        id: text(id), title: text(trimmed((close + 1)..<content.upperBound)), range: whole))
  }

  private mutating func readPublished(_ name: Range<Int>, _ value: Range<Int>) {
    let index = records.count - 1
    if value.isEmpty {
      return fail(
        "the published vector is missing", at: name, help: "write `published: CVSS:3.0/…`")
    }
    if records[index].published != nil {
      return fail(
        "the record has two published vectors", at: name, help: "leave one of the two out")
    }
    records[index].published = vector(value)
  }

  /// A published vector, which has to be one that the rubric can decide.
  private mutating func vector(_ value: Range<Int>) -> CVSS3Vector? {
    do throws(VectorFault) {
      let vector = try ScoreVector(parsing: text(value))
      if case .cvss3(let vector) = vector { return vector }
      fail(
        "the published vector is one of \(vector.scheme.title)", at: value,
        help: "the rubric decides vectors of CVSS 3.0 and 3.1, so only these can be compared")
    } catch {
      let start = value.lowerBound
      fail(
        error.message, at: (start + error.range.lowerBound)..<(start + error.range.upperBound),
        help: error.help)
    }
    return nil
  }

  private mutating func readBecause(_ name: Range<Int>, _ value: Range<Int>) {
    if value.isEmpty {
      return fail("the reason is missing", at: name, help: "write `because: why`")
    }
    records[records.count - 1].because.append(text(value))
  }

  private mutating func readAnswer(_ names: Range<Int>, _ value: Range<Int>) {
    for name in pieces(of: names) {
      let word = text(name).uppercased()
      guard let question = RubricQuestion(rawValue: word) else {
        fail(
          "the rubric has no question `\(text(name))`", at: name,
          help:
            "its codes begin with X, such as `XAVN`; besides, there are `published` and `because`",
          unknown: .init(word: word, known: Self.knownWords))
        continue
      }
      guard let answer = RubricAnswer(text(value), among: question.answers) else {
        fail(
          value.isEmpty
            ? "`\(question.code)` has no answer"
            : "`\(question.code)` cannot be answered `\(text(value))`",
          at: value.isEmpty ? name : value,
          help: "answers are \(VectorFields.list(question.answers.map(\.rawValue)))",
          unknown: value.isEmpty
            ? nil : .init(word: text(value).uppercased(), known: question.answers.map(\.rawValue)))
        return
      }
      if seenCodes[question] != nil {
        fail(
          "`\(question.code)` is answered twice", at: name,
          help: "leave one of the two answers out")
      }
      seenCodes[question] = name.lowerBound
      records[records.count - 1].answers[question] = answer
    }
  }

  /// Every metric of every record can be decided.
  private mutating func checkComplete() {
    if records.isEmpty {
      fail(
        "there are no answers in the file", at: 0..<0,
        help: "write one answer a line, such as `XAVN: NO`; `tm score --rubric` asks for them")
    }
    for record in records {
      guard faults.count < Self.faultLimit, let question = record.answers.missing else { continue }
      let subject = record.id.isEmpty ? "the file" : "`\(record.id)`"
      let answers = question.answers.map { "`\(question.code): \($0.rawValue)`" }
      fail(
        "\(subject) has no answer to `\(question.code)`, which decides \(question.metric.title)",
        at: record.range,
        help: "\(question.text) Answer \(answers.dropLast().joined(separator: ", ")) or "
          + (answers.last ?? ""))
    }
  }

  private static var knownWords: [String] {
    RubricQuestion.allCases.map(\.code) + ["published", "because"]
  }

  private mutating func fail(
    _ message: String, at range: Range<Int>, help: String, unknown: RubricFault.Unknown? = nil
  ) {
    faults.append(RubricFault(message, at: range, help: help, unknown: unknown))
  }

  private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The codes before the colon, between commas or spaces; an empty line has the empty one.
  private func pieces(of range: Range<Int>) -> [Range<Int>] {
    let pieces = bytes[range].split { $0 == UInt8(ascii: ",") || $0 == 0x20 || $0 == 0x09 }
    return pieces.isEmpty ? [range] : pieces.map { $0.startIndex..<$0.endIndex }
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    let isSpace = { (byte: UInt8) in byte == 0x20 || byte == 0x09 || byte == 0x0D }
    guard let first = bytes[range].firstIndex(where: { !isSpace($0) }),
      let last = bytes[range].lastIndex(where: { !isSpace($0) })
    else { return range.lowerBound..<range.lowerBound }
    return first..<(last + 1)
  }
}
