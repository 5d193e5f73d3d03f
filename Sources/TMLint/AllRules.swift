// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

extension Rule {
  /// Every rule, in the order of the handbook.
  package static let all: [Rule] = sections.flatMap(\.rules)

  /// The rules by what they look after; the index under `docs/rules` has the same sections.
  package static let sections: [Section] = [
    Section(
      "Crossings",
      [
        .missingCrossing,
        .staleCrossing,
        .missingBoundary,
      ]),
    Section(
      "Data-flow notation",
      [
        .externalToExternal,
        .externalToStore,
        .storeToStore,
        .noOutflow,
        .noInflow,
        .neverRead,
        .neverWritten,
        .noFlow,
        .selfFlow,
        .brokenConnection,
        .sharedConnection,
        .missingLabel,
        .sameTitle,
        .emptyBoundary,
      ]),
    Section(
      "Protection at a crossing",
      [
        .unauthenticatedCrossing,
        .unencryptedCrossing,
        .clearTextProtocol,
        .weakMechanism,
        .misplacedProtection,
        .deniedProtection,
        .sensitiveInClear,
        .clearInside,
        .unencryptedSecret,
      ]),
    Section(
      "Devices",
      [
        .unusedPort,
        .unusedInterface,
        .disabledInUse,
        .contradictingFacet,
        .wirelessEmergencyStop,
        .lockedEmergencyStop,
        .unsignedUpdate,
      ]),
    Section(
      "Risk",
      [
        .nothingAsked,
        .unstatedFacet,
        .unexplainedScope,
        .understatedAsset,
        .untreatedThreat,
        .unacceptableRisk,
        .unmetRequirement,
        .hollowPolicy,
        .unexplainedDecision,
        .unapprovedDecision,
        .unapprovedThreat,
        .movingDecision,
        .blanketDecision,
        .futureDate,
        .expiredDecision,
        .mitigatedWithoutControl,
        .ineffectiveControl,
        .implausibleMechanism,
        .vagueControl,
        .unstatedStatus,
        .unknownAnswer,
        .hollowAnswer,
        .contradictingTreatment,
        .residualAboveScore,
        .unexplainedResidual,
        .creditedControl,
        .severityMismatch,
        .mixedScoring,
        .unratedFlow,
        .missingHarm,
        .unexplainedHarm,
        .doubleDecision,
        .unusedDecision,
        .matrixInverted,
      ]),
    Section(
      "Traceability",
      [
        .controlWithoutRequirement,
        .requirementWithoutVerification,
        .failedVerification,
        .verifiedWithoutEvidence,
        .plannedControl,
        .idleControl,
        .undeclaredVerification,
        .unusedVerification,
        .securityLevelGap,
      ]),
    Section(
      "Views for a regulator",
      [
        .missingView,
        .viewWithoutText,
        .functionWithoutUseCase,
      ]),
    Section(
      "Software of others",
      [
        .unassessedVulnerability,
        .knownExploitedVulnerability,
        .endOfSupport,
        .missingFromSBOM,
        .versionDiffersFromSBOM,
        .undeclaredComponent,
        .unmatchableComponent,
        .uncomparedVulnerability,
        .wrongComponentID,
      ]),
    Section(
      "Hygiene",
      [
        .unusedAsset,
        .unusedControl,
        .unusedRequirement,
        .unusedHazard,
        .unusedZone,
        .unusedCategory,
        .staleTriage,
        .reversedName,
        .hiddenName,
        .unusedExcuse,
        .overruledPolicy,
        .wrongExemption,
      ]),
  ]

  /// Rules that belong together.
  package struct Section: Sendable {
    package let title: String
    package let rules: [Rule]

    init(_ title: String, _ rules: [Rule]) {
      self.title = title
      self.rules = rules
    }
  }
}
