// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel

/// Which templates ask something of each subject of a model, in the order in which they were asked.
///
/// Evaluating their conditions is most of the work of a register. As long as only words change, an editor
/// takes the answers over from the text before.
package struct AskedTemplates: Sendable {
  /// A template whose condition holds, by its place among those of the kind of the subject.
  struct Hit: Sendable {
    let row: Int
    let direction: Subject.Direction
  }

  let model: Model
  private var hits: [Hit] = []
  /// Where the hits of each subject end.
  private var ends: [Int] = []

  init(_ model: Model) { self.model = model }

  /// Whether they are the answers for another model too.
  func hold(for other: Model) -> Bool { other.answersConditions(like: model) }

  mutating func append(_ hits: [Hit]) {
    self.hits += hits
    ends.append(self.hits.count)
  }

  /// The same answers, kept for a later text than the one they were found in.
  func kept(for model: Model) -> AskedTemplates {
    var kept = AskedTemplates(model)
    (kept.hits, kept.ends) = (hits, ends)
    return kept
  }

  /// The hits of a subject, by its place among all.
  subscript(subject: Int) -> ArraySlice<Hit> {
    hits[(subject == 0 ? 0 : ends[subject - 1])..<ends[subject]]
  }
}
