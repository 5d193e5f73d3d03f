// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

extension Profile {
  /// IEC 81001-5-1, clause 7: the security risk management of health software.
  static let iec81001 = Profile(
    id: "iec-81001-5-1", title: "IEC 81001-5-1, clause 7",
    edition: "IEC 81001-5-1:2021",
    elements: iecContext + iecThreatModel + iecRisk,
    chapters: [
      "scope", "system", "views", "method", "register", "coverage", "conclusion", "safety",
      "controls", "traceability", "software", "labeling", "metrics",
    ])

  private static let iecContext: [ProfileElement] = [
    ProfileElement(
      "7.1.1", "process", "Process of security risk management", "7.1.1", coverage: .document,
      parts: [.method, .criteria], documents: ["risk-management-plan"]),
    ProfileElement(
      "7.1.2a", "context-network", "Security context: place in the network", "7.1.2",
      parts: [.networkLocation], documents: ["risk-management-plan"]),
    ProfileElement(
      "7.1.2b", "context-environment", "Security context: physical and IT environment", "7.1.2",
      parts: [.physicalEnvironment, .assumptions], documents: ["risk-management-plan"]),
    ProfileElement(
      "7.1.2c", "context-isolation", "Security context: isolation", "7.1.2", parts: [.isolation],
      documents: ["security-architecture"]),
    ProfileElement(
      "7.1.2d", "context-safety", "Security context: effect of degraded security on safety",
      "7.1.2", parts: [.safetyImpact], documents: ["safety-risk-file"]),
    ProfileElement(
      "7.1.2e", "context-hardware", "Security context: controls in hardware", "7.1.2",
      parts: [.hardwareControls], documents: ["security-architecture"]),
  ]

  /// The letters are those of the standard, as published summaries of it list them.
  private static let iecThreatModel: [ProfileElement] = [
    model("a", "flows", "flow of information, by category", .categorisedFlows),
    model("b", "boundaries", "trust boundaries", .boundaries),
    model("c", "processes", "processes", .processes),
    model("d", "stores", "data stores", .stores),
    model("e", "externals", "external entities", .externals),
    model("f", "protocols", "communication protocols", .protocols),
    model("g", "ports", "physical ports", .physicalPorts),
    model("h", "board", "connections on the circuit board", .debugPorts),
    model("i", "vectors", "attack vectors", .attackVectors),
    model("j", "threats", "threats", .threats),
    model("k", "issues", "security-related issues", .issues),
    model("l", "dependencies", "external dependencies", .components),
  ]

  private static func model(
    _ letter: String, _ id: String, _ title: String, _ part: ProfilePart
  ) -> ProfileElement {
    ProfileElement(
      "7.2\(letter)", "model-\(id)", "Threat model: \(title)", "7.2 \(letter))", parts: [part],
      documents: ["threat-model"])
  }

  private static let iecRisk: [ProfileElement] = [
    ProfileElement(
      "7.3", "evaluation", "Estimation and evaluation of security risk", "7.3",
      parts: [.scoring, .ratings, .criteria, .safetyHandOver], documents: ["risk-assessment"]),
    ProfileElement(
      "7.4", "control", "Control of security risk", "7.4",
      parts: [.controls, .treatment, .newRisks, .requirementTests, .conclusion],
      documents: ["risk-management-report"]),
    ProfileElement(
      "7.5", "monitoring", "Monitoring of the effect of controls", "7.5", coverage: .document,
      parts: [.reviewDates], documents: ["management-plan", "surveillance-plan"]),
  ]
}
