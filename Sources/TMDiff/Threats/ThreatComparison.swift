// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRisk
import TMSyntax
import TMThreats

/// Compares the threats of two models, each with its rating and acceptance.
struct ThreatComparison {
  private(set) var threats: [ThreatChange] = []
  /// The threats that each control no longer works for, by the position of its change.
  private(set) var unguarded: [Int: [String]] = [:]

  private let pairs: Correspondence
  private let causes: ChangeIndex
  private let finder: CauseFinder
  private let silencing: SilencingFinder
  private let states: (old: ThreatStates, new: ThreatStates)
  private let measures: (old: MeasureFinder, new: MeasureFinder)
  private let reach: (old: Reach, new: Reach)
  private let titles: (old: SentenceWriter, new: SentenceWriter)

  /// What a threat is, in terms of the new model.
  private struct Key: Hashable {
    let subject: Subject
    let name: String
  }

  init(
    _ old: ComparedModel, _ new: ComparedModel, _ pairs: Correspondence, _ causes: ChangeIndex,
    today: CalendarDate
  ) {
    self.pairs = pairs
    self.causes = causes
    finder = CauseFinder(pairs, causes)
    silencing = SilencingFinder(new.register, pairs, causes)
    states = (ThreatStates(old.model, today), ThreatStates(new.model, today))
    measures = (MeasureFinder(old.model), MeasureFinder(new.model))
    reach = (Reach(old.model), Reach(new.model))
    titles = (SentenceWriter(old.model), SentenceWriter(new.model))
    var former: [Key: AssessedThreat] = [:]
    for assessed in old.risks.threats {
      if let key = key(ofOld: assessed.threat) {
        former[key] = assessed
      } else {
        add(assessed, nil)
      }
    }
    for assessed in new.risks.threats {
      let key = Key(subject: assessed.threat.subject, name: assessed.threat.name)
      add(former.removeValue(forKey: key), assessed)
    }
    for assessed in former.values { add(assessed, nil) }
    sort()
  }

  /// Nil where what it is about is gone.
  private func key(ofOld threat: Threat) -> Key? {
    guard let subject = pairs.counterpart(threat.about, from: .old) else { return nil }
    // A threat of the author's own bears the name of its declaration.
    let own = threat.template == nil ? threat.triage : nil
    let name = own.flatMap { pairs.counterpart($0, from: .old) }.map { pairs.new.name($0) }
    return Key(subject: Subject(subject, threat.subject.direction), name: name ?? threat.name)
  }

  private mutating func sort() {
    let kinds = ThreatChange.Kind.allCases
    let keyed = threats.map { (kinds.firstIndex(of: $0.kind) ?? 0, $0.id, $0) }
    threats = keyed.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
    for position in unguarded.keys { unguarded[position]?.sort() }
  }

  // MARK: - One threat

  private mutating func add(_ before: AssessedThreat?, _ after: AssessedThreat?) {
    if let before, let after { addLostControls(before.threat, after.threat) }
    let old = before.map { states.old.state($0) }
    let new = after.map { states.new.state($0) }
    let lost = lostProtection(before, after)
    let gained = gainedReach(before, after)
    let less: ThreatChange.Kind? = lost.isEmpty ? gained.isEmpty ? nil : .reach : .protection
    guard let kind = Self.kind(old, new) ?? less else { return }
    let acceptance = AcceptanceChange(from: old, to: new)
    let silenced = after == nil ? before.flatMap { silencing.silencing(of: $0.threat) } : nil
    let cause = silenced?.cause ?? finder.cause(before, after)
    threats.append(
      ThreatChange(
        kind: kind, old: old, new: new, title: title(before, after), about: about(before, after),
        acceptance: acceptance, lost: lost, gained: gained, silencing: silenced?.0,
        cause: cause,
        growth: RiskGrowth.growth(
          from: old, to: new, kind, acceptance, lost: lost, gained: gained, silenced?.0,
          isUnderstated: isHarmLess(old, new) && !isExplained(cause)
            || isRatedLess(before, after, cause))))
  }

  /// Whether a threat that somebody dealt with has a lower score though nothing more answers it, and nothing is
  /// different where it stands. One that is open is rated as people come to know it.
  private func isRatedLess(
    _ before: AssessedThreat?, _ after: AssessedThreat?, _ cause: Int?
  ) -> Bool {
    guard let before, let after, after.threat.status != .open,
      before.threat.status == after.threat.status,
      states.new.state(after).scoresFell(since: states.old.state(before)),
      !(cause.map(causes.isAboutPart) ?? causes.hasRemovedParts)
    else { return false }
    let known = protection(before.threat, .old)
    return protection(after.threat, .new).keys.allSatisfy(known.keys.contains)
  }

  /// Whether the harm that a threat can lead to is less than it was.
  private func isHarmLess(_ old: ThreatState?, _ new: ThreatState?) -> Bool {
    guard let old, let new else { return false }
    return new.harmRank < old.harmRank || old.isMultiPatient && !new.isMultiPatient
  }

  /// Whether a part of the system that came, went or moved makes the difference, so that nobody described
  /// anything otherwise.
  private func isExplained(_ cause: Int?) -> Bool {
    cause.map(causes.isStructural) ?? causes.hasRemovedParts
  }

  /// What answered a threat and no longer does, although it is there still: a property, or a control that
  /// works elsewhere. A control that is gone or no longer in place is told with its declaration.
  private func lostProtection(_ before: AssessedThreat?, _ after: AssessedThreat?) -> [String] {
    guard let before, let after, after.threat.status == .mitigated else { return [] }
    let was = protection(before.threat, .old)
    let now = protection(after.threat, .new)
    let lost = was.filter { !now.keys.contains($0.key) }
    guard !lost.isEmpty, !isReplaced(after.threat) || now.keys.allSatisfy(was.keys.contains) else {
      return []
    }
    return lost.values.compactMap { $0 }.sorted()
  }

