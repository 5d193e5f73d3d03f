// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource

/// One of the models that findings are about.
package struct ReportedModel: Sendable {
  package let model: Model
  /// The file of the report for each file of the model, by its index.
  package let files: [FileID]

  package init(_ model: Model, files: [FileID]) {
    self.model = model
    self.files = files
  }
}
