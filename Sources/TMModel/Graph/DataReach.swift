// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax

/// How far data gets: from outside inwards, to where it acts on a patient, and from its origin to the
/// devices.
///
/// Each table has a row for every entity and is computed in one pass over the flows.
struct DataReach: Sendable {
  /// Elements that data from less trusted places reaches.
  private let outside: Flags
  /// Flows that bring such data in, from their source and from their target.
  private let enters: Flags
  private let entersBackwards: Flags
  /// Flows that lead an asset to an element which acts on it, from source to target; and these assets.
  private let actedOn: Flags
  /// Such flows from target to source.
  private let actedOnBackwards: Flags
  /// The assets that each direction of such a flow leads there.
  private let actedOnAssets: [Subject: [EntityID]]
  /// Elements that code, and therapy, comes from.
  private let code: Flags
  private let therapy: Flags

  /// What reaches nothing.
  init() {
    outside = Flags(0)
    enters = Flags(0)
    entersBackwards = Flags(0)
    actedOn = Flags(0)
    actedOnBackwards = Flags(0)
    actedOnAssets = [:]
    code = Flags(0)
    therapy = Flags(0)
  }

  init(_ model: Model) {
    let count = model.entities.count
    var enters = Flags(count)
    var entersBackwards = Flags(count)
    for flow in model.graph.flows where !model.isPhysicalSignal(flow) {
      if model.brings(flow, from: flow.source, to: flow.target, entering: .in) {
        enters.insert(flow.entity)
      }
      if flow.isTwoWay, model.brings(flow, from: flow.target, to: flow.source, entering: .out) {
        entersBackwards.insert(flow.entity)
      }
    }
    self.enters = enters
    self.entersBackwards = entersBackwards
    outside = Self.reached(model, enters, entersBackwards)
    (actedOn, actedOnBackwards, actedOnAssets) = Self.acting(model)
    var therapy = Flags(count)
    for flow in model.graph.flows {
      if actedOn.contains(flow.entity) { therapy.insert(flow.source) }
      if actedOnBackwards.contains(flow.entity) { therapy.insert(flow.target) }
    }
    self.therapy = therapy
    code = Self.origins(model)
  }

  func isReachedFromOutside(_ element: EntityID) -> Bool { outside.contains(element) }

  func isFromOutside(_ flow: Flow, _ direction: Subject.Direction) -> Bool {
    switch direction {
    case .forwards: enters.contains(flow.entity) || outside.contains(flow.source)
    case .backwards: entersBackwards.contains(flow.entity) || outside.contains(flow.target)
    }
  }

  func isActedOn(_ id: EntityID) -> Bool { actedOn.contains(id) || actedOnBackwards.contains(id) }

  func isActedOn(_ subject: Subject) -> Bool {
    switch subject.direction {
    case .forwards: actedOn.contains(subject.entity)
    case .backwards: actedOnBackwards.contains(subject.entity)
    }
  }

  /// The assets on one way of a flow that an element acts on.
  func actedOnAssets(of subject: Subject) -> [EntityID] { actedOnAssets[subject] ?? [] }

  /// What devices get from an element, as words of a condition.
  func supplies(_ element: EntityID) -> [String] {
    (code.contains(element) ? ["code"] : []) + (therapy.contains(element) ? ["therapy"] : [])
  }

  // MARK: - Ways

  /// Follows what enters along the flows.
  private static func reached(
    _ model: Model, _ enters: Flags, _ entersBackwards: Flags
  ) -> Flags {
    var found = Flags(model.entities.count)
    var waiting: [EntityID] = []
    func reach(_ element: EntityID) {
      if found.insert(element) { waiting.append(element) }
    }
    for flow in model.graph.flows {
      if enters.contains(flow.entity) { reach(flow.target) }
      if entersBackwards.contains(flow.entity) { reach(flow.source) }
    }
    while let element = waiting.popLast() {
      if model[element].keyword == .external { continue }
      for flow in model.graph.outgoing(element) {
        reach(flow.source == element ? flow.target : flow.source)
      }
    }
    return found
  }

