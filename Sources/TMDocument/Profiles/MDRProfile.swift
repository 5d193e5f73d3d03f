// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMRegister

extension Profile {
  /// The security requirements of MDR 2017/745, annex I, and the sections of MDCG 2019-16 that
  /// explain them.
  static let mdr = Profile(
    id: "mdr", title: "MDR annex I and MDCG 2019-16",
    edition: "Regulation (EU) 2017/745, annex I; MDCG 2019-16, revision 1",
    elements: mdrAnnex + mdrConcepts + mdrDesign + mdrDocuments,
    chapters: [
      "scope", "system", "method", "register", "coverage", "controls", "safety", "conclusion",
      "traceability", "labeling", "software", "views", "metrics",
    ])

  private static let mdrAnnex: [ProfileElement] = [
    ProfileElement(
      "17.2a", "life-cycle", "Software developed along a secure life cycle",
      "MDR annex I, 17.2; MDCG 2019-16, 3.1 and 3.8", coverage: .document,
      documents: ["life-cycle-process"]),
    ProfileElement(
      "17.2b", "risk-management", "Risk management that includes information security",
      "MDR annex I, 17.2; MDCG 2019-16, 3.4",
      parts: [.threats, .scoring, .ratings, .criteria, .treatment, .safetyHandOver],
      documents: ["risk-assessment", "risk-management-report"]),
    ProfileElement(
      "17.2c", "verification", "Verification and validation of security",
      "MDR annex I, 17.2; MDCG 2019-16, 3.7",
      parts: [
        .requirementTests,
        .tests(
          "tests of security", "threat-mitigation-test", "vulnerability-test", "fuzz-test",
          "penetration-test"),
      ], documents: ["security-test-report"]),
    ProfileElement(
      "17.4", "it-requirements",
      "Minimum requirements on hardware, network and IT security measures",
      "MDR annex I, 17.4; MDCG 2019-16, 3.6", coverage: .document,
      parts: [.assumptions, .transferredRisks], documents: ["it-requirements"],
      review:
        "Check that each assumption about the environment is a requirement that users are told."
    ),
    ProfileElement(
      "18.8", "unauthorised-access", "Protection against unauthorised access",
      "MDR annex I, 18.8", parts: [.unauthorisedAccess, .authenticatedCrossings],
      documents: ["security-architecture"]),
    ProfileElement(
      "23.4(ab)", "instructions", "Instructions for use that name the minimum IT requirements",
      "MDR annex I, 23.4(ab); MDCG 2019-16, 3.6 and 4", coverage: .document,
      documents: ["labeling"]),
  ]

  private static let mdrConcepts: [ProfileElement] = [
    ProfileElement(
      "2.3", "intended-use", "Intended use and operating environment",
      "MDCG 2019-16, 2.3 and 2.5", parts: [.description, .networkLocation, .physicalEnvironment],
      documents: ["risk-management-plan", "labeling"]),
    ProfileElement(
      "2.4", "misuse", "Reasonably foreseeable misuse", "MDCG 2019-16, 2.4",
      parts: [.attackVectors], documents: ["risk-assessment", "safety-risk-file"],
      review: "Check that what users may do wrong without intent is considered too."),
    ProfileElement(
      "2.6", "joint-responsibility", "Joint responsibility of integrator, operator and users",
      "MDCG 2019-16, 2.6", parts: [.operators, .transferredRisks], documents: ["labeling", "mds2"]),
  ]

  private static let mdrDesign: [ProfileElement] = [
    ProfileElement(
      "3.2", "security", "Defence in depth", "MDCG 2019-16, 3.1 and 3.2",
      parts: [.boundaries, .controls, .isolation], documents: ["security-architecture"]),
    ProfileElement(
      "3.3", "security-capabilities", "Security capabilities", "MDCG 2019-16, 3.3",
      parts: [.capabilities], documents: ["mds2"]),
    ProfileElement(
      "3.5", "benefit-risk", "Benefit weighed against security risk", "MDCG 2019-16, 3.5",
      parts: [.benefitRisk], documents: ["benefit-risk-analysis"]),
  ]

  private static let mdrDocuments: [ProfileElement] = [
    ProfileElement(
      "4", "documentation", "Technical documentation of security", "MDCG 2019-16, 4",
      parts: [.diagram, .threats, .controlRequirements, .traceability],
      documents: ["risk-management-report"]),
    ProfileElement(
      "5", "surveillance", "Post-market surveillance and vigilance", "MDCG 2019-16, 5",
      coverage: .document, documents: ["surveillance-plan", "management-plan"]),
  ]
}
