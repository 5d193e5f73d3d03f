// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMInterchange
import TMModel
import TMSyntax
import TMThreats
import TMWriting

/// The personas, threats and controls of a TM-BOM.
struct TMBOMThreats {
  private let outgoing: OutgoingModel
  private let model: Model
  private let threats: [(name: String, threat: OutgoingThreat)]
  private let names: TMBOMNames
  /// The personas in the order in which threats name them.
  private var personas: [(actor: String, name: String)] = []
  /// The names of personas, by the words for who would do it.
  private var personaNames: [String: String] = [:]
  /// What each control answers.
  private var answered: [EntityID: [(name: String, threat: OutgoingThreat)]] = [:]

  /// The flows whose encryption the model does not state.
  private let notStated: [String]

  init(
    _ all: [OutgoingThreat], _ outgoing: OutgoingModel, _ given: TMBOMNames, notStated: [String]
  ) {
    self.outgoing = outgoing
    self.notStated = notStated
    model = outgoing.model
    names = given
    var table = given
    threats = all.map { (table.name($0.id), $0) }
    for threat in all {
      let actor = threat.actor ?? TMBOMMark.anybody
      guard personaNames[actor] == nil else { continue }
      let name = table.name("persona \(actor.prefix(60))")
      personas.append((actor, name))
      personaNames[actor] = name
    }
    for entry in threats {
      for control in entry.threat.controls { answered[control, default: []].append(entry) }
    }
  }

  func write(to writer: inout JSONWriter) {
    writer.array("threat_personas") { writer in
      for persona in personas { write(persona: persona.name, persona.actor, to: &writer) }
    }
    writer.array("threats") { writer in
      for (name, threat) in threats { write(threat, name, to: &writer) }
    }
    writer.array("controls") { writer in
      for control in outgoing.all(.control) { write(control: control, to: &writer) }
    }
    guard !threats.isEmpty || !notStated.isEmpty else { return }
    // With this a file that comes back is the triage that it was, and says no more than the model did.
    writer.object("extensions") { writer in
      if !notStated.isEmpty { writer.field(TMBOMMark.silentKey, notStated) }
      if threats.isEmpty { return }
      writer.array(TMBOMMark.key) { writer in
        for (name, threat) in threats {
          writer.object { writer in
            writer.field("symbolic_name", name)
            let about = threat.placeAmongAssets
            writer.field("name", threat.markedName(at: about))
            writer.field("about", names[about])
            writer.field("status", threat.status.rawValue)
            if let because = threat.because { writer.field("because", because) }
            if let answer = threat.answer(in: outgoing) { writer.field("answer", answer) }
          }
        }
      }
    }
  }

  private func write(persona name: String, _ actor: String, to writer: inout JSONWriter) {
    outgoing.losses.add(
      .guessed, "persona", at: "model", actor, target: name,
      why: "the format demands skill and access of whoever attacks; the worst stands there")
    writer.object { writer in
      writer.field("symbolic_name", name)
      writer.field("title", actor)
      writer.field("description", "")
      writer.field("is_person", true)
      writer.field("skill_level", "state_sponsored")
      writer.field("access_level", "admin")
      writer.field("malicious_intent", true)
      writer.field("applicability_to_org", "maximal")
    }
  }

  private func write(_ threat: OutgoingThreat, _ name: String, to writer: inout JSONWriter) {
    if threat.status != .open {
      outgoing.losses.add(
        .keptAsText, "status of a threat", at: threat.id, threat.status.rawValue, target: name,
        why: "threats of the format have no status; it stands in an extension")
    }
    outgoing.losses.add(
      .keptAsText, "category of a threat", at: threat.id, threat.category.rawValue, target: name,
      why: "threats of the format have no category; the word stands as the event")
    if let rating = threat.assessed.current {
      outgoing.losses.add(
        .dropped, "score of a threat", at: threat.id, rating.text, target: name,
        why: "the format multiplies a likelihood by an impact, which is another scale")
    }
    let flow = model.graph.flow(threat.place)
    let affected = flow.map { [$0.source, $0.target] } ?? [threat.place]
    if flow != nil {
      outgoing.losses.add(
        .guessed, "place of a threat", at: threat.id, outgoing.path(threat.place), target: name,
        why: "threats of the format affect elements: the ends of the flow stand there")
    }
    let persona = personaNames[threat.actor ?? TMBOMMark.anybody] ?? ""
    writer.object { writer in
      writer.field("symbolic_name", name)
      writer.field("title", threat.title)
      let text = [threat.scenario, threat.consequence, threat.because].compactMap { $0 }
      if let triage = threat.assessed.threat.triage {
        outgoing.carry(triage, .scenario, .consequence, .because)
      }
      writer.field("description", text.joined(separator: "\n"))
      writer.field("components_affected", affected.map { names[$0] })
      writer.field("threat_persona", persona)
      writer.field("event", threat.category.rawValue)
      writer.field("sources", ["adversary"])
      if !threat.capec.isEmpty {
        writer.array("attack_mechanisms") { writer in
          for id in threat.capec { writer.object { writer in writer.field("capec_id", id) } }
        }
      }
      if !threat.cwe.isEmpty {
        writer.array("weaknesses") { writer in
          for id in threat.cwe { writer.object { writer in writer.field("cwe_id", id) } }
        }
      }
    }
  }

  private func write(control: EntityID, to writer: inout JSONWriter) {
    outgoing.carry(control)
    let status = outgoing.word(control, .status)
    if status == "verified" {
      outgoing.lose(
        .guessed, "status of a control", control, "verified", target: names[control],
        why: "the format has active controls, verified or not")
    }
    outgoing.lose(
      .guessed, "priority of a control", control, "none", target: names[control],
      why: "the format demands one, and a control has none here")
    writer.object { writer in
      writer.field("symbolic_name", names[control])
      writer.field("title", model.title(control))
      writer.field("description", outgoing.description(control) ?? "")
      let answered = answered[control] ?? []
      for triage in answered.compactMap(\.threat.assessed.threat.triage) {
        outgoing.carry(triage, .controls)
      }
      writer.field("threats", answered.map(\.name))
      writer.field("status", Self.status(status))
      writer.field("priority", "none")
    }
  }

  private static func status(_ word: String?) -> String {
    switch word {
    case "proposed"?: "suggested"
    case "planned"?: "scheduled"
    default: "active"
    }
  }
}