  /// The flows on ways that lead an asset to an element which acts on it, and these assets.
  ///
  /// Where no element of the model says that it acts, what is therapy by its class is taken to.
  private static func acting(
    _ model: Model
  ) -> (forwards: Flags, backwards: Flags, assets: [Subject: [EntityID]]) {
    var found = Flags(model.entities.count)
    var backwards = Flags(model.entities.count)
    var assets: [Subject: [EntityID]] = [:]
    func add(_ step: Subject, _ asset: EntityID) {
      switch step.direction {
      case .forwards: found.insert(step.entity)
      case .backwards: backwards.insert(step.entity)
      }
      assets[step, default: []].append(asset)
    }
    let actors = Set(model.all(.process).filter(model.acts))
    for asset in model.all(.asset) where model.canBeActedOn(asset) {
      let flows = model.carriers(of: asset).compactMap(model.graph.flow)
      if actors.isEmpty {
        if model.words(asset, .class).contains("therapy") {
          for flow in flows {
            add(Subject(flow.entity), asset)
            if flow.isTwoWay { add(Subject(flow.entity, .backwards), asset) }
          }
          found.insert(asset)
        }
        continue
      }
      let handlers = model.handlers(of: asset)
      if handlers.contains(where: actors.contains) { found.insert(asset) }
      let distances = model.isMeasuredOnly(asset) ? distancesFromOrigin(flows) : [:]
      for step in waysBack(flows, to: { actors.contains($0) }, distances: distances) {
        add(step, asset)
        found.insert(asset)
      }
    }
    // A part of a device that makes set points of an order acts on the order.
    let converters = converters(model, assets).subtracting(actors)
    if !converters.isEmpty {
      for asset in model.all(.asset) where isOrder(asset, model, actors, assets) {
        let flows = model.carriers(of: asset).compactMap(model.graph.flow)
        for step in waysBack(flows, to: { converters.contains($0) }) {
          add(step, asset)
          found.insert(asset)
        }
      }
    }
    return (found, backwards, assets)
  }

  /// The processes of devices that send therapy to what acts on it.
  private static func converters(
    _ model: Model, _ assets: [Subject: [EntityID]]
  ) -> Set<EntityID> {
    var found: Set<EntityID> = []
    for (step, assets) in assets where assets.contains(where: model.isTherapy) {
      guard let flow = model.graph.flow(step.entity) else { continue }
      let sender = step.direction == .forwards ? flow.source : flow.target
      if model[sender].keyword == .process, model.isOnDevice(sender) { found.insert(sender) }
    }
    return found
  }

  /// Whether an asset is therapy of which no way is known to what acts on it, and none from there: that
  /// would be a report.
  private static func isOrder(
    _ asset: EntityID, _ model: Model, _ actors: Set<EntityID>, _ assets: [Subject: [EntityID]]
  ) -> Bool {
    guard model.isTherapy(asset) else { return false }
    return model.carriers(of: asset).compactMap(model.graph.flow).allSatisfy { flow in
      !actors.contains(flow.source) && !actors.contains(flow.target)
        && [Subject.Direction.forwards, .backwards].allSatisfy { direction in
          assets[Subject(flow.entity, direction)]?.contains(asset) != true
        }
    }
  }

  /// The elements from which code goes to devices, over however many hops.
  private static func origins(_ model: Model) -> Flags {
    let flows = model.graph.flows.filter { flow in
      model.words(flow.entity, .function).contains("update")
        || model.references(flow.entity, .carries).contains {
          model.contents(of: $0).contains("code")
        }
    }
    var found = Flags(model.entities.count)
    let feeding = Set(waysBack(flows, to: model.isOnDevice).map(\.entity))
    for flow in flows where feeding.contains(flow.entity) {
      found.insert(flow.source)
      if flow.isTwoWay { found.insert(flow.target) }
    }
    return found
  }

  /// Those of some flows that lead to a goal, over each other, in the direction that leads there.
  ///
  /// What a goal sends to something that is none leads away from it: what a pump reports of its
  /// settings sets nothing.
  ///
  /// - Parameter distances: how many hops an element is from where the data comes from; a two-way flow
  ///   leads no nearer to it. Empty where that is not known.
  private static func waysBack(
    _ flows: [Flow], to isGoal: (EntityID) -> Bool, distances: [EntityID: Int] = [:]
  ) -> [Subject] {
    func returns(_ from: EntityID, _ to: EntityID) -> Bool {
      guard let start = distances[from], let end = distances[to] else { return false }
      return end < start
    }
    var into: [EntityID: [(flow: Subject, from: EntityID)]] = [:]
    var waiting: [EntityID] = []
    var seen: Set<EntityID> = []
    for flow in flows {
      if !flow.isTwoWay || !returns(flow.source, flow.target) {
        into[flow.target, default: []].append((Subject(flow.entity), flow.source))
      }
      if flow.isTwoWay, !returns(flow.target, flow.source) {
        into[flow.source, default: []].append((Subject(flow.entity, .backwards), flow.target))
      }
      let goals = flow.isTwoWay ? [flow.target, flow.source] : [flow.target]
      for end in goals where isGoal(end) && seen.insert(end).inserted { waiting.append(end) }
    }
    // Nearest first, so that the number of hops to a goal is known of both ends of a way.
    var hops = Dictionary(uniqueKeysWithValues: waiting.map { ($0, 0) })
    var reached = waiting
    var index = 0
    while index < reached.count {
      let element = reached[index]
      index += 1
      for step in into[element] ?? []
      where hops[step.from] == nil && (isGoal(element) || !isGoal(step.from)) {
        hops[step.from] = (hops[element] ?? 0) + 1
        reached.append(step.from)
      }
    }
    var found: [Subject] = []
    for element in reached {
      for step in into[element] ?? [] where isGoal(element) || !isGoal(step.from) {
        // What comes back to where it was sent from has led nowhere on that way.
        let isDetour = (hops[step.from] ?? 0) < (hops[element] ?? 0)
        if isDetour, !leads(element, past: step.from, into: into, hops) { continue }
        found.append(step.flow)
      }
    }
    return found
  }

