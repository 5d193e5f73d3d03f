// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMSyntax
import TMThreats

extension Rule {
  static let deniedProtection = Rule(
    "denied-protection", .warning,
    "A flow or store says `no` to a protection that its protocol or a control would give.",
    reading: .names
  ) { context, findings in
    let model = context.model
    let table = CategoryTable(model)
    for id in model.all(.flow) + model.all(.store) {
      for property in [Property.encrypted, .authenticated] where model.denies(id, property) {
        let givers = givers(of: property, id, table, context)
        guard let first = givers.first else { continue }
        findings.report(
          "`\(model.path(id))` says `\(property.word): no`, and \(first.text)",
          about: id, at: context.range(of: property, orHeadingOf: id),
          secondary: givers.compactMap { giver in giver.range.map { Label($0, giver.label) } },
          notes: ["the `no` counts: what it leaves open stays open"],
          help: "delete `\(property.word): no` if it is not so; if it is, take away what says "
            + "otherwise, or let the control state a `mechanism` that works without it")
      }
    }
  }

  private struct Giver {
    let text: String
    let label: String
    let range: SourceRange?
  }

  /// What would protect if nobody said `no`.
  private static func givers(
    of property: Property, _ id: EntityID, _ table: CategoryTable, _ context: LintContext
  ) -> [Giver] {
    let model = context.model
    var found: [Giver] = []
    for value in model.values(id, .protocol) {
      guard let name = model.word(value), let facts = ProtocolFacts.named(name) else { continue }
      let implies =
        property == .encrypted ? facts.channel == .encrypted : facts.authenticatesClient
      guard implies else { continue }
      let verb = property == .encrypted ? "encrypts" : "proves who sends"
      found.append(
        Giver(
          text: "`\(name)` \(verb)", label: "this protocol \(verb)",
          range: model.range(of: value, in: id)))
    }
    let categories: [ThreatCategory] =
      property == .encrypted
      ? [.informationDisclosure, .confidentiality, .dataDisclosure] : [.spoofing]
    for application in context.controls.applications(to: id)
    where application.place == id && context.controls.isInPlace(application.control) {
      let control = application.control
      let mitigated = table.categories(control, .mitigates)
      let mechanisms = model.words(control, .mechanism)
      guard mitigated.contains(where: categories.contains),
        mechanisms.isEmpty || mechanisms.contains(where: Vocabulary.isCryptographic)
      else { continue }
      found.append(
        Giver(
          text: "control `\(model.path(control))` would protect it",
          label: "this control is at work for it", range: model.headingRange(control)))
    }
    return found
  }
}
