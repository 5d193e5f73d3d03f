// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax
import TMThreats

/// Says in a sentence why something has no threat of a category.
package struct CoverageReason {
  private let model: Model
  private let subject: EntityID
  private let category: ThreatCategory

  package init(_ model: Model, _ subject: EntityID, _ category: ThreatCategory) {
    self.model = model
    self.subject = subject
    self.category = category
  }

  package func words(_ absence: Coverage.Absence) -> String {
    switch absence {
    case .outOfScope: "Out of scope: the model takes it out of its analysis (`in-scope: no`)."
    case .sharedPath(let other):
      "Asked of the connection it runs over, `\(model.path(other))`, which has no such threat."
    case .notOfKind where category.isOwn:
      "No threat template of the model's category `\(category.rawValue)` is about \(kind)."
    case .notOfKind:
      "Not of this method: \(category.methodName) does not ask about \(noun) of \(kind)."
    case .turnedOff(let names):
      "Turned off by policy: \(names.map { "`\($0)`" }.joined(separator: ", "))."
    case .flowsHaveNone:
      "Asked of its flows: none of them carries a threat of \(noun)."
    case .conditions(let unmet): conditions(unmet)
    }
  }

  private var noun: String { category.rawValue.split(separator: "-").joined(separator: " ") }

  private var kind: String { model[subject].keyword.phrase }

  /// What the nearest templates wait for; the rest of a long list says nothing more.
  private func conditions(_ unmet: [Coverage.Unmet]) -> String {
    var clauses: [String] = []
    for template in unmet {
      guard let clause = template.clauses.first else { continue }
      let text = ClauseWords.words(ConditionText.oneLine(clause.range, in: model.sources))
      if !clauses.contains(text) { clauses.append(text) }
    }
    if clauses.isEmpty { return "Answered elsewhere: another threat says the same." }
    let shown = clauses.prefix(3).joined(separator: "; ")
    let rest = clauses.count > 3 ? "; and \(clauses.count - 3) more" : ""
    return "Does not apply to this \(model[subject].keyword.word): \(shown)\(rest)."
  }
}

/// The clauses of the built-in templates as a reader would say that they do not hold.
enum ClauseWords {
  static func words(_ clause: String) -> String {
    plain[clause] ?? "`\(clause)` does not hold"
  }

  private static let plain: [String: String] = [
    "crosses": "it crosses no trust boundary",
    "not in-person": "a person uses it by hand, and nobody stands between",
    "in-person": "no person uses it by hand",
    "from-outside": "nothing that came in from a less trusted place gets there",
    "acted-on": "nothing that treats a patient acts on what it carries",
    "calls": "it answers a call rather than making one",
    "(source.human and target is process or any carries where accountable)":
      "nobody has to answer for what it carries: no person acts, and no asset has `accountability`",
    "(not carries or any carries where not confidentiality is none)":
      "reading what it carries does no harm: `confidentiality: none`",
    "(not carries or any carries where not integrity is none)":
      "changing what it carries does no harm: `integrity: none`",
    "(not carries or any carries where not availability is none)":
      "losing what it carries does no harm: `availability: none`",
    "not confidentiality in (none, low)":
      "reading it does little harm: its `confidentiality` is none or low",
    "not integrity in (none, low)": "changing it does little harm: its `integrity` is none or low",
    "not availability in (none, low)":
      "losing it does little harm: its `availability` is none or low",
    "not physical": "it is a physical signal",
    "physical": "it is no physical signal",
    "not two-way": "it goes both ways",
    "target is process": "its target is no process",
    "source is process": "its source is no process",
    "target is store": "its target is no data store",
    "target.human": "its target is no person",
    "source.human": "its source is no person",
  ]
}
