// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMScoring
import TMSyntax
import TMThreats

/// A threat with its rating before and after measures, its treatment and its place in the matrix.
package struct AssessedThreat: Sendable {
  package internal(set) var threat: Threat
  /// The rating before measures.
  package let initial: Rating?
  /// The rating after measures.
  package let residual: Rating?
  /// How easily it is exploited before measures: as stated, or from the vector.
  package let initialExploitability: ExploitabilityLevel?
  /// How easily it is exploited after measures.
  package let residualExploitability: ExploitabilityLevel?
  /// The hazards of the safety risk file that it can lead to, by path.
  package let hazards: [EntityID]
  /// The worst severity of harm of these.
  package let harmSeverity: String?
  package let isMultiPatient: Bool
  /// How the risk is treated: as stated, or by the status; nil for an open threat without one.
  package let treatment: Treatment?
  /// The cell of the risk matrix before measures.
  package internal(set) var initialRisk: String?
  /// The cell of the risk matrix after measures.
  package internal(set) var residualRisk: String?
  /// Whether the policy accepts what is left; nil where it says nothing about acceptance.
  package internal(set) var isAcceptable: Bool?
  /// Whether a reason says that the benefit outweighs what is left, beyond what the policy accepts.
  package internal(set) var isWeighed = false
  /// Whether somebody approved it as it stands.
  package internal(set) var approval = ApprovalState.notAsked

  /// The rating that counts now: an open threat's residual one is still a hope.
  package var current: Rating? { threat.status == .open ? initial : residual ?? initial }

  package var currentExploitability: ExploitabilityLevel? {
    threat.status == .open
      ? initialExploitability : residualExploitability ?? initialExploitability
  }

  package var currentRisk: String? {
    threat.status == .open ? initialRisk : residualRisk ?? initialRisk
  }

  /// Whether nothing but somebody's word keeps it from being open: it was accepted, transferred, or avoided
  /// though the model still has what it is about. Not to rate it does not spare it the limit of a policy.
  package var isLeft: Bool {
    switch threat.status {
    case .open, .accepted, .transferred: true
    case .avoided: threat.template != nil
    case .mitigated, .notApplicable: false
    }
  }

  /// Whether anybody rated it.
  package var isRated: Bool {
    initial != nil || residual != nil || initialExploitability != nil
      || residualExploitability != nil
  }
}

/// An assessed threat as `accept` and `require` of a policy see it.
struct AssessedSubject: ThreatSubject {
  private let assessed: AssessedThreat
  private let model: Model
  private var facts: SubjectFacts { SubjectFacts(model) }

  init(_ assessed: AssessedThreat, _ model: Model) {
    self.assessed = assessed
    self.model = model
  }

  var id: String { assessed.threat.id }
  var formerIDs: [String] { FormerNames(model).ids(of: assessed.threat) }
  var about: Subject { assessed.threat.subject }
  var statements: [EntityID] { assessed.threat.statements }
  var isMultiPatient: Bool { assessed.isMultiPatient }

  func words(_ attribute: ComputedThreatAttribute) -> [String] {
    let threat = assessed.threat
    let found: [String?]
    switch attribute {
    case .name: found = threat.names
    case .category: found = threat.categories.map(\.rawValue)
    case .method: found = threat.template?.methods.map(\.rawValue) ?? []
    case .status: found = [threat.status.rawValue]
    case .treatment: found = [assessed.treatment?.rawValue]
    case .severity: found = [assessed.current?.severity.rawValue]
    case .exploitability: found = [assessed.currentExploitability?.rawValue]
    case .risk: found = [assessed.currentRisk]
    case .harmSeverity: found = [assessed.harmSeverity]
    case .zone: found = facts.zones(of: threat.about)
    case .id, .about, .score, .initialScore, .residual, .harm, .multiPatient, .crosses, .assets,
      .controls:
      found = []
    }
    return found.compactMap { $0 }
  }

  func number(_ attribute: ComputedThreatAttribute) -> Double? {
    switch attribute {
    case .score: assessed.current?.score.value
    case .initialScore: assessed.initial?.score.value
    case .residual: assessed.residual?.score.value
    case .id, .name, .about, .category, .method, .status, .treatment, .severity, .exploitability,
      .risk, .harm, .harmSeverity, .multiPatient, .zone, .crosses, .assets, .controls:
      nil
    }
  }

  func entities(_ attribute: ComputedThreatAttribute) -> [EntityID] {
    switch attribute {
    case .harm: assessed.hazards
    case .crosses: facts.boundaries(of: assessed.threat.subject)
    case .assets: facts.assets(of: assessed.threat.about)
    case .controls: assessed.threat.controls.filter { model.isInPlace(control: $0) }
    case .id, .name, .about, .category, .method, .status, .treatment, .score, .initialScore,
      .residual, .severity, .exploitability, .risk, .harmSeverity, .multiPatient, .zone:
      []
    }
  }
}
