// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMLanguageServer
import TMLanguageService

/// Draws a range under the line of a text that it starts in.
struct SourceDrawing {
  private let path: String
  private let text: PositionedText

  init(_ path: String, _ editor: TestEditor) {
    self.path = path
    text = editor.text(path)
  }

  static func start(_ range: JSON?) -> TextPosition { place(range?["start"]) }
  static func end(_ range: JSON?) -> TextPosition { place(range?["end"]) }

  private static func place(_ json: JSON?) -> TextPosition {
    TextPosition(line: json?["line"]?.whole ?? 0, character: json?["character"]?.whole ?? 0)
  }

  func text(_ range: JSON?, _ note: String = "") -> String {
    guard let range else { return "" }
    let start = Self.start(range)
    let end = Self.end(range)
    let line = String(
      decoding: text.bytes[text.content(ofLine: start.line)], as: UTF8.self)
    let last = start.line == end.line ? end.character : line.utf8.count
    let width = max(1, last - start.character)
    let number = "\(path):\(start.line + 1) "
    let rest = start.line == end.line ? "" : " to line \(end.line + 1)"
    return "  \(number)\(line)\n  "
      + String(repeating: " ", count: number.utf8.count + start.character)
      + String(repeating: "^", count: width) + rest + (note.isEmpty ? "" : " \(note)") + "\n"
  }

  /// The place alone, for what stands beside something that is drawn.
  func heading(_ range: JSON?, _ note: String) -> String {
    let start = Self.start(range)
    return "    \(path):\(start.line + 1):\(start.character + 1): \(note)\n"
  }
}
