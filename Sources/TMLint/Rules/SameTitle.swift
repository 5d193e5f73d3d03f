// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMSyntax

extension Rule {
  static let sameTitle = Rule(
    "same-title", .warning, "Two elements, or two flows, have one title."
  ) { context, findings in
    let model = context.model
    var elements: [String: EntityID] = [:]
    var flows: [String: EntityID] = [:]
    for id in model.allEntities {
      let keyword = model[id].keyword
      guard keyword.isElement || keyword == .flow, let title = model.ownTitle(id),
        // Nearly every title begins with a letter of ASCII.
        title.utf8.first.map({ $0 > 0x20 && $0 < 0x7F }) == true
          || title.contains(where: { !$0.isWhitespace })
      else { continue }
      let key = title.lowercased()
      let earlier = keyword == .flow ? flows[key] : elements[key]
      guard let earlier else {
        if keyword == .flow { flows[key] = id } else { elements[key] = id }
        continue
      }
      findings.report(
        "`\(model.path(id))` has the title of `\(model.path(earlier))`",
        about: id, at: titleRange(id, model),
        secondary: [Label(titleRange(earlier, model), "the same title")],
        help: "give one of the two another title: diagrams and reports show titles, not ids")
    }
  }

  private static func titleRange(_ id: EntityID, _ model: Model) -> SourceRange {
    model.syntax(id).first(.string)?.range ?? model.nameRange(id)
  }
}
