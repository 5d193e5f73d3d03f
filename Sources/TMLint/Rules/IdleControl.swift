// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax
import TMThreats

extension Rule {
  static let idleControl = Rule(
    "idle-control", .warning, "A control is at work somewhere and answers no threat.",
    evidence: .absence
  ) { context, findings in
    let model = context.model
    // Without threats, a control can answer none.
    guard !context.register.threats.isEmpty else { return }
    let links = context.links
    let named = References(model, to: .control, by: [.controls, .authenticated, .encrypted])
    let idle = model.all(.control).filter { links.threats(answeredBy: $0).isEmpty }
    guard !idle.isEmpty else { return }
    let faults = context.faultsByControl()
    for control in idle {
      let faults = faults[control] ?? []
      // What does its part is no idler: who else has to answer, the threat says.
      if context.answersInPart(control, faults) { continue }
      // What is named nowhere is unused.
      guard named.contains(control) || !model.references(control, .protects).isEmpty else {
        continue
      }
      let categories = model.words(control, .mitigates)
      // `implausible-mechanism` says what is wrong with each of them.
      if !categories.isEmpty, context.mechanismFaults(control).count >= categories.count {
        continue
      }
      findings.report(
        "control `\(model.path(control))` answers no threat",
        about: control, at: model.headingRange(control),
        notes: categories.isEmpty ? [] : [context.idleness(faults, categories)],
        help: categories.isEmpty
          ? "say which categories of threat it answers: `mitigates: …`"
          : "correct `mitigates` or `mechanism`, or name it where the threats are that it answers: what works on "
            + "the way in the flow, or in what it carries")
    }
  }
}

private typealias FaultAtThreat = (threat: Threat, fault: ControlFault)

extension LintContext {
  /// Why a control answers none of the threats of the categories that it mitigates.
  fileprivate func idleness(_ faults: [FaultAtThreat], _ categories: [String]) -> String {
    var reasons: [(reason: String, threats: [String])] = []
    for (threat, fault) in faults {
      if let place = reasons.firstIndex(where: { $0.reason == fault.reason }) {
        reasons[place].threats.append(threat.id)
      } else {
        reasons.append((fault.reason, [threat.id]))
      }
    }
    guard let most = reasons.max(by: { $0.threats.count < $1.threats.count }) else {
      return "where it is at work, no threat is of the "
        + "\(categories.count == 1 ? "category" : "categories") \(listed(categories))"
    }
    return "it stands at \(listed(most.threats)), and \(most.reason)"
  }

  /// Why controls do not answer the threats that they stand at, by control; in the order of the register.
  /// Found for all at once: each threat is looked at a single time, however many controls there are.
  fileprivate func faultsByControl() -> [EntityID: [FaultAtThreat]] {
    var found: [EntityID: [FaultAtThreat]] = [:]
    for threat in register.threats {
      for (control, fault) in controls.faults(for: threat) {
        found[control, default: []].append((threat, fault))
      }
    }
    return found
  }

  /// Whether a control answers a threat for some of what it is about, and something else has to for the rest.
  fileprivate func answersInPart(_ control: EntityID, _ faults: [FaultAtThreat]) -> Bool {
    controls.isInPlace(control)
      && faults.contains {
        $0.fault == .partly && [.flow, .store].contains(model[$0.threat.about].keyword)
      }
  }
}
