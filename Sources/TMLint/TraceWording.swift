// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRisk
import TMSource
import TMSyntax

/// What the rules about traceability share.
extension LintContext {
  /// The links between threats, controls, requirements and verifications.
  var links: TraceLinks { TraceLinks(model, risks.threats) }

  /// Where a declaration states a property, or else its heading.
  func place(of property: Property, in id: EntityID) -> SourceRange {
    model.entry(id, property).map { model.syntax($0, of: id).range } ?? model.headingRange(id)
  }

  /// The evidence of a control or requirement; that of a control's requirements counts for it.
  func evidence(behind id: EntityID) -> [Evidence] {
    model.evidence(of: id)
      + model.references(id, .satisfies).flatMap { model.evidence(of: $0) }
  }

  /// Labels at the results of declared verifications: "planned here".
  func labels(at evidence: [Evidence]) -> [Label] {
    evidence.prefix(4).compactMap { evidence in
      guard case .declared(let verification) = evidence else { return nil }
      return Label(
        place(of: .status, in: verification), "\(model.result(of: evidence).rawValue) here")
    }
  }

  /// Whether requirements are part of the model, so that a missing one is missed.
  var hasRequirements: Bool { model.allEntities.contains { model[$0].keyword == .requirement } }

  /// Names of declarations in backticks, joined by commas; of many the first eight.
  func names(_ ids: some Collection<EntityID>) -> String {
    listed(ids.map { model.path($0) })
  }

  /// Words in backticks, joined by commas; of many the first eight.
  func listed(_ words: [String]) -> String {
    words.prefix(8).map { "`\($0)`" }.joined(separator: ", ")
      + (words.count > 8 ? " and \(words.count - 8) more" : "")
  }
}
