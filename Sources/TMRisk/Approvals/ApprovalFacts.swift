// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMSyntax
import TMThreats

/// What is written down of a threat when it is approved.
package struct ApprovalFacts: Sendable {
  private let model: Model
  private let facts: SubjectFacts
  private let measures: MeasureFinder

  package init(_ model: Model) {
    self.model = model
    facts = SubjectFacts(model)
    measures = MeasureFinder(model)
  }

  /// The line of a threat as it stands, without the name and the day.
  package func line(_ assessed: AssessedThreat) -> ApprovalLine {
    let threat = assessed.threat
    var line = ApprovalLine(id: threat.id, status: threat.status.rawValue)
    line.score = assessed.initial?.text ?? ""
    line.residual = assessed.residual?.text ?? ""
    line.exploitability = exploitability(assessed)
    let names = NamesAtATime(model)
    line.harm = harm(assessed, names)
    line.protection = protection(threat, names)
    line.subject = ApprovalDigest.text(of: about(threat, names))
    line.template = ApprovalDigest.text(of: words(threat, names))
    line.terms = ApprovalDigest.text(of: terms(threat, names))
    return line
  }

  // MARK: - What was written down under other names

  /// Whether the hazards of a threat are those of a line, under names that they had.
  func hadHarm(_ harm: [String], _ assessed: AssessedThreat) -> Bool {
    NamesAtATime.some(model) { self.harm(assessed, $0) == harm }
  }

  func hadSubject(_ digest: String, _ threat: Threat) -> Bool {
    NamesAtATime.some(model) { ApprovalDigest.text(of: about(threat, $0)) == digest }
  }

  func hadTemplate(_ digest: String, _ threat: Threat) -> Bool {
    NamesAtATime.some(model) { ApprovalDigest.text(of: words(threat, $0)) == digest }
  }

  func hadTerms(_ digest: String, _ threat: Threat) -> Bool {
    NamesAtATime.some(model) { ApprovalDigest.text(of: terms(threat, $0)) == digest }
  }

  /// What protects a threat, each as it is written down now and may have been before.
  func protectionThroughTime(_ threat: Threat) -> [[String]] {
    measures.measures(for: threat).compactMap { measure in
      var found: [String] = []
      _ = NamesAtATime.some(model) { names in
        if let text = protection(measure, names), !found.contains(text) { found.append(text) }
        return false
      }
      return found.isEmpty ? nil : found
    }
  }

  // MARK: - Facts

  private func exploitability(_ assessed: AssessedThreat) -> String {
    let before = assessed.initialExploitability?.rawValue
    let after = assessed.residualExploitability?.rawValue
    if before == nil, after == nil { return "" }
    return "\(before ?? "-")>\(after ?? "-")"
  }

  private func harm(_ assessed: AssessedThreat, _ names: NamesAtATime) -> [String] {
    names.sorted(assessed.hazards).map { hazard in
      "\(names.path(hazard)):\(model.word(hazard, .severity) ?? "unknown")"
    }
  }

  /// The controls in place and the property that answer a threat.
  private func protection(_ threat: Threat, _ names: NamesAtATime) -> [String] {
    measures.measures(for: threat).compactMap { protection($0, names) }
  }

  private func protection(_ measure: Measure, _ names: NamesAtATime) -> String? {
    switch measure {
    case .control(let control): model.isInPlace(control: control) ? names.path(control) : nil
    case .property(let range):
      names.condition(range).replacing(" ", with: "-").filter { $0 != "," }
    }
  }

  /// The ends, assets, places, crossings and protection of what it is about, by their paths.
  private func about(_ threat: Threat, _ names: NamesAtATime) -> [String] {
    let id = threat.about
    var parts = [names.path(id), model[id].keyword.word, title(id)]
    if let flow = model.graph.flow(id) {
      parts += [names.path(flow.source), names.path(flow.target), flow.isTwoWay ? "<->" : "->"]
      parts += nature(of: flow.source, names) + nature(of: flow.target, names)
      for interface in names.sorted(model.interfaces(of: id)) {
        // Its element is one of the ends, whatever that was called.
        parts += [names.name(interface), title(interface)] + stated(interface, names)
      }
    } else {
      parts += nature(of: id, names)
    }
    for asset in names.sorted(facts.assets(of: id)) {
      parts += [names.path(asset), model.title(asset)] + stated(asset, names)
    }
    for boundary in facts.boundaries(of: threat.subject) {
      parts += [names.path(boundary), title(boundary)] + stated(boundary, names)
    }
    for place in names.sorted(model.stores(of: id) + model.handlers(of: id)) {
      parts += [names.path(place)] + nature(of: place, names) + safeguards(of: place, names)
    }
    return parts + stated(id, names) + safeguards(of: id, names)
  }

  /// The title, which the sentence that somebody approved is made of; a name may change without it.
  private func title(_ id: EntityID) -> String { model.ownTitle(id) ?? "" }

  /// Everything that a declaration says of what it is and how it works, but for what a line holds otherwise, and
  /// what is said for readers alone.
  private func stated(_ id: EntityID, _ names: NamesAtATime) -> [String] {
    Property.allCases.flatMap { property -> [String] in
      if Self.saidElsewhere.contains(property) || model.entry(id, property) == nil { return [] }
      let values = model.values(id, property).map { value -> String in
        switch value.content {
        case .entity(let named): names.path(named)
        case .word(let symbol):
          names.word(model.symbols[symbol], property == .mitigates ? .category : .zone)
        case .text, .number, .boolean, .date, .condition, .invalid:
          model.sources.text(model.range(of: value, in: id))
        }
      }
      return [property.word] + values.sorted()
    }
  }

  private static let saidElsewhere: Set<Property> = [
    .was, .tags, .link, .owner, .controls, .harm, .via, .carries, .holds, .handles, .crosses,
    .verifiedBy, .protects, .satisfies,
  ]

  /// How something is said to be protected: a threat that is accepted beside certificates is another one
  /// beside a PIN.
  private func safeguards(of id: EntityID, _ names: NamesAtATime) -> [String] {
    [Property.authenticated, .encrypted, .session].flatMap { property -> [String] in
      let stating = model.statement(of: property, for: id)
      let values =
        model.words(stating, property)
        + names.sorted(model.references(stating, property)).map(names.path)
      return values.isEmpty ? [] : [property.word] + values.sorted()
    }
  }

  /// What an element is and does, and where it stands.
  private func nature(of element: EntityID, _ names: NamesAtATime) -> [String] {
    [
      model[element].keyword.word, title(element),
      model.zone(element).map { names.word($0, .zone) } ?? "",
    ] + stated(element, names)
  }

  /// What the controls that answer a threat work by, how far they are and whether that was shown.
  private func grounds(_ threat: Threat, _ names: NamesAtATime) -> [String] {
    let controls = measures.measures(for: threat).compactMap { measure -> EntityID? in
      if case .control(let control) = measure { control } else { nil }
    }
    return names.sorted(controls).flatMap { control -> [String] in
      let requirements = names.sorted(model.references(control, .satisfies))
      let evidence = ([control] + requirements).flatMap { model.evidence(of: $0) }
      return [names.path(control), model.title(control)] + stated(control, names)
        + requirements.flatMap { [names.path($0), model.title($0)] }
        + evidence.map { model.result(of: $0).rawValue }
    }
  }

  /// What the template says, asks and counts as an answer; of an own threat its own words.
  private func words(_ threat: Threat, _ names: NamesAtATime) -> [String] {
    let category = names.word(threat.category.rawValue, .category)
    guard let template = threat.template else {
      let title = threat.triage.flatMap { model.ownTitle($0) } ?? ""
      return [title, category]
    }
    let conditions = [template.when].compactMap { $0 } + template.answers
    return [model.ownTitle(template.entity) ?? "", category]
      + conditions.map { names.condition($0.range) } + template.mechanisms
  }

  /// On what grounds and for how long it was decided so.
  private func terms(_ threat: Threat, _ names: NamesAtATime) -> [String] {
    let properties: [Property] = [
      .treatment, .because, .until, .transferredTo, .benefitRisk, .precondition, .approver,
    ]
    var parts = grounds(threat, names)
    for property in properties {
      guard let stating = model.first(threat.statements, stating: property) else { continue }
      parts.append(property.word)
      parts += model.values(stating, property).map { value in
        model.sources.text(model.range(of: value, in: stating))
      }
    }
    if let stating = model.first(threat.statements, stating: .about) {
      for assumption in model.references(stating, .about) {
        parts += [names.path(assumption), model.ownTitle(assumption) ?? ""]
      }
    }
    for hazard in names.sorted(facts.hazards(of: threat)) {
      parts.append(title(hazard))
      if model.boolean(hazard, .multiPatient) == true {
        parts += [names.path(hazard), Property.multiPatient.word]
      }
    }
    return parts
  }
}
