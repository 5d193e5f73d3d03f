// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax

/// What several profiles ask of the description of a system.
extension ProfilePart {
  static let description = ProfilePart(
    "what the system is for", "write lines with `///` in front of `model`"
  ) { facts in
    guard let system = facts.model.system, facts.model.documentation(system) != nil else {
      return .missing(nil)
    }
    return .present(ProfileEvidence("description of the system", .chapter("scope")))
  }

  static let diagram = ProfilePart(
    "elements and data flows", "declare what the system consists of: `process`, `store`, `flow`"
  ) { facts in
    let flows = facts.model.graph.flows.count
    if flows == 0 { return .missing(nil) }
    return .present(
      ProfileEvidence(
        ProfileFacts.count(flows, "data flow"), .section("flows"), .chapter("system")))
  }

  static let boundaries = declared(
    .boundary, "trust boundaries", "draw them: `boundary id \"Title\" { … }`",
    "trust boundary", "trust boundaries", "boundaries")
  static let processes = declared(
    .process, "processes", "declare them: `process id \"Title\"`", "process", "processes",
    "elements")
  static let stores = declared(
    .store, "data stores",
    "declare them: `store id \"Title\"`; if there are none, let a document say so",
    "data store", "data stores", "elements")
  static let externals = declared(
    .external, "external entities", "declare them: `external id \"Title\"`", "external entity",
    "external entities", "elements")
  static let assumptions = declared(
    .assumption, "assumptions about system and environment",
    "state them: `assumption id \"…\" { about: …; owner: \"…\" }`", "assumption", "assumptions",
    "assumptions", .chapter("method"))
  static let components = declared(
    .component, "software of others",
    "declare it where it runs: `component id \"Title\" { version: \"…\"; purl: \"…\" }`",
    "component", "components", "components", .chapter("software"))

  /// That there is at least one declaration of a kind.
  private static func declared(
    _ keyword: Keyword, _ name: String, _ remedy: String, _ one: String, _ many: String,
    _ section: String, _ place: ReportAnchor = .chapter("system")
  ) -> ProfilePart {
    ProfilePart(name, remedy) { facts in
      let found = facts.all(keyword)
      if found.isEmpty { return .missing(nil) }
      return .present(
        ProfileEvidence(
          ProfileFacts.count(found.count, one, many), .section(section), place))
    }
  }

  static let method = ProfilePart(
    "the method by which threats are found", "state it in the model: `method: stride`"
  ) { facts in
    guard facts.states(.method) else { return .missing(nil) }
    return .present(
      ProfileEvidence("method", .section("method-choice"), .chapter("method")))
  }

  static let rationale = ProfilePart(
    "why this method", "say it in the model: `because: \"…\"`"
  ) { facts in
    guard facts.text(.because) != nil else { return .missing(nil) }
    return .present(
      ProfileEvidence("rationale of the method", .section("method-choice"), .chapter("method")))
  }

  static let protocols = ProfilePart(
    "the protocol of each flow between machines", "add `protocol: …` to the flows"
  ) { facts in
    let flows = facts.crossingFlows.filter { PathKind($0, in: facts.model) == .network }
      .map(\.entity)
    return every(flows, "flows", facts, .section("flows"), "protocols of flows") {
      !facts.model.protocols(of: $0).isEmpty
    }
  }

  static let categorisedFlows = ProfilePart(
    "what each flow carries, with its class",
    "add `carries: …` to the flows, and `class: …` to the assets"
  ) { facts in
    let model = facts.model
    let flows = facts.crossingFlows.map(\.entity)
    return every(flows, "flows", facts, .section("flows"), "assets of flows") { flow in
      let assets = model.references(flow, .carries)
      return !assets.isEmpty && assets.allSatisfy { !model.words($0, .class).isEmpty }
    }
  }

  static let physicalPorts = ProfilePart(
    "physical ports, those that nothing uses included",
    "declare each port: `interface id \"Title\" { kind: usb; physical: yes }`, with `disabled: yes` "
      + "where it is switched off"
  ) { facts in
    let ports = facts.all(.interface).filter { facts.model.isPhysical(interface: $0) }
    if ports.isEmpty { return .missing(nil) }
    return .present(
      ProfileEvidence(
        ProfileFacts.count(ports.count, "physical interface"), .section("interfaces"),
        .chapter("system")))
  }

  static let debugPorts = ProfilePart(
    "connections on the circuit board, such as debug ports",
    "declare each: `interface id \"Title\" { kind: jtag; disabled: yes }`; if there are none, let a "
      + "document say so"
  ) { facts in
    let kinds: Set<String> = ["jtag", "swd", "serial", "internal-bus", "can"]
    let ports = facts.all(.interface).filter { id in
      facts.model.word(id, .kind).map(kinds.contains) == true
    }
    if ports.isEmpty { return .missing(nil) }
    return .present(
      ProfileEvidence(
        ProfileFacts.count(ports.count, "internal or debug connection"), .section("interfaces"),
        .chapter("system")))
  }
}
