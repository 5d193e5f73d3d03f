// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRisk
import TMScoring
import TMSyntax
import TMThreats
import TMWriting

/// A column of the risk register.
package struct RegisterColumn: Sendable {
  package let name: String
  /// One sentence for the documentation.
  package let documentation: String
  let value: @Sendable (RegisterEntry) -> CSVField

  package init(
    _ name: String, _ documentation: String,
    _ value: @escaping @Sendable (RegisterEntry) -> CSVField
  ) {
    self.name = name
    self.documentation = documentation
    self.value = value
  }

  /// A column of words; several are joined by "; ".
  static func list(
    _ name: String, _ documentation: String,
    _ values: @escaping @Sendable (RegisterEntry) -> [String]
  ) -> RegisterColumn {
    RegisterColumn(name, documentation) { entry in
      let values = values(entry)
      return values.isEmpty ? .empty : .text(values.joined(separator: "; "))
    }
  }

  /// A column of one text.
  package static func text(
    _ name: String, _ documentation: String,
    _ value: @escaping @Sendable (RegisterEntry) -> String?
  ) -> RegisterColumn {
    RegisterColumn(name, documentation) { value($0).map(CSVField.text) ?? .empty }
  }

  /// A column of days, given as `2027-03-31`.
  static func date(
    _ name: String, _ documentation: String,
    _ value: @escaping @Sendable (RegisterEntry) -> String?
  ) -> RegisterColumn {
    RegisterColumn(name, documentation) {
      value($0).flatMap(CalendarDate.init).map(CSVField.date) ?? .empty
    }
  }

  /// Every column, in the order of the register.
  package static let all: [RegisterColumn] =
    identification + attack + before + treatment + measures + after + safety
}

extension RegisterColumn {
  private static let identification: [RegisterColumn] = [
    text("id", "The stable id of the threat.") { $0.threat.id },
    text("title", "The threat in a sentence.") { $0.book.facts.title($0.threat) },
    list("categories", "Its categories, those of each method.") {
      $0.threat.categories.map(\.rawValue)
    },
    list("violates", "The properties that it violates.") {
      $0.threat.violatedProperties
    },
    list("assets", "The assets at stake.") { $0.book.facts.assets($0.threat) },
    text("about", "The flow, element, interface or asset that it is about.") {
      $0.book.facts.path($0.threat.about)
    },
    list("elements", "The element; of a flow both ends, the sender first.") { $0.elements },
    list("interfaces", "The interfaces that it goes through.") { $0.interfaces },
    list("zones", "The zones it touches.") { $0.zones },
    list("boundaries", "The trust boundaries that its flow crosses.") {
      $0.book.facts.boundaries($0.threat)
    },
  ]

  private static let attack: [RegisterColumn] = [
    text("actor", "The threat source.") { $0.text(.actor) },
    text("scenario", "The attack scenario.") { $0.text(.scenario) },
    text("precondition", "What must hold for it to work.") { $0.text(.precondition) },
    text("vulnerability", "The weakness of this system that it exploits.") {
      $0.text(.vulnerability)
    },
    list("cwe", "Weaknesses.") { $0.book.facts.cwe($0.threat).map { "CWE-\($0)" } },
    list("cve", "Published vulnerabilities.") { $0.words(.cve) },
    list("capec", "Attack patterns.") { $0.book.facts.capec($0.threat).map { "CAPEC-\($0)" } },
    list("attack", "Techniques of MITRE ATT&CK.") { $0.threat.template?.attack ?? [] },
  ]

  private static let before: [RegisterColumn] =
    rating("initial", "before measures", \.initial, \.initialExploitability, \.initialRisk)

  private static let after: [RegisterColumn] =
    rating("residual", "after measures", \.residual, \.residualExploitability, \.residualRisk) + [
      list("criterion", "The condition of the policy that accepts it, or those that do not.") {
        $0.criteria
      },
      text("acceptable", "Whether the policy accepts what is left.") {
        $0.assessed.isAcceptable.map { $0 ? "yes" : "no" }
      },
      text("benefit-risk", "Where the benefit is weighed against an unacceptable risk.") {
        $0.text(.benefitRisk)
      },
      text("approver", "Who approved the decision.") { $0.text(.approver) },
      date("decided", "When.") { $0.date(.date) },
      date("until", "When the decision expires.") { $0.date(.until) },
      text("owner", "Who answers for it.") { $0.text(.owner) },
    ]

