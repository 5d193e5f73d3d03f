// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMSyntax

extension Rule {
  static let sharedConnection = Rule(
    "shared-connection", .note,
    "Two flows between the same elements look like one connection.", evidence: .absence
  ) { context, findings in
    let model = context.model
    var offered: Set<EntityID> = []
    // By name, so that it does not depend on where the two stand which of them is asked about.
    let flows = model.graph.flows.sorted { model.path($0.entity) < model.path($1.entity) }
    for opening in flows where model.carrier(of: opening.entity) == nil {
      // The wire between two modules is no connection that one of them opens.
      guard model.graph.crosses(opening), model.isInScope(opening.entity),
        !model.isPhysicalSignal(opening), !model.isUserInterface(opening),
        !offered.contains(opening.entity), isOpened(opening, model)
      else { continue }
      for other in answers(to: opening, model) where !offered.contains(other.entity) {
        offered.insert(other.entity)
        let path = model.path(other.entity)
        let first = model.path(opening.entity)
        findings.report(
          "flows `\(first)` and `\(path)` look like one connection", about: other.entity,
          at: model.headingRange(other.entity),
          secondary: [
            Label(
              model.headingRange(opening.entity),
              "between the same elements, with the same protocol")
          ],
          notes: [
            "over one connection, what can happen on the way is asked once, and it is known which end answers"
          ],
          help: help(model, opening: opening, other: other))
      }
    }
  }

  /// Which of the two may run over the other: not the one that calls an interface.
  private static func help(_ model: Model, opening: Flow, other: Flow) -> String {
    let (first, second) = (model.path(opening.entity), model.path(other.entity))
    if model.callsInterface(opening) { return "write `over: \(first)` here if this is its answer" }
    if model.callsInterface(other) {
      return "write `over: \(second)` at `\(first)` if that is its answer"
    }
    return "write `over: \(first)` here if `\(first)` opens it, or `over: \(second)` there"
  }

  /// Whether each of two flows opens a connection of its own: both go to an interface that waits for calls, or
  /// one says that it is a call back.
  private static func areTwoCalls(_ one: Flow, _ other: Flow, _ model: Model) -> Bool {
    if model.callsInterface(one), model.callsInterface(other) { return true }
    return [one, other].contains { flow in
      let words = model.title(flow.entity).lowercased()
      return ["webhook", "callback", "call back"].contains { words.contains($0) }
    }
  }

  /// Whether it speaks a protocol in which one end calls and the other answers.
  private static func isOpened(_ flow: Flow, _ model: Model) -> Bool {
    model.words(flow.entity, .protocol).contains { name in
      ProtocolFacts.named(name).map { $0.authenticatesServer || callers.contains(name) } ?? false
    }
  }

  private static let callers: Set<String> = [
    "http", "sql", "websocket", "grpc", "fhir", "dicom", "dicomweb", "hl7", "mqtt", "amqp", "redis",
    "ble",
  ]

  /// Flows the other way, with the same protocols and authentication, that stand alone.
  private static func answers(to opening: Flow, _ model: Model) -> [Flow] {
    func isMutual(_ flow: Flow) -> Bool {
      [flow.source, flow.target].allSatisfy { model.authentication(of: $0, on: flow).isPresent }
    }
    if opening.isTwoWay || !model.flowsOver(opening.entity).isEmpty { return [] }
    let back = model.graph.outgoing(opening.target).filter { other in
      !other.isTwoWay && other.target == opening.source && model.carrier(of: other.entity) == nil
        && model.flowsOver(other.entity).isEmpty
    }
    return back.filter { other in
      model.entry(other.entity, .protocol) != nil
        && model.words(other.entity, .protocol) == model.words(opening.entity, .protocol)
        && !areTwoCalls(opening, other, model)
        // Ends that each prove themselves may each call.
        && !(isMutual(opening) && isMutual(other))
    }
    .sorted { model.path($0.entity) < model.path($1.entity) }
  }
}
