// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax

/// What the report is about, in which version, and who answers for it.
struct ScopeChapter {
  private let phrases: ReportPhrases
  private let model: Model

  init(_ phrases: ReportPhrases) {
    self.phrases = phrases
    model = phrases.model
  }

  var chapter: ReportChapter {
    ReportChapter(
      id: "scope", title: "Scope and document control",
      blocks: description + extent + outOfScope + control)
  }

  private var description: [ReportBlock] {
    guard let system = model.system else {
      return [
        ReportPhrases.missing(
          .words("The files declare no system: add "), .code("model \"…\" { version: \"…\" }"),
          .words("."))
      ]
    }
    var blocks: [ReportBlock] = []
    if let text = model.documentation(system) {
      blocks.append(.paragraph([.words(text)]))
    } else {
      blocks.append(
        ReportPhrases.missing(
          .words("The system is not described: write lines with "), .code("///"),
          .words(" in front of "), .code("model"), .words(".")))
    }
    if let use = model.text(system, .intendedUse) {
      blocks.append(.paragraph([.strong("Intended use: "), .words(use)]))
    } else {
      blocks.append(missing("No intended use is stated", "intended-use: \"…\""))
    }
    return blocks
  }

  /// How large the model is.
  private var extent: [ReportBlock] {
    let elements = model.allEntities.count { model[$0].keyword.isElement }
    let parts: [(Int, String, String, String)] = [
      (elements, "element", "elements", "elements"),
      (model.all(.boundary).count, "trust boundary", "trust boundaries", "boundaries"),
      (model.graph.flows.count, "data flow", "data flows", "flows"),
      (model.all(.interface).count, "interface", "interfaces", "interfaces"),
      (model.all(.asset).count, "asset", "assets", "assets"),
    ]
    let counts = parts.map { number, one, many, section -> [ReportText] in
      [.reference(ReportPhrases.count(number, one, many), to: .section(section))]
    }
    return [.paragraph([.words("The model has ")] + ReportPhrases.list(counts) + [.words(".")])]
  }

  private var outOfScope: [ReportBlock] {
    let left = model.allEntities.filter { model.boolean($0, .inScope) == false }
    if left.isEmpty { return [] }
    return [
      .paragraph([.words("Left out of the analysis, as the model says:")]),
      .list(
        left.map { id in
          let reasons = [model.text(id, .because), model.documentation(id)].compactMap { $0 }
          return [phrases.title(id)]
            + (reasons.isEmpty ? [] : [.words(": " + reasons.joined(separator: " "))])
        }),
    ]
  }

  private var control: [ReportBlock] {
    guard let system = model.system else { return [] }
    var facts: [ReportFact] = []
    var missing: [ReportBlock] = []
    func add(_ name: String, _ value: [ReportText], _ statement: String) {
      if value.isEmpty {
        missing.append(self.missing("\(name) is not stated", statement))
      } else {
        facts.append(ReportFact(name, value))
      }
    }
    add("Version of the system", phrases.text(system, .version), "version: \"…\"")
    add("Document number", phrases.text(system, .documentNumber), "document-number: \"…\"")
    add("Owner", phrases.text(system, .owner), "owner: \"…\"")
    add("Approver", ReportPhrases.words(model.texts(system, .approver)), "approver: \"…\"")
    add(
      "Date", model.date(system, .date).map { [.words("\($0)")] } ?? [], "date: 2027-03-31")
    let control = facts.isEmpty ? [] : [ReportBlock.facts(facts)]
    return [.section(id: "document-control", title: "Document control")] + control + missing
  }

  private func missing(_ what: String, _ statement: String) -> ReportBlock {
    ReportPhrases.missing(
      .words("\(what): add "), .code(statement), .words(" to "), .code("model"), .words("."))
  }
}
