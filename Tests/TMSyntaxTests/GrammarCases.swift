// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import TMSyntax
import TMTestSupport

/// A text to give to both the grammar and the parser.
struct GrammarCase: Sendable {
  /// Where the text comes from, for the report of a failure.
  let origin: String
  let text: String
  /// The answer that the text was written for; nil for a changed text.
  var isAccepted: Bool?

  /// Whether the parser finds neither a lexical nor a syntactic mistake; what the grammar leaves out
  /// does not count.
  var isAcceptedByParser: Bool {
    parse(text).diagnostics.allSatisfy { ["unknown-escape", "too-deep"].contains($0.rule) }
  }

  /// The blocks of `grammar/cases.md`.
  static func handWritten() throws -> [GrammarCase] {
    let url = Sample.packageRoot.appendingPathComponent("grammar/cases.md")
    var cases: [GrammarCase] = []
    var block: (line: Int, isAccepted: Bool, lines: [Substring])?
    let lines = try String(contentsOf: url, encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      if let open = block, line == "```" {
        let text = open.lines.joined(separator: "\n")
        cases.append(
          GrammarCase(
            origin: "cases.md:\(open.line)", text: text, isAccepted: open.isAccepted))
        block = nil
      } else if block != nil {
        block?.lines.append(line)
      } else if line == "```tm accept" || line == "```tm reject" {
        block = (index + 2, line.hasSuffix("accept"), [])
      }
    }
    return cases
  }

  /// The samples, each as a whole, and a few items of them with one or two tokens changed.
  static func changed(count: Int) -> [GrammarCase] {
    var random = SeededGenerator(seed: 3)
    var cases = Sample.all.map {
      GrammarCase(
        origin: $0.name, text: String(decoding: $0.bytes, as: UTF8.self), isAccepted: true)
    }
    let pieces = Sample.all.flatMap(pieces)
    let vocabulary = pieces.flatMap { tokens(of: $0.text).filter(\.isSignificant).map(\.text) }
    for index in 0..<count {
      let piece = pieces[Int.random(in: 0..<pieces.count, using: &random)]
      var tokens = tokens(of: piece.text)
      for _ in 0..<Int.random(in: 1...2, using: &random) {
        change(&tokens, vocabulary, &random)
      }
      cases.append(
        GrammarCase(
          origin: "change \(index) of \(piece.origin)", text: tokens.map(\.text).joined()))
    }
    return cases
  }

  /// Words, signs and line endings in random order as the value of a property, where what a word
  /// is depends most on what stands around it.
  static func randomValues(count: Int) -> [GrammarCase] {
    var random = SeededGenerator(seed: 4)
    let vocabulary = [
      "and", "or", "not", "not", "is", "has", "in", "where", "on", "any", "all", "flow", "x", "y",
      "x", "y", "x.y", "1", "\"t\"", "==", "<", "(", ")", ",", ":", "\n", "\n",
    ]
    return (0..<count).map { index in
      let length = Int.random(in: 1...8, using: &random)
      let words = (0..<length).map { _ in
        vocabulary[Int.random(in: 0..<vocabulary.count, using: &random)]
      }
      return GrammarCase(
        origin: "random value \(index)", text: "a: " + words.joined(separator: " "))
    }
  }

  /// Runs of one to three neighbouring items of a sample, at most a few lines each.
  private static func pieces(of sample: Sample) -> [(origin: String, text: String)] {
    var result: [(origin: String, text: String)] = []
    var containers = [parse(sample.bytes).root]
    while let container = containers.popLast() {
      let items = container.children.filter { !$0.kind.isToken }
      containers += items.compactMap { $0.first(.body) }
      for (position, first) in items.enumerated() {
        for last in items[position...].prefix(3) {
          let range = Int(first.range.start)..<Int(last.range.end)
          guard range.count < 400 else { break }
          let text = String(decoding: sample.bytes[range], as: UTF8.self)
          result.append(("\(sample.name), byte \(range.lowerBound)", text))
        }
      }
    }
    return result
  }

  private struct Piece {
    let text: String
    let isSignificant: Bool
  }

  /// The tokens of a text; line endings count as significant, other trivia does not.
  private static func tokens(of text: String) -> [Piece] {
    let bytes = Array(text.utf8)
    var lexer = Lexer(bytes)
    var result: [Piece] = []
    while true {
      let token = lexer.nextWithTrivia()
      if token.kind == .endOfFile { return result }
      result.append(
        Piece(
          text: String(decoding: bytes[Int(token.start)..<Int(token.end)], as: UTF8.self),
          isSignificant: !token.kind.isTrivia || token.kind == .newline))
    }
  }

  /// Deletes, doubles, swaps, replaces or inserts a token.
  private static func change(
    _ tokens: inout [Piece], _ vocabulary: [String], _ random: inout SeededGenerator
  ) {
    let places = tokens.indices.filter { tokens[$0].isSignificant }
    guard let place = places.randomElement(using: &random),
      let other = places.randomElement(using: &random),
      let word = vocabulary.randomElement(using: &random)
    else { return }
    switch Int.random(in: 0..<7, using: &random) {
    case 0: tokens.remove(at: place)
    case 1: tokens.insert(tokens[place], at: place)
    case 2: tokens.swapAt(place, other)
    case 3: tokens[place] = Piece(text: word, isSignificant: true)
    case 4: tokens.insert(Piece(text: "\n", isSignificant: true), at: place)
    case 5: tokens.insert(Piece(text: " ", isSignificant: false), at: place)
    default: tokens.insert(Piece(text: " \(word) ", isSignificant: true), at: place)
    }
  }
}