  /// What a risk that somebody took on, and takes on still, concerns now and did not then.
  private func gainedReach(_ before: AssessedThreat?, _ after: AssessedThreat?) -> [String] {
    guard let before = before?.threat, let after = after?.threat, before.isTakenOn, after.isTakenOn
    else { return [] }
    let known = Set(reach.old.of(before).compactMap { pairs.counterpart($0, from: .old) })
    let gained = Set(reach.new.of(after)).subtracting(known)
    return gained.map { pairs.path($0, on: .new) }.sorted()
  }

  /// Whether somebody put something in the place of what no longer protects: a measure that stood there
  /// before, unchanged, only came to light.
  private func isReplaced(_ threat: Threat) -> Bool {
    measures.new.measures(for: threat).contains { measure in
      guard case .control(let control) = measure else { return true }
      guard pairs.new.isInPlace(control: control) else { return false }
      guard let former = pairs.counterpart(control, from: .new),
        pairs.old.isInPlace(control: former), causes.effectOfNew(control) == nil
      else { return true }
      return threat.statements.contains { causes.effectOfNew($0) != nil }
        || isNewlyNamed(control, former, by: threat.about)
    }
  }

  /// Whether what a threat is about names a control among its own that it did not name before.
  private func isNewlyNamed(
    _ control: EntityID, _ former: EntityID, by subject: EntityID
  ) -> Bool {
    guard pairs.new.references(subject, .controls).contains(control) else { return false }
    let before = pairs.counterpart(subject, from: .new).map { pairs.old.references($0, .controls) }
    return before?.contains(former) != true
  }

  /// What answers a threat, by keys that both sides share, with the words for it; without words for
  /// what the other side no longer has.
  private func protection(_ threat: Threat, _ side: Side) -> [String: String?] {
    let model = pairs.model(side)
    let measures = side == .old ? measures.old : measures.new
    var found: [String: String?] = [:]
    for measure in measures.measures(for: threat) {
      switch measure {
      case .control(let control):
        guard model.isInPlace(control: control) else { continue }
        let other = pairs.counterpart(control, from: side)
        let isThere = other.map { pairs.model(side == .old ? .new : .old).isInPlace(control: $0) }
        found[pairs.key(control, on: side)] = isThere == true ? model.path(control) : .some(nil)
      case .property(let range):
        let text = model.sources.text(range).split(whereSeparator: \.isWhitespace)
          .joined(separator: " ")
        found["property \(threat.template?.name ?? "")"] = text
      }
    }
    return found
  }

  private func title(_ before: AssessedThreat?, _ after: AssessedThreat?) -> String {
    after.map { titles.new.title($0.threat) } ?? before.map { titles.old.title($0.threat) } ?? ""
  }

  private func about(_ before: AssessedThreat?, _ after: AssessedThreat?) -> String {
    after.map { pairs.path($0.threat.about, on: .new) }
      ?? before.map { pairs.path($0.threat.about, on: .old) } ?? ""
  }

  private static func kind(_ old: ThreatState?, _ new: ThreatState?) -> ThreatChange.Kind? {
    guard let new else { return .gone }
    guard let old else { return new.status == .open ? .opened : .arrived }
    if old.status != new.status {
      if new.status == .open { return .opened }
      return old.status == .open ? .closed : .status
    }
    return old.isRated(as: new) ? nil : .rating
  }

  private mutating func addLostControls(_ before: Threat, _ after: Threat) {
    for control in before.controls where pairs.old.isInPlace(control: control) {
      let now = pairs.counterpart(control, from: .old)
      if let now, pairs.new.isInPlace(control: now) { continue }
      guard let position = causes.ofOld(control) else { continue }
      unguarded[position, default: []].append(after.id)
    }
  }
}

extension Threat {
  /// Whether somebody lives with the risk, or has others live with it.
  fileprivate var isTakenOn: Bool { status == .accepted || status == .transferred }
}

/// Looks up the states of the threats of one model.
private struct ThreatStates {
  let model: Model
  let today: CalendarDate

  init(_ model: Model, _ today: CalendarDate) {
    self.model = model
    self.today = today
  }

  func state(_ assessed: AssessedThreat) -> ThreatState {
    let threat = assessed.threat
    let until = model.first(threat.statements, stating: .until).flatMap { model.date($0, .until) }
    return ThreatState(
      id: threat.id, status: threat.status, initial: assessed.initial,
      residual: assessed.residual, current: assessed.current,
      exploitability: assessed.currentExploitability, risk: assessed.currentRisk,
      harmSeverity: assessed.harmSeverity, isMultiPatient: assessed.isMultiPatient,
      harmRank: harmRank(assessed), isAcceptable: assessed.isAcceptable,
      isExpired: until.map { $0 < today } ?? false, approval: assessed.approval.word)
  }

  private func harmRank(_ assessed: AssessedThreat) -> Int {
    let order = Vocabulary.harmSeverities.words
    if assessed.hazards.isEmpty { return -1 }
    return assessed.harmSeverity.flatMap { order.firstIndex(of: $0) } ?? order.count
  }
}

extension ThreatState {
  /// Whether everything but the status and the id is the same. That a policy no longer judges it is a
  /// change of the policy, and not of each threat.
  fileprivate func isRated(as other: ThreatState) -> Bool {
    initial?.text == other.initial?.text && residual?.text == other.residual?.text
      && exploitability == other.exploitability && risk == other.risk
      && harmRank == other.harmRank && isMultiPatient == other.isMultiPatient
      && (isAcceptable == other.isAcceptable || other.isAcceptable == nil)
  }
}
