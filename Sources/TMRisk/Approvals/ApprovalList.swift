// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSource
import TMThreats

/// What was approved of a model, as it is written beside it: every threat a line, by id.
package struct ApprovalList: Sendable {
  package struct Entry: Sendable {
    package let line: ApprovalLine
    package let range: SourceRange
  }

  /// The lines that can be read, in the order of the file, each id once.
  package private(set) var entries: [Entry] = []
  /// What is wrong with the file.
  package private(set) var diagnostics: [Diagnostic] = []
  package let file: FileID
  private var places: [String: Int] = [:]

  /// The name of the finding about a list that cannot be read as it is.
  package static let check = "wrong-approvals"
  /// The first line of a list.
  package static let heading = "tm-approvals 1"
  private static let maximumReports = 20
  private static let maximumLength = 4_096

  package init(_ source: SourceFile) {
    file = source.id
    read(source)
  }

  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// The line of a threat.
  package func entry(_ id: String) -> Entry? { places[id].map { entries[$0] } }

  /// The text of a list.
  package static func text(of lines: [ApprovalLine]) -> String {
    let sorted = lines.sorted { $0.id < $1.id }
    return """
      \(heading)
      # What was approved, one threat a line. Written by `tm approve`, reviewed in a diff.
      \(sorted.map { $0.text + "\n" }.joined())
      """
  }

  // MARK: - Reading

  private mutating func read(_ source: SourceFile) {
    var start = 0
    var isFirst = true
    var isConflict = false
    let bytes = source.bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      report(
        "the file begins with a byte order mark", 0..<3, .warning,
        "save it as UTF-8 without one, or let `tm approve` write it")
      start = 3
    }
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      var stop = end
      if stop > start, bytes[stop - 1] == 0x0D { stop -= 1 }
      let range = start..<stop
      start = end + 1
      guard range.count <= Self.maximumLength else {
        report("the line is too long for an approval", range.lowerBound..<range.lowerBound + 1)
        isFirst = false
        continue
      }
      guard let text = String(validating: bytes[range], as: UTF8.self) else {
        report("the line is no UTF-8", range)
        isFirst = false
        continue
      }
      if let sign = Self.conflict(text) {
        if sign == "<" {
          report(
            "a merge left both sides here", range, .error,
            "nothing between the marks counts: take one side, or delete the marks and run "
              + "`tm approve`")
        }
        isConflict = sign != ">"
        continue
      }
      if isConflict || text.allSatisfy(\.isWhitespace) || text.hasPrefix("#") { continue }
      if isFirst {
        isFirst = false
        if text == Self.heading { continue }
        report(
          text.hasPrefix("tm-approvals ")
            ? "the list is of another version of the program" : "the list has no heading", range,
          .error, "its first line is `\(Self.heading)`: write the list with `tm approve`")
        if text.hasPrefix("tm-approvals ") { return }
      }
      add(
        text,
        SourceRange(file: file, start: UInt32(range.lowerBound), end: UInt32(range.upperBound)))
    }
  }

  private static func conflict(_ text: String) -> Character? {
    for sign in ["<", "|", "=", ">"] where text.hasPrefix(String(repeating: sign, count: 7)) {
      return Character(sign)
    }
    return nil
  }

  private mutating func add(_ text: String, _ range: SourceRange) {
    do throws(ApprovalLineReader.Fault) {
      let line = try ApprovalLineReader.line(text)
      if let earlier = places[line.id] {
        let other = entries[earlier]
        let isSame = other.line == line
        report(
          "`\(line.id)` stands twice" + (isSame ? "" : ", and the two differ"), range,
          isSame ? .warning : .error,
          isSame ? "delete one of the two" : "the first counts: keep the one that was approved",
          other.range)
        return
      }
      if let last = entries.last, last.line.id > line.id {
        report(
          "`\(line.id)` does not stand in the order of the ids", range, .warning,
          "`tm approve` writes the list in order, so that two changes rarely meet in a merge")
      }
      places[line.id] = entries.count
      entries.append(Entry(line: line, range: range))
    } catch {
      report(error.message, range, .error, error.help)
    }
  }

  private mutating func report(
    _ message: String, _ bytes: Range<Int>, _ severity: Severity = .error,
    _ help: String = "write the list with `tm approve`"
  ) {
    report(
      message,
      SourceRange(file: file, start: UInt32(bytes.lowerBound), end: UInt32(bytes.upperBound)),
      severity, help, nil)
  }

  private mutating func report(
    _ message: String, _ range: SourceRange, _ severity: Severity, _ help: String,
    _ earlier: SourceRange? = nil
  ) {
    // Each severity by itself: many warnings do not hide an error.
    guard diagnostics.count(where: { $0.severity == severity }) < Self.maximumReports else {
      return
    }
    diagnostics.append(
      Diagnostic(
        Self.check, severity, message, at: Label(range),
        secondary: earlier.map { [Label($0, "it stands here first")] } ?? [], help: [help]))
  }
}

/// The words of statuses.
enum ThreatStatusWord {
  static func isKnown(_ word: String) -> Bool { ThreatStatus(rawValue: word) != nil }
}
