// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// The metrics of version 4.0, from FIRST's specification document.
enum CVSS4Metrics {
  /// Where each metric stands in `all`.
  enum Slot {
    static let attackVector = 0
    static let attackComplexity = 1
    static let attackRequirements = 2
    static let privilegesRequired = 3
    static let userInteraction = 4
    static let vulnerableConfidentiality = 5
    static let vulnerableIntegrity = 6
    static let vulnerableAvailability = 7
    static let subsequentConfidentiality = 8
    static let subsequentIntegrity = 9
    static let subsequentAvailability = 10
    static let exploitMaturity = 11
    static let confidentialityRequirement = 12
    static let integrityRequirement = 13
    static let availabilityRequirement = 14
    static let safety = 26
  }

  /// How far behind a base metric its modified metric stands.
  static let modification = 15

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
        .init("L", "low", "no protection has to be evaded"),
        .init("H", "high", "a protection has to be evaded, or a secret learnt"),
      ]),
    CVSSMetric(
      "AT", "attack requirements", .base,
      [
        .init("N", "none", "works in all or most deployments"),
        .init("P", "present", "needs a condition such as a race or a place on the path"),
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
        .init("P", "passive", "a user has to do something usual, without intent"),
        .init("A", "active", "a user has to be led to do something unusual"),
      ]),
    impact(
      "VC", "confidentiality of the vulnerable system",
      "all data, or the most sensitive, is disclosed", "some data is disclosed"),
    impact(
      "VI", "integrity of the vulnerable system",
      "data can be altered at will, or with grave effect", "some data can be altered"),
    impact(
      "VA", "availability of the vulnerable system", "the service can be denied wholly or gravely",
      "the service suffers"),
    impact(
      "SC", "confidentiality of subsequent systems",
      "all their data, or the most sensitive, is disclosed", "some of their data is disclosed"),
    impact(
      "SI", "integrity of subsequent systems",
      "their data can be altered at will, or with grave effect", "some of their data can be altered"
    ),
    impact(
      "SA", "availability of subsequent systems", "their service can be denied wholly or gravely",
      "their service suffers"),
  ]

  private static let environmental: [CVSSMetric] =
    [
      CVSS2Metrics.requirement("CR", "confidentiality"),
      CVSS2Metrics.requirement("IR", "integrity"),
      CVSS2Metrics.requirement("AR", "availability"),
    ]
    + base.map { metric in
      let modified = metric.modified()
      guard metric.name == "SI" || metric.name == "SA" else { return modified }
      return CVSSMetric(
        modified.name, modified.title, .environmental,
        [.init("S", "safety", "a person can be injured or worse")] + modified.values)
    }

  private static let supplemental: [CVSSMetric] = [
    CVSSMetric(
      "S", "safety", .supplemental,
      [
        .init("P", "present", "a person can be injured, at least marginally as IEC 61508 says"),
        .init("N", "negligible", "nobody can be injured in earnest"),
      ]),
    CVSSMetric(
      "AU", "automatable", .supplemental,
      [
        .init("Y", "yes", "many targets can be attacked without a person at work"),
        .init("N", "no", "each target takes a person's work"),
      ]),
    CVSSMetric(
      "R", "recovery", .supplemental,
      [
        .init("I", "irrecoverable", "the system cannot be brought back"),
        .init("U", "user", "a person has to bring the system back"),
        .init("A", "automatic", "the system comes back by itself"),
      ]),
    CVSSMetric(
      "V", "value density", .supplemental,
      [
        .init("C", "concentrated", "one attack gains many resources"),
        .init("D", "diffuse", "one attack gains few resources"),
      ]),
    CVSSMetric(
      "RE", "response effort", .supplemental,
      [
        .init("H", "high", "a response is difficult or takes long"),
        .init("M", "moderate", "a response takes some effort"),
        .init("L", "low", "a response is easy"),
      ]),
    CVSSMetric(
      "U", "provider urgency", .supplemental,
      [
        .init("Red", "red", "the provider sees the highest urgency"),
        .init("Amber", "amber", "the provider sees moderate urgency"),
        .init("Green", "green", "the provider sees reduced urgency"),
        .init("Clear", "clear", "the provider sees no urgency"),
      ]),
  ]

  private static let threat = CVSSMetric(
    "E", "exploit maturity", .temporal,
    [
      .init("A", "attacked", "attacks are reported, or a ready exploit exists"),
      .init("P", "proof of concept", "a proof of concept is public, no attack is known"),
      .init("U", "unreported", "neither exploit nor attack is known"),
    ])

  static let all: [CVSSMetric] = base + [threat] + environmental + supplemental

  private static func impact(
    _ name: String, _ title: String, _ high: String, _ low: String
  ) -> CVSSMetric {
    CVSSMetric(
      name, title, .base,
      [
        .init("H", "high", high),
        .init("L", "low", low),
        .init("N", "none", "no effect"),
      ])
  }
}
