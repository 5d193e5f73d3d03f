// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel

extension Profile {
  /// FDA's premarket guidance on cybersecurity in medical devices: the documentation elements of its
  /// appendix 4, with the eight control categories and the four architecture views.
  static let fda = Profile(
    id: "fda", title: "FDA premarket cybersecurity guidance",
    edition: "“Cybersecurity in Medical Devices”, edition of 3 February 2026",
    elements: fdaRisk + fdaComponents + fdaArchitecture + fdaTesting + fdaPlans,
    chapters: [
      "scope", "method", "conclusion", "system", "views", "coverage", "register", "safety",
      "software", "controls", "traceability", "labeling", "metrics",
    ])

  private static let table = "appendix 4, table 1"

  private static let fdaRisk: [ProfileElement] = [
    ProfileElement(
      "1", "risk-management-report", "Cybersecurity risk management report", table,
      parts: [.method, .scoring, .controls, .treatment, .conclusion],
      documents: ["risk-management-report"],
      review: "Read whether the conclusion on the residual risk fits the device as it is used."),
    ProfileElement(
      "2", "threat-model", "Threat model of the system", table,
      parts: [.diagram, .boundaries, .threats, .rationale, .assumptions],
      documents: ["threat-model"],
      review: "Check that supply chain, manufacturing, deployment, interoperation, maintenance and "
        + "decommissioning are in the model or among the assumptions."),
    ProfileElement(
      "3", "risk-assessment", "Cybersecurity risk assessment", table,
      parts: [.scoring, .ratings, .criteria, .safetyHandOver], documents: ["risk-assessment"],
      review: "Check that vulnerabilities known to be exploited are designed out, and that each "
        + "exploitability is the worst case or says why not."),
  ]

  private static let fdaComponents: [ProfileElement] = [
    ProfileElement(
      "4", "sbom", "Software bill of materials, with support of each component", table,
      coverage: .document, parts: [.components, .componentIDs, .componentSupport],
      documents: ["sbom"],
      review: "Hold the bill against the model: `tm lint --sbom FILE`."),
    ProfileElement(
      "5", "vulnerability-assessment", "Assessment of known vulnerabilities", table,
      coverage: .document, parts: [.vulnerabilities], documents: ["vulnerability-assessment"],
      review: "Hold the list of vulnerabilities against the model: `tm components "
        + "--vulnerabilities FILE`."),
    ProfileElement(
      "6", "anomaly-assessment", "Assessment of unresolved anomalies", table,
      coverage: .document, documents: ["anomaly-assessment"]),
    ProfileElement(
      "7", "metrics", "Measures and metrics of patching", table, coverage: .document,
      documents: ["metrics"]),
  ]

  private static let fdaArchitecture: [ProfileElement] =
    [
      ProfileElement(
        "8", "security-architecture", "Security architecture: controls and their requirements",
        "section V.B; \(table)", parts: [.controlCategories, .controlRequirements],
        documents: ["security-architecture"])
    ]
    + zip("ABCDEFGH", fdaCategories).map { letter, category in
      ProfileElement(
        "8\(letter)", "control-\(category.word)", category.title,
        "section V.B.1; appendix 1", parts: [.control(in: category.word)],
        documents: ["security-architecture"])
    }
    + ViewKind.asked.enumerated().map { place, kind in
      ProfileElement(
        "8.\(place + 1)", "view-\(kind.rawValue)", kind.title, "section V.B.2; appendix 2",
        parts: [.view(kind), .viewText(kind)], documents: ["security-architecture"],
        review: kind == .useCase
          ? "Check that each function whose compromise can harm has a view, in each state." : nil)
    }

  private static let fdaCategories: [(word: String, title: String)] = [
    ("authentication", "Control category: authentication"),
    ("authorization", "Control category: authorization"),
    ("cryptography", "Control category: cryptography"),
    (
      "code-data-execution-integrity", "Control category: integrity of code, data and execution"
    ),
    ("confidentiality", "Control category: confidentiality"),
    ("event-detection-and-logging", "Control category: detection and logging of events"),
    ("resiliency-and-recovery", "Control category: resiliency and recovery"),
    ("updatability-and-patchability", "Control category: updates and patches"),
  ]

  private static let fdaTesting: [ProfileElement] = [
    ProfileElement(
      "9", "requirements-testing", "Testing of the security requirements", "section V; \(table)",
      parts: [.requirementTests], documents: ["security-test-report"]),
    ProfileElement(
      "9.1", "threat-mitigation-testing", "Testing of threat mitigations", "section V",
      parts: [.tests("a threat-mitigation test", "threat-mitigation-test")],
      documents: ["security-test-report"]),
    ProfileElement(
      "9.2", "vulnerability-testing", "Testing for vulnerabilities", "section V",
      parts: [
        .tests(
          "a test for vulnerabilities", "vulnerability-test", "fuzz-test", "static-analysis",
          "composition-analysis")
      ], documents: ["security-test-report"],
      review: "Check that malformed input, known vulnerabilities, the analysis of binaries and "
        + "hard-coded credentials are among the tests."),
    ProfileElement(
      "9.3", "penetration-testing", "Penetration test", "section V", coverage: .document,
      parts: [.tests("a penetration test", "penetration-test")],
      documents: ["penetration-test-report"],
      review:
        "Check that the report names testers and their independence, scope, duration, methods "
        + "and results."),
  ]

  private static let fdaPlans: [ProfileElement] = [
    ProfileElement(
      "10", "labeling", "Labeling", "section VI; \(table)", coverage: .document,
      documents: ["labeling", "mds2"],
      review:
        "Check that interfaces, diagrams, bill of materials, settings, logs, recovery, end of "
        + "support and decommissioning are told to users."),
    ProfileElement(
      "11", "management-plan", "Cybersecurity management plan", "section VI; \(table)",
      coverage: .document, documents: ["management-plan"]),
    ProfileElement(
      "12", "traceability", "Traceability across all of it", table, parts: [.traceability],
      documents: ["traceability"]),
  ]
}
