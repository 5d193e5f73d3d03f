// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMRegister

/// What a tag can do to a value: `{{uppercased(title)}}`; the names are those of swift-mustache.
enum TemplateTransform {
  /// The place in a list, which `first()`, `index()` and the like ask about.
  static let position = FieldShape.word(["position"])

  /// What comes out; nil where it cannot be done.
  static func shape(_ name: String, of shape: FieldShape) -> FieldShape? {
    names(for: shape).contains(name) ? result(name, shape.present) : nil
  }

  static func help(for shape: FieldShape) -> String {
    let names = names(for: shape)
    return names.isEmpty
      ? "write the name alone"
      : "write one of " + names.map { "`\($0)`" }.joined(separator: ", ")
  }

  private static func names(for shape: FieldShape) -> [String] {
    switch shape.present {
    case .word(["position"]): ["first", "last", "index", "even", "odd"]
    case .text, .word, .date:
      ["capitalized", "lowercased", "uppercased", "reversed", "empty"]
    case .integer, .constant: ["equalzero", "plusone", "minusone", "even", "odd"]
    case .list: ["first", "last", "reversed", "count", "empty"]
    case .score, .number, .boolean, .record, .optional: []
    }
  }

  private static func result(_ name: String, _ shape: FieldShape) -> FieldShape {
    switch (name, shape) {
    case ("even", _), ("odd", _), ("empty", _), ("equalzero", _): .boolean
    case ("first", .list(let element)), ("last", .list(let element)): .optional(element)
    case ("first", _), ("last", _): .boolean
    case ("index", _), ("count", _), ("plusone", _), ("minusone", _): .integer
    default: shape
    }
  }
}

extension FieldShape {
  /// What a message calls a value: "a list".
  var phrase: String {
    switch present {
    case .text, .word: "a text"
    case .integer, .constant, .number, .score: "a number"
    case .boolean: "true or false"
    case .date: "a date"
    case .list: "a list"
    case .record: "a record"
    case .optional: "a value"
    }
  }
}
