// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMSyntax
import TMThreats

/// What is written down of a threat when it is approved.
package struct ApprovalFacts: Sendable {
  private let model: Model
  private let facts: SubjectFacts
  private let measures: MeasureFinder

  package init(_ model: Model) {
    self.model = model
    facts = SubjectFacts(model)
    measures = MeasureFinder(model)
  }

  /// The line of a threat as it stands, without the name and the day.
  package func line(_ assessed: AssessedThreat) -> ApprovalLine {
    let threat = assessed.threat
    var line = ApprovalLine(id: threat.id, status: threat.status.rawValue)
    line.score = assessed.initial?.text ?? ""
    line.residual = assessed.residual?.text ?? ""
    line.exploitability = exploitability(assessed)
    line.harm = assessed.hazards.map { hazard in
      "\(model.path(hazard)):\(model.word(hazard, .severity) ?? "unknown")"
    }
    line.protection = protection(threat)
    line.subject = ApprovalDigest.text(of: about(threat))
    line.template = ApprovalDigest.text(of: words(threat))
    line.terms = ApprovalDigest.text(of: terms(threat))
    return line
  }

  private func exploitability(_ assessed: AssessedThreat) -> String {
    let before = assessed.initialExploitability?.rawValue
    let after = assessed.residualExploitability?.rawValue
    if before == nil, after == nil { return "" }
    return "\(before ?? "-")>\(after ?? "-")"
  }

  /// The controls in place and the property that answer a threat.
  private func protection(_ threat: Threat) -> [String] {
    measures.measures(for: threat).compactMap { measure in
      switch measure {
      case .control(let control):
        model.isInPlace(control: control) ? model.path(control) : nil
      case .property(let range):
        model.sources.text(range).split(whereSeparator: \.isWhitespace).joined(separator: "-")
          .filter { $0 != "," }
      }
    }
  }

  /// The ends, assets, crossings and protocols of what it is about, by their paths.
  private func about(_ threat: Threat) -> [String] {
    let id = threat.about
    var parts = [model.path(id), model[id].keyword.word]
    if let flow = model.graph.flow(id) {
      parts += [model.path(flow.source), model.path(flow.target), flow.isTwoWay ? "<->" : "->"]
      parts += nature(of: flow.source) + nature(of: flow.target)
    } else {
      parts += nature(of: id)
    }
    for asset in facts.assets(of: id).sorted(by: { model.path($0) < model.path($1) }) {
      parts.append(model.path(asset))
      for property in [Property.class, .confidentiality, .integrity, .availability] {
        parts += model.words(asset, property).sorted()
      }
    }
    for boundary in facts.boundaries(of: threat.subject) {
      parts += [model.path(boundary), model.word(boundary, .zone) ?? ""]
    }
    parts += model.words(id, .protocol).sorted()
    parts += model.words(id, .kind).sorted()
    return parts
  }

  /// What an element is and does, and where it stands.
  private func nature(of element: EntityID) -> [String] {
    [model[element].keyword.word, model.zone(element) ?? ""]
      + model.words(element, .function).sorted()
  }

  /// What the controls that answer a threat work by, how far they are and whether that was shown.
  private func grounds(_ threat: Threat) -> [String] {
    measures.measures(for: threat).flatMap { measure -> [String] in
      guard case .control(let control) = measure else { return [] }
      return [model.path(control), model.word(control, .status) ?? ""]
        + model.words(control, .mechanism).sorted() + model.words(control, .mitigates).sorted()
        + model.evidence(of: control).map { model.result(of: $0).rawValue }
    }
  }

  /// What the template says, asks and counts as an answer; of an own threat its own words.
  private func words(_ threat: Threat) -> [String] {
    guard let template = threat.template else {
      let title = threat.triage.flatMap { model[$0].title } ?? ""
      return [title, threat.category.rawValue]
    }
    let conditions = [template.when].compactMap { $0 } + template.answers
    let texts = conditions.map { condition in
      model.sources.text(condition.range).split(whereSeparator: \.isWhitespace)
        .joined(separator: " ")
    }
    return [model[template.entity].title ?? "", template.category.rawValue] + texts
      + template.mechanisms
  }

  /// On what grounds and for how long it was decided so.
  private func terms(_ threat: Threat) -> [String] {
    let properties: [Property] = [
      .treatment, .because, .until, .transferredTo, .benefitRisk, .precondition,
    ]
    var parts = grounds(threat)
    for property in properties {
      guard let stating = model.first(threat.statements, stating: property) else { continue }
      parts.append(property.word)
      parts += model.values(stating, property).map { value in
        model.sources.text(model.range(of: value, in: stating))
      }
    }
    if let stating = model.first(threat.statements, stating: .about) {
      parts += model.references(stating, .about).map { model.path($0) }
    }
    return parts
  }
}

/// Sixteen hexadecimal digits that tell whether texts are as they were.
enum ApprovalDigest {
  /// FNV-1a (64 bits) of the parts, each ended by a byte that no text has; empty without parts.
  static func text(of parts: [String]) -> String {
    if parts.isEmpty { return "" }
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for part in parts {
      for byte in part.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
      hash = (hash ^ 0xFF) &* 0x100_0000_01b3
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
