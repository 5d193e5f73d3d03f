// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax

/// A question about what an element does with the data of others, however many flows bring it.
///
/// The ends that the sentence names are those it differs by: what sends the queries, or the one program
/// that makes the pages. So do persons whom it does not name, where they stand in another place or log in otherwise:
/// what a page does in the session of a clinician is not what it does in that of a guest. Where it is answered on
/// one flow and open on another, it is listed for both: a measure of one client says nothing of the next.
struct EndsQuestion: Hashable {
  /// What the sentence says.
  let sentence: Sentence
  private let persons: [Person]

  struct Sentence: Hashable {
    fileprivate let template: String
    fileprivate let source: EntityID?
    fileprivate let target: EntityID?
  }

  /// What one person at an end has in common with others of the same rights.
  fileprivate struct Person: Hashable {
    let zone: String?
    let trust: Double?
    let proofs: Set<String>
  }

  /// Nil for a template whose sentence names what a flow carries, so that flows differ.
  init?(_ template: ThreatTemplate, _ subject: Subject, in model: Model) {
    guard template.ways == .eachFlow, !template.title.namesContent,
      let flow = model.graph.flow(subject.entity)
    else { return nil }
    let ends =
      switch subject.direction {
      case .forwards: (source: flow.source, target: flow.target)
      case .backwards: (source: flow.target, target: flow.source)
      }
    let namesSource = template.title.names(.source)
    let namesTarget = template.title.names(.target)
    sentence = Sentence(
      template: template.name, source: namesSource ? ends.source : nil,
      target: namesTarget ? ends.target : nil)
    let unnamed =
      (namesSource ? [] : [(ends.source, ends.target)])
      + (namesTarget ? [] : [(ends.target, ends.source)])
    persons = unnamed.filter { model.boolean($0.0, .human) == true }.map { person, element in
      Person(person, at: element, in: model)
    }
  }
}

extension EndsQuestion.Person {
  fileprivate init(_ person: EntityID, at element: EntityID, in model: Model) {
    zone = model.zone(person)
    trust = model.trust(person)
    // Whoever logs in with a password and goes on with a token is the same.
    let flows = (Array(model.graph.incoming(person)) + Array(model.graph.outgoing(person)))
      .filter { $0.source == element || $0.target == element }
    proofs = Set(
      flows.flatMap { flow in
        let stating = model.statement(of: .authenticated, for: flow.entity)
        return model.words(stating, .authenticated)
          + model.references(stating, .authenticated).map { model.path($0) }
      })
  }
}
