// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMDiff
import TMSyntax

/// The one sentence that says what a difference amounts to.
package enum DifferenceHeadline {
  /// "1 element moved, 1 control removed; 4 threats opened, 1 gone; 2 findings new; risk grew",
  /// without a full stop; "no difference" where there is none.
  package static func text(_ difference: ModelDifference) -> String {
    if difference.isEmpty { return "no difference" }
    let parts = [
      changes(difference), threats(difference), acceptance(difference), approvals(difference),
      findings(difference),
    ]
    return (sided(difference) + parts.filter { !$0.isEmpty } + [risk(difference)])
      .joined(separator: "; ")
  }

  /// What follows from the changes alone, for a picture that shows the changes themselves.
  package static func consequences(_ difference: ModelDifference) -> String {
    let parts = [
      threats(difference), acceptance(difference), approvals(difference), risk(difference),
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: "; ")
  }

  private static func risk(_ difference: ModelDifference) -> String {
    difference.riskGrew ? "risk grew" : "risk did not grow"
  }

  /// Says that a whole side is missing.
  private static func sided(_ difference: ModelDifference) -> [String] {
    switch difference.titles {
    case (nil, .some): ["the model is new"]
    case (.some, nil): ["the model is gone"]
    case (nil, nil), (.some, .some): []
    }
  }

  private static func changes(_ difference: ModelDifference) -> String {
    let whole = difference.changes.filter { $0.within == nil }
    var counts: [(noun: DifferenceNoun, verb: DeclarationChange.Kind, count: Int)] = []
    for kind in DeclarationChange.Kind.allCases {
      for change in whole where change.verbs.contains(kind) {
        let noun = DifferenceNoun(change.thing.keyword)
        if let index = counts.firstIndex(where: { $0.noun == noun && $0.verb == kind }) {
          counts[index].count += 1
        } else {
          counts.append((noun, kind, 1))
        }
      }
    }
    return counts.map { "\($0.noun.text($0.count)) \($0.verb.rawValue)" }.joined(separator: ", ")
  }

  private static func threats(_ difference: ModelDifference) -> String {
    var parts: [String] = []
    for kind in ThreatChange.Kind.allCases {
      let count = difference.threats.count { $0.kind == kind }
      if count == 0 { continue }
      let noun = parts.isEmpty ? (count == 1 ? "1 threat" : "\(count) threats") : "\(count)"
      parts.append("\(noun) \(kind.words)")
    }
    let silenced = difference.threats.count {
      $0.growth.contains(.silenced) || $0.growth.contains(.unasked)
    }
    if silenced > 0 { parts.append("\(silenced) of them no longer asked though still there") }
    let understated = difference.threats.count { $0.growth.contains(.understated) }
    if understated > 0 { parts.append("\(understated) of them said to do less harm") }
    return parts.joined(separator: ", ")
  }

  private static func acceptance(_ difference: ModelDifference) -> String {
    let lost = difference.threats.count { $0.acceptance?.isLost == true }
    let gained = difference.threats.count { $0.acceptance == .gained }
    var parts: [String] = []
    if lost > 0 {
      parts.append(
        lost == 1 ? "1 acceptance no longer holds" : "\(lost) acceptances no longer hold")
    }
    if gained > 0 { parts.append("\(gained) acceptable now") }
    return parts.joined(separator: ", ")
  }

  private static func approvals(_ difference: ModelDifference) -> String {
    difference.isApprovalListGone ? "the list of approvals is gone" : ""
  }

  private static func findings(_ difference: ModelDifference) -> String {
    let (new, gone) = (difference.findings.new.count, difference.findings.gone.count)
    let noun = { (count: Int) in count == 1 ? "1 finding" : "\(count) findings" }
    var parts: [String] = []
    switch (new, gone) {
    case (0, 0): break
    case (_, 0): parts.append("\(noun(new)) new")
    case (0, _): parts.append("\(noun(gone)) gone")
    default: parts.append("\(noun(new)) new, \(gone) gone")
    }
    let excused = difference.excused.count
    if excused > 0 { parts.append("\(noun(excused)) newly excused") }
    return parts.joined(separator: ", ")
  }
}

/// What several declarations of some kinds are called together.
enum DifferenceNoun: Hashable {
  case element
  case system
  case policy
  case keyword(Keyword)

  init(_ keyword: Keyword) {
    switch keyword {
    case .external, .process, .store: self = .element
    case .model: self = .system
    case .policy: self = .policy
    case .import, .zone, .category, .asset, .hazard, .boundary, .interface, .component, .flow,
      .control,
      .requirement, .verification, .threat, .threatTemplate, .decision, .matrix, .row,
      .assumption, .document, .view, .rule, .exempt:
      self = .keyword(keyword)
    }
  }

  /// "1 boundary", "3 boundaries", "the policy".
  func text(_ count: Int) -> String {
    switch self {
    case .element: count == 1 ? "1 element" : "\(count) elements"
    case .system: "the system"
    case .policy: "the policy"
    case .keyword(let keyword): Self.text(count, keyword)
    }
  }

  private static func text(_ count: Int, _ keyword: Keyword) -> String {
    let (one, many): (String, String) =
      switch keyword {
      case .boundary: ("boundary", "boundaries")
      case .category: ("category", "categories")
      case .matrix: ("matrix", "matrices")
      case .threat: ("triage", "triages")
      case .threatTemplate: ("threat template", "threat templates")
      case .model, .import, .zone, .asset, .hazard, .external, .process, .store, .interface,
        .component, .flow, .control, .requirement, .verification, .decision, .row, .assumption,
        .document,
        .view, .rule, .policy, .exempt:
        (keyword.word, keyword.word + "s")
      }
    return "\(count) \(count == 1 ? one : many)"
  }
}

extension DeclarationChange {
  /// All that is counted of it.
  var verbs: [Kind] {
    switch kind {
    case .added, .removed, .changed, .renamed: [kind]
    case .moved: isRenamed ? [.moved, .renamed] : [.moved]
    }
  }
}

extension ThreatChange.Kind {
  /// What is said of one or several threats.
  var words: String {
    switch self {
    case .opened: "opened"
    case .arrived: "new and answered"
    case .status: "with another status"
    case .rating: "rated differently"
    case .protection: "less protected"
    case .reach: "concerning more"
    case .closed: "closed"
    case .gone: "gone"
    }
  }
}
