// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource

/// One of the models that findings are about.
package struct ReportedModel: Sendable {
  let ways: FlowWays

  /// - Parameters:
  ///   - files: the file of the report for each file of the model, by its index.
  ///   - findings: those of the model of which the report shows the way of the data; their places are in
  ///     the files of the report.
  package init(_ model: Model, files: [FileID], about findings: [Diagnostic]) {
    ways = FlowWays(model, files: files, about: findings)
  }
}
