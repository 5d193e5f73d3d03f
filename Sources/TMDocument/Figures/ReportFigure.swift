// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// What a reader would rather look at than read; each format shows it in its own way.
package enum ReportFigure: Sendable {
  /// The diagram of the system or of a view, by the id of its picture.
  case picture(String)
  /// How many threats lie in each cell of the risk matrix, before and after measures.
  case riskMatrix(RiskMatrixFigure)
  /// How severe the threats of each zone are, before and after measures.
  case severities(SeverityFigure)
  /// Element × category: threats, the reason why there is none, or a gap.
  case coverage(CoverageFigure)
  /// From assets over threats, measures and requirements to verifications.
  case trace(TraceFigure)
}
