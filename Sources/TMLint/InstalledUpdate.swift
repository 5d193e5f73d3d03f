// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax

/// Code that something installs unsigned, over however many flows it comes: the signature is checked where
/// it is installed, and nowhere before.
struct InstalledUpdate {
  /// What installs it.
  let installer: EntityID
  /// The firmware; empty where only a function says that it is an update.
  let assets: [EntityID]
  /// The flow that ends there, then those over which it came; of several ways the first in the source.
  private(set) var flows: [EntityID]
  /// The `update` of the function of that flow.
  let mark: Value?
  /// The controls that would sign it once they are in place.
  private(set) var unfinished: [EntityID]

  /// Each once, in the order of the flows that end where it is installed.
  static func all(_ context: LintContext) -> [InstalledUpdate] {
    let ways = UpdateWays(context.model)
    var found: [InstalledUpdate] = []
    for update in ways.updates {
      guard let installer = ways.installer(of: update), let unsigned = context.unsigned(update)
      else { continue }
      let flows = [update.flow.entity] + ways.hops(before: update, to: installer)
      let known = found.firstIndex {
        $0.installer == installer && $0.assets == unsigned.assets
      }
      guard let known else {
        found.append(
          InstalledUpdate(
            installer: installer, assets: unsigned.assets, flows: flows, mark: update.mark,
            unfinished: unsigned.unfinished))
        continue
      }
      for flow in flows where !found[known].flows.contains(flow) { found[known].flows.append(flow) }
      for control in unsigned.unfinished where !found[known].unfinished.contains(control) {
        found[known].unfinished.append(control)
      }
    }
    return found
  }
}

/// The ways of updates, to where they are installed.
private struct UpdateWays {
  private let model: Model
  /// In source order.
  let updates: [Update]

  init(_ model: Model) {
    self.model = model
    updates = model.graph.flows.filter { model.isInScope($0.entity) }.compactMap {
      Update($0, model)
    }
  }

  /// The end of a flow that installs what arrives there; nil where it is passed on, built or shown.
  func installer(of update: Update) -> EntityID? {
    arrivals(update).first { installs($0) && onward(update, from: $0).isEmpty }
  }

  /// The flows over which an update came before its last way, the nearest first.
  func hops(before update: Update, to installer: EntityID) -> [EntityID] {
    var found: [EntityID] = []
    var seen: Set<EntityID> = [installer]
    var waiting = [(step: update, end: installer)]
    while !waiting.isEmpty {
      let (step, end) = waiting.removeFirst()
      let sender = other(step, end)
      guard seen.insert(sender).inserted, !builds(sender) else { continue }
      for earlier in updates
      where earlier.flow.entity != step.flow.entity && earlier.shares(step)
        && arrivals(earlier).contains(sender) && other(earlier, sender) != end
        && !found.contains(earlier.flow.entity)
      {
        found.append(earlier.flow.entity)
        waiting.append((earlier, sender))
      }
    }
    return found
  }

  /// The ends at which something arrives. What goes to a store and back is for the program that keeps it there.
  private func arrivals(_ update: Update) -> [EntityID] {
    let flow = update.flow
    guard flow.isTwoWay else { return [flow.target] }
    let ends = [flow.target, flow.source]
    let programs = ends.filter { model[$0].keyword != .store }
    return programs.isEmpty ? ends : programs
  }

  private func other(_ update: Update, _ end: EntityID) -> EntityID {
    update.flow.source == end ? update.flow.target : update.flow.source
  }

  /// Where what arrives at an end is passed on.
  private func onward(_ update: Update, from end: EntityID) -> [Update] {
    updates.filter { next in
      next.flow.entity != update.flow.entity && next.shares(update)
        && (next.flow.source == end || next.flow.isTwoWay && next.flow.target == end)
        && other(next, end) != other(update, end)
    }
  }

  /// Whether what arrives is run there: what is built is signed afterwards, a browser checks no signature of
  /// pages, and what lies on a server waits for somebody else.
  private func installs(_ element: EntityID) -> Bool {
    if builds(element) || model.words(element, .function).contains("browser") { return false }
    return model[element].keyword != .store || model.isOnDevice(element)
      || model.zone(element) == nil
  }

  private func builds(_ element: EntityID) -> Bool {
    model.words(element, .function).contains { ["build", "signing"].contains($0) }
  }
}
