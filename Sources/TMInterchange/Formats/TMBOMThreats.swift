// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax

/// Threats, controls, risks and assumptions of a TM-BOM.
struct TMBOMThreats {
  private let model: ImportedModel
  private let zones: [String: ImportedDeclaration]
  private let elements: [String: ImportedDeclaration]
  /// Elements, flows and the like by their symbolic names.
  private let links: [String: ImportedDeclaration]

  init(
    _ model: ImportedModel, zones: [String: ImportedDeclaration],
    elements: [String: ImportedDeclaration]
  ) {
    (self.model, self.zones, self.elements) = (model, zones, elements)
    var links: [String: ImportedDeclaration] = [:]
    for declaration in model.everything() {
      for link in declaration.properties(.link) {
        let text = link.filter { $0 != "\"" }
        guard text.hasPrefix("tmbom:") else { continue }
        links[String(text.dropFirst(6))] = declaration
      }
    }
    self.links = links
  }

  /// What an export keeps of threats beside what the format has a place for.
  private struct Kept {
    let mark: ThreatMark
    /// The symbolic name of what it is about.
    let about: String
    /// What answered it, in words.
    let answer: String?
  }

  private func kept(_ root: SourceCursor) throws(SourceFault) -> [String: Kept] {
    var found: [String: Kept] = [:]
    let list = try root.field("extensions")?.list(TMBOMMark.threats) ?? []
    for entry in list {
      guard let symbol = try entry.text("symbolic_name"), let name = try entry.text("name") else {
        continue
      }
      found[symbol] = Kept(
        mark: ThreatMark(
          name: name, status: try entry.text("status") ?? "", because: try entry.text("because")),
        about: try entry.text("about") ?? "", answer: try entry.text("answer"))
    }
    return found
  }

  func read(_ root: SourceCursor) throws(SourceFault) {
    let kept = try kept(root)
    // One that no threat is of stays unread.
    var personas: [String: SourceCursor] = [:]
    for persona in try root.list("threat_personas") {
      if let name = try persona.text("symbolic_name"), personas[name] == nil {
        personas[name] = persona
      }
    }
    let levels = try readRisks(root)
    var threats: [String: [ImportedDeclaration]] = [:]
    for source in try root.list("threats") {
      let name = try source.text("symbolic_name") ?? source.path
      threats[name, default: []] += try readThreat(
        source, name, personas, levels[name], kept[name])
    }
    try readControls(root, threats)
    for assumption in try root.list("assumptions") {
      let text = try assumption.text("description") ?? ""
      let isRejected = { (validity: String) in validity.lowercased() == "rejected" ? validity : nil
      }
      if try assumption.word("validity", as: isRejected) != nil {
        model.losses.add(
          .dropped, "rejected assumption", at: assumption.path, line: assumption.line, text,
          why: "nobody assumes it any more, and a model says what is assumed")
        assumption.ignore()
        continue
      }
      let title = ImportedText.firstSentence(of: text)
      let declaration = ImportedDeclaration(
        .assumption, model.names.id("a \(title)", orElse: "assumption"), title)
      if ImportedText.condensed(text) != title { declaration.document(text) }
      for topic in try assumption.texts("topics") {
        let found =
          zones[topic]
          ?? ["component", "data_store", "actor"].lazy.compactMap { elements["\($0) \(topic)"] }
          .first
        if let id = (found ?? links[topic])?.id {
          declaration.add(.about, id)
        } else if let about = threats[topic] {
          // The statement stands at the threat: it names the assumption.
          for threat in about {
            if let id = declaration.id { threat.add(.about, id) }
          }
        } else {
          model.loseUnknown("topic", topic, at: assumption, "topics", declaration)
        }
      }
      model.add(declaration)
    }
  }

  // MARK: - Threats

  /// The threat on each component that it affects.
  private func readThreat(
    _ source: SourceCursor, _ name: String, _ personas: [String: SourceCursor], _ severity: String?,
    _ kept: Kept?
  ) throws(SourceFault) -> [ImportedDeclaration] {
    var cwe: [Int] = []
    for weakness in try source.list("weaknesses") {
      if let number = try weakness.number("cwe_id"), (1...99999).contains(number) {
        cwe.append(Int(number))
      }
      try weakness.ignore("cwe_title")
    }
    var capec: [Int] = []
    for mechanism in try source.list("attack_mechanisms") {
      if let number = try mechanism.number("capec_id"), (1...99999).contains(number) {
        capec.append(Int(number))
      }
      try mechanism.ignore("capec_title")
    }
    let title = try source.text("title") ?? name
    let description = try source.text("description") ?? ""
    let event = try source.text("event")
    var threat = ImportedThreat(
      source: source.path, line: source.line, title: title,
      category: WeaknessCategory.category(cwe: cwe) ?? "", status: .open)
    threat.scenario = description
    threat.consequence = event
    threat.severity = severity
    if let name = try source.text("threat_persona") {
      let persona = personas[name]
      if persona == nil {
        model.loseUnknown("persona", name, at: source, "threat_persona")
      }
      threat.actor = try [persona?.text("title") ?? name, persona?.text("description")]
        .compactMap { $0 }.joined(separator: ": ")
    }
    (threat.cwe, threat.capec) = (cwe, capec)
    threat.links = ["tmbom:\(name)"]
    threat.isStateGiven = false
    let named = try source.texts("components_affected")
    if let kept {
      threat.mark = kept.mark
      threat.because = kept.answer
      // Here the event is the category.
      threat.category = event ?? ""
      threat.consequence = nil
      if threat.actor == TMBOMMark.anybody { threat.actor = nil }
      if let subject = links[kept.about] {
        threat.status = kept.mark.status
        threat.isStateGiven = true
        return [model.add(threat, to: subject)]
      }
    }
    let affected = named.compactMap { name in
      let found = ["component", "data_store", "actor"].lazy.compactMap { elements["\($0) \(name)"] }
        .first
      if found == nil {
        model.loseUnknown("component", name, at: source, "components_affected")
      }
      return found
    }
    guard let fallback = affected.first ?? model.all(.process).first else {
      model.losses.add(
        .dropped, "threat of nothing", at: source.path, line: source.line, title,
        why: "it names no component, and the model has none")
      return []
    }
    if affected.isEmpty {
      model.losses.add(
        .guessed, "threat without a place", at: source.path, line: source.line, title,
        target: fallback.id ?? "",
        why: "which component it affects is not said; the first one has it")
    }
    for other in affected.dropFirst() {
      model.losses.add(
        .guessed, "threat of several components", at: source.path, line: source.line, title,
        target: other.id ?? "", why: "each of them has it")
    }
    let nearest = WeaknessCategory.category(of: "\(title) \(event ?? "")")
    return (affected.isEmpty ? [fallback] : affected).map {
      model.add(threat, to: $0, nearest: nearest)
    }
  }

