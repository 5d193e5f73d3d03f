// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMSyntax

extension Rule {
  static let reversedName = Rule(
    "reversed-name", .warning, "`was` names something that is declared now.", evidence: .absence
  ) { context, findings in
    let model = context.model
    let renamed = model.allEntities.filter {
      model.entry($0, .was) != nil && !model.isBuiltIn($0)
    }
    if renamed.isEmpty { return }
    let byName = Dictionary(grouping: model.allEntities) { model.name($0) }
    for id in renamed {
      for value in model.values(id, .was) {
        guard let word = model.word(value) else { continue }
        let current = (byName[word] ?? []).first { other in
          other != id && model[other].keyword.isElement == model[id].keyword.isElement
            && (model[id].keyword.isElement || model[other].keyword == model[id].keyword)
            && (model[id].keyword != .threat || model[other].parent == model[id].parent)
        }
        guard let current else { continue }
        let path = model.fullPath(id)
        findings.report(
          "`\(path)` says that it was `\(word)`, which is declared now", about: id,
          at: model.range(of: value, in: id),
          secondary: [Label(model.nameRange(current), "declared here")],
          notes: [
            "`was` names what something was called before; nothing follows a name that is in use"
          ],
          help:
            "if `\(path)` is what became `\(word)`, write `was: \(model.name(id))` in `\(word)` and "
            + "delete `\(path)`; else leave `\(word)` out of `was`")
      }
    }
  }
}