  private static func rating(
    _ name: String, _ when: String,
    _ rating: @escaping @Sendable (AssessedThreat) -> Rating?,
    _ exploitability: @escaping @Sendable (AssessedThreat) -> ExploitabilityLevel?,
    _ risk: @escaping @Sendable (AssessedThreat) -> String?
  ) -> [RegisterColumn] {
    [
      text("\(name)-vector", "The vector \(when).") { rating($0.assessed)?.vector?.text },
      RegisterColumn("\(name)-score", "The score \(when), 0.0 to 10.0.") {
        rating($0.assessed).map { .number($0.score.value) } ?? .empty
      },
      text("\(name)-severity", "The severity of that score.") {
        rating($0.assessed)?.severity.rawValue
      },
      text("\(name)-scheme", "The scheme of that score; of CVSS 4.0 with its nomenclature.") {
        rating($0.assessed)?.schemeText
      },
      text("\(name)-exploitability", "How easily it is exploited \(when).") {
        exploitability($0.assessed)?.rawValue
      },
      text("\(name)-risk", "The cell of the risk matrix \(when).") { risk($0.assessed) },
    ]
  }

  private static let treatment: [RegisterColumn] = [
    text("status", "What became of it.") { $0.threat.status.rawValue },
    text("treatment", "How the risk is treated.") { $0.assessed.treatment?.rawValue },
    text("reason", "What decided the status: triage, a decision, a control or a property.") {
      $0.book.facts.reason($0.threat).kind
    },
    text("reason-text", "The control, decision, property or words that decided it.") {
      $0.book.facts.reason($0.threat).text
    },
    text("because", "The rationale.") { $0.book.facts.because($0.threat) },
    list("assumptions", "What the decision takes for granted.") { entry in
      entry.assumptions.map { entry.book.model.title($0) }
    },
    text("transferred-to", "To whom the risk is transferred, and where it is told.") {
      $0.text(.transferredTo)
    },
    text("advice", "What to do about such a threat.") { $0.book.facts.advice($0.threat) },
  ]

  private static let measures: [RegisterColumn] = [
    list("controls", "The risk control measures, each with its status.") { entry in
      entry.threat.controls.map {
        "\(entry.book.facts.path($0)) (\(entry.book.facts.status(ofControl: $0)))"
      }
    },
    words("control-category", .category, "Their categories in the FDA premarket guidance."),
    words("control-capability", .capability, "Their capabilities: IEC TR 80001-2-2, MDS2."),
    words("control-foundational", .foundational, "The foundational requirements: IEC 62443."),
    list("new-risks", "The risks that the controls bring with them.") { entry in
      entry.threat.controls.compactMap { entry.book.model.text($0, .newRisks) }
    },
    list("requirements", "The requirements that the controls satisfy.") { entry in
      entry.requirements.map(entry.book.facts.path)
    },
    list("components", "Software of others where it is carried out.") { $0.components },
    list("verifications", "What verifies controls and requirements.") {
      $0.verifications.map(\.id)
    },
    list("verification-method", "How.") { $0.verifications.compactMap(\.method) },
    list("verification-result", "With what result.") { $0.verifications.compactMap(\.result) },
    list("evidence", "Where the evidence is.") { $0.verifications.flatMap(\.evidence) },
  ]

  /// The words of a property of the controls, each once.
  private static func words(
    _ name: String, _ property: Property, _ documentation: String
  ) -> RegisterColumn {
    list(name, documentation) { entry in
      var words: [String] = []
      for word in entry.threat.controls.flatMap({ entry.book.model.words($0, property) })
      where !words.contains(word) {
        words.append(word)
      }
      return words
    }
  }

  private static let safety: [RegisterColumn] = [
    text("safety-relevant", "Whether it can lead to a hazard of the safety risk file.") {
      $0.assessed.hazards.isEmpty ? "no" : "yes"
    },
    list("hazards", "These hazards.") { entry in
      entry.assessed.hazards.map(entry.book.facts.path)
    },
    text("harm-severity", "The worst severity of harm.") { $0.assessed.harmSeverity },
    text("multi-patient", "Whether several patients can be harmed at once.") {
      $0.assessed.hazards.isEmpty ? nil : $0.assessed.isMultiPatient ? "yes" : "no"
    },
    text("model-version", "The version of the system that the register is about.") { entry in
      entry.book.model.system.flatMap { entry.book.model.text($0, .version) }
    },
  ]
}

extension Rating {
  /// The scheme, and of CVSS 4.0 which groups count: "CVSS-BTE 4.0".
  var schemeText: String {
    if case .vector(.cvss4(let vector)) = self { return vector.nomenclature + " 4.0" }
    return scheme.title
  }
}
