// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// The metrics of version 2.0, from FIRST's "A Complete Guide to the CVSS Version 2.0".
enum CVSS2Metrics {
  /// Where each metric stands in `all`.
  enum Slot {
    static let accessVector = 0
    static let accessComplexity = 1
    static let authentication = 2
    static let confidentiality = 3
    static let integrity = 4
    static let availability = 5
    static let exploitability = 6
    static let remediationLevel = 7
    static let reportConfidence = 8
    static let collateralDamage = 9
    static let targetDistribution = 10
    static let confidentialityRequirement = 11
    static let integrityRequirement = 12
    static let availabilityRequirement = 13
  }

  static let all: [CVSSMetric] = [
    CVSSMetric(
      "AV", "access vector", .base,
      [
        .init("N", "network", "reachable from any network"),
        .init("A", "adjacent network", "only from the same local or radio network"),
        .init("L", "local", "needs physical access or a local account"),
      ]),
    CVSSMetric(
      "AC", "access complexity", .base,
      [
        .init("L", "low", "works at will"),
        .init("M", "medium", "needs some preparation or luck"),
        .init("H", "high", "needs rare conditions"),
      ]),
    CVSSMetric(
      "Au", "authentication", .base,
      [
        .init("N", "none", "no login is needed"),
        .init("S", "single", "one login is needed"),
        .init("M", "multiple", "two or more logins are needed"),
      ]),
    impact("C", "confidentiality impact", "everything can be read", "some data can be read"),
    impact("I", "integrity impact", "everything can be altered", "some data can be altered"),
    impact("A", "availability impact", "all service can be stopped", "service suffers"),
    CVSSMetric(
      "E", "exploitability", .temporal,
      [
        .init("H", "high", "a reliable exploit is widely available"),
        .init("F", "functional", "an exploit works in most cases"),
        .init("POC", "proof of concept", "an exploit works in some cases or needs skill"),
        .init("U", "unproven", "no exploit is known"),
      ]),
    CVSSMetric(
      "RL", "remediation level", .temporal,
      [
        .init("U", "unavailable", "there is no remedy"),
        .init("W", "workaround", "users can help themselves"),
        .init("TF", "temporary fix", "the vendor has an interim remedy"),
        .init("OF", "official fix", "the vendor has a remedy"),
      ]),
    CVSSMetric(
      "RC", "report confidence", .temporal,
      [
        .init("C", "confirmed", "the vendor or a test confirms it"),
        .init("UR", "uncorroborated", "several reports, some doubt"),
        .init("UC", "unconfirmed", "a single report or rumours"),
      ]),
    CVSSMetric(
      "CDP", "collateral damage potential", .environmental,
      [
        .init("H", "high", "catastrophic harm to people, property or income"),
        .init("MH", "medium-high", "significant harm"),
        .init("LM", "low-medium", "moderate harm"),
        .init("L", "low", "slight harm"),
        .init("N", "none", "no harm beyond the system"),
      ]),
    CVSSMetric(
      "TD", "target distribution", .environmental,
      [
        .init("H", "high", "76 to 100 % of the systems are at risk"),
        .init("M", "medium", "26 to 75 % of the systems are at risk"),
        .init("L", "low", "1 to 25 % of the systems are at risk"),
        .init("N", "none", "no system is at risk"),
      ]),
    requirement("CR", "confidentiality"),
    requirement("IR", "integrity"),
    requirement("AR", "availability"),
  ]

  private static func impact(
    _ name: String, _ title: String, _ complete: String, _ partial: String
  ) -> CVSSMetric {
    CVSSMetric(
      name, title, .base,
      [
        .init("C", "complete", complete),
        .init("P", "partial", partial),
        .init("N", "none", "no effect"),
      ])
  }

  /// The requirement for one property of the system's environment, in all versions.
  static func requirement(_ name: String, _ property: String) -> CVSSMetric {
    CVSSMetric(
      name, property + " requirement", .environmental,
      [
        .init("H", "high", "its loss would be catastrophic"),
        .init("M", "medium", "its loss would be serious"),
        .init("L", "low", "its loss would be limited"),
      ])
  }
}
