// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRisk
import TMSource
import TMSyntax
import TMThreats

extension Rule {
  static let implausibleMechanism = Rule(
    "implausible-mechanism", .warning,
    "A control is said to answer a threat that its mechanism does nothing against.",
    evidence: .absence, reading: .names
  ) { context, findings in
    for control in context.model.all(.control) {
      for fault in context.mechanismFaults(control) {
        let model = context.model
        findings.report(
          "control `\(model.path(control))` works by \(fault.mechanisms.joined(separator: ", ")), which does "
            + "nothing against \(fault.against)",
          about: control, at: model.range(of: fault.value, in: control),
          secondary: [
            Label(context.range(of: .mechanism, orHeadingOf: control), "it works by this")
          ],
          help: fault.help)
      }
    }
  }
}

/// Something that a control is said to answer, and that none of its mechanisms does anything against.
struct MechanismFault {
  let value: Value
  let mechanisms: [String]
  /// What it does nothing against, after the preposition.
  let against: String
  let help: String
}

extension LintContext {
  /// What a control is said to answer in vain: anywhere, at what names it, or by name.
  func mechanismFaults(_ control: EntityID) -> [MechanismFault] {
    // Of what is broken, `weak-mechanism` says it.
    let mechanisms = model.words(control, .mechanism).filter { Weakness($0) == nil }
    if mechanisms.isEmpty { return [] }
    let table = CategoryTable(model)
    let isIdle = links.threats(answeredBy: control).isEmpty
    var found: [MechanismFault] = []
    for value in model.values(control, .mitigates) {
      guard let category = model.word(value).flatMap(table.named), !category.isOwn else { continue }
      let isKnown = !mechanisms.contains { MechanismLimits.mayReach($0, category) == nil }
      if isKnown, !mechanisms.contains(where: { MechanismLimits.mayReach($0, category) == true }) {
        found.append(
          MechanismFault(
            value: value, mechanisms: mechanisms, against: category.rawValue,
            help: "name the mechanism that does, or leave `\(category.rawValue)` out of `mitigates`"
          )
        )
      } else if isIdle, let place = idlePlace(of: control, category, mechanisms) {
        found.append(
          MechanismFault(
            value: value, mechanisms: mechanisms,
            against: "\(category.rawValue) at `\(model.path(place))`",
            help: "name the mechanism that does, or let the control protect what it works at")
        )
      }
    }
    for value in model.values(control, .answers) {
      guard let name = model.word(value), let threat = named(name, by: control, mechanisms)
      else { continue }
      found.append(
        MechanismFault(
          value: value, mechanisms: mechanisms, against: "`\(threat)`",
          help: "name the mechanism that does, or take `\(name)` out of `answers`"))
    }
    return found
  }

  /// A declaration that names a control that answers nothing, or that it protects, where threats of a
  /// category are and its mechanisms do nothing against them.
  private func idlePlace(
    of control: EntityID, _ category: ThreatCategory, _ mechanisms: [String]
  ) -> EntityID? {
    // Of words that the program does not know, their own note says it.
    if mechanisms.contains(where: Mechanisms.isUnknown) { return nil }
    return register.threats.first { threat in
      threat.category == category && threat.template?.isSpecial == false
        && isNamed(control, at: threat.about)
        && !threat.isWorkedAgainst(by: mechanisms, in: model)
    }?.about
  }

  private func isNamed(_ control: EntityID, at place: EntityID) -> Bool {
    model.references(control, .protects).contains(place)
      || model.references(place, .controls).contains(control)
  }

  /// The threat that a name in `answers` stands for, where the mechanisms do nothing of its kind.
  private func named(_ name: String, by control: EntityID, _ mechanisms: [String]) -> String? {
    let named = register.threats.filter { threat in
      threat.id == name || threat.names.contains(name) || threat.template?.name == name
    }
    guard let first = named.first,
      !named.contains(where: { $0.mayBeAnswered(by: mechanisms, in: model) })
    else { return nil }
    return name.contains(".") ? first.id : name
  }
}
