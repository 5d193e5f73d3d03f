// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// The metrics of versions 3.0 and 3.1, from FIRST's specification documents.
enum CVSS3Metrics {
  /// Where each metric stands in `all`.
  enum Slot {
    static let attackVector = 0
    static let attackComplexity = 1
    static let privilegesRequired = 2
    static let userInteraction = 3
    static let scope = 4
    static let confidentiality = 5
    static let integrity = 6
    static let availability = 7
    static let exploitMaturity = 8
    static let remediationLevel = 9
    static let reportConfidence = 10
    static let confidentialityRequirement = 11
    static let integrityRequirement = 12
    static let availabilityRequirement = 13
  }

  /// How far behind a base metric its modified metric stands.
  static let modification = 14

  private static let base: [CVSSMetric] = [
    CVSSMetric(
      "AV", "attack vector", .base,
      [
        .init("N", "network", "reachable over routed networks, even the internet"),
        .init("A", "adjacent", "only from the same local network or radio range"),
        .init("L", "local", "through a local session, or a file that a user opens"),
        .init("P", "physical", "somebody has to touch the device"),
      ]),
    CVSSMetric(
      "AC", "attack complexity", .base,
      [
        .init("L", "low", "works at will"),
        .init("H", "high", "needs conditions that the attacker does not control"),
      ]),
    CVSSMetric(
      "PR", "privileges required", .base,
      [
        .init("N", "none", "no account is needed"),
        .init("L", "low", "an ordinary account is needed"),
        .init("H", "high", "an account with administrative rights is needed"),
      ]),
    CVSSMetric(
      "UI", "user interaction", .base,
      [
        .init("N", "none", "nobody has to take part"),
        .init("R", "required", "a user has to do something first"),
      ]),
    CVSSMetric(
      "S", "scope", .base,
      [
        .init("C", "changed", "parts under another authority are affected too"),
        .init("U", "unchanged", "only the vulnerable part's own authority is affected"),
      ]),
    impact(
      "C", "confidentiality", "all data, or the most sensitive, is disclosed",
      "some data is disclosed"),
    impact(
      "I", "integrity", "data can be altered at will, or with grave effect",
      "some data can be altered"),
    impact(
      "A", "availability", "the service can be denied wholly or gravely", "the service suffers"),
  ]

  static let all: [CVSSMetric] =
    base + [
      CVSSMetric(
        "E", "exploit code maturity", .temporal,
        [
          .init("H", "high", "an exploit works everywhere, or none is needed"),
          .init("F", "functional", "an exploit works in most cases"),
          .init("P", "proof of concept", "an exploit works in some cases or needs skill"),
          .init("U", "unproven", "no exploit is known"),
        ]),
      CVSSMetric(
        "RL", "remediation level", .temporal,
        [
          .init("U", "unavailable", "there is no remedy"),
          .init("W", "workaround", "users can help themselves"),
          .init("T", "temporary fix", "the vendor has an interim remedy"),
          .init("O", "official fix", "the vendor has a remedy"),
        ]),
      CVSSMetric(
        "RC", "report confidence", .temporal,
        [
          .init("C", "confirmed", "the vendor, the source or a test confirms it"),
          .init("R", "reasonable", "details are known, the cause is not certain"),
          .init("U", "unknown", "reports differ or are vague"),
        ]),
      CVSS2Metrics.requirement("CR", "confidentiality"),
      CVSS2Metrics.requirement("IR", "integrity"),
      CVSS2Metrics.requirement("AR", "availability"),
    ] + base.map { $0.modified() }

  private static func impact(
    _ name: String, _ property: String, _ high: String, _ low: String
  ) -> CVSSMetric {
    CVSSMetric(
      name, property + " impact", .base,
      [
        .init("H", "high", high),
        .init("L", "low", low),
        .init("N", "none", "no effect"),
      ])
  }
}
