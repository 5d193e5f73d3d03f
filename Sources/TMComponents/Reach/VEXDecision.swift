// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax

/// What the model decided about one vulnerability of one component.
package struct VEXDecision: Sendable {
  /// An instance of a component, as other programs know it.
  package struct Product: Sendable {
    /// A name of its own in the document.
    package let id: String
    package let name: String
    package let version: String?
    package let supplier: String?
    package let purl: String?
    package let cpe: String?
  }

  package let vulnerability: String
  package let aliases: [String]
  package let products: [Product]
  package let state: Statement.State
  package let justification: VEXJustification?
  /// Why it was decided so, or what to do about it.
  package let reason: String
  package let decision: EntityID
}

/// The decisions of a model, and what was left out because nobody decided it, or nobody can tell where.
package struct VEXDecisions: Sendable {
  package private(set) var decisions: [VEXDecision] = []
  /// A sentence for each vulnerability that is left out.
  package private(set) var leftOut: [String] = []
  private let answers: VulnerabilityAnswers

  /// - Parameter today: the day after which a decision has expired.
  package init(_ report: SoftwareReport, in model: Model, today: CalendarDate) {
    answers = report.answers
    var named: [String: [EntityID]] = [:]
    var order: [String] = []
    for id in model.allEntities
    where model[id].keyword == .threat || model[id].keyword == .decision {
      for word in model.words(id, .cve) {
        let key = word.uppercased()
        if named[key] == nil { order.append(key) }
        named[key, default: []].append(id)
      }
    }
    var used: Set<String> = []
    for component in report.components {
      for vulnerability in component.vulnerabilities {
        let ids = [vulnerability.id] + vulnerability.aliases
        let all = ids.flatMap { named[$0.uppercased()] ?? [] }
        if all.isEmpty { continue }
        used.formUnion(ids.map { $0.uppercased() })
        add(vulnerability.id, vulnerability.aliases, component, all, model, today)
      }
    }
    for key in order where !used.contains(key) {
      addUnmatched(key, named[key] ?? [], report, model, today)
    }
  }

  /// A vulnerability that no file names: it is in the one component of the element of its threat.
  private mutating func addUnmatched(
    _ id: String, _ all: [EntityID], _ report: SoftwareReport, _ model: Model, _ today: CalendarDate
  ) {
    let places = Set(all.compactMap { model[$0].parent })
    let near = report.components.filter { component in
      component.place.map(places.contains) ?? false
    }
    guard near.count == 1 else {
      leftOut.append(
        "`\(id)`: no file says in which component it is, and "
          + (near.isEmpty ? "no component lies where" : "\(near.count) components lie where")
          + " `\(model.path(all[0]))` is; name the files that know it with `--vulnerabilities`")
      return
    }
    add(id, [], near[0], all, model, today)
  }

  private mutating func add(
    _ id: String, _ aliases: [String], _ component: SoftwareReport.Component, _ all: [EntityID],
    _ model: Model, _ today: CalendarDate
  ) {
    // What is decided where the component is goes before what is decided elsewhere.
    let around = component.place.map { [$0] + model.ancestors($0) } ?? []
    let near = all.filter { decision in model[decision].parent.map(around.contains) ?? false }
    var verdicts:
      [(state: Statement.State, justification: VEXJustification?, reason: String, by: EntityID)] =
        []
    let candidates = near.isEmpty ? all : near
    for decision in candidates {
      let path = model.path(decision)
      guard let status = model.word(decision, .status), status != "open" else {
        verdicts.append(
          (
            .underInvestigation, nil,
            "The threat model has not decided it: \(path) states no status other than open.",
            decision
          ))
        continue
      }
      if let end = model.date(decision, .until), end < today {
        verdicts.append(
          (
            .underInvestigation, nil,
            "The threat model has to decide it again: \(path) expired on \(end).", decision
          ))
        continue
      }
      guard answers.isAnswer(decision, in: component.place, of: model) else { continue }
      verdicts.append(Self.verdict(decision, status, model))
    }
    if verdicts.isEmpty, let first = candidates.first {
      verdicts.append(
        (
          .underInvestigation, nil,
          "The threat model has not decided it: \(model.path(first)) decides nothing about what "
            + "runs the component.", first
        ))
    }
    // The worst one counts.
    let worst = [Statement.State.underInvestigation, .affected, .notAffected].lazy.compactMap {
      state in
      verdicts.first { $0.state == state }
    }.first
    guard let verdict = worst else { return }
    let products = component.products(in: model)
    decisions.append(
      VEXDecision(
        vulnerability: id, aliases: aliases, products: products, state: verdict.state,
        justification: verdict.justification, reason: verdict.reason, decision: verdict.by))
  }

  /// Only what somebody calls not applicable or avoided, or gives a justification of the standards for, is not
  /// affected: a mitigation leaves a residual risk.
  private static func verdict(
    _ decision: EntityID, _ status: String, _ model: Model
  ) -> (state: Statement.State, justification: VEXJustification?, reason: String, by: EntityID) {
    var reason = model.text(decision, .because) ?? ""
    var justification: VEXJustification?
    if let colon = reason.firstIndex(of: ":"),
      let word = VEXJustification(word: String(reason[..<colon]))
    {
      justification = word
      reason = String(reason[reason.index(after: colon)...].drop { $0 == " " })
    }
    let isHarmless =
      status == "not-applicable" || status == "avoided"
      || status == "mitigated" && justification != nil
    if !isHarmless {
      let controls = model.references(decision, .controls).map { model.title($0) }
      if !controls.isEmpty {
        reason += (reason.isEmpty ? "" : " ") + "Controls: \(controls.joined(separator: "; "))."
      }
      if let told = model.text(decision, .transferredTo) {
        reason += (reason.isEmpty ? "" : " ") + "Transferred to: \(told)."
      }
    }
    if reason.isEmpty { reason = "The threat model states: \(status)." }
    return (
      isHarmless ? .notAffected : .affected, isHarmless ? justification : nil, reason, decision
    )
  }
}

extension SoftwareReport.Component {
  /// Its instances, as other programs know them.
  package func products(in model: Model) -> [VEXDecision.Product] {
    items.enumerated().map { number, item in
      let path = model.path(entity)
      let purl = item.purls.first { !$0.isAncestor && !$0.isSource }
      return VEXDecision.Product(
        id: items.count == 1 ? path : "\(path)-\(number + 1)",
        name: model.title(entity), version: purl?.version ?? item.versions.first,
        supplier: model.text(entity, .supplier) ?? entry?.supplier,
        purl: purl?.encoded(version: item.versions.first),
        cpe: item.cpes.first?.formatted(version: item.versions.first))
    }
  }
}
