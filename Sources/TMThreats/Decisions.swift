// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax

/// The decisions of a model that are about more than one threat.
struct Decisions {
  private struct Row {
    let entity: EntityID
    let conditions: [Condition]
  }

  fileprivate let model: Model
  /// By path, so that which one counts does not depend on where they are declared.
  private let rows: [Row]
  /// The rows that can cover threats of some ids, by id.
  private var rowsByThreat: [String: Set<Int>] = [:]
  /// The rows that can cover threats about some declarations, by declaration.
  private var rowsBySubject: [EntityID: Set<Int>] = [:]
  /// The others.
  private var generalRows: Set<Int> = []

  init(_ model: Model) {
    self.model = model
    rows = model.all(.decision).map { id in
      Row(entity: id, conditions: model.conditions(id, .covers))
    }.sorted { model.path($0.entity) < model.path($1.entity) }
    for (index, row) in rows.enumerated() {
      for condition in row.conditions {
        if let ids = condition.threatIDs {
          for id in ids { rowsByThreat[id, default: []].insert(index) }
        } else if let subjects = condition.threatSubjects {
          for subject in subjects { rowsBySubject[subject, default: []].insert(index) }
        } else {
          generalRows.insert(index)
        }
      }
    }
  }

  /// The decisions that cover a threat, the one that counts first: of those that disagree, the one whose
  /// status is worse.
  func covering(_ threat: Threat) -> [EntityID] {
    guard !rows.isEmpty else { return [] }
    var candidates = generalRows.union(rowsBySubject[threat.about] ?? [])
    if !rowsByThreat.isEmpty {
      // What was decided by id is decided of what was renamed too.
      for id in [threat.id] + FormerNames(model).ids(of: threat) {
        candidates.formUnion(rowsByThreat[id] ?? [])
      }
    }
    guard !candidates.isEmpty else { return [] }
    let evaluator = Evaluator(model, about: UndecidedThreat(threat, model))
    return candidates.sorted().map { rows[$0] }
      .filter { $0.conditions.contains(where: evaluator.holds) }.map(\.entity)
      .enumerated().sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }
      .map(\.element)
  }
}

extension Decisions {
  /// How good the status is that a decision states; one that states none leaves it to the others.
  fileprivate func rank(_ decision: EntityID) -> Int {
    switch model.word(decision, .status).flatMap(ThreatStatus.init) {
    case .open: 0
    case .accepted: 1
    case .transferred: 2
    case .mitigated: 3
    case .avoided: 4
    case .notApplicable: 5
    case nil: 6
    }
  }
}

/// A threat as `covers` of a decision sees it: as it would be without decisions.
private struct UndecidedThreat: ThreatSubject {
  private let threat: Threat
  private let model: Model
  private var facts: SubjectFacts { SubjectFacts(model) }

  init(_ threat: Threat, _ model: Model) {
    self.threat = threat
    self.model = model
  }

  var id: String { threat.id }
  var formerIDs: [String] { FormerNames(model).ids(of: threat) }
  var about: Subject { threat.subject }
  var statements: [EntityID] { threat.statements }
  var isMultiPatient: Bool { model.isMultiPatient(facts.hazards(of: threat)) }

  func words(_ attribute: ComputedThreatAttribute) -> [String] {
    switch attribute {
    case .name: threat.names
    case .category: threat.categories.map(\.rawValue)
    case .method: threat.template?.methods.map(\.rawValue) ?? []
    case .status: [threat.status.rawValue]
    case .zone: facts.zones(of: threat.about)
    case .harmSeverity: model.worstSeverity(facts.hazards(of: threat)).map { [$0] } ?? []
    case .id, .about, .treatment, .score, .initialScore, .residual, .severity, .exploitability,
      .risk, .harm, .multiPatient, .crosses, .assets, .controls:
      []
    }
  }

  func number(_ attribute: ComputedThreatAttribute) -> Double? { nil }

  func entities(_ attribute: ComputedThreatAttribute) -> [EntityID] {
    switch attribute {
    case .harm: facts.hazards(of: threat)
    case .crosses: facts.boundaries(of: threat.subject)
    case .assets: facts.assets(of: threat.about)
    case .controls: threat.controls.filter { model.isInPlace(control: $0) }
    case .id, .name, .about, .category, .method, .status, .treatment, .score, .initialScore,
      .residual, .severity, .exploitability, .risk, .harmSeverity, .multiPatient, .zone:
      []
    }
  }
}

extension Model {
  /// Whether one of some hazards can harm several patients at once.
  package func isMultiPatient(_ hazards: [EntityID]) -> Bool {
    hazards.contains { boolean($0, .multiPatient) == true }
  }

  /// The worst `severity` of some hazards.
  package func worstSeverity(_ hazards: [EntityID]) -> String? {
    let order = Vocabulary.harmSeverities.words
    // One of unknown severity may be the worst of all.
    let severities = hazards.map { word($0, .severity) }
    if severities.contains(where: { $0 == nil }) { return nil }
    return severities.compactMap { $0 }
      .max { (order.firstIndex(of: $0) ?? 0) < (order.firstIndex(of: $1) ?? 0) }
  }
}
