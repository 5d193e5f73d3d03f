// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax

/// The ids that threats had before their subjects or templates were renamed.
package struct FormerNames {
  private let model: Model

  package init(_ model: Model) { self.model = model }

  /// The ids; none where nothing was renamed.
  package func ids(of threat: Threat) -> [String] {
    let former = model.formerPaths(threat.about)
    if former.isEmpty, threat.formerNames.isEmpty { return [] }
    let ids = ([model.path(threat.about)] + former).flatMap { path in
      ([threat.name] + threat.formerNames).map { "\(path).\($0)" }
    }
    return ids.filter { $0 != threat.id }
  }
}
