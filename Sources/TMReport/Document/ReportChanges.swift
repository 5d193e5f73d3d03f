// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMDiff

/// What is different from an earlier version of the model.
package struct ReportChanges: Sendable {
  /// What names the earlier version: a revision, a file.
  package let since: String
  package let difference: ModelDifference

  package init(since: String, _ difference: ModelDifference) {
    self.since = since
    self.difference = difference
  }
}
