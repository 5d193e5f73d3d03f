// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMSyntax

extension Rule {
  static let wirelessEmergencyStop = Rule(
    "wireless-emergency-stop", .error, "An emergency stop goes through the air.", reading: .names
  ) { context, findings in
    let model = context.model
    for flow in model.graph.flows where model.isWireless(flow: flow.entity) {
      guard let (stop, mark) = emergencyStop(flow, model) else { continue }
      var secondary: [Label] = []
      if stop != flow.entity {
        secondary.append(Label(model.range(of: mark, in: stop), "an emergency stop"))
      }
      if let radio = radioLabel(flow, model) { secondary.append(radio) }
      findings.report(
        "flow `\(model.path(flow.entity))` sends an emergency stop through the air",
        about: flow.entity,
        at: stop == flow.entity
          ? model.range(of: mark, in: stop) : model.headingRange(flow.entity),
        secondary: secondary, notes: ["a stop that can be jammed or delayed is no emergency stop"],
        help: "wire the stop, and let the wireless command be an ordinary stop beside it")
    }
  }

  /// What makes a flow an emergency stop: its own function, that of an interface it goes through,
  /// or, where it states none, that of an element at its end.
  private static func emergencyStop(_ flow: Flow, _ model: Model) -> (EntityID, Value)? {
    var places = [flow.entity] + model.interfaces(of: flow.entity)
    if model.entry(flow.entity, .function) == nil { places += [flow.source, flow.target] }
    for place in places {
      let mark = model.values(place, .function).first { model.word($0) == "emergency-stop" }
      if let mark { return (place, mark) }
    }
    return nil
  }

  /// Where the model says that a flow is wireless.
  private static func radioLabel(_ flow: Flow, _ model: Model) -> Label? {
    for interface in model.interfaces(of: flow.entity) where model.isWireless(interface: interface)
    {
      return Label(model.nameRange(interface), "goes through the air here")
    }
    return model.entry(flow.entity, .protocol).map {
      Label(model.syntax($0, of: flow.entity).range, "goes through the air")
    }
  }
}
