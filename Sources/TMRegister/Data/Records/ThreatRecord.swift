// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRisk
import TMScoring
import TMSyntax
import TMThreats

/// A threat of the register; the first fields alone are what `tm threats --format json` prints.
enum ThreatRecord {
  static let record = DataRecord<RegisterEntry>(
    "threat", "A threat, with everything that the risk register says of it.", brief + register)

  static let briefRecord = DataRecord<RegisterEntry>("threat", "A threat.", brief)

  private static let brief: [DataField<RegisterEntry>] = [
    .text("id", "The stable id: the path of what it is about, a dot and its name.") {
      $0.threat.id
    },
    .text("about", "The id of the flow, element, interface or asset that it is about.") {
      $0.book.facts.path($0.threat.about)
    },
    .text("category", "The category of its template: of a method, or declared by the model.") {
      $0.threat.category.rawValue
    },
    .texts("categories", "The category under each method of the model.") {
      $0.threat.categories.map(\.rawValue)
    },
    .text("title", "The threat in a sentence.") { $0.book.facts.title($0.threat) },
    .word("status", ThreatStatus.allCases.map(\.rawValue), "What became of it.") {
      $0.threat.status.rawValue
    },
    .record("reason", of: ReasonRecord.record, "What decided the status.") {
      $0.book.facts.reason($0.threat)
    },
    .records(
      "controls", of: AppliedControlRecord.record, "The controls that apply, planned ones too."
    ) {
      entry in
      entry.threat.controls.map { RegisterItem(book: entry.book, id: $0) }
    },
    .texts("boundaries", "The ids of the trust boundaries that its flow crosses, in its direction.")
    {
      $0.book.facts.boundaries($0.threat)
    },
    .texts("assets", "The ids of the assets at stake.") { $0.book.facts.assets($0.threat) },
    .integers("cwe", "Weaknesses it exploits: numbers of CWE.") { $0.book.facts.cwe($0.threat) },
    .integers("capec", "Attack patterns it follows: numbers of CAPEC.") {
      $0.book.facts.capec($0.threat)
    },
    .optionalText("because", "The rationale of the status.") { $0.book.facts.because($0.threat) },
    .optionalText("advice", "What to do about such a threat.") { $0.book.facts.advice($0.threat) },
    .optionalText("consequence", "What it can lead to for a patient or user.") {
      $0.book.facts.consequence($0.threat)
    },
    .score("score", "The score that counts now.") { $0.assessed.current?.score.value },
  ]

  private static let register: [DataField<RegisterEntry>] = [
    .texts("violates", "The properties that it violates, each once.") {
      $0.threat.violatedProperties
    },
    .texts("elements", "The id of the element; of a flow those of both ends, the sender first.") {
      $0.elements
    },
    .texts("interfaces", "The ids of the interfaces that it goes through.") { $0.interfaces },
    .texts("zones", "The zones it touches.") { $0.zones },
    .texts("components", "The ids of software of others where it is carried out.") {
      $0.components
    },
    .record("attack", of: AttackRecord.record, "Who would do it, and how.") { $0 },
    .optionalRecord("initial", of: RatingRecord.record, "The rating before measures.") {
      RatingRecord.Subject(
        $0.assessed.initial, $0.assessed.initialExploitability, $0.assessed.initialRisk)
    },
    .optionalRecord("residual", of: RatingRecord.record, "The rating after measures.") {
      RatingRecord.Subject(
        $0.assessed.residual, $0.assessed.residualExploitability, $0.assessed.residualRisk)
    },
    .record("decision", of: RiskDecisionRecord.record, "What was decided about the risk, by whom.")
    {
      $0
    },
    .records("measures", of: MeasureRecord.record, "The controls that apply, with their evidence.")
    {
      entry in
      entry.threat.controls.map { RegisterItem(book: entry.book, id: $0) }
    },
    .record("safety", of: SafetyRecord.record, "The link to the safety risk file.") { $0 },
  ]
}

/// A declaration as the register refers to it.
struct RegisterItem {
  let book: RegisterBook
  let id: EntityID

  var model: Model { book.model }
}

/// What decided a status.
enum ReasonRecord {
  static let record = DataRecord<ThreatFacts.Reason>(
    "reason", "What decided the status of a threat.",
    [
      .word(
        "kind", ["unanswered", "triage", "decision", "control", "property"],
        "What kind of thing decided it."
      ) { $0.kind },
      .optionalText("text", "The rationale, the id of the decision or control, or the condition.") {
        $0.text
      },
    ])
}

/// A control of a threat.
enum AppliedControlRecord {
  static let record = DataRecord<RegisterItem>(
    "applied-control", "A control that applies to a threat.",
    [
      .text("id", "The id of the control.") { $0.book.facts.path($0.id) },
      .word("status", Vocabulary.controlStatuses.words + ["unstated", "failed"], "How far it is.") {
        $0.book.facts.status(ofControl: $0.id)
      },
    ])
}

/// Who would do it, and how.
enum AttackRecord {
  static let record = DataRecord<RegisterEntry>(
    "attack", "Who would carry out a threat, and how.",
    [
      .optionalText("actor", "The threat source.") { $0.text(.actor) },
      .optionalText("scenario", "The attack scenario.") { $0.text(.scenario) },
      .optionalText("precondition", "What must hold for it to work.") { $0.text(.precondition) },
      .optionalText("vulnerability", "The weakness of this system that it exploits.") {
        $0.text(.vulnerability)
      },
      .texts("cve", "The published vulnerabilities that it covers.") { $0.words(.cve) },
      .texts("techniques", "Techniques of MITRE ATT&CK.") { $0.threat.template?.attack ?? [] },
    ])
}

/// A rating, before or after measures.
enum RatingRecord {
  struct Subject {
    let rating: Rating?
    let exploitability: ExploitabilityLevel?
    let risk: String?

    /// Nil where nobody rated anything.
    init?(_ rating: Rating?, _ exploitability: ExploitabilityLevel?, _ risk: String?) {
      guard rating != nil || exploitability != nil else { return nil }
      self.rating = rating
      self.exploitability = exploitability
      self.risk = risk
    }
  }

  static let record = DataRecord<Subject>(
    "rating", "A score with its vector, and the place in the risk matrix.",
    [
      .optionalText("vector", "The vector; null for a plain number.") { $0.rating?.vector?.text },
      .score("score", "The score.") { $0.rating?.score.value },
      .optionalWord("severity", Vocabulary.severityBands.words, "The severity of the score.") {
        $0.rating?.severity.rawValue
      },
      .optionalText("scheme", "The scheme of the score; of CVSS 4.0 with its nomenclature.") {
        $0.rating?.schemeText
      },
      .optionalWord(
        "exploitability", Vocabulary.exploitabilities.words, "How easily it is exploited."
      ) { $0.exploitability?.rawValue },
      .optionalText("risk", "The cell of the risk matrix.") { $0.risk },
    ])
}
