// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax
import TMThreats

/// What the machine forms of the register say of each threat, without any place in a file: nothing
/// of it changes when declarations move.
struct ThreatFacts {
  private let model: Model
  private let writer: SentenceWriter
  private let paths: [String]
  /// The texts of `answered-by`, by template.
  private var answers: [EntityID: [String]] = [:]

  init(_ model: Model) {
    self.model = model
    writer = SentenceWriter(model)
    paths = model.allEntities.map { model.path($0) }
  }

  /// The name of what decided a status, and the words for it.
  struct Reason {
    let kind: String
    let text: String?
  }

  func title(_ threat: Threat) -> String { writer.title(threat) }

  func path(_ id: EntityID) -> String { paths[Int(id.index)] }

  mutating func reason(_ threat: Threat) -> Reason {
    switch threat.reason {
    case .unanswered: Reason(kind: "unanswered", text: nil)
    case .triage: Reason(kind: "triage", text: threat.because(in: model))
    case .control(let control): Reason(kind: "control", text: path(control))
    case .property(let answer): Reason(kind: "property", text: text(ofAnswer: answer, threat))
    }
  }

  /// `status` of a control; one without counts as implemented.
  func status(ofControl id: EntityID) -> String { model.word(id, .status) ?? "implemented" }

  /// The trust boundaries that the flow of a threat crosses, in the order of its direction.
  func boundaries(_ threat: Threat) -> [String] {
    guard let flow = model.graph.flow(threat.about) else { return [] }
    let paths = model.graph.crossings(of: flow).map { path($0.boundary) }
    switch threat.subject.direction {
    case .forwards: return paths
    case .backwards: return paths.reversed()
    }
  }

  /// The assets that are carried, held, handled or exposed by what the threat is about.
  func assets(_ threat: Threat) -> [String] {
    let id = threat.about
    switch model[id].keyword {
    case .flow: return model.references(id, .carries).map(path)
    case .store: return model.references(id, .holds).map(path)
    case .process: return model.references(id, .handles).map(path)
    case .interface:
      return model.references(id, .exposes).filter { model[$0].keyword == .asset }.map(path)
    case .asset: return [path(id)]
    case .model, .import, .zone, .hazard, .boundary, .external, .component, .control,
      .requirement, .threat, .threatTemplate, .assumption, .view, .rule, .policy:
      return []
    }
  }

  func because(_ threat: Threat) -> String? { threat.because(in: model) }
  func advice(_ threat: Threat) -> String? { threat.advice(in: model) }
  func cwe(_ threat: Threat) -> [Int] { threat.cwe(in: model) }
  func capec(_ threat: Threat) -> [Int] { threat.capec(in: model) }

  private mutating func text(ofAnswer index: Int, _ threat: Threat) -> String? {
    guard let template = threat.template else { return nil }
    if let known = answers[template.entity] { return known[index] }
    let texts = template.answers.map { ConditionText.oneLine($0.range, in: model.sources) }
    answers[template.entity] = texts
    return texts[index]
  }
}
