// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel

extension Rule {
  static let unusedAsset = Rule(
    "unused-asset", .warning, "An asset is nowhere in the system.", evidence: .absence,
    reading: .names
  ) { context, findings in
    let model = context.model
    let used = References(model, to: .asset, by: [.carries, .holds, .handles, .exposes])
    for id in model.all(.asset) where !used.contains(id) {
      findings.report(
        "asset `\(model.path(id))` is nowhere in the system",
        about: id, at: model.headingRange(id),
        help: "name it in `carries` of a flow, `holds` of a store, `handles` of a process or "
          + "`exposes` of an interface, or delete it")
    }
  }
}
