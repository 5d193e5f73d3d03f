// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMComponents
import TMInterchange
import TMModel
import TMRisk

/// A model, written in the format of another tool, with what the format could not take.
package struct ModelExport: Sendable {
  package let format: ExportFormat
  /// The file, in UTF-8.
  package let bytes: [UInt8]
  /// What is not in the file as it is in the model, in the order of the model.
  package let losses: ImportLosses
  /// How much of each kind was written, what there is none of left out.
  package let counts: [(count: Int, singular: String, plural: String)]

  /// Writes a model without errors.
  ///
  /// - Parameters:
  ///   - risks: its threats as they count.
  ///   - software: what files of others say of its components, for CycloneDX.
  ///   - day: stands where a format asks for a time, and is what ends of decisions are compared with.
  package init(
    _ format: ExportFormat, of model: Model, _ risks: RiskRegister, software: SoftwareReport,
    day: CalendarDate
  ) {
    self.format = format
    let outgoing = OutgoingModel(model, risks)
    switch format {
    case .otm: bytes = OTMWriter(outgoing).bytes()
    case .threatDragon: bytes = ThreatDragonWriter(outgoing).bytes()
    case .tmBOM: bytes = TMBOMWriter(outgoing).bytes()
    case .tm7: bytes = TM7Writer(outgoing).bytes()
    case .cycloneDX: bytes = CycloneDXWriter(outgoing, software, day).bytes(.v16)
    case .cycloneDX17: bytes = CycloneDXWriter(outgoing, software, day).bytes(.v17)
    case .reqIF: bytes = ReqIFWriter(outgoing, day).bytes()
    case .jiraCSV: bytes = JiraCSV.bytes(of: TrackedIssue.all(of: outgoing))
    case .jira: bytes = JiraJSON.bytes(of: TrackedIssue.all(of: outgoing))
    case .gitHub: bytes = MarkdownIssues.bytes(of: TrackedIssue.all(of: outgoing), for: .gitHub)
    case .gitLab: bytes = MarkdownIssues.bytes(of: TrackedIssue.all(of: outgoing), for: .gitLab)
    }
    losses = outgoing.losses
    counts = outgoing.counts
  }
}
