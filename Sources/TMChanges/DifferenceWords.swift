// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMDiff
import TMDocument
import TMRisk
import TMSyntax

/// The words for the parts of a difference, which each format escapes and arranges in its own way.
struct DifferenceWords {
  private let difference: ModelDifference
  /// The positions of the changes that are part of another one, by its position.
  private let parts: [Int: [Int]]

  typealias Line = [ReportText]

  init(_ difference: ModelDifference) {
    self.difference = difference
    parts = Dictionary(
      grouping: difference.changes.indices.filter { difference.changes[$0].within != nil },
      by: { difference.changes[$0].within ?? 0 })
  }

  // MARK: - Declarations

  /// "control `hard-limits` Hard limits".
  func thing(_ thing: DeclaredThing) -> Line {
    switch thing.keyword {
    case .policy: return [.words("policy")]
    case .model:
      return [.words("model")] + (thing.title.map { [.words(" "), .strong($0)] } ?? [])
    default:
      let name: Line = [.words(thing.keyword.word + " "), .code(thing.path)]
      return name + (thing.title.map { [.words(" "), .strong($0)] } ?? [])
    }
  }

  /// Where a change goes: from place to place, from name to name, or between which ends.
  func direction(_ change: DeclarationChange) -> Line {
    var parts: [Line] = []
    if change.isMoved {
      parts.append([
        .words("from "), place(change.old), .words(" to "), place(change.new),
      ])
    }
    if change.isRenamed, let old = change.old {
      parts.append([.words("was "), .code(old.path)])
    }
    if change.old == nil || change.new == nil {
      if let ends = change.thing.ends { parts.append([.code(ends)]) }
      // The paths of triage and rows say already where they stand.
      let isPathEnough = [.threat, .row].contains(change.thing.keyword)
      if let place = change.thing.place, !isPathEnough {
        parts.append([.words("in "), .code(place)])
      }
    }
    return Array(parts.joined(separator: [.words(", ")]))
  }

  private func place(_ thing: DeclaredThing?) -> ReportText {
    thing?.place.map { .code($0) } ?? .words("the top level")
  }

  /// What else is to be said of a change, a line each: properties of what is still there, what it
  /// encloses, what names it, what it is likely to be.
  func details(at position: Int) -> [Line] {
    let change = difference.changes[position]
    var lines: [Line] = []
    if change.old != nil, change.new != nil {
      lines += change.properties.map(property)
    } else if change.thing.keyword == .policy {
      lines += change.properties.map(property)
    }
    if let former = change.likelyFormer {
      lines.append([
        .words("looks like a rename of "), .code(former), .words(": write "),
        .code("was: \(former)"), .words(" in it, and decisions follow"),
      ])
    }
    if !change.encloses.isEmpty {
      let verb = change.old == nil ? "encloses " : "enclosed "
      lines.append([.words(verb)] + list(change.encloses.map(\.path)))
    }
    if !change.references.isEmpty {
      let verb = change.old == nil ? "named by " : "no longer named by "
      lines.append([.words(verb)] + references(change.references))
    }
    if !change.unguarded.isEmpty {
      lines.append([.words("no longer works for ")] + list(change.unguarded))
    }
    if !change.relaxed.isEmpty {
      lines.append([.words("asks for less: ")] + list(change.relaxed))
    }
    lines += weakening(change)
    let parts = parts(at: position)
    if !parts.isEmpty { lines.append([.words("with ")] + parts) }
    return lines
  }

  /// What a declaration says less of than before, a line each.
  func weakening(_ change: DeclarationChange) -> [Line] {
    let said = [
      ("describes less harm: ", change.weakening.understated),
      ("lets more people get at it: ", change.weakening.exposed),
      ("rests on less evidence: ", change.weakening.evidence),
    ]
    return said.filter { !$0.1.isEmpty }.map { [.words($0.0)] + list($0.1) }
  }

  func property(_ property: PropertyChange) -> Line {
    [
      .words("\(property.name): "), value(property.old), .words(" → "), value(property.new),
    ]
  }

  private func value(_ text: String?) -> ReportText {
    text.map { $0.isEmpty ? .words("“”") : .words($0) } ?? .words("nothing")
  }

  /// Paths, of many the first eight.
  func list(_ paths: [String]) -> Line {
    var line = Array(
      paths.prefix(8).map { [ReportText.code($0)] }.joined(separator: [.words(", ")]))
    if paths.count > 8 { line.append(.words(" and \(paths.count - 8) more")) }
    return line
  }

  private func references(_ references: [ReferenceChange]) -> Line {
    let shown = references.prefix(8).map { reference -> Line in
      [
        .words(reference.from.keyword.word + " "), .code(reference.from.path),
        .words(" (\(reference.property))"),
      ]
    }
    var line = Array(shown.joined(separator: [.words(", ")]))
    if references.count > 8 { line.append(.words(" and \(references.count - 8) more")) }
    return line
  }

  /// The interfaces, components and triage that came or went with an element.
  private func parts(at position: Int) -> Line {
    guard let parts = parts[position] else { return [] }
    let shown = parts.prefix(8).map { part -> Line in
      let thing = difference.changes[part].thing
      return [.words(thing.keyword.word + " "), .code(thing.path)]
    }
    var line = Array(shown.joined(separator: [.words(", ")]))
    if parts.count > 8 { line.append(.words(" and \(parts.count - 8) more")) }
    return line
  }

  // MARK: - Consequences

