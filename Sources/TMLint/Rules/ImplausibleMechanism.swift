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
    evidence: .absence
  ) { context, findings in
    let model = context.model
    let table = CategoryTable(model)
    for control in model.all(.control) {
      let mechanisms = model.words(control, .mechanism)
      if mechanisms.isEmpty { continue }
      let limits = mechanisms.map { Self.reach[$0] }
      // One mechanism without a known limit may do all of it.
      if limits.contains(where: { $0 == nil }) { continue }
      let reached = Set(limits.compactMap { $0 }.joined())
      for value in model.values(control, .mitigates) {
        guard let category = model.word(value).flatMap(table.named), !category.isOwn,
          !reached.contains(category), !(category.twin.map(reached.contains) ?? false)
        else { continue }
        findings.report(
          "control `\(model.path(control))` works by \(mechanisms.joined(separator: ", ")), which does "
            + "nothing against \(category.rawValue)",
          about: control, at: model.range(of: value, in: control),
          secondary: [
            Label(context.range(of: .mechanism, orHeadingOf: control), "it works by this")
          ],
          help: "name the mechanism that does, or leave `\(category.rawValue)` out of `mitigates`")
      }
    }
  }

  /// What mechanisms can do at most, where it is little: the judgement of this project.
  ///
  /// People and records prevent nothing on a path; what limits or restores does not hide; what encrypts
  /// does not keep a service up.
  private static let reach: [String: Set<ThreatCategory>] = {
    let people: Set<ThreatCategory> = [
      .spoofing, .repudiation, .informationDisclosure, .dataDisclosure, .unawareness,
      .nonCompliance,
      .elevationOfPrivilege,
    ]
    let records: Set<ThreatCategory> = people.union([
      .tampering, .integrity, .denialOfService, .availability,
    ]).subtracting([.informationDisclosure, .dataDisclosure])
    let limits: Set<ThreatCategory> = [
      .denialOfService, .availability, .spoofing, .elevationOfPrivilege,
    ]
    let restoring: Set<ThreatCategory> = [
      .denialOfService, .availability, .tampering, .integrity,
    ]
    return [
      "training": people, "review": people.union([.tampering, .integrity, .denialOfService]),
      "audit-log": records, "rate-limit": limits, "backup": restoring, "redundancy": restoring,
      "fallback": restoring, "watchdog": [.denialOfService, .availability],
      "frequency-hopping": [.denialOfService, .availability, .detecting, .linking],
      "address-rotation": [.linking, .identifying, .detecting, .informationDisclosure],
      "range-check": [
        .spoofing, .tampering, .integrity, .repudiation, .denialOfService, .availability,
        .elevationOfPrivilege,
      ],
    ]
  }()
}
