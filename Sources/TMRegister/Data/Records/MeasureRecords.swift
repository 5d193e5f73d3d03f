// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRisk
import TMSyntax
import TMThreats

/// A risk control measure.
enum ControlRecord {
  static let record = DataRecord<DataItem>(
    "control", "A risk control measure.",
    DataField.heading + [
      .word(
        "status", Vocabulary.controlStatuses.words + ["unstated", "failed"],
        "How far it is; left out, it is implemented, or unstated where that counts for nothing; "
          + "failed where a verification of it failed."
      ) {
        $0.book.register.facts.status(ofControl: $0.id)
      },
      .boolean("in-place", "Whether it is implemented or verified, and no verification failed.") {
        $0.model.isInPlace(control: $0.id)
      },
    ] + DataField.properties(of: [.control], but: [.status, .verifiedBy]) + [
      .records("verifications", of: VerificationEntryRecord.record, "What verifies it.") {
        $0.book.register.verifications(of: $0.id)
      },
      .records(
        "threats", of: ThreatReferenceRecord.record, "The threats that list it, also if planned."
      ) {
        $0.book.threatItems($0.book.links.threats(answeredBy: $0.id))
      },
    ] + DataField.common)
}

/// What a control satisfies.
enum RequirementRecord {
  static let record = DataRecord<DataItem>(
    "requirement", "A requirement that controls satisfy.",
    DataField.heading + DataField.properties(of: [.requirement], but: [.verifiedBy]) + [
      .records("controls", of: ReferenceRecord.record, "The controls that satisfy it.") {
        $0.items($0.book.links.controls(satisfying: $0.id))
      },
      .records("verifications", of: VerificationEntryRecord.record, "What verifies it.") {
        $0.book.register.verifications(of: $0.id)
      },
    ] + DataField.common)
}

/// Evidence that the model declares.
enum VerificationRecord {
  static let record = DataRecord<DataItem>(
    "verification", "The evidence that a requirement is met or a control works.",
    DataField.heading + [
      .word("status", Vocabulary.verificationStatuses.words, "Its result; planned if left out.") {
        $0.model.result(of: .declared($0.id)).rawValue
      }
    ] + DataField.properties(of: [.verification], but: [.status]) + [
      .records(
        "subjects", of: ReferenceRecord.record, "The controls and requirements that name it."
      ) {
        $0.items($0.book.links.subjects(of: $0.id))
      }
    ] + DataField.common)
}

/// A hazard of the safety risk file.
enum HazardRecord {
  static let record = DataRecord<DataItem>(
    "hazard", "An entry of the safety risk file that a threat can lead to.",
    DataField.heading + DataField.properties(of: [.hazard]) + [
      .records("threats", of: ThreatReferenceRecord.record, "The threats that can lead to it.") {
        $0.book.threats(leadingTo: $0.id)
      },
      .records(
        "controls", of: ReferenceRecord.record, "The controls that have an effect on it themselves."
      ) {
        item in
        item.items(
          item.book.links.controls.filter {
            item.model.references($0, .safetyImpact).contains(item.id)
          })
      },
    ] + DataField.common)
}

/// What the model takes for granted.
enum AssumptionRecord {
  static let record = DataRecord<DataItem>(
    "assumption", "What the model takes for granted.",
    DataField.heading + DataField.properties(of: [.assumption]) + DataField.common)
}

/// A decision about several threats.
enum DecisionRecord {
  static let record = DataRecord<DataItem>(
    "decision", "One rating and decision about several threats.",
    DataField.heading + DataField.properties(of: [.decision]) + [
      .records("threats", of: ThreatReferenceRecord.record, "The threats that it covers.") {
        $0.book.threats(coveredBy: $0.id)
      }
    ] + DataField.common)
}

/// A document beside the model.
enum DocumentRecord {
  static let record = DataRecord<DataItem>(
    "document", "A document that says what the model does not.",
    DataField.heading + DataField.properties(of: [.document]) + DataField.common)
}

/// A named diagram.
enum ViewRecord {
  static let record = DataRecord<DataItem>(
    "view", "A named diagram.",
    DataField.heading + DataField.properties(of: [.view]) + DataField.common)
}

/// What verifies something, declared or kept elsewhere.
enum VerificationEntryRecord {
  static let record = DataRecord<Verification>(
    "verification-entry",
    "What verifies a control or requirement; of one kept elsewhere only the id is known.",
    [
      .text("id", "The id, or the text of one that is kept elsewhere.") { $0.id },
      .optionalText("title", "Its title.") { $0.title },
      .optionalText("method", "How it verifies.") { $0.method },
      .optionalText("result", "With what result.") { $0.result },
      .date("date", "When it was last done.") { $0.date.flatMap(CalendarDate.init) },
      .texts("evidence", "Where the evidence is.") { $0.evidence },
    ])
}
