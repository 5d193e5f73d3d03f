// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax

/// What profiles ask of the environment of a system: zones, access, operators.
extension ProfilePart {
  static let networkLocation = ProfilePart(
    "where in a network it stands", "add `zone: …` to the boundaries"
  ) { facts in
    let places = facts.all(.boundary).filter { facts.model.zone($0) != nil }
    if places.isEmpty { return .missing(nil) }
    return .present(
      ProfileEvidence(
        "zones of the boundaries", .section("boundaries"), .chapter("system")))
  }

  static let physicalEnvironment = ProfilePart(
    "who can physically get there", "add `access: …` to the boundaries"
  ) { facts in
    let places = facts.all(.boundary).filter { facts.model.word($0, .access) != nil }
    if places.isEmpty { return .missing(nil) }
    return .present(
      ProfileEvidence(
        "access of \(ProfileFacts.count(places.count, "boundary", "boundaries"))",
        .section("boundaries"), .chapter("system")))
  }

  static let isolation = ProfilePart(
    "what isolates it",
    "name the control at the boundary, with `mechanism: segmentation` or `mechanism: firewall`"
  ) { facts in
    let words: Set<String> = ["segmentation", "firewall", "address-allow-list"]
    let controls = facts.controlsInPlace.filter { control in
      facts.model.words(control, .mechanism).contains(where: words.contains)
    }
    return evidence(controls, facts)
  }

  static let hardwareControls = ProfilePart(
    "controls in hardware",
    "name them: `mechanism: secure-boot`, `tamper-seal`, or a store of the kind `vault`"
  ) { facts in
    let words: Set<String> = ["secure-boot", "tamper-seal", "watchdog"]
    let controls = facts.controlsInPlace.filter { control in
      facts.model.words(control, .mechanism).contains(where: words.contains)
    }
    return evidence(controls, facts)
  }

  static let safetyImpact = ProfilePart(
    "what degraded security does to safety",
    "declare the hazards of the safety risk file, and name them with `harm`"
  ) { facts in
    let hazards = facts.all(.hazard).filter { hazard in
      facts.threats.contains { $0.hazards.contains(hazard) }
    }
    if hazards.isEmpty { return .missing(nil) }
    return .present(
      ProfileEvidence(
        "\(ProfileFacts.count(hazards.count, "hazard")) that threats lead to", .chapter("safety"),
        .chapter("register")))
  }

  static let operators = ProfilePart(
    "who operates each part", "add `owner: \"…\"` to the outermost boundaries"
  ) { facts in
    let outermost = facts.all(.boundary).filter { facts.model[$0].parent == nil }
    return every(
      outermost, "boundaries", facts, .section("boundaries"), "operators of the boundaries"
    ) {
      facts.model.text($0, .owner) != nil
    }
  }

  static let transferredRisks = ProfilePart(
    "the risks that others have to bear, and where they are told",
    "let a decision say `status: transferred; transferred-to: \"…\"`, or state in an assumption "
      + "with an `owner` what others have to do"
  ) { facts in
    let threats = facts.threats.filter { $0.threat.status == .transferred }
    if !threats.isEmpty {
      return .present(
        ProfileEvidence(
          ProfileFacts.count(threats.count, "transferred threat"), .chapter("labeling"),
          .chapter("register")))
    }
    let owned = facts.all(.assumption).filter { facts.model.text($0, .owner) != nil }
    if owned.isEmpty { return .missing(nil) }
    return .present(
      ProfileEvidence(
        "\(ProfileFacts.count(owned.count, "assumption")) with an owner", .section("assumptions"),
        .chapter("method")))
  }

  /// Some controls as evidence, if there are any.
  static func evidence(_ controls: [EntityID], _ facts: ProfileFacts) -> Finding {
    guard let first = controls.first else { return .missing(nil) }
    let path = facts.model.path(first)
    let rest = controls.count - 1
    return .present(
      ProfileEvidence(
        rest == 0
          ? "control `\(path)`" : "control `\(path)` and \(rest) more",
        .declaration(path), .chapter("controls")))
  }
}
