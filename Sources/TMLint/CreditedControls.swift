// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRisk
import TMScoring
import TMSyntax
import TMThreats

/// Finds scores that are low because of the control that the threat is then mitigated by.
struct CreditedControls {
  /// What gives a rating away.
  struct Credit {
    let control: EntityID
    /// What a message says of one threat.
    let text: String
    /// What it says of several.
    let pluralText: String
    /// What to write instead, after a comma; may be empty.
    let way: String
  }

  private let context: LintContext
  private var model: Model { context.model }

  init(_ context: LintContext) { self.context = context }

  /// How the score of a threat before measures counts on a control; nil where nothing shows it.
  func credit(_ assessed: AssessedThreat) -> Credit? {
    guard assessed.threat.status == .mitigated, let initial = assessed.initial else { return nil }
    let controls = assessed.threat.controls.filter(context.controls.isInPlace)
    guard let first = controls.first else { return nil }
    if let residual = assessed.residual, initial == residual {
      let text = "rated \(initial.score) before and after measures, although a control answers"
      return Credit(
        control: first, text: "is \(text) it", pluralText: "are \(text) them", way: "")
    }
    guard let before = initial.vector?.cvss else { return nil }
    if let after = assessed.residual?.vector?.cvss, after.version == before.version,
      let credit = privileges(before, after, assessed.threat, controls)
        ?? complexity(before, after, controls)
    {
      return credit
    }
    return impact(before, assessed.threat.category, controls)
  }

  /// A login that the attacker needs before and after: the control is what asks for it.
  private func privileges(
    _ before: any CVSSVector, _ after: any CVSSVector, _ threat: Threat, _ controls: [EntityID]
  ) -> Credit? {
    // Who raises his rights has some to begin with.
    if threat.category == .elevationOfPrivilege { return nil }
    let metric = before.version == .v20 ? "Au" : "PR"
    guard let value = before.value(metric), value != "N", value == after.value(metric),
      let control = controls.first(where: asksForRights)
    else { return nil }
    return credit(control, "\(metric):\(value)", "\(metric):N")
  }

  /// In version 4.0, `AC:H` says that a protection has to be evaded or a secret be learnt.
  private func complexity(
    _ before: any CVSSVector, _ after: any CVSSVector, _ controls: [EntityID]
  ) -> Credit? {
    guard before.version == .v40, before.value("AC") == "H", after.value("AC") == "H",
      let control = controls.first(where: { isCryptographic($0) })
    else { return nil }
    return credit(control, "AC:H", "AC:L")
  }

  /// Reading that discloses nothing because the data is encrypted, altering that alters nothing
  /// because it is signed.
  private func impact(
    _ before: any CVSSVector, _ category: ThreatCategory, _ controls: [EntityID]
  ) -> Credit? {
    let disclosing: [ThreatCategory] = [.informationDisclosure, .dataDisclosure, .confidentiality]
    let altering: [ThreatCategory] = [.tampering, .integrity]
    guard disclosing.contains(category) || altering.contains(category) else { return nil }
    let property = disclosing.contains(category) ? "C" : "I"
    let metrics = before.version == .v40 ? ["V" + property, "S" + property] : [property]
    guard metrics.allSatisfy({ before.value($0) == "N" }),
      let control = controls.first(where: { isCryptographic($0) })
    else { return nil }
    return credit(
      control, metrics.map { "\($0):N" }.joined(separator: " and "),
      "\(metrics[0]):\(before.version == .v20 ? "C" : "H")")
  }

  private func credit(_ control: EntityID, _ found: String, _ instead: String) -> Credit {
    let text = "scored with `\(found)` before measures, which is the work of "
    let name = "`\(model.path(control))`"
    return Credit(
      control: control, text: "is \(text)\(name)", pluralText: "are \(text)\(name)",
      way: ", such as with `\(instead)`")
  }

  private func asksForRights(_ control: EntityID) -> Bool {
    let categories: Set = ["authentication", "authorization"]
    let mechanisms: Set = ["password", "mfa", "certificate", "role-based-access"]
    let capabilities: Set = ["PAUT", "NAUT", "AUTH"]
    return model.words(control, .category).contains(where: categories.contains)
      || model.words(control, .mechanism).contains(where: mechanisms.contains)
      || model.words(control, .capability).contains(where: capabilities.contains)
  }

  private func isCryptographic(_ control: EntityID) -> Bool {
    let mechanisms: Set = [
      "signature", "mac", "aead", "tls", "aes", "tls-1.3", "tls-1.2", "aes-256", "aes-128",
      "secure-boot",
    ]
    return model.words(control, .category).contains("cryptography")
      || model.words(control, .mechanism).contains(where: mechanisms.contains)
  }
}

extension CVSSVector {
  /// The value of a metric as the vector writes it; nil where it is left out.
  fileprivate func value(_ metric: String) -> String? {
    choices.first { $0.metric.name == metric }?.value?.name
  }
}
