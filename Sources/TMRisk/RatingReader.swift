// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMScoring
import TMSource
import TMSyntax

/// Reads `score` and `residual` of triage and decisions, each once, and reports what is wrong.
struct RatingReader {
  private let model: Model
  /// The scheme that plain numbers are in.
  private let scheme: ScoringScheme
  private var known: [Key: Rating?] = [:]
  private(set) var diagnostics: [Diagnostic] = []

  private struct Key: Hashable {
    let entity: EntityID
    let property: Property
  }

  init(_ model: Model) {
    self.model = model
    scheme = model.scoring ?? .cvss40
  }

  /// The rating that the first of some declarations states; nil without one, or with a wrong one.
  mutating func rating(_ property: Property, of statements: [EntityID]) -> Rating? {
    guard let entity = model.first(statements, stating: property) else { return nil }
    let key = Key(entity: entity, property: property)
    if let rating = known[key] { return rating }
    let rating = read(property, of: entity)
    known[key] = rating
    return rating
  }

  /// Reads the ratings that no threat has asked for, so that each wrong one is reported.
  mutating func readAll() {
    for entity in model.allEntities {
      switch model[entity].keyword {
      case .threat, .decision:
        for property in [Property.score, .residual] { _ = rating(property, of: [entity]) }
      default: continue
      }
    }
  }

  private mutating func read(_ property: Property, of entity: EntityID) -> Rating? {
    guard let value = model.values(entity, property).first else { return nil }
    switch value.content {
    case .number(let number): return self.number(number, value, entity)
    case .text(let text): return vector(text, value, entity)
    case .word, .boolean, .date, .entity, .condition, .invalid: return nil
    }
  }

  private mutating func number(
    _ number: Double, _ value: Value, _ entity: EntityID
  ) -> Rating? {
    let tenths = (number * 10).rounded()
    guard (0...100).contains(tenths), abs(tenths - number * 10) < 1e-9 else {
      report(
        "a score is a number from 0.0 to 10.0 with one decimal", model.range(of: value, in: entity),
        "write one such as `7.4`, or a vector in quotes")
      return nil
    }
    return .number(Score(tenths: Int(tenths)), scheme)
  }

  private mutating func vector(_ text: String, _ value: Value, _ entity: EntityID) -> Rating? {
    do throws(VectorFault) {
      return .vector(try ScoreVector(parsing: text))
    } catch {
      report(error.message, place(of: error, text, value, entity), error.help)
      return nil
    }
  }

  /// The part of a literal that a fault is about; all of it where the literal has escapes.
  private func place(
    of fault: VectorFault, _ text: String, _ value: Value, _ entity: EntityID
  ) -> SourceRange {
    let literal = model.range(of: value, in: entity)
    guard Int(literal.end - literal.start) == text.utf8.count + 2 else { return literal }
    let start = literal.start + 1 + UInt32(fault.range.lowerBound)
    let end = max(literal.start + 1 + UInt32(fault.range.upperBound), start + 1)
    return SourceRange(file: literal.file, start: start, end: min(end, literal.end))
  }

  private mutating func report(_ message: String, _ range: SourceRange, _ help: String) {
    diagnostics.append(
      Diagnostic("wrong-score", .error, message, at: Label(range), help: [help]))
  }
}

extension Model {
  /// The scheme that the model scores threats in, if it names one.
  package var scoring: ScoringScheme? {
    system.flatMap { word($0, .scoring) }.flatMap(ScoringScheme.init)
  }
}
