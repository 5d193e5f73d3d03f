// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRegister
import TMRisk
import TMScoring
import TMSyntax
import TMThreats

/// A threat of the register, in the words that other tools take.
struct OutgoingThreat {
  /// `<path of what it is about>.<name>`.
  let id: String
  /// One line.
  let title: String
  /// The element or flow that it hangs on in the file.
  let place: EntityID
  let assessed: AssessedThreat
  private let entry: RegisterEntry
  private let model: Model

  var status: ThreatStatus { assessed.threat.status }
  var category: ThreatCategory { assessed.threat.category }
  var controls: [EntityID] { assessed.threat.controls }
  /// What an import finds it by again: its name, or that of another place with what it is about in front.
  var markedName: String { markedName(at: place) }

  func markedName(at place: EntityID) -> String {
    assessed.threat.about == place
      ? assessed.threat.name : id.split(separator: ".").joined(separator: "-")
  }

  /// What it is about where the format has assets: the asset, and not what holds it.
  var placeAmongAssets: EntityID {
    model[assessed.threat.about].keyword == .asset ? assessed.threat.about : place
  }
  var because: String? { assessed.threat.because(in: model) }
  var advice: String? { assessed.threat.advice(in: model) }
  var consequence: String? { assessed.threat.consequence(in: model) }
  var scenario: String? { entry.text(.scenario) }
  var actor: String? { entry.text(.actor) }
  var cwe: [Int] { assessed.threat.cwe(in: model) }
  var capec: [Int] { assessed.threat.capec(in: model) }

  /// Whether somebody said that it is open, where others are so because nobody said anything.
  var isStatedOpen: Bool { entry.words(.status) == ["open"] }

  /// How severe it is now: by its score, else as somebody stated; nil where nobody rated it.
  var severity: SeverityBand? { assessed.current?.severity ?? statedSeverity }

  /// How severe it is before measures.
  var initialSeverity: SeverityBand? { assessed.initial?.severity ?? statedSeverity }

  var statedSeverity: SeverityBand? {
    entry.words(.severity).first.flatMap(SeverityBand.init)
  }

  init(_ assessed: AssessedThreat, at place: EntityID, in outgoing: OutgoingModel) {
    self.assessed = assessed
    self.place = place
    model = outgoing.model
    id = assessed.threat.id
    title = outgoing.book.facts.title(assessed.threat)
    entry = RegisterEntry(assessed: assessed, book: outgoing.book)
  }

  /// Why it has its status, in a sentence or two: the controls, the property that answers it, and the
  /// reason that somebody gave. Nil for what nobody answered.
  func answer(in outgoing: OutgoingModel) -> String? {
    var parts: [String] = []
    let names = controls.map { control in
      model.isInPlace(control: control)
        ? model.title(control)
        : "\(model.title(control)) (\(outgoing.book.facts.status(ofControl: control)))"
    }
    if !names.isEmpty { parts.append(names.joined(separator: "; ") + ".") }
    let reason = outgoing.book.facts.reason(assessed.threat)
    if reason.kind == "property", let text = reason.text {
      parts.append("Answered by a property of the model: \(text).")
    }
    if let because { parts.append(because) }
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  /// What the status means where a format knows neither accepted nor transferred nor avoided risks.
  var statusSentence: String? {
    switch status {
    case .accepted: "The risk is accepted."
    case .transferred: "The risk is transferred."
    case .avoided: "The risk is avoided."
    case .open, .mitigated, .notApplicable: nil
    }
  }
}

extension OutgoingModel {
  /// The threats of the register with a place in a data-flow diagram, in the order of the register.
  ///
  /// A threat about an interface hangs on its element, one about an asset on what first holds, handles or
  /// carries it; both are lines of the report, as is one that hangs nowhere.
  ///
  /// - Parameter properties: what the format has a field for.
  func threats(with properties: [Property]) -> [OutgoingThreat] {
    var found: [OutgoingThreat] = []
    for assessed in risks.threats {
      let threat = assessed.threat
      guard let place = place(of: threat) else {
        losses.add(
          .dropped, "threat", at: threat.id, book.facts.title(threat),
          why: "it is about something that stands nowhere in a diagram")
        continue
      }
      let outgoing = OutgoingThreat(assessed, at: place, in: self)
      if place != threat.about {
        losses.add(
          .guessed, "place of a threat", at: threat.id, model.path(threat.about),
          target: path(place), why: "it hangs on what has or carries what it is about")
      }
      if let triage = threat.triage {
        carry(triage)
        carry(triage, [.category, .status, .treatment] + properties)
      }
      found.append(outgoing)
    }
    threatCount = found.count
    return found
  }

  /// How severe a threat is before measures, where the format has a field for it. A severity that somebody stated
  /// beside a score does not stand there, and is named.
  func severity(of threat: OutgoingThreat) -> SeverityBand? {
    let severity = threat.initialSeverity
    guard let triage = threat.assessed.threat.triage, let stated = threat.statedSeverity else {
      return severity
    }
    carry(triage, .severity)
    if let severity, severity != stated {
      losses.add(
        .dropped, "severity of a threat", at: threat.id, stated.rawValue,
        why: "its score says `\(severity.rawValue)`, which stands there")
    }
    return severity
  }

  private func place(of threat: Threat) -> EntityID? {
    let id = threat.about
    switch model[id].keyword {
    case .flow, .external, .process, .store: return id
    case .interface:
      return model[id].parent.flatMap { model[$0].keyword.isElement ? $0 : nil }
    case .asset:
      let all = model.stores(of: id) + model.handlers(of: id) + model.carriers(of: id)
      return all.first
    default: return nil
    }
  }
}

/// The states of tools that know no accepted risk.
enum ThreeStates: String {
  case open = "Open"
  case mitigated = "Mitigated"
  case notApplicable = "NotApplicable"
}

extension OutgoingModel {
  /// The state of a threat where there are three: an accepted, transferred or avoided risk stays open, with a
  /// text, since it is not mitigated.
  func threeStates(_ threat: OutgoingThreat) -> ThreeStates {
    switch threat.status {
    case .open: return .open
    case .mitigated: return .mitigated
    case .notApplicable: return .notApplicable
    case .accepted, .transferred, .avoided:
      losses.add(
        .keptAsText, "status of a threat", at: threat.id, threat.status.rawValue,
        why: "the format has no such state; the threat is open there, and a text says so")
      return .open
    }
  }
}
