// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMFindings
import TMModel
import TMSource
import TMSyntax
import TMThreats
import TMWriting

/// Prints why a threat is in the register, or why it is not.
package struct ExplanationText {
  private let explanation: Explanation
  private let model: Model
  private let width: Int
  private let colouring: Colouring
  private var locator: SourceLocator
  private var output = ""

  /// - Parameter width: the cells of a line.
  package static func text(
    of explanation: Explanation, in model: Model, width: Int, colouring: Colouring
  ) -> String {
    var printer = ExplanationText(explanation, model, width, colouring)
    printer.print()
    return printer.output
  }

  private init(
    _ explanation: Explanation, _ model: Model, _ width: Int, _ colouring: Colouring
  ) {
    self.explanation = explanation
    self.model = model
    self.width = width
    self.colouring = colouring
    locator = SourceLocator(model.sources)
  }

  private mutating func print() {
    switch explanation.verdict {
    case .listed(let threat):
      printHeading(threat.status.rawValue, threat.status.style)
      line(SentenceWriter(model).title(threat))
      printOrigin()
      printClauses("it is there because its condition holds")
      printAnswers(threat)
      printControls(threat)
      printFaults()
      printDecision(threat)
      printHarm(threat)
      printReferences(threat)
    case .absent(let absence):
      printHeading("not in the register", .note)
      for text in reason(absence) { line(text) }
      printOrigin()
      if case .condition = absence { printClauses("its condition") }
    }
  }

  private mutating func printHeading(_ verdict: String, _ style: TerminalStyle?) {
    output += colouring.paint(TerminalText.condensed(explanation.id, to: 1000), .strong)
    output += "  " + colouring.paint(verdict, style) + "\n"
  }

  /// What it is about, and the template or triage it comes from.
  private mutating func printOrigin() {
    output += "\n"
    field("about", about)
    if let template = explanation.template {
      if case .listed(let threat) = explanation.verdict {
        field("category", categories(threat))
      } else {
        field("category", template.category.rawValue)
      }
      let place = explanation.replaced.map { ", in place of `\($0)`" } ?? ""
      field("template", self.template(template.entity) + place)
    } else if case .listed(let threat) = explanation.verdict {
      field("category", categories(threat))
      if let own = threat.triage { field("declared", place(own)) }
    }
  }

  /// Under all methods that the model chooses.
  private func categories(_ threat: Threat) -> String {
    threat.categories.map(\.rawValue).joined(separator: ", ")
  }

  private var about: String {
    let id = explanation.subject.entity
    let kind = model[id].keyword.word
    guard let flow = model.graph.flow(id) else {
      return "\(kind) `\(model.path(id))` \"\(model.title(id))\""
    }
    let ends = [model.path(flow.source), model.path(flow.target)]
    let arrow = flow.isTwoWay ? "<->" : "->"
    var text = "\(kind) `\(model.path(id))`: \(ends.joined(separator: " \(arrow) "))"
    if flow.isTwoWay, explanation.template?.ways == .each {
      let way = explanation.subject.direction == .forwards ? ends : ends.reversed()
      text += ", the way from \(way[0]) to \(way[1])"
    }
    return text
  }

  private mutating func printClauses(_ title: String) {
    guard !explanation.clauses.isEmpty else { return }
    section(title)
    for clause in explanation.clauses { printClause(clause, indentation: 2) }
  }

  private mutating func printClause(_ clause: ClauseTrace, indentation: Int) {
    let text = ConditionText.oneLine(clause.range, in: model.sources)
    mark(clause.holds, text, indentation)
    for fact in clause.facts {
      line("\(fact.name): \(fact.value)", indentation: indentation + 4, .frame)
    }
  }

  /// The properties that can answer the threat; of an alternative that does not hold, its clauses.
  private mutating func printAnswers(_ threat: Threat) {
    guard !explanation.answers.isEmpty else { return }
    section("properties that answer it")
    for answer in explanation.answers {
      if answer.clauses.count < 2 {
        for clause in answer.clauses { printClause(clause, indentation: 2) }
        continue
      }
      mark(answer.holds, ConditionText.oneLine(answer.range, in: model.sources), 2)
      for clause in answer.clauses { printClause(clause, indentation: 6) }
    }
  }

  private mutating func printControls(_ threat: Threat) {
    guard !explanation.controls.isEmpty else { return printMissingControls(threat) }
    section("controls that answer it")
    for control in explanation.controls {
      let status =
        model.failedVerification(ofControl: control.entity).map {
          "`\(model.path($0))` failed, counts for nothing"
        } ?? control.status
        ?? (control.isInPlace
          ? "no status, counts as implemented" : "no status, counts for nothing")
      mark(
        control.isInPlace,
        "`\(model.path(control.entity))` \"\(model.title(control.entity))\" (\(status))", 2)
    }
  }

  /// The controls that are meant for it, and why they do not count.
  private mutating func printFaults() {
    guard !explanation.faults.isEmpty else { return }
    section("controls that do not")
    for control in explanation.faults {
      mark(
        false,
        "`\(model.path(control.entity))` \"\(model.title(control.entity))\": it \(control.fault.reason)",
        2)
    }
  }

  /// What a special attack asks of a control, where none answers it.
  private mutating func printMissingControls(_ threat: Threat) {
    guard threat.status == .open, let template = threat.template, template.isSpecial else { return }
    section("controls that answer it")
    let ways = Suggestion.alternatives(template.mechanisms)
    line("none: it takes one that works by \(ways) (`mechanism`)", indentation: 2)
    line("or names it (`answers: \(threat.name)`)", indentation: 2)
  }

  private mutating func printDecision(_ threat: Threat) {
    section("status")
    line(decision(threat), indentation: 2)
    if let because = threat.because(in: model) { line("because: \(because)", indentation: 2) }
    if let triage = threat.triage { line("triage: \(place(triage))", indentation: 2) }
    for decision in threat.decisions { line("decision: \(place(decision))", indentation: 2) }
  }

  /// The hazards it can lead to and where they come from, those that somebody set aside included.
  private mutating func printHarm(_ threat: Threat) {
    let facts = SubjectFacts(model)
    let derived = facts.derivedHazards(of: threat)
    let counting = facts.hazards(of: threat)
    let overriding = facts.overridingHarm(of: threat)
    if overriding == nil, derived.isEmpty { return }
    section("harm")
    if let overriding {
      let stated = counting.map { "`\(model.path($0))` \"\(model.title($0))\"" }
      line(
        (stated.isEmpty ? "none" : stated.joined(separator: ", "))
          + ", as `\(model.fullPath(overriding))` states", indentation: 2)
      if overriding == threat.about, let because = model.text(overriding, .because) {
        line("because: \(because)", indentation: 2)
      }
    }
    for (hazard, source) in derived {
      let origin = "\(model[source].keyword.word) `\(model.path(source))`"
      if overriding == nil {
        line("`\(model.path(hazard))` \"\(model.title(hazard))\", of \(origin)", indentation: 2)
      } else if !counting.contains(hazard) {
        line("set aside: `\(model.path(hazard))`, of \(origin)", indentation: 2)
      }
    }
  }

  private func decision(_ threat: Threat) -> String {
    let status = threat.status.rawValue
    switch threat.reason {
    case .unanswered: return "\(status): no property, control or decision answers it"
    case .refused(let entity, let claim):
      return "\(status): `\(model.fullPath(entity))` calls it \(claim.rawValue), "
        + (claim == .mitigated ? "and nothing that it names does it" : "and does not say why")
    case .unapproved(let decided):
      return "\(status): nobody approved that it is \(decided.rawValue), as it stands now"
    case .expired(let decided, let until):
      return "\(status): it was \(decided.rawValue) until \(until), which is past"
    case .triage: return "\(status): decided by its triage"
    case .decision(let decision): return "\(status): decided by `\(model.path(decision))`"
    case .control(let control): return "\(status): control `\(model.path(control))` is in place"
    case .property: return "\(status): a property answers it"
    }
  }

  private mutating func printReferences(_ threat: Threat) {
    if let consequence = threat.consequence(in: model) {
      section("consequence")
      line(consequence, indentation: 2)
    }
    if let advice = threat.advice(in: model) {
      section("advice")
      line(advice, indentation: 2)
    }
    let numbers =
      threat.cwe(in: model).map { "CWE-\($0)" } + threat.capec(in: model).map { "CAPEC-\($0)" }
      + (threat.template?.attack ?? []).map { "ATT&CK \($0)" }
      + (threat.template?.owasp ?? []).map { "OWASP \($0)" }
    guard !numbers.isEmpty else { return }
    section("see")
    line(numbers.joined(separator: ", "), indentation: 2)
  }

  /// A built-in template has no place that could be opened; `tm explain` shows its text.
  private func template(_ id: EntityID) -> String {
    let name = "`\(model.name(id))`"
    guard model.isBuiltIn(id) else { return "\(name), \(place(id))" }
    let path = model.sources[model[id].file].path
    return "\(name) of the built-in library \(path.dropFirst().dropLast())"
  }

  // MARK: - Lines

  private func place(_ id: EntityID) -> String {
    var locator = locator
    let range = model.nameRange(id)
    let position = locator.position(of: range.start, in: range.file)
    return "\(locator.path(of: range.file)):\(position.line)"
  }

  private mutating func section(_ title: String) {
    output += "\n" + colouring.paint(title, .strong) + "\n"
  }

  private mutating func field(_ name: String, _ text: String) {
    let padding = String(repeating: " ", count: max(0, 10 - name.utf8.count))
    let lines = TextWrapping.lines(of: text, width: max(width - 10, 20))
    output += colouring.paint(name, .frame) + padding
    output += lines.joined(separator: "\n" + String(repeating: " ", count: 10)) + "\n"
  }

  private mutating func mark(_ holds: Bool, _ text: String, _ indentation: Int) {
    let sign = holds ? colouring.paint("✓", .help) : colouring.paint("✗", .error)
    let lines = TextWrapping.lines(of: text, width: max(width - indentation - 2, 20))
    let margin = String(repeating: " ", count: indentation)
    output += "\(margin)\(sign) " + lines.joined(separator: "\n\(margin)  ") + "\n"
  }

  private mutating func line(
    _ text: String, indentation: Int = 0, _ style: TerminalStyle? = nil
  ) {
    let margin = String(repeating: " ", count: indentation)
    for line in TextWrapping.lines(of: text, width: max(width - indentation, 20)) {
      output += margin + colouring.paint(line, style) + "\n"
    }
  }

  // MARK: - Why not

  private func reason(_ absence: Explanation.Absence) -> [String] {
    let kind = model[explanation.subject.entity].keyword
    let name = explanation.template?.name ?? ""
    switch absence {
    case .exempt(let exemption):
      let title = model.ownTitle(exemption).map { ": \($0)" } ?? ""
      return ["Exemption `\(model.path(exemption))` (\(place(exemption))) covers it\(title)."]
    case .turnedOff(let template, let policy):
      var locator = locator
      let position = locator.position(of: policy.start, in: policy.file)
      let file = locator.path(of: policy.file)
      return [
        "The policy in \(file):\(position.line) turns off template "
          + "\(self.template(template))."
      ]
    case .otherKind:
      let kinds = explanation.template?.appliesTo.members.map(\.word) ?? []
      return [
        "Template `\(name)` applies to \(kinds.joined(separator: ", ")); this is "
          + "\(kind.phrase)."
      ]
    case .outOfScope: return ["The model takes this out of its analysis: `in-scope: no`."]
    case .otherMethod(let chosen):
      let wanted = explanation.template?.methods.map(\.rawValue) ?? []
      return [
        "Template `\(name)` belongs to method \(wanted.joined(separator: ", ")); the model chooses "
          + "\(chosen.map(\.rawValue).joined(separator: ", "))."
      ]
    case .listedAs(let id): return ["It is listed as `\(id)`, in the words of template `\(name)`."]
    case .nothingToReplace(let names):
      let list = names.map { "`\($0)`" }.joined(separator: ", ")
      return ["Template `\(name)` says \(list) more exactly; there is no such threat here."]
    case .repeated(let id): return ["It is asked once for the two elements, as `\(id)`."]
    case .sharedPath(let other):
      return [
        "The flow runs over the connection of `\(model.path(other))`, of which template `\(name)` asks for both."
      ]
    case .merged(let cover):
      return [
        "Threat `\(model.path(explanation.subject.entity)).\(cover)` says the same under another "
          + "method: it is listed once, with the categories of both."
      ]
    case .oneWayOnly: return ["The flow goes one way (`->`), so nothing comes back on it."]
    case .bothWaysAtOnce:
      return ["Template `\(name)` speaks of both directions at once (`ways: once`)."]
    case .condition: return ["The condition of template `\(name)` does not hold here."]
    }
  }
}
