// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax

extension Model {
  /// Whether the model speaks of harm to people: what a regulator asks of medical devices alone is not asked of
  /// others.
  var canHarm: Bool {
    !all(.hazard).isEmpty || system.map { entry($0, .profile) != nil } ?? false
      || all(.asset).contains { words($0, .class).contains("therapy") }
  }
}
