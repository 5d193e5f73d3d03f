// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRisk
import TMSyntax

/// What was decided about a risk.
enum RiskDecisionRecord {
  static let record = DataRecord<RegisterEntry>(
    "risk-decision", "What was decided about the risk of a threat, and by whom.",
    [
      .optionalWord("treatment", Treatment.allCases.map(\.rawValue), "How the risk is treated.") {
        $0.assessed.treatment?.rawValue
      },
      .optionalText("by", "The id of the decision about several threats that covers it.") {
        $0.threat.decisions.first.map($0.book.facts.path)
      },
      .optionalBoolean(
        "acceptable",
        """
        Whether the policy accepts what is left; null where no policy says what it accepts, and for \
        what was dealt with and never rated.
        """
      ) { $0.assessed.isAcceptable },
      .texts("criteria", "The condition of the policy that accepts it, or all that do not.") {
        $0.criteria
      },
      .optionalWord(
        "approval", ["approved", "changed", "new"],
        """
        Whether it was approved as it stands, in the list beside the model: `changed` since it was, \
        `new` where it never was; null where nobody wants approvals.
        """
      ) { $0.assessed.approval.word },
      .optionalText("approved-by", "Who approved it in that list.") {
        $0.assessed.approval.line?.approver
      },
      .date("approved-on", "When.") { $0.assessed.approval.line.flatMap { CalendarDate($0.date) } },
      .texts("changed", "What changed since then.") { $0.assessed.approval.changes.map(\.text) },
      .optionalText("approver", "Who approved it.") { $0.text(.approver) },
      .date("date", "When it was decided.") { $0.date(.date).flatMap(CalendarDate.init) },
      .date("until", "When the decision expires.") { $0.date(.until).flatMap(CalendarDate.init) },
      .optionalText("transferred-to", "To whom the risk is transferred, and where it is told.") {
        $0.text(.transferredTo)
      },
      .optionalText("benefit-risk", "Where the benefit is weighed against an unacceptable risk.") {
        $0.text(.benefitRisk)
      },
      .optionalText("owner", "Who answers for it.") { $0.text(.owner) },
      .records("assumptions", of: RegisterReferenceRecord.record, "What it takes for granted.") {
        entry in
        entry.assumptions.map { RegisterItem(book: entry.book, id: $0) }
      },
    ])
}

/// A declaration that the register refers to.
enum RegisterReferenceRecord {
  static let record = DataRecord<RegisterItem>(
    "reference", ReferenceRecord.record.info.documentation,
    [
      .text("id", ReferenceRecord.record.info.fields[0].documentation) {
        $0.book.facts.path($0.id)
      },
      .text("title", ReferenceRecord.record.info.fields[1].documentation) {
        $0.model.title($0.id)
      },
    ])
}

/// A control of a threat with its requirements and evidence.
enum MeasureRecord {
  static let record = DataRecord<RegisterItem>(
    "measure", "A control that applies to a threat, with its requirements and evidence.",
    [
      .text("id", "The id of the control.") { $0.book.facts.path($0.id) },
      .text("title", "Its title, or the id where there is none.") { $0.model.title($0.id) },
      .word("status", Vocabulary.controlStatuses.words + ["unstated", "failed"], "How far it is.") {
        $0.book.facts.status(ofControl: $0.id)
      },
      .texts("categories", "Its categories in the FDA premarket guidance.") {
        $0.model.words($0.id, .category)
      },
      .texts("capabilities", "Its security capabilities: IEC TR 80001-2-2, MDS2.") {
        $0.model.words($0.id, .capability)
      },
      .texts("foundational", "The foundational requirements (IEC 62443) that it serves.") {
        $0.model.words($0.id, .foundational)
      },
      .optionalText("new-risks", "The risks that it brings with it.") {
        $0.model.text($0.id, .newRisks)
      },
      .records("verifications", of: VerificationEntryRecord.record, "What verifies it.") {
        $0.book.verifications(of: $0.id)
      },
      .records("requirements", of: MetRequirementRecord.record, "The requirements it satisfies.") {
        item in
        item.model.references(item.id, .satisfies).map { RegisterItem(book: item.book, id: $0) }
      },
    ])
}

/// A requirement that a control of a threat satisfies.
enum MetRequirementRecord {
  static let record = DataRecord<RegisterItem>(
    "met-requirement", "A requirement that a control of a threat satisfies.",
    RegisterReferenceRecord.record.fields + [
      .optionalText("status", "How far it is.") { $0.model.word($0.id, .status) },
      .texts("links", "Where more is written.") { $0.book.links($0.id) },
      .records("verifications", of: VerificationEntryRecord.record, "What verifies it.") {
        $0.book.verifications(of: $0.id)
      },
    ])
}

/// The link of a threat to the safety risk file.
enum SafetyRecord {
  static let record = DataRecord<RegisterEntry>(
    "safety", "The link of a threat to the safety risk file.",
    [
      .optionalText("severity", "The worst severity of harm.") { $0.assessed.harmSeverity },
      .boolean("multi-patient", "Whether several patients can be harmed at once.") {
        $0.assessed.isMultiPatient
      },
      .records("hazards", of: ThreatHazardRecord.record, "The hazards that it can lead to.") {
        entry in
        entry.assessed.hazards.map { RegisterItem(book: entry.book, id: $0) }
      },
    ])
}

/// A hazard that a threat can lead to.
enum ThreatHazardRecord {
  static let record = DataRecord<RegisterItem>(
    "threat-hazard", "A hazard that a threat can lead to.",
    RegisterReferenceRecord.record.fields + [
      .optionalText("severity", "The severity of the harm.") { $0.model.word($0.id, .severity) },
      .boolean("multi-patient", "Whether one attack can harm several patients.") {
        $0.model.boolean($0.id, .multiPatient) ?? false
      },
      .texts("links", "Where more is written.") { $0.book.links($0.id) },
    ])
}
