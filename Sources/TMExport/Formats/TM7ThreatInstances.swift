// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMInterchange
import TMModel
import TMScoring
import TMSyntax
import TMThreats

/// The threats of a `.tm7` file: each hangs on a flow.
struct TM7ThreatInstances {
  private let outgoing: OutgoingModel
  private let guids: [EntityID: String]
  private let surface: String
  private let all: [(threat: OutgoingThreat, flow: Flow)]

  init(_ outgoing: OutgoingModel, guids: [EntityID: String], surface: String) {
    self.outgoing = outgoing
    self.guids = guids
    self.surface = surface
    let graph = outgoing.model.graph
    var all: [(OutgoingThreat, Flow)] = []
    for threat in outgoing.threats(with: [.because, .scenario, .advice]) {
      if let flow = graph.flow(threat.place) {
        if Self.isBack(threat, flow) {
          outgoing.losses.add(
            .guessed, "place of a threat", at: threat.id, outgoing.path(flow.entity),
            target: TM7Writer.back(guids[flow.entity] ?? ""),
            why: "it is about the way back, which is a flow of its own in the format")
        }
        all.append((threat, flow))
        continue
      }
      let near =
        graph.incoming(threat.place).first { _ in true }
        ?? graph.outgoing(threat.place).first { _ in true }
      guard let near else {
        outgoing.losses.add(
          .dropped, "threat", at: threat.id, threat.title,
          why: "threats of the format hang on flows, and this element has none")
        continue
      }
      outgoing.losses.add(
        .guessed, "place of a threat", at: threat.id, outgoing.path(threat.place),
        target: outgoing.path(near.entity),
        why: "threats of the format hang on flows: this one leads there or comes from there")
      all.append((threat, near))
    }
    outgoing.threatCount = all.count
    self.all = all
  }

  private static func isBack(_ threat: OutgoingThreat, _ flow: Flow) -> Bool {
    threat.place == flow.entity && threat.assessed.threat.subject.direction == .backwards
      && flow.isTwoWay
  }

  func write(to writer: inout XMLWriter) {
    writer.element("ThreatInstances", [("xmlns:a", TM7Namespace.arrays)]) { writer in
      for (index, entry) in all.enumerated() {
        write(entry.threat, entry.flow, number: index + 1, to: &writer)
      }
    }
  }

  private func write(
    _ threat: OutgoingThreat, _ flow: Flow, number: Int, to writer: inout XMLWriter
  ) {
    let isBack = Self.isBack(threat, flow)
    let own = guids[flow.entity] ?? ""
    let guid = isBack ? TM7Writer.back(own) : own
    let ends = isBack ? [flow.target, flow.source] : [flow.source, flow.target]
    let (source, target) = (guids[ends[0]] ?? "", guids[ends[1]] ?? "")
    let type = TM7KnowledgeBase.type(of: threat.category)
    let interaction = outgoing.model.title(flow.entity)
    var fields: [(String, String)] = [
      ("Title", threat.title),
      ("UserThreatCategory", TM7KnowledgeBase.name(of: threat.category)),
      ("UserThreatShortDescription", TM7KnowledgeBase.property(of: threat.category)),
      ("UserThreatDescription", threat.scenario ?? threat.consequence ?? ""),
      ("StateInformation", justification(threat)), ("InteractionString", interaction),
    ]
    if let advice = threat.advice { fields.append(("PossibleMitigations", advice)) }
    let priority = priority(threat)
    fields.append(("Priority", priority))
    // With these a file that comes back is the triage that it was.
    fields.append((TM7Mark.threat, threat.markedName))
    fields.append((TM7Mark.status, threat.status.rawValue))
    if let because = threat.because { fields.append((TM7Mark.because, because)) }
    if threat.place != flow.entity {
      fields.append((TM7Mark.about, guids[threat.place] ?? ""))
    }
    writer.element("a:KeyValueOfstringThreatpc_P0_PhOB") { writer in
      // The tool joins type and ends; several threats of one category need the number as well.
      writer.element("a:Key", text: "\(type)\(source)\(guid)\(target)-\(number)")
      writer.element("a:Value", [("xmlns:b", TM7Namespace.knowledgeBase)]) { writer in
        writer.empty("b:ChangedBy")
        writer.element("b:DrawingSurfaceGuid", text: surface)
        writer.element("b:FlowGuid", text: guid)
        writer.element("b:Id", text: "\(number)")
        writer.element("b:InteractionKey", text: "\(source):\(guid):\(target)")
        writer.empty("b:InteractionString", [("i:nil", "true")])
        writer.element("b:ModifiedAt", text: "0001-01-01T00:00:00")
        writer.element("b:Priority", text: priority)
        writer.element("b:Properties") { writer in
          for (key, value) in fields {
            writer.element("a:KeyValueOfstringstring") { writer in
              writer.element("a:Key", text: key)
              writer.element("a:Value", text: value)
            }
          }
        }
        writer.element("b:SourceGuid", text: source)
        writer.element("b:State", text: state(threat))
        writer.empty("b:StateInformation", [("i:nil", "true")])
        writer.element("b:TargetGuid", text: target)
        writer.empty("b:Title", [("i:nil", "true")])
        writer.element("b:TypeId", text: type)
        writer.element("b:Upgraded", text: "false")
        for name in ["UserThreatCategory", "UserThreatDescription", "UserThreatShortDescription"] {
          writer.empty("b:\(name)", [("i:nil", "true")])
        }
        writer.element("b:Wide", text: "false")
      }
    }
  }

  private func justification(_ threat: OutgoingThreat) -> String {
    [threat.statusSentence, threat.answer(in: outgoing)].compactMap { $0 }.joined(separator: " ")
  }

  private func state(_ threat: OutgoingThreat) -> String {
    switch outgoing.threeStates(threat) {
    case .mitigated: "Mitigated"
    case .notApplicable: "NotApplicable"
    // What somebody looked at is no longer as the tool made it.
    case .open:
      justification(threat).isEmpty && !threat.isStatedOpen ? "AutoGenerated" : "NeedsInvestigation"
    }
  }

  private func priority(_ threat: OutgoingThreat) -> String {
    guard let severity = outgoing.severity(of: threat) else {
      outgoing.losses.add(
        .guessed, "priority of a threat", at: threat.id, "High",
        why: "nobody rated it: it has what the tool gives every threat")
      return "High"
    }
    let word =
      switch severity {
      case .none, .low: "Low"
      case .medium: "Medium"
      case .high, .critical: "High"
      }
    if severity == .none || severity == .critical {
      outgoing.losses.add(
        .guessed, "priority of a threat", at: threat.id, severity.rawValue, target: word,
        why: "the format has three priorities")
    }
    return word
  }
}
