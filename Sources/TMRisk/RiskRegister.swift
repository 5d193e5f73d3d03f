// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMScoring
import TMSource
import TMSyntax
import TMThreats

/// All threats of a model with their ratings, treatment and acceptance by the policy.
package struct RiskRegister: Sendable {
  /// In the order of the threat register.
  package let threats: [AssessedThreat]
  /// Wrong vectors, matrices and security levels.
  package let diagnostics: [Diagnostic]
  /// The risk matrix in force.
  package let matrix: RiskMatrix
  /// The declaration of the matrix in force; nil for the built-in one.
  package let matrixDeclaration: EntityID?
  package let criteria: AcceptanceCriteria

  /// Whether the matrix has a say in the model: it declares one, scores by it, or its policy speaks of
  /// its cells. Otherwise nothing is judged by it, and nobody is shown it.
  package let usesMatrix: Bool

  /// The day that the dates of decisions were held against; nil where no decision about a threat has one,
  /// or none were held against any.
  package private(set) var countedOn: CalendarDate?

  package init(_ model: Model, _ register: ThreatRegister) {
    let matrices = MatrixReader(model)
    let isDeclared = matrices.declaration != nil
    let criteria = AcceptanceCriteria(model, matrices.matrix, isDeclared: isDeclared)
    usesMatrix = isDeclared || model.scoring == .matrix || criteria.namesMatrix
    var assessor = Assessor(model, matrices.matrix)
    threats = register.threats.map { threat in
      var assessed = assessor.assess(threat)
      // What something answers and nobody rated is a matter of `require`, not of acceptance.
      if assessed.isRated || assessed.isLeft {
        assessed.isAcceptable = criteria.accepts(assessed)
      }
      return assessed
    }
    assessor.ratings.readAll()
    matrix = matrices.matrix
    matrixDeclaration = matrices.declaration
    diagnostics =
      matrices.diagnostics + assessor.ratings.diagnostics + SecurityLevels.faults(model)
    self.criteria = criteria
  }

  private init(_ decided: RiskRegister, _ review: ApprovalReview) {
    let criteria = decided.criteria
    threats = decided.threats.map { decided in
      var assessed = decided
      assessed.approval = review.state(of: decided.threat.id)
      guard assessed.approval.isMissing, decided.threat.status != .open else { return assessed }
      assessed.threat = decided.threat.withoutApproval()
      assessed.isWeighed = false
      assessed.isAcceptable = criteria.accepts(assessed)
      return assessed
    }
    diagnostics = decided.diagnostics
    matrix = decided.matrix
    matrixDeclaration = decided.matrixDeclaration
    usesMatrix = decided.usesMatrix
    self.criteria = criteria
  }

  private init(_ other: RiskRegister, _ model: Model, on day: CalendarDate) {
    let criteria = other.criteria
    threats = other.threats.map { counted in
      guard let until = Self.expiry(of: counted, on: day, in: model) else { return counted }
      var assessed = counted
      assessed.threat = counted.threat.withExpiredDecision(since: until)
      assessed.isWeighed = false
      assessed.isAcceptable = criteria.accepts(assessed)
      return assessed
    }
    diagnostics = other.diagnostics
    matrix = other.matrix
    matrixDeclaration = other.matrixDeclaration
    usesMatrix = other.usesMatrix
    self.criteria = criteria
  }

  /// The same threats as they count on a day: what was decided until an earlier one is open.
  package func counting(on day: CalendarDate, in model: Model) -> RiskRegister {
    let hasExpired = threats.contains { Self.expiry(of: $0, on: day, in: model) != nil }
    var counted = hasExpired ? RiskRegister(self, model, on: day) : self
    if threats.contains(where: { Self.end(of: $0, in: model) != nil }) { counted.countedOn = day }
    return counted
  }

  /// Until when a decision about a threat held that holds no longer; nil for any other.
  private static func expiry(
    of counted: AssessedThreat, on day: CalendarDate, in model: Model
  ) -> CalendarDate? {
    guard let until = end(of: counted, in: model), until < day, counted.threat.status != .open
    else {
      return nil
    }
    return until
  }

  /// Until when what is decided about a threat holds.
  private static func end(of counted: AssessedThreat, in model: Model) -> CalendarDate? {
    let statements = counted.threat.statements
    if statements.isEmpty { return nil }
    return model.first(statements, stating: .until).flatMap { model.date($0, .until) }
  }

  /// The same threats as they count: what nobody approved as it stands is open.
  package func counting(_ review: ApprovalReview) -> RiskRegister {
    review.isAsked ? RiskRegister(self, review) : self
  }
}

/// Rates threats one after another.
private struct Assessor {
  private let model: Model
  private let facts: SubjectFacts
  private let matrix: RiskMatrix
  var ratings: RatingReader

  init(_ model: Model, _ matrix: RiskMatrix) {
    self.model = model
    self.matrix = matrix
    facts = SubjectFacts(model)
    ratings = RatingReader(model)
  }

  mutating func assess(_ threat: Threat) -> AssessedThreat {
    let hazards = facts.hazards(of: threat)
    let statements = threat.statements
    let initial = statements.isEmpty ? nil : ratings.rating(.score, of: statements)
    let residual = statements.isEmpty ? nil : ratings.rating(.residual, of: statements)
    let severity = hazards.isEmpty ? nil : model.worstSeverity(hazards)
    var assessed = AssessedThreat(
      threat: threat, initial: initial, residual: residual,
      initialExploitability: exploitability(.exploitability, initial, statements),
      residualExploitability: exploitability(.residualExploitability, residual, statements),
      hazards: hazards, harmSeverity: severity, isMultiPatient: model.isMultiPatient(hazards),
      treatment: treatment(of: threat))
    assessed.initialRisk = risk(assessed.initialExploitability, severity)
    assessed.residualRisk = risk(assessed.residualExploitability, severity)
    let weighing = model.first(statements, stating: .benefitRisk)
      .flatMap { model.text($0, .benefitRisk) }
    assessed.isWeighed = threat.status != .open && weighing.map { !$0.givesNoReason } ?? false
    return assessed
  }

  private func exploitability(
    _ property: Property, _ rating: Rating?, _ statements: [EntityID]
  ) -> ExploitabilityLevel? {
    let stating = model.first(statements, stating: property)
    let stated = stating.flatMap { model.word($0, property) }
    return stated.flatMap(ExploitabilityLevel.init) ?? rating?.vector?.exploitability
  }

  private func risk(_ exploitability: ExploitabilityLevel?, _ severity: String?) -> String? {
    guard let exploitability, let severity else { return nil }
    return matrix.cell(exploitability: exploitability.rawValue, severity: severity)
  }

  private func treatment(of threat: Threat) -> Treatment? {
    let stating = model.first(threat.statements, stating: .treatment)
    if let stated = stating.flatMap({ model.word($0, .treatment) }).flatMap(Treatment.init) {
      return stated
    }
    switch threat.status {
    case .open, .notApplicable: return nil
    case .mitigated: return .mitigate
    case .accepted: return .accept
    case .transferred: return .transfer
    case .avoided: return .avoid
    }
  }
}
