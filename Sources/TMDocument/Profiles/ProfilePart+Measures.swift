// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRisk
import TMSyntax

/// What profiles ask of controls, requirements, tests and components.
extension ProfilePart {
  static let controls = ProfilePart(
    "controls in place", "declare them: `control id \"…\" { mitigates: …; status: implemented }`"
  ) { facts in
    evidence(facts.controlsInPlace, facts)
  }

  /// That a control of one of FDA's eight categories is in place.
  static func control(in category: String) -> ProfilePart {
    ProfilePart(
      "a control of this category in place",
      "add `category: \(category)` to the controls that serve it, or say in a document why none does"
    ) { facts in
      evidence(
        facts.controlsInPlace.filter { facts.model.words($0, .category).contains(category) }, facts)
    }
  }

  static let controlCategories = ProfilePart(
    "the category of each control", "add `category: …` to the controls"
  ) { facts in
    every(facts.all(.control), "controls", facts, .chapter("controls"), "controls by category") {
      facts.model.entry($0, .category) != nil
    }
  }

  static let controlRequirements = ProfilePart(
    "the requirement behind each control", "add `satisfies: …` to the controls"
  ) { facts in
    every(
      facts.all(.control), "controls", facts, .chapter("controls"), "requirements of controls"
    ) {
      facts.model.entry($0, .satisfies) != nil
    }
  }

  static let unauthorisedAccess = ProfilePart(
    "controls against unauthorised access",
    "add `category: authentication` or `category: authorization` to the controls that serve it"
  ) { facts in
    let categories: Set<String> = ["authentication", "authorization"]
    let capabilities: Set<String> = ["AUTH", "PAUT", "NAUT", "ALOF", "PLOK"]
    return evidence(
      facts.controlsInPlace.filter { control in
        facts.model.words(control, .category).contains(where: categories.contains)
          || facts.model.words(control, .capability).contains {
            capabilities.contains(Vocabulary.capabilities.base(of: $0))
          }
      }, facts)
  }

  static let authenticatedCrossings = ProfilePart(
    "who may use each way in",
    "add `authenticated: …` to the flows, or `@allow(unauthenticated-crossing, \"…\")` with the reason"
  ) { facts in
    let flows = facts.crossingFlows.filter { flow in
      switch PathKind(flow, in: facts.model) {
      case .network, .userInterface: true
      case .signal, .inside: false
      }
    }.map(\.entity)
    let excused = Set(
      facts.model.excuses.filter { $0.rule == "unauthenticated-crossing" }.map(\.entity))
    return every(
      flows, "flows", facts, .section("flows"), "authentication of flows across a boundary"
    ) {
      facts.model.sourceAuthentication($0).isPresent || excused.contains($0)
    }
  }

  static let capabilities = ProfilePart(
    "the security capability of each control",
    "add `capability: …`, a code of IEC TR 80001-2-2, to the controls"
  ) { facts in
    every(
      facts.all(.control), "controls", facts, .chapter("controls"), "capabilities of controls"
    ) {
      facts.model.entry($0, .capability) != nil
    }
  }

  static let requirementTests = ProfilePart(
    "evidence for each requirement",
    "add `verified-by: …` to the requirements, and let the verification pass"
  ) { facts in
    every(
      facts.all(.requirement), "requirements", facts, .chapter("traceability"),
      "evidence for requirements"
    ) { requirement in
      let evidence = facts.model.evidence(of: requirement)
      return !evidence.isEmpty
        && evidence.allSatisfy { facts.model.result(of: $0) == .passed }
    }
  }

  /// That a verification of one of some methods passed.
  static func tests(_ name: String, _ methods: String...) -> ProfilePart {
    ProfilePart(
      name,
      "declare it: `verification id \"…\" { method: \(methods.first ?? ""); status: passed }`"
    ) { facts in
      let passed = facts.passed(methods)
      guard let first = passed.first else { return .missing(nil) }
      let path = facts.model.path(first)
      return .present(
        ProfileEvidence(
          passed.count == 1
            ? "verification `\(path)`" : "verification `\(path)` and \(passed.count - 1) more",
          .declaration(path), .chapter("traceability")))
    }
  }

  static let traceability = ProfilePart(
    "a trace without gaps from threats to tests", "close them: `tm trace --gaps` lists them"
  ) { facts in
    let trace = facts.source.trace
    if facts.all(.requirement).isEmpty || trace.chains.isEmpty { return .missing(nil) }
    let evidence = ProfileEvidence(
      "trace of \(ProfileFacts.count(facts.threats.count, "threat"))", .chapter("traceability"))
    if trace.gaps.isEmpty { return .present(evidence) }
    return .partial(evidence, ProfileFacts.count(trace.gaps.count, "gap"))
  }

  static let componentIDs = ProfilePart(
    "version and identifier of each component",
    "add `version: \"…\"` and `purl: \"…\"` or `cpe: \"…\"` to the components"
  ) { facts in
    every(
      facts.all(.component), "components", facts, .chapter("software"),
      "versions of components"
    ) {
      facts.model.entry($0, .version) != nil
        && (facts.model.entry($0, .purl) != nil || facts.model.entry($0, .cpe) != nil)
    }
  }

  static let componentSupport = ProfilePart(
    "level of support and its end of each component",
    "add `support: …` and `end-of-support: …` to the components"
  ) { facts in
    every(
      facts.all(.component), "components", facts, .chapter("software"),
      "support of components"
    ) {
      facts.model.entry($0, .support) != nil && facts.model.entry($0, .endOfSupport) != nil
    }
  }

  /// That something holds of each of some declarations, of which there is at least one.
  static func every(
    _ all: [EntityID], _ many: String, _ facts: ProfileFacts, _ place: ReportAnchor, _ text: String,
    holds: (EntityID) -> Bool
  ) -> Finding {
    if all.isEmpty { return .missing(nil) }
    let lacking = all.filter { !holds($0) }
    if lacking.isEmpty { return .present(ProfileEvidence(text, place)) }
    let detail = facts.lacking(lacking, of: all, many)
    if lacking.count == all.count { return .missing(detail) }
    return .partial(
      ProfileEvidence("\(text) (\(all.count - lacking.count) of \(all.count))", place), detail)
  }
}
