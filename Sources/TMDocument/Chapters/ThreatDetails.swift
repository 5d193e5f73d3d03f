// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRegister
import TMRisk
import TMScoring
import TMSyntax
import TMThreats

/// What the register says of a threat beyond its row.
struct ThreatDetails {
  private let assessed: AssessedThreat
  private let entry: RegisterEntry
  private let phrases: ReportPhrases
  private let model: Model

  init(_ assessed: AssessedThreat, _ phrases: ReportPhrases) {
    self.assessed = assessed
    self.phrases = phrases
    model = phrases.model
    entry = RegisterEntry(assessed: assessed, book: phrases.book)
  }

  /// In the order in which a reader asks: what, how, how bad, what is done, who decided.
  var facts: [ReportFact] {
    (what + how + ratings + decision + measures).filter { !$0.value.isEmpty }
  }

  private var threat: Threat { assessed.threat }

  private var what: [ReportFact] {
    let subjects = SubjectFacts(model)
    return [
      ReportFact("Assets", phrases.titles(subjects.assets(of: threat.about))),
      ReportFact("Crosses", phrases.titles(subjects.boundaries(of: threat.subject))),
      ReportFact("Can lead to", phrases.ids(assessed.hazards) + patients),
      fact("Consequence", phrases.book.facts.consequence(threat)),
    ]
  }

  private var patients: [ReportText] {
    assessed.isMultiPatient && !assessed.hazards.isEmpty
      ? [.words(", several patients at once")] : []
  }

  private var how: [ReportFact] {
    let references =
      phrases.book.facts.cwe(threat).map { "CWE-\($0)" } + entry.words(.cve)
      + phrases.book.facts.capec(threat).map { "CAPEC-\($0)" }
      + (threat.template.map { $0.attack + $0.owasp } ?? [])
    return [
      fact("Actor", entry.text(.actor)), fact("Scenario", entry.text(.scenario)),
      fact("Precondition", entry.text(.precondition)),
      fact("Vulnerability", entry.text(.vulnerability)),
      ReportFact("References", ReportPhrases.words(references)),
    ]
  }

  private var ratings: [ReportFact] {
    [
      ReportFact(
        "Before measures", rating(assessed.initial, assessed.initialExploitability)),
      ReportFact(
        "After measures", rating(assessed.residual, assessed.residualExploitability)),
      fact("Criterion", code: assessed.isAcceptable == true ? entry.criteria : []),
    ]
  }

  private func rating(
    _ rating: Rating?, _ exploitability: ExploitabilityLevel?
  ) -> [ReportText] {
    let vector: [ReportText] = rating?.vector.map { [.code($0.text)] } ?? []
    let words = exploitability.map { ["exploitability \($0.rawValue)"] } ?? []
    return ReportPhrases.list([vector, ReportPhrases.words(words)].filter { !$0.isEmpty })
  }

  private var decision: [ReportFact] {
    let decided = [entry.text(.approver), entry.date(.date)].compactMap { $0 }
    return [
      fact("Treatment", assessed.treatment?.rawValue),
      fact("Because", phrases.book.facts.because(threat)),
      ReportFact("Answered by", answer),
      ReportFact("Rests on", phrases.titles(entry.assumptions)),
      fact("Transferred to", entry.text(.transferredTo)),
      fact("Benefit and risk", entry.text(.benefitRisk)),
      ReportFact("Approved as it stands", approval),
      ReportFact("Approved", ReportPhrases.words(decided)), fact("Until", until),
      fact("Owner", entry.text(.owner)),
      fact("Advice", threat.status == .open ? phrases.book.facts.advice(threat) : nil),
    ]
  }

  /// When what was decided ends, and what it was where that is past.
  private var until: String? {
    guard case .expired(let decided, let until) = threat.reason else { return entry.date(.until) }
    return "\(until), which is past: it was \(decided.rawValue)"
  }

  /// Who approved it as it stands, or why nobody did.
  private var approval: [ReportText] {
    switch assessed.approval {
    case .notAsked: []
    case .new: [.words("no: nobody approved it")]
    case .approved(let line): [.words("by \(line.approver) on \(line.date)")]
    case .changed(let line, let changes):
      [
        .words(
          "no: \(line.approver) approved it on \(line.date), and since then "
            + changes.map(\.text).joined(separator: "; "))
      ]
    }
  }

  /// The property that answers the threat by itself.
  private var answer: [ReportText] {
    let reason = phrases.book.facts.reason(threat)
    guard reason.kind == "property", let text = reason.text else { return [] }
    return [.words("the property "), .code(text)]
  }

  private var measures: [ReportFact] {
    let planned = threat.controls.filter { !model.isInPlace(control: $0) }
    return [
      ReportFact("Not in place yet", phrases.ids(planned)),
      ReportFact("Requirements", phrases.ids(entry.requirements)),
      ReportFact("Verified by", phrases.evidence(threat.controls + entry.requirements)),
    ]
  }

  private func fact(_ name: String, _ text: String?) -> ReportFact {
    ReportFact(name, text.map { [.words($0)] } ?? [])
  }

  private func fact(_ name: String, code: [String]) -> ReportFact {
    ReportFact(name, ReportPhrases.list(code.map { [.code($0)] }))
  }
}
