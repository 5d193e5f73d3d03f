// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax

/// What profiles ask of architecture views.
extension ProfilePart {
  /// A view of a kind, or the reason why there is none.
  static func view(_ kind: ViewKind) -> ProfilePart {
    ProfilePart(
      "a view that shows \(kind.content)",
      "add `view id \"…\" { kind: \(kind.rawValue); include: … }`, or `omitted: \"…\"` with the "
        + "reason"
    ) { facts in
      let model = facts.model
      let shown = views(kind, model.shownViews, facts)
      if let first = shown.first {
        let rest = shown.count - 1
        let title = model.title(first)
        return .present(
          ProfileEvidence(
            rest == 0 ? title : "\(title) and \(rest) more",
            .section(ViewSection.id(of: first, in: model)), .chapter("views")))
      }
      return explanation(kind, facts) ?? .missing(nil)
    }
  }

  /// The text of each view of a kind.
  static func viewText(_ kind: ViewKind) -> ProfilePart {
    ProfilePart("the text of each view", "write lines with `///` in front of the view") { facts in
      let shown = views(kind, facts.model.shownViews, facts)
      if shown.isEmpty { return .idle }
      let silent = shown.filter { facts.model.documentation($0) == nil }
      if !silent.isEmpty { return .missing(facts.lacking(silent, of: shown, "views")) }
      return .present(ProfileEvidence("text", .chapter("views")))
    }
  }

  private static func explanation(_ kind: ViewKind, _ facts: ProfileFacts) -> Finding? {
    guard let view = views(kind, facts.model.omittedViews, facts).first,
      let reason = facts.model.text(view, .omitted)
    else { return nil }
    return .explained(ProfileEvidence(reason, .chapter("views")))
  }

  private static func views(
    _ kind: ViewKind, _ views: [EntityID], _ facts: ProfileFacts
  ) -> [EntityID] {
    views.filter { ViewKind(of: $0, in: facts.model) == kind }
  }
}