  // MARK: - Risks and controls

  /// The severity that risks give to the threats that they are about: of several, the highest.
  private func readRisks(_ root: SourceCursor) throws(SourceFault) -> [String: String] {
    var found: [String: [(severity: Int, level: String, risk: SourceCursor)]] = [:]
    for risk in try root.list("risks") {
      try risk.ignore("symbolic_name")
      guard let level = try risk.text("level") else { continue }
      let severity =
        switch level {
        case "very_low", "low": 0
        case "medium": 1
        case "critical": 3
        default: 2
        }
      if !["very_low", "low", "medium", "high", "very_high", "critical"].contains(level) {
        model.losses.add(
          .guessed, "unknown level of a risk", at: "\(risk.path).level", line: risk.line, level,
          why: "it is none that is known; taken for high")
      }
      for name in try risk.texts("threats") {
        found[name, default: []].append((severity, level, risk))
      }
    }
    let words = ["low", "medium", "high", "critical"]
    var levels: [String: String] = [:]
    for (name, risks) in found.sorted(by: { $0.key < $1.key }) {
      guard let highest = risks.map(\.severity).max(),
        let place = risks.firstIndex(where: { $0.severity == highest })
      else { continue }
      levels[name] = words[highest]
      for (index, entry) in risks.enumerated() {
        let isTaken = index == place
        model.losses.add(
          isTaken ? .guessed : .dropped, isTaken ? "level of a risk" : "further risk of a threat",
          at: entry.risk.path, line: entry.risk.line, entry.level, target: name,
          why: isTaken
            ? "a risk over several threats: each has it as `severity: \(words[highest])`"
            : "a threat has one severity: that of the highest of its risks, `\(words[highest])`")
      }
    }
    return levels
  }

  private func readControls(
    _ root: SourceCursor, _ threats: [String: [ImportedDeclaration]]
  ) throws(SourceFault) {
    for source in try root.list("controls") {
      let name = try source.text("symbolic_name") ?? source.path
      let title = try source.text("title") ?? name
      let state = try source.text("status") ?? ""
      if ["retired", "rejected"].contains(state) {
        let named = try source.texts("threats")
        for name in named where threats[name] == nil {
          model.loseUnknown("threat", name, at: source, "threats")
        }
        model.nameWithdrawn(
          .init(title, try source.text("description"), state, source),
          at: named.flatMap { threats[$0] ?? [] })
        continue
      }
      let control = ImportedDeclaration(.control, model.names.id(name, orElse: "control"), title)
      control.document(try source.text("description"))
      let status =
        switch state {
        case "active": "implemented"
        case "approved", "scheduled": "planned"
        default: "proposed"
        }
      control.add(.status, status)
      if !["active", "scheduled", "suggested"].contains(state) {
        model.losses.add(
          .guessed, "status of a control", at: source.path, line: source.line, state,
          target: control.id ?? "",
          why: "taken for `\(status)`")
      }
      control.add(.link, text: "tmbom:\(name)")
      model.add(control)
      model.made[control.id ?? ""] = control
      let named = try source.texts("threats")
      for name in named where threats[name] == nil {
        model.loseUnknown("threat", name, at: source, "threats", control)
      }
      let answered = named.flatMap { threats[$0] ?? [] }
      if status == "implemented", answered.contains(where: { $0.id != nil }) {
        model.losses.add(
          .guessed, "state of a threat", at: source.path, line: source.line, title,
          target: control.id ?? "",
          why: "threats of the format have no state; what an active control answers is mitigated")
      }
      for threat in answered {
        if let id = control.id { threat.add(.controls, id) }
        control.add(.mitigates, words: threat.properties(.category))
      }
    }
  }
}

/// The extension in which an export keeps what the format has no place for.
package enum TMBOMMark {
  package static let key: StaticString = "drawbridge.invalid/threats"
  /// The flows whose `encrypted` is no statement of the model.
  package static let silentKey: StaticString = "drawbridge.invalid/encryption-not-stated"
  /// Who attacks where a model does not say it.
  package static let anybody = "Not stated"
  static let threats = "\(key)"
  static let silent = "\(silentKey)"
}