  /// Whether an element is on a way to a goal, which has no hops, that does not lead through another.
  private static func leads(
    _ element: EntityID, past other: EntityID,
    into: [EntityID: [(flow: Subject, from: EntityID)]], _ hops: [EntityID: Int]
  ) -> Bool {
    var waiting = hops.filter { $0.value == 0 && $0.key != other }.map(\.key)
    var seen = Set(waiting).union([other])
    while let place = waiting.popLast() {
      if place == element { return true }
      for step in into[place] ?? []
      where hops[step.from] != nil && seen.insert(step.from).inserted {
        waiting.append(step.from)
      }
    }
    return false
  }

  /// How many hops each element is from where data comes from that some flows carry: from what sends it
  /// one way and gets it no way. Empty where nothing does.
  private static func distancesFromOrigin(_ flows: [Flow]) -> [EntityID: Int] {
    let reached = Set(flows.filter { !$0.isTwoWay }.map(\.target))
    var distances: [EntityID: Int] = [:]
    var waiting: [EntityID] = []
    var next: [EntityID: [EntityID]] = [:]
    for flow in flows {
      next[flow.source, default: []].append(flow.target)
      if flow.isTwoWay {
        next[flow.target, default: []].append(flow.source)
      } else if !reached.contains(flow.source), distances[flow.source] == nil {
        distances[flow.source] = 0
        waiting.append(flow.source)
      }
    }
    var index = 0
    while index < waiting.count {
      let element = waiting[index]
      index += 1
      let distance = distances[element] ?? 0
      for target in next[element] ?? [] where distances[target] == nil {
        distances[target] = distance + 1
        waiting.append(target)
      }
    }
    return distances
  }
}

extension Model {
  /// Whether data of a flow has come in, across a boundary from a less trusted place.
  package func isFromOutside(_ flow: Flow, _ direction: Subject.Direction) -> Bool {
    facts.reach.isFromOutside(flow, direction)
  }

  /// Whether such data gets to an element.
  package func isReachedFromOutside(_ element: EntityID) -> Bool {
    facts.reach.isReachedFromOutside(element)
  }

  /// Whether an element that treats a patient acts on an asset, or on one that a flow carries.
  package func isActedOn(_ id: EntityID) -> Bool { facts.reach.isActedOn(id) }

  /// Whether it acts on what goes one way of a flow.
  package func isActedOn(_ subject: Subject) -> Bool { facts.reach.isActedOn(subject) }

  /// The assets on one way of a flow that it acts on.
  func actedOnAssets(of subject: Subject) -> [EntityID] { facts.reach.actedOnAssets(of: subject) }

  /// What an element gives to devices: `code`, `therapy`.
  package func supplies(_ element: EntityID) -> [String] { facts.reach.supplies(element) }

  /// Whether an element lies in a device or in the body.
  package func isOnDevice(_ element: EntityID) -> Bool {
    lies(element, in: ["device", "device-internal", "body"])
  }

  fileprivate func brings(
    _ flow: Flow, from source: EntityID, to target: EntityID, entering: Crossing.Direction
  ) -> Bool {
    guard self[target].keyword != .external else { return false }
    if self[source].keyword == .external { return true }
    guard graph.crossings(of: flow).contains(where: { $0.direction == entering }) else {
      return false
    }
    guard let left = trust(source), let right = trust(target) else { return true }
    return left < right
  }

  /// Whether a process, or one that it is a part of, acts on a patient.
  fileprivate func acts(_ process: EntityID) -> Bool {
    let acting = ["therapy", "radiation", "motion"]
    if words(process, .function).contains(where: acting.contains) { return true }
    return ancestors(process).contains { words($0, .function).contains(where: acting.contains) }
  }

  /// Whether an asset is something that a treatment can depend on, rather than code, a key or a log.
  fileprivate func canBeActedOn(_ asset: EntityID) -> Bool {
    let classes = words(asset, .class)
    return classes.contains { Self.actionableClasses.contains($0) }
      || !references(asset, .harm).isEmpty && !classes.contains { Self.idleClasses.contains($0) }
  }

  fileprivate func isTherapy(_ asset: EntityID) -> Bool { words(asset, .class).contains("therapy") }

  /// Whether an asset is what was found of a patient, which nobody sets.
  fileprivate func isMeasuredOnly(_ asset: EntityID) -> Bool {
    let classes = words(asset, .class)
    return classes.contains("diagnosis")
      && !classes.contains { ["therapy", "clinical-function", "configuration"].contains($0) }
  }

  private static let actionableClasses: Set<String> = [
    "therapy", "diagnosis", "clinical-function", "configuration",
  ]
  private static let idleClasses: Set<String> = ["firmware", "keys", "credentials", "log"]
}
