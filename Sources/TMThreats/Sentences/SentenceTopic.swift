// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax

/// What the sentence of one threat speaks of.
struct SentenceTopic {
  /// Of a flow with its direction.
  let subject: Subject
  let ways: ThreatTemplate.Ways
  /// Which assets of a flow, or stores of an asset, the conditions of the threat hold for; the most
  /// special last.
  let witnesses: [Witnesses]
  /// Whether the sentence has said what a flow carries.
  var hasNamedContent = false

  /// The same behind the words that say it.
  var behindContent: SentenceTopic {
    var topic = self
    topic.hasNamedContent = true
    return topic
  }

  /// Those of a list that the threat concerns: a sentence about therapy names the prescription, wherever
  /// it stands in `carries`.
  func choice(of list: [EntityID]) -> Witnesses.Choice {
    if list.count < 2 { return Witnesses.Choice(list) }
    return witnesses.reduce(Witnesses.Choice(list)) { $0.narrowed(by: $1, among: list) }
  }
}

/// Finds what the sentences of threats speak of.
struct SentenceTopics {
  private let model: Model
  private let evaluators: TemplateEvaluators

  init(_ model: Model) {
    self.model = model
    evaluators = TemplateEvaluators(model)
  }

  func topic(of threat: Threat, _ template: ThreatTemplate) -> SentenceTopic {
    let subject = threat.spoken ?? threat.subject
    return SentenceTopic(
      subject: subject, ways: threat.spoken == nil ? template.ways : .eachFlow,
      witnesses: witnesses(of: threat, template, subject))
  }

  private func witnesses(
    of threat: Threat, _ template: ThreatTemplate, _ subject: Subject
  ) -> [Witnesses] {
    let keyword = model[subject.entity].keyword
    let asked = threat.general ?? template
    let view = asked.ways
    var found: [Witnesses] = []
    func add(_ condition: Condition?, _ ways: ThreatTemplate.Ways, _ place: Subject) {
      guard let condition else { return }
      let evaluator = evaluators[ways, of: keyword]
      found.append(
        keyword == .flow
          ? evaluator.carriedWitnesses(of: condition, for: place)
          : evaluator.storeWitnesses(of: condition, for: place))
    }
    switch keyword {
    case .flow where template.title.namesContent && hasSeveralAssets(subject),
      .asset where template.title.names(.places) && model.stores(of: subject.entity).count > 1:
      add(asked.when, view, threat.subject)
      if threat.general != nil {
        add(template.when, threat.spoken == nil ? view : .eachFlow, subject)
      }
    default: break
    }
    return found
  }

  private func hasSeveralAssets(_ subject: Subject) -> Bool {
    model.carried(on: subject.entity).count > 1
  }
}
