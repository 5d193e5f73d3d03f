// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRisk
import TMScoring
import TMSyntax
import TMThreats

/// Writes the fields of a threat that only the risk register has, into the object that `ThreatsJSON`
/// has begun; `docs/schemas/threats-1.schema.json` describes them.
enum RegisterJSON {
  static func write(_ entry: RegisterEntry, to writer: inout JSONWriter) {
    let assessed = entry.assessed
    writer.field("violates", assessed.threat.violatedProperties)
    writer.field("elements", entry.elements)
    writer.field("interfaces", entry.interfaces)
    writer.field("zones", entry.zones)
    writer.field("components", entry.components)
    writer.object("attack") { writer in
      writer.field("actor", entry.text(.actor))
      writer.field("scenario", entry.text(.scenario))
      writer.field("precondition", entry.text(.precondition))
      writer.field("vulnerability", entry.text(.vulnerability))
      writer.field("cve", entry.words(.cve))
      writer.field("techniques", assessed.threat.template?.attack ?? [])
    }
    writeRating(
      "initial", assessed.initial, assessed.initialExploitability, assessed.initialRisk, &writer)
    writeRating(
      "residual", assessed.residual, assessed.residualExploitability, assessed.residualRisk,
      &writer)
    writer.object("decision") { writer in write(decision: entry, &writer) }
    writer.array("measures") { writer in
      for control in assessed.threat.controls { write(control, entry.book, &writer) }
    }
    writer.object("safety") { writer in write(safety: entry, &writer) }
  }

  private static func writeRating(
    _ key: StaticString, _ rating: Rating?, _ exploitability: ExploitabilityLevel?,
    _ risk: String?, _ writer: inout JSONWriter
  ) {
    guard rating != nil || exploitability != nil else {
      return writer.field(key, String?.none)
    }
    writer.object(key) { writer in
      writer.field("vector", rating?.vector?.text)
      writer.field("score", rating?.score.value)
      writer.field("severity", rating?.severity.rawValue)
      writer.field("scheme", rating?.schemeText)
      writer.field("exploitability", exploitability?.rawValue)
      writer.field("risk", risk)
    }
  }

  private static func write(decision entry: RegisterEntry, _ writer: inout JSONWriter) {
    let model = entry.book.model
    writer.field("treatment", entry.assessed.treatment?.rawValue)
    writer.field("by", entry.threat.decisions.first.map(entry.book.facts.path))
    writer.field("acceptable", entry.assessed.isAcceptable)
    writer.field("criteria", entry.criteria)
    writer.field("approver", entry.text(.approver))
    writer.field("date", entry.date(.date))
    writer.field("until", entry.date(.until))
    writer.field("transferred-to", entry.text(.transferredTo))
    writer.field("benefit-risk", entry.text(.benefitRisk))
    writer.field("owner", entry.text(.owner))
    writer.array("assumptions") { writer in
      for assumption in entry.assumptions {
        writer.object { writer in
          writer.field("id", entry.book.facts.path(assumption))
          writer.field("title", model.title(assumption))
        }
      }
    }
  }

  private static func write(
    _ control: EntityID, _ book: RegisterBook, _ writer: inout JSONWriter
  ) {
    let model = book.model
    writer.object { writer in
      writer.field("id", book.facts.path(control))
      writer.field("title", model.title(control))
      writer.field("status", book.facts.status(ofControl: control))
      writer.field("categories", model.words(control, .category))
      writer.field("capabilities", model.words(control, .capability))
      writer.field("foundational", model.words(control, .foundational))
      writer.field("new-risks", model.text(control, .newRisks))
      write(book.verifications(of: control), &writer)
      writer.array("requirements") { writer in
        for requirement in model.references(control, .satisfies) {
          writer.object { writer in
            writer.field("id", book.facts.path(requirement))
            writer.field("title", model.title(requirement))
            writer.field("status", model.word(requirement, .status))
            writer.field("links", book.links(requirement))
            write(book.verifications(of: requirement), &writer)
          }
        }
      }
    }
  }

  private static func write(_ verifications: [Verification], _ writer: inout JSONWriter) {
    writer.array("verifications") { writer in
      for verification in verifications {
        writer.object { writer in
          writer.field("id", verification.id)
          writer.field("title", verification.title)
          writer.field("method", verification.method)
          writer.field("result", verification.result)
          writer.field("date", verification.date)
          writer.field("evidence", verification.evidence)
        }
      }
    }
  }

  private static func write(safety entry: RegisterEntry, _ writer: inout JSONWriter) {
    let model = entry.book.model
    writer.field("severity", entry.assessed.harmSeverity)
    writer.field("multi-patient", entry.assessed.isMultiPatient)
    writer.array("hazards") { writer in
      for hazard in entry.assessed.hazards {
        writer.object { writer in
          writer.field("id", entry.book.facts.path(hazard))
          writer.field("title", model.title(hazard))
          writer.field("severity", model.word(hazard, .severity))
          writer.field("multi-patient", model.boolean(hazard, .multiPatient) ?? false)
          writer.field("links", entry.book.links(hazard))
        }
      }
    }
  }
}
