// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel

/// Everything that the model says and the program derives: the root of the report's data.
package enum ReportRecord {
  /// The value of the field `version`.
  package static let version = 1

  /// The fields, without their values.
  package static var info: RecordInfo { record.info }

  package static let record = DataRecord<DataBook>(
    "report", "Everything that the model says and the program derives.",
    [
      DataField("version", .constant(version), "The version of this form.") { _ in .integer(version)
      }
    ] + system + measures + decisions)

  private static let system: [DataField<DataBook>] = [
    .text("tool", "The program that made it, with its version.") { "tm \($0.source.toolVersion)" },
    .optionalRecord("model", of: SystemRecord.record, "The system; null where nothing declares it.")
    {
      $0.model.system.map($0.item)
    },
    .date(
      "counted-on",
      "The day that the ends of decisions are held against; null where no decision about a threat ends."
    ) { $0.source.risks.countedOn },
    .record("summary", of: SummaryRecord.record, "How much there is of everything.") { $0 },
    .records("zones", of: ZoneRecord.record, "Declared zones, by id.") { $0.all(.zone) },
    .records("categories", of: CategoryRecord.record, "Declared categories of threat, by id.") {
      $0.all(.category)
    },
    .records("boundaries", of: BoundaryRecord.record, "Trust boundaries, by id.") {
      $0.all(.boundary)
    },
    .records(
      "elements", of: ElementRecord.record, "External entities, processes and stores, by id."
    ) {
      $0.elements
    },
    .records("interfaces", of: InterfaceRecord.record, "Interfaces, by id.") { $0.all(.interface) },
    .records("components", of: ComponentRecord.record, "Software of others, by id.") {
      $0.all(.component)
    },
    .records("assets", of: AssetRecord.record, "Assets, by id.") { $0.all(.asset) },
    .records("flows", of: FlowRecord.record, "Data flows, by id.") { $0.all(.flow) },
    .records("views", of: ViewRecord.record, "Named diagrams, by id.") { $0.all(.view) },
  ]

  private static let measures: [DataField<DataBook>] = [
    .records("hazards", of: HazardRecord.record, "Hazards of the safety risk file, by id.") {
      $0.all(.hazard)
    },
    .records("controls", of: ControlRecord.record, "Controls, by id.") { $0.all(.control) },
    .records("requirements", of: RequirementRecord.record, "Requirements, by id.") {
      $0.all(.requirement)
    },
    .records("verifications", of: VerificationRecord.record, "Declared verifications, by id.") {
      $0.all(.verification)
    },
    .records("assumptions", of: AssumptionRecord.record, "Assumptions, by id.") {
      $0.all(.assumption)
    },
  ]

  private static let decisions: [DataField<DataBook>] = [
    .records("decisions", of: DecisionRecord.record, "Decisions about several threats, by id.") {
      $0.all(.decision)
    },
    .records("documents", of: DocumentRecord.record, "Documents beside the model, by id.") {
      $0.all(.document)
    },
    .records("rules", of: RuleRecord.record, "Lint rules of the model's own, by id.") {
      $0.all(.rule)
    },
    .records("templates", of: TemplateRecord.record, "Threat templates of the model's own, by id.")
    {
      $0.all(.threatTemplate)
    },
    .record("policy", of: PolicyRecord.record, "What the model accepts and requires.") { $0 },
    .optionalRecord(
      "matrix", of: MatrixRecord.record,
      "The risk matrix in force; null where the model uses none."
    ) { $0.source.risks.usesMatrix ? $0 : nil },
    .records("threats", of: ThreatRecord.record, "The register, in its order.") { book in
      book.threats.indices.map(book.entry)
    },
    .record("coverage", of: CoverageRecord.record, "Which threats each part has, or why none.") {
      $0
    },
    .record("trace", of: TraceRecord.record, "The trace from assets to evidence.") { $0 },
  ]
}
