// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMSyntax

extension Rule {
  static let unauthenticatedCrossing = Rule(
    "unauthenticated-crossing", .warning,
    "A flow reaches a process or store across a boundary and nothing proves who sends it.",
    evidence: .absence, reading: .names
  ) { context, findings in
    let model = context.model
    for flow in context.protectableCrossings where reachesUnproven(flow, model) {
      // Nobody may be kept from an emergency stop.
      if model.isEmergencyStop(flow) { continue }
      if let connection = context.connection(of: flow), reachesUnproven(connection, model) {
        continue
      }
      let isForwards = receives(flow.target, model)
      let (sender, receiver) =
        isForwards ? (flow.source, flow.target) : (flow.target, flow.source)
      guard let crossing = context.tellingCrossing(flow, towards: receiver) else { continue }
      let boundary = model.path(crossing.boundary)
      findings.report(
        "flow `\(model.path(flow.entity))` reaches `\(model.path(receiver))` across `\(boundary)` "
          + "without authentication",
        about: flow.entity, at: context.range(of: .authenticated, orHeadingOf: flow.entity),
        secondary: [context.label(crossing, of: flow)],
        help: "write `authenticated:` with what proves that `\(model.path(sender))` sends it: "
          + ways(flow, model))
    }
  }

  /// What can prove a sender on the way of a flow.
  private static func ways(_ flow: Flow, _ model: Model) -> String {
    if let help = model.channellessMedium(of: flow)?.provingHelp { return help }
    return model.isInPerson(flow)
      ? "pin, password, mfa, or a control"
      : "certificate, mutual, token, password, pin, mfa, or a control"
  }

  /// Whether a flow ends at a process or store and nothing proves the sender; of a two-way flow the
  /// proof of either direction counts, unless `authenticated: no` says what to think of it.
  private static func reachesUnproven(_ flow: Flow, _ model: Model) -> Bool {
    switch model.sourceAuthentication(flow.entity) {
    case .stated, .implied: return false
    // `misplaced-protection` says what is wrong with it.
    case .unfit: return false
    case .absent, .weak, .planned: break
    }
    let reachesSource = flow.isTwoWay && receives(flow.source, model)
    guard reachesSource, model.entry(flow.entity, .authenticated) == nil else {
      return reachesSource || receives(flow.target, model)
    }
    // A protocol proves the side that is called, which no person can be.
    return model.boolean(flow.target, .human) == true
      || !model.targetAuthentication(flow.entity).isPresent
  }

  private static func receives(_ element: EntityID, _ model: Model) -> Bool {
    model[element].keyword == .process || model[element].keyword == .store
  }
}
