// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel

/// Reads one line of a list of approvals.
struct ApprovalLineReader {
  /// What is wrong with a line.
  struct Fault: Error {
    let message: String
    let help: String
  }

  private var rest: Substring
  private static let form =
    "a line is `<id> <status> key=value …`; write the list with `tm approve`"

  private init(_ text: String) { rest = text[...] }

  static func line(_ text: String) throws(Fault) -> ApprovalLine {
    var reader = ApprovalLineReader(text)
    return try reader.line()
  }

  private mutating func line() throws(Fault) -> ApprovalLine {
    guard let id = try word(), let status = try word() else {
      throw Fault(message: "the line has no id and status", help: Self.form)
    }
    guard !id.contains("="), !status.contains("=") else {
      throw Fault(message: "the line has no id and status", help: Self.form)
    }
    guard ThreatStatusWord.isKnown(status) else {
      throw Fault(
        message: "`\(status)` is no status of a threat",
        help: "write the list with `tm approve`, and what you think of it in a review")
    }
    var line = ApprovalLine(id: id, status: status)
    var seen: Set<ApprovalLine.Key> = []
    while let field = try word() {
      guard let sign = field.firstIndex(of: "="),
        let key = ApprovalLine.Key(rawValue: String(field[..<sign]))
      else {
        throw Fault(message: "`\(field)` is no field of an approval", help: Self.form)
      }
      guard seen.insert(key).inserted else {
        throw Fault(message: "`\(key.rawValue)` stands twice", help: Self.form)
      }
      line[key] = String(field[field.index(after: sign)...])
    }
    guard !line.approver.isEmpty, !line.date.isEmpty else {
      throw Fault(
        message: "the line does not say by whom and when it was approved", help: Self.form)
    }
    if line.approver.namesNothing {
      throw Fault(
        message: "`by=\(line.approver)` names nobody",
        help: "approve it again in the name of who answers for it: `tm approve --by NAME`")
    }
    return line
  }

  /// The next word, quotes taken off; nil at the end.
  private mutating func word() throws(Fault) -> String? {
    rest = rest.drop { $0 == " " || $0 == "\t" }
    if rest.isEmpty { return nil }
    var text = ""
    var isQuoted = false
    while let character = rest.first {
      if !isQuoted, character == " " || character == "\t" { break }
      rest.removeFirst()
      if character == "\"" {
        isQuoted.toggle()
      } else if character == "\\", isQuoted, let next = rest.first {
        text.append(next)
        rest.removeFirst()
      } else {
        text.append(character)
      }
    }
    if isQuoted {
      throw Fault(message: "a quote is not closed", help: "close it on the same line")
    }
    return text
  }
}
