// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMSyntax

/// What declarations were called at a time, as `was` says: now, or when a threat was approved.
struct NamesAtATime {
  private let model: Model
  /// The paths of those that were called otherwise than now.
  private let former: [EntityID: String]
  /// Which declarations somebody asked about; nil where nobody wants to know.
  private let asked: Asked?

  private final class Asked {
    var ids: [EntityID] = []
    private var known: Set<EntityID> = []

    func note(_ id: EntityID) { if known.insert(id).inserted { ids.append(id) } }
  }

  /// The names of now.
  init(_ model: Model) { self.init(model, [:], nil) }

  private init(_ model: Model, _ former: [EntityID: String], _ asked: Asked?) {
    self.model = model
    self.former = former
    self.asked = asked
  }

  // MARK: - Times

  /// More combinations of names than so many are not tried one by one.
  private static let maximum = 1_024

  /// Whether something holds under the names of now or under names that declarations had before.
  ///
  /// Nobody wrote down which renames were one change, so each combination may have been; of very many
  /// those in which all were renamed at once, or one by itself.
  static func some(_ model: Model, _ holds: (NamesAtATime) -> Bool) -> Bool {
    let asked = Asked()
    if holds(NamesAtATime(model, [:], asked)) { return true }
    let renamed = asked.ids.map { (id: $0, paths: model.formerPaths($0)) }
      .filter { !$0.paths.isEmpty }
    if renamed.isEmpty { return false }
    let count = renamed.reduce(1) { min(maximum + 1, $0 * ($1.paths.count + 1)) }
    if count > maximum {
      return changesAtOnce(renamed).contains { holds(NamesAtATime(model, $0, nil)) }
    }
    for combination in 1..<count {
      var rest = combination
      var former: [EntityID: String] = [:]
      for (id, paths) in renamed {
        let choice = rest % (paths.count + 1)
        rest /= paths.count + 1
        if choice > 0 { former[id] = paths[choice - 1] }
      }
      if holds(NamesAtATime(model, former, nil)) { return true }
    }
    return false
  }

  private static func changesAtOnce(
    _ renamed: [(id: EntityID, paths: [String])]
  ) -> [[EntityID: String]] {
    let longest = renamed.map(\.paths.count).max() ?? 0
    let together = (0..<longest).map { step in
      Dictionary(
        uniqueKeysWithValues: renamed.map { ($0.id, $0.paths[min(step, $0.paths.count - 1)]) })
    }
    let alone = renamed.flatMap { row in row.paths.map { [row.id: $0] } }
    return together + alone
  }

  // MARK: - Names

  func path(_ id: EntityID) -> String {
    asked?.note(id)
    return former[id] ?? model.path(id)
  }

  func name(_ id: EntityID) -> String {
    asked?.note(id)
    guard let path = former[id] else { return model.name(id) }
    return Model.segments(of: Array(path.utf8)[...]).last
      .map { String(decoding: $0, as: UTF8.self) } ?? path
  }

  /// A word that can be the name of a declaration of some kind, such as a zone.
  func word(_ word: String, _ keyword: Keyword) -> String {
    guard let id = model.child(named: word, of: nil), model[id].keyword == keyword,
      !model.isBuiltIn(id)
    else { return word }
    return name(id)
  }

  func sorted(_ ids: [EntityID]) -> [EntityID] {
    ids.count < 2 ? ids : ids.sorted { path($0) < path($1) }
  }

  /// A condition as it is written, on one line.
  func condition(_ range: SourceRange) -> String {
    let file = model.sources[range.file]
    let text =
      file.origin == .library ? file.text(range) : String(decoding: renamed(range), as: UTF8.self)
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private func renamed(_ range: SourceRange) -> [UInt8] {
    let bytes = model.sources[range.file].bytes
    var result: [UInt8] = []
    var done = Int(range.start)
    var lexer = Lexer(bytes, from: done)
    var token = lexer.next()
    while token.kind != .endOfFile, token.end <= range.end {
      if token.kind == .name || token.kind == .path {
        result += bytes[done..<Int(token.start)]
        result += renamed(bytes[Int(token.start)..<Int(token.end)])
        done = Int(token.end)
      }
      token = lexer.next()
    }
    return result + bytes[done..<Int(range.end)]
  }

  /// A name or path in a condition; as it is where it names no declaration.
  private func renamed(_ path: ArraySlice<UInt8>) -> [UInt8] {
    guard case .found(let target) = model.resolution(of: path, in: nil, as: .everything) else {
      return Array(path)
    }
    var place: EntityID? = target
    var names: [[UInt8]] = []
    for segment in Model.segments(of: path).reversed() {
      let written = Array(segment)
      names.append(
        place.map { written == Array(model.name($0).utf8) ? Array(name($0).utf8) : written }
          ?? written)
      place = place.flatMap { model[$0].parent }
    }
    return Array(names.reversed().joined(separator: [UInt8(ascii: ".")]))
  }
}
