// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMThreats

/// What the machine forms of the register say of each threat, without any place in a file: nothing
/// of it changes when declarations move.
///
/// A class, so that what it remembers is never copied.
package final class ThreatFacts {
  private let model: Model
  private let writer: SentenceWriter
  private let facts: SubjectFacts
  private let paths: [String]
  /// The texts of `answered-by`, by template.
  private var answers: [EntityID: [String]] = [:]
  private var latest: Surroundings?

  /// What all threats about one subject share; they come one after another.
  private struct Surroundings {
    let subject: Subject
    let boundaries: [String]
    let assets: [String]
  }

  init(_ model: Model) {
    self.model = model
    writer = SentenceWriter(model)
    facts = SubjectFacts(model)
    paths = model.allEntities.map { model.path($0) }
  }

  /// The name of what decided a status, and the words for it.
  package struct Reason {
    package let kind: String
    package let text: String?
  }

  package func title(_ threat: Threat) -> String { writer.title(threat) }

  package func path(_ id: EntityID) -> String { paths[Int(id.index)] }

  package func reason(_ threat: Threat) -> Reason {
    switch threat.reason {
    case .unanswered: Reason(kind: "unanswered", text: nil)
    case .refused(let entity, _): Reason(kind: "refused", text: path(entity))
    case .unapproved(let status): Reason(kind: "unapproved", text: status.rawValue)
    case .expired(let status, _): Reason(kind: "expired", text: status.rawValue)
    case .triage: Reason(kind: "triage", text: threat.because(in: model))
    case .decision(let decision): Reason(kind: "decision", text: path(decision))
    case .control(let control): Reason(kind: "control", text: path(control))
    case .property(let answer): Reason(kind: "property", text: text(ofAnswer: answer, threat))
    }
  }

  /// How far a control is, one without a status included.
  package func status(ofControl id: EntityID) -> String { model.standing(ofControl: id) }

  /// The trust boundaries that the flow of a threat crosses, in the order of its direction.
  package func boundaries(_ threat: Threat) -> [String] {
    surroundings(of: threat.subject).boundaries
  }

  /// The assets that are carried, held, handled or exposed by what the threat is about.
  package func assets(_ threat: Threat) -> [String] { surroundings(of: threat.subject).assets }

  private func surroundings(of subject: Subject) -> Surroundings {
    if let latest, latest.subject == subject { return latest }
    let found = Surroundings(
      subject: subject, boundaries: facts.boundaries(of: subject).map(path),
      assets: facts.assets(of: subject.entity).map(path))
    latest = found
    return found
  }

  package func because(_ threat: Threat) -> String? { threat.because(in: model) }
  package func advice(_ threat: Threat) -> String? { threat.advice(in: model) }
  package func consequence(_ threat: Threat) -> String? { threat.consequence(in: model) }
  package func cwe(_ threat: Threat) -> [Int] { threat.cwe(in: model) }
  package func capec(_ threat: Threat) -> [Int] { threat.capec(in: model) }

  private func text(ofAnswer index: Int, _ threat: Threat) -> String? {
    guard let template = threat.template else { return nil }
    if let known = answers[template.entity] { return known[index] }
    let texts = template.answers.map { ConditionText.oneLine($0.range, in: model.sources) }
    answers[template.entity] = texts
    return texts[index]
  }
}
