// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// A text in which comment lines mark places of the line above, and say what is asked there.
///
///     process edge "Edge"
///     //      ^ hover
///
/// `//<- hover` marks the start of the line, and `//= symbols` is about the whole file. The lines are
/// taken out before anybody reads the text.
struct MarkedSource {
  /// What is asked, and where: bytes of a line.
  struct Question {
    let path: String
    let line: Int
    let columns: Range<Int>
    let text: String
    var method: String { String(text.prefix { $0 != " " }) }
    var argument: String { String(text.drop { $0 != " " }.drop { $0 == " " }) }
  }

  let text: String
  let questions: [Question]

  init(_ marked: String, path: String) {
    var lines: [Substring] = []
    var questions: [Question] = []
    for line in marked.split(separator: "\n", omittingEmptySubsequences: false) {
      guard let (columns, text) = Self.marker(line) else {
        lines.append(line)
        continue
      }
      questions.append(
        Question(path: path, line: max(0, lines.count - 1), columns: columns, text: text))
    }
    text = lines.joined(separator: "\n")
    self.questions = questions
  }

  private static func marker(_ line: Substring) -> (Range<Int>, String)? {
    if line.hasPrefix("//<- ") { return (0..<0, String(line.dropFirst(5))) }
    if line.hasPrefix("//= ") { return (0..<0, String(line.dropFirst(4))) }
    guard let slashes = line.utf8.firstIndex(of: UInt8(ascii: "/")),
      line[..<slashes].allSatisfy({ $0 == " " }), line[slashes...].hasPrefix("//")
    else { return nil }
    let rest = line[slashes...].dropFirst(2).drop { $0 == " " }
    guard rest.first == "^" else { return nil }
    let start = line.utf8.distance(from: line.startIndex, to: rest.startIndex)
    let carets = rest.prefix { $0 == "^" }.utf8.count
    let text = rest.dropFirst(carets).drop { $0 == " " }
    return text.isEmpty ? nil : (start..<start + carets, String(text))
  }
}