  /// "flow `push` crosses `device`, no longer `hospital`".
  func crossing(_ crossing: CrossingChange) -> Line {
    var line: Line = [.words("flow "), .code(crossing.flow.path), .words(" ")]
    if !crossing.added.isEmpty {
      line += [.words("crosses ")] + list(crossing.added)
      if crossing.isUnprotected { line.append(.words(", and nothing protects it")) }
    }
    if !crossing.removed.isEmpty {
      line.append(.words(crossing.added.isEmpty ? "no longer crosses " : ", no longer "))
      line += list(crossing.removed)
    }
    return line
  }

  /// What became of a threat, beside its id and title: "open → mitigated, score 7.4 → 3.1".
  func transition(_ change: ThreatChange) -> Line {
    var parts: [String] = []
    switch (change.old, change.new) {
    case (nil, let new?):
      parts = [new.status == .open ? "new" : "new, \(new.status.rawValue)", new.weight ?? ""]
    case (let old?, nil):
      parts = ["was \(old.status.rawValue)", change.silencing?.words ?? ""]
    case (let old?, let new?): parts = transitions(old, new)
    case (nil, nil): break
    }
    if let acceptance = change.acceptance {
      parts.append(acceptance.words)
    } else if let old = change.old, old.isAcceptable != false, change.new?.isAcceptable == false {
      parts.append("not acceptable to the policy")
    }
    if [.protection, .reach].contains(change.kind), let status = change.new?.status.rawValue {
      parts.append(status)
    }
    if !change.lost.isEmpty {
      parts.append("no longer protected by \(change.lost.joined(separator: ", "))")
    }
    if !change.gained.isEmpty {
      parts.append("concerns \(change.gained.map { "`\($0)`" }.joined(separator: ", ")) too")
    }
    return [.words(parts.filter { !$0.isEmpty }.joined(separator: ", "))]
  }

  private func transitions(_ old: ThreatState, _ new: ThreatState) -> [String] {
    var parts: [String] = []
    if old.status != new.status { parts.append("\(old.status.rawValue) → \(new.status.rawValue)") }
    let scores = [
      ("before measures", old.initial, new.initial), ("after measures", old.residual, new.residual),
    ]
    for (name, before, after) in scores where before?.text != after?.text {
      parts.append("score \(name) \(score(before)) → \(score(after))")
    }
    if old.weight != new.weight, old.initial?.text == new.initial?.text,
      old.residual?.text == new.residual?.text
    {
      parts.append("\(old.weight ?? "unrated") → \(new.weight ?? "unrated")")
    } else if parts.count < 2, let weight = new.weight, old.weight == weight {
      parts.append(weight)
    }
    if old.exploitability != new.exploitability, old.current != nil || new.current != nil {
      parts.append(
        "exploitability \(old.exploitability?.rawValue ?? "unrated") → "
          + "\(new.exploitability?.rawValue ?? "unrated")")
    }
    if old.risk != new.risk {
      parts.append("risk \(old.risk ?? "unknown") → \(new.risk ?? "unknown")")
    }
    if old.harmSeverity != new.harmSeverity {
      parts.append("harm \(old.harmSeverity ?? "none") → \(new.harmSeverity ?? "none")")
    }
    if old.isMultiPatient != new.isMultiPatient {
      parts.append(new.isMultiPatient ? "several patients now" : "no longer several patients")
    }
    return parts
  }

  private func score(_ rating: Rating?) -> String {
    rating.map { "\($0.score)" } ?? "unrated"
  }

  /// "`order.tampering` (mitigated): its score was …".
  func demand(_ demand: ApprovalDemand) -> Line {
    [
      .code(demand.id),
      .words(
        " (\(demand.status)): "
          + (demand.changes.isEmpty
            ? "nobody approved it" : demand.changes.map(\.text).joined(separator: "; "))),
    ]
  }

  /// "error[missing-crossing]: flow `a` crosses …".
  func finding(_ finding: FindingChange) -> Line {
    [
      .words("\(finding.severity.rawValue)["), .words(finding.rule),
      .words("]: \(finding.message)"),
    ]
  }

  // MARK: - Order

  /// The positions of the changes that are told by themselves.
  var wholeChanges: [Int] {
    difference.changes.indices.filter { difference.changes[$0].within == nil }
  }
}

extension Silencing {
  /// Why a threat is no longer asked.
  var words: String {
    switch self {
    case .exempted(let path): "no longer asked: exemption \(path)"
    case .outOfScope: "no longer asked: in-scope: no"
    case .turnedOff(let template): "no longer asked: the policy turns \(template) off"
    case .undeclared(let template): "no longer asked: nothing declares \(template)"
    case .otherMethod: "no longer asked: no method of the model has it"
    case .askedLess(let template): "no longer asked: the model's own \(template) asks less"
    case .describedOtherwise(let path, let properties):
      "no longer asked: \(properties.joined(separator: ", ")) of \(path) changed"
    case .unexplained: "no longer asked"
    }
  }
}

extension AcceptanceChange {
  /// What is said of a threat.
  var words: String {
    switch self {
    case .refused: "no longer accepted by the policy"
    case .expired: "its acceptance has expired"
    case .withdrawn: "its acceptance is gone"
    case .outgrown: "accepted with a lower score"
    case .gained: "acceptable now"
    }
  }
}

extension ThreatChange.Kind {
  /// The word at the start of a line, as wide as the longest.
  var label: String {
    switch self {
    case .opened: "opened"
    case .arrived: "new"
    case .status: "status"
    case .rating: "rating"
    case .protection: "lost"
    case .reach: "wider"
    case .closed: "closed"
    case .gone: "gone"
    }
  }
}

extension DeclarationChange.Kind {
  /// The sign before a change.
  var sign: String {
    switch self {
    case .added: "+"
    case .removed: "-"
    case .moved: "→"
    case .renamed: "~"
    case .changed: "~"
    }
  }
}
