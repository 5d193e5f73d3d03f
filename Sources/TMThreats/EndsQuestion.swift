// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax

/// A question about what an element does with the data of others, however many flows bring it.
///
/// The ends that the sentence names are those it differs by: what answers the queries, or the one program
/// that makes the pages. Where it is answered on one flow and open on another, it is listed for both: a measure
/// of one client says nothing of the next.
struct EndsQuestion: Hashable {
  private let template: String
  private let source: EntityID?
  private let target: EntityID?

  /// Nil for a template whose sentence names what a flow carries, so that flows differ.
  init?(_ template: ThreatTemplate, _ subject: Subject, in model: Model) {
    guard template.ways == .eachFlow, !template.title.namesContent,
      let flow = model.graph.flow(subject.entity)
    else { return nil }
    self.template = template.name
    let ends =
      switch subject.direction {
      case .forwards: (source: flow.source, target: flow.target)
      case .backwards: (source: flow.target, target: flow.source)
      }
    source = template.title.names(.source) ? ends.source : nil
    target = template.title.names(.target) ? ends.target : nil
  }
}
