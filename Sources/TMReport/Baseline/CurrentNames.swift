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

  /// A fingerprint with the names of now.
  func current(_ fingerprint: Fingerprint, _ reading: Reading) -> Fingerprint {
    switch reading {
    case .asWritten: fingerprint
    case .path, .formerPath:
      Fingerprint(
        rule: rule(fingerprint.rule, reading), subject: name(fingerprint.subject, reading),
        names: fingerprint.names.map { name($0, reading) }.sorted())
    }
  }

  /// The id of a rule of the model may have changed too.
  private func rule(_ name: String, _ reading: Reading) -> String {
    guard reading == .formerPath, current[name] == nil else { return name }
    let rules = (former[name] ?? []).filter { model[$0].keyword == .rule }
    return rules.count == 1 ? model.name(rules[0]) : name
  }

  /// The path of what a name stands for; the name where it stands for nothing, or for several things.
  private func name(_ text: String, _ reading: Reading) -> String {
    let segments = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    if let id = entity(segments, reading) { return model.fullPath(id) }
    // The id of a threat ends with the name of its template, which nothing in the model has to declare.
    guard segments.count > 1, let last = segments.last,
      let id = entity(Array(segments.dropLast()), reading)
    else { return text }
    return "\(model.path(id)).\(last)"
  }

  /// The one declaration that a path leads to.
  private func entity(_ segments: [String], _ reading: Reading) -> EntityID? {
    guard let last = segments.last else { return nil }
    var candidates = current[last] ?? []
    if reading == .formerPath { candidates += former[last] ?? [] }
    let found = candidates.filter { fits($0, segments.dropLast(), reading) }
    return found.count == 1 ? found[0] : nil
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
