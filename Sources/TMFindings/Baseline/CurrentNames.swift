// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMSyntax

/// What names that were written down earlier are called in a model now.
struct CurrentNames {
  /// How a name is understood.
  enum Reading: CaseIterable {
    case asWritten
    /// As a path of ids, which may be longer or shorter than the shortest one now.
    case path
    /// As a path in which ids may be former ones, as `was` states.
    case formerPath
  }

  private let model: Model
  /// The declarations of the model that bear a name, and those that bore it.
  private var current: [String: [EntityID]] = [:]
  private var former: [String: [EntityID]] = [:]

  init(_ model: Model) {
    self.model = model
    for id in model.allEntities where !model.isBuiltIn(id) {
      current[model.name(id), default: []].append(id)
      for name in formerNames(id) { former[name, default: []].append(id) }
    }
  }

  /// The fingerprints with the names of now that a fingerprint can stand for: several where a name of it
  /// has become that of several declarations.
  func current(_ fingerprint: Fingerprint, _ reading: Reading) -> [Fingerprint] {
    switch reading {
    case .asWritten: return [fingerprint]
    case .path, .formerPath:
      let rule = rule(fingerprint.rule, reading)
      var found: [(subject: String, names: [String])] = paths(fingerprint.subject, reading)
        .map { ($0, []) }
      for name in fingerprint.names {
        let paths = paths(name, reading)
        guard found.count * paths.count <= Self.limit else { return [fingerprint] }
        found = found.flatMap { item in paths.map { (item.subject, item.names + [$0]) } }
      }
      return found.map { Fingerprint(rule: rule, subject: $0.subject, names: $0.names.sorted()) }
    }
  }

  /// So many readings of one fingerprint are tried.
  private static let limit = 64

  /// The id of a rule of the model may have changed too.
  private func rule(_ name: String, _ reading: Reading) -> String {
    guard reading == .formerPath, current[name] == nil else { return name }
    let rules = (former[name] ?? []).filter { model[$0].keyword == .rule }
    return rules.count == 1 ? model.name(rules[0]) : name
  }

  /// The paths of what a name stands for; the name where it stands for nothing.
  private func paths(_ text: String, _ reading: Reading) -> [String] {
    let segments = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    let found = entities(segments, reading).map { model.fullPath($0) }
    if !found.isEmpty { return found.count > Self.limit ? [text] : found }
    // The id of a threat ends with the name of its template, which nothing in the model has to declare.
    guard segments.count > 1, let last = segments.last else { return [text] }
    let about = entities(Array(segments.dropLast()), reading)
    return about.isEmpty ? [text] : about.map { "\(model.path($0)).\(last)" }
  }

  /// The declarations that a path leads to.
  private func entities(_ segments: [String], _ reading: Reading) -> [EntityID] {
    guard let last = segments.last else { return [] }
    var candidates = current[last] ?? []
    if reading == .formerPath { candidates += former[last] ?? [] }
    return candidates.filter { id in
      // Many triages share a name, which says nothing without what they are about.
      if model[id].keyword == .threat, segments.count == 1 { return false }
      return fits(id, segments.dropLast(), reading)
    }
  }

  /// Whether the declarations around one bear the names in front of its own.
  private func fits(_ id: EntityID, _ outer: ArraySlice<String>, _ reading: Reading) -> Bool {
    var place = model[id].parent
    for segment in outer.reversed() {
      guard let around = place else { return false }
      let isFormer = reading == .formerPath && model.words(around, .was).contains(segment)
      guard model.name(around) == segment || isFormer else { return false }
      place = model[around].parent
    }
    return true
  }

  /// What `was` states; of a flow without an id, which is called after its ends, their former names.
  private func formerNames(_ id: EntityID) -> [String] {
    let stated = model.words(id, .was)
    let name = model.name(id)
    guard let flow = model.graph.flow(id), name.contains("->") else { return stated }
    let arrow = flow.isTwoWay ? "<->" : "->"
    let (sources, targets) = (names(flow.source), names(flow.target))
    let combined = sources.flatMap { source in targets.map { source + arrow + $0 } }
    return stated + combined.filter { $0 != name }
  }

  private func names(_ id: EntityID) -> [String] { [model.name(id)] + model.words(id, .was) }
}
