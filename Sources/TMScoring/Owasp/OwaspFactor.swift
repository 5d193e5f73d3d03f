// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// A factor of the OWASP Risk Rating Methodology; the raw value is its name in a vector.
package enum OwaspFactor: String, CaseIterable, Sendable {
  case skillLevel = "SL"
  case motive = "M"
  case opportunity = "O"
  case size = "S"
  case easeOfDiscovery = "ED"
  case easeOfExploit = "EE"
  case awareness = "A"
  case intrusionDetection = "ID"
  case confidentiality = "LC"
  case integrity = "LI"
  case availability = "LAV"
  case accountability = "LAC"
  case financialDamage = "FD"
  case reputationDamage = "RD"
  case nonCompliance = "NC"
  case privacyViolation = "PV"

  /// What a factor is part of.
  package enum Group: String, CaseIterable, Sendable {
    case likelihood
    case technical = "technical impact"
    case business = "business impact"

    package var factors: [OwaspFactor] { OwaspFactor.allCases.filter { $0.group == self } }
  }

  package var group: Group {
    switch self {
    case .skillLevel, .motive, .opportunity, .size, .easeOfDiscovery, .easeOfExploit, .awareness,
      .intrusionDetection:
      .likelihood
    case .confidentiality, .integrity, .availability, .accountability: .technical
    case .financialDamage, .reputationDamage, .nonCompliance, .privacyViolation: .business
    }
  }

  package var title: String {
    switch self {
    case .skillLevel: "Skill level"
    case .motive: "Motive"
    case .opportunity: "Opportunity"
    case .size: "Size"
    case .easeOfDiscovery: "Ease of discovery"
    case .easeOfExploit: "Ease of exploit"
    case .awareness: "Awareness"
    case .intrusionDetection: "Intrusion detection"
    case .confidentiality: "Loss of confidentiality"
    case .integrity: "Loss of integrity"
    case .availability: "Loss of availability"
    case .accountability: "Loss of accountability"
    case .financialDamage: "Financial damage"
    case .reputationDamage: "Reputation damage"
    case .nonCompliance: "Non-compliance"
    case .privacyViolation: "Privacy violation"
    }
  }

  /// The only values that the methodology gives the factor, in points, with their meaning.
  package var values: [(points: Int, meaning: String)] {
    switch self {
    case .skillLevel:
      [
        (1, "no technical skills"), (3, "some technical skills"), (5, "advanced computer user"),
        (6, "network and programming skills"), (9, "security penetration skills"),
      ]
    case .motive: [(1, "low or no reward"), (4, "possible reward"), (9, "high reward")]
    case .opportunity:
      [
        (0, "full access or expensive resources needed"), (4, "special access or resources needed"),
        (7, "some access or resources needed"), (9, "no access or resources needed"),
      ]
    case .size:
      [
        (2, "developers or system administrators"), (4, "intranet users"), (5, "partners"),
        (6, "authenticated users"), (9, "anonymous internet users"),
      ]
    case .easeOfDiscovery:
      [
        (1, "practically impossible"), (3, "difficult"), (7, "easy"),
        (9, "automated tools available"),
      ]
    case .easeOfExploit:
      [(1, "theoretical"), (3, "difficult"), (5, "easy"), (9, "automated tools available")]
    case .awareness: [(1, "unknown"), (4, "hidden"), (6, "obvious"), (9, "public knowledge")]
    case .intrusionDetection:
      [
        (1, "active detection in the application"), (3, "logged and reviewed"),
        (8, "logged without review"), (9, "not logged"),
      ]
    case .confidentiality:
      [
        (2, "little non-sensitive data disclosed"),
        (6, "little critical or much non-sensitive data disclosed"),
        (7, "much critical data disclosed"), (9, "all data disclosed"),
      ]
    case .integrity:
      [
        (1, "little data slightly corrupt"), (3, "little data seriously corrupt"),
        (5, "much data slightly corrupt"), (7, "much data seriously corrupt"),
        (9, "all data totally corrupt"),
      ]
    case .availability:
      [
        (1, "few secondary services interrupted"),
        (5, "few primary or many secondary services interrupted"),
        (7, "many primary services interrupted"), (9, "all services lost"),
      ]
    case .accountability:
      [(1, "fully traceable"), (7, "possibly traceable"), (9, "completely anonymous")]
    case .financialDamage:
      [
        (1, "less than the cost of the repair"), (3, "minor effect on annual profit"),
        (7, "significant effect on annual profit"), (9, "bankruptcy"),
      ]
    case .reputationDamage:
      [
        (1, "minimal damage"), (4, "loss of major accounts"), (5, "loss of goodwill"),
        (9, "brand damage"),
      ]
    case .nonCompliance:
      [(2, "minor violation"), (5, "clear violation"), (7, "high-profile violation")]
    case .privacyViolation:
      [
        (3, "one individual"), (5, "hundreds of people"), (7, "thousands of people"),
        (9, "millions of people"),
      ]
    }
  }
}
