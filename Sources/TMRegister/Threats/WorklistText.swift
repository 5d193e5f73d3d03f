// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRatings
import TMRisk
import TMScoring
import TMThreats
import TMWriting

/// Prints threats for somebody who works them off: the most urgent first, under the element that they
/// are about, and at the end how many are not shown.
package struct WorklistText {
  /// In which order the threats of an element stand, and the elements.
  package enum Order: String, CaseIterable, Sendable {
    case urgency
    case id
    case score
  }

  /// What is listed.
  package struct Options: Sendable {
    package var order = Order.urgency
    /// How many threats are shown at most; nil for all.
    package var limit: Int?
    /// Whether what nobody has to decide any more is left out.
    package var pressingOnly = true
    /// How many are left out for want of a rating, where severities are chosen.
    package var unrated = 0

    package init() {}
  }

  private let model: Model
  private let facts: ThreatFacts
  private let width: Int
  private let colouring: Colouring

  /// - Parameters:
  ///   - threats: those that a reader selected.
  ///   - register: all of the model, which the counts are about.
  ///   - width: the cells of a line; an id is longer if it has to be.
  package static func text(
    of threats: [AssessedThreat], from register: ThreatRegister, in model: Model,
    options: Options, width: Int, colouring: Colouring
  ) -> String {
    let printer = WorklistText(
      model: model, facts: ThreatFacts(model), width: max(width, 20), colouring: colouring)
    return printer.text(of: threats, register, options)
  }

  private struct Ranked {
    let assessed: AssessedThreat
    let urgency: ThreatUrgency

    var score: Double { assessed.current?.score.value ?? -1 }
  }

  private func text(
    of threats: [AssessedThreat], _ register: ThreatRegister, _ options: Options
  ) -> String {
    let all = threats.map { Ranked(assessed: $0, urgency: ThreatUrgency($0, model)) }
    let wanted = options.pressingOnly ? all.filter(\.urgency.isPressing) : all
    let shown = Array(sorted(wanted, options.order).prefix(options.limit ?? wanted.count))
    var text = ""
    for (owner, group) in groups(shown) {
      text += heading(owner) + group.map(entry).joined() + "\n"
    }
    text += counts(register)
    for line in Unexamined(model, register).lines { text += footer(line) }
    let weighed =
      options.pressingOnly
      ? all.count { !$0.urgency.isPressing && $0.assessed.isAcceptable == false } : 0
    return text
      + leftOut(
        shown.count, wanted.count, weighed, all.count, register.threats.count, options.unrated)
  }

  private func sorted(_ threats: [Ranked], _ order: Order) -> [Ranked] {
    switch order {
    case .urgency: threats.sorted { $0.urgency < $1.urgency }
    case .id: threats.sorted { $0.assessed.threat.id < $1.assessed.threat.id }
    case .score:
      threats.sorted { one, other in
        let (first, second) = (one.score, other.score)
        return first == second ? one.assessed.threat.id < other.assessed.threat.id : first > second
      }
    }
  }

  /// By element, in the order of the first threat of each.
  private func groups(_ threats: [Ranked]) -> [(owner: EntityID, threats: [AssessedThreat])] {
    var groups: [(owner: EntityID, threats: [AssessedThreat])] = []
    var places: [EntityID: Int] = [:]
    for ranked in threats {
      let owner = owner(of: ranked.assessed.threat)
      if let place = places[owner] {
        groups[place].threats.append(ranked.assessed)
      } else {
        places[owner] = groups.count
        groups.append((owner, [ranked.assessed]))
      }
    }
    return groups
  }

  /// The element that has to deal with a threat: of an interface the one that has it, of a flow the
  /// end inside the system that receives it, else the one that sends it.
  private func owner(of threat: Threat) -> EntityID {
    if let flow = model.graph.flow(threat.about) {
      let (source, target) =
        threat.subject.direction == .forwards
        ? (flow.source, flow.target) : (flow.target, flow.source)
      return model[target].keyword == .external ? source : target
    }
    guard model[threat.about].keyword == .interface, let parent = model[threat.about].parent else {
      return threat.about
    }
    return parent
  }

  private func heading(_ owner: EntityID) -> String {
    let path = TerminalText.condensed(model.path(owner), to: 1000)
    let title = model.ownTitle(owner).map { TerminalText.condensed($0, to: 200) } ?? ""
    let first = colouring.paint(path, .strong)
    if title.isEmpty { return first + "\n" }
    let isShort = TerminalText.width(of: path) + TerminalText.width(of: title) + 2 <= width
    return isShort ? first + "  " + title + "\n" : first + "\n" + wrapped(title, indentation: 0)
  }

  private func entry(_ assessed: AssessedThreat) -> String {
    let threat = assessed.threat
    var marks = [threat.categories.map(\.rawValue).joined(separator: ", ")]
    if let current = assessed.current {
      marks.append("\(current.score.description) \(current.severity.rawValue)")
    }
    if assessed.isAcceptable == false {
      marks.append(assessed.isWeighed ? "beyond the policy, benefit weighed" : "not acceptable")
    }
    if !assessed.hazards.isEmpty {
      marks.append("harm: " + assessed.hazards.map(facts.path).joined(separator: ", "))
    }
    let crossed = facts.boundaries(threat)
    if !crossed.isEmpty { marks.append("crosses " + crossed.joined(separator: ", ")) }
    // An id is never cut: it is what people copy into their model.
    return "  " + TerminalText.condensed(threat.id, to: 1000) + "\n"
      + wrapped(facts.title(threat), indentation: 4)
      + wrapped(
        "\(threat.status.rawValue) · " + marks.joined(separator: " · "), indentation: 4,
        threat.status.style)
  }

  private func counts(_ register: ThreatRegister) -> String {
    let summary = ThreatSummary(register.threats, model)
    let title = "\(summary.total) \(summary.total == 1 ? "threat" : "threats")"
    let statuses = ThreatStatus.allCases.filter { summary.count($0) > 0 }
      .map { "\(summary.count($0)) \($0.rawValue)" }
    let line = statuses.isEmpty ? title : title + ": " + statuses.joined(separator: ", ")
    return footer(line, .strong) + footer(ThreatAverages.line(summary))
  }

  private func leftOut(
    _ shown: Int, _ wanted: Int, _ weighed: Int, _ selected: Int, _ total: Int,
    _ unrated: Int
  ) -> String {
    var parts: [String] = []
    if wanted > shown { parts.append("\(wanted - shown) less urgent") }
    if weighed > 0 {
      parts.append("\(weighed) not acceptable, against which the benefit was weighed")
    }
    let answered = selected - wanted - weighed
    if answered > 0 { parts.append("\(answered) that are answered or acceptable") }
    if unrated > 0 { parts.append("\(unrated) that nobody rated (`--unrated` lists them)") }
    let others = total - selected - unrated
    if others > 0 { parts.append("\(others) of other kinds than asked for") }
    guard !parts.isEmpty else { return footer("all \(total) are shown") }
    let way = wanted > shown || selected > wanted ? "; `--all` shows more" : ""
    return footer("\(shown) shown; not shown: " + parts.joined(separator: ", ") + way)
  }

  /// A line of its own, whose words go on below its beginning.
  private func footer(_ text: String, _ style: TerminalStyle? = nil) -> String {
    let safe = TerminalText.condensed(text, to: 2000)
    return LineFolding.folded(safe, width: width, hanging: 4).split(separator: "\n")
      .map { colouring.paint(String($0), style) + "\n" }.joined()
  }

  private func wrapped(
    _ text: String, indentation: Int, _ style: TerminalStyle? = nil
  ) -> String {
    let margin = String(repeating: " ", count: indentation)
    let safe = TerminalText.condensed(text, to: 2000)
    return TextWrapping.lines(of: safe, width: max(width - indentation, 16))
      .map { margin + colouring.paint($0, style) + "\n" }.joined()
  }
}
