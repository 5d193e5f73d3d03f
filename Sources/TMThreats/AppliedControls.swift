// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax

/// Which controls are at work for a threat.
///
/// A control answers a threat when it mitigates its category, under its name in any method, and stands
/// where it works: it is named by the flow (`controls`, `authenticated` or `encrypted`), by one of its
/// ends, a boundary that it crosses or an asset that it carries, or says itself that it protects one of
/// them, or the triage or a decision names it. A special attack and a threat of the author's own need
/// more: the control names them in `answers`, or works by a mechanism that answers the attack. A control
/// whose mechanisms each work against one kind of attack answers what they are named for alone, and one that says how
/// it works what this can do something against there. Against an explicit `no` only one counts that works otherwise.
package struct AppliedControls: Sendable {
  /// A control, and the declaration through which it counts for a subject.
  package struct Application: Sendable {
    package let control: EntityID
    /// The subject itself, an end, an interface, a boundary or an asset of it.
    package let place: EntityID
    /// The property of the place that names the control; `protects` where the control names it.
    package let property: Property
  }

  let model: Model
  /// The controls that say of themselves what they protect, by what that is.
  var protectors: [EntityID: [EntityID]] = [:]
  /// What each control answers: the categories that it names, and their twins.
  private var categories: [EntityID: [ThreatCategory]] = [:]
  /// The threats that each control names as answered by it.
  private var names: [EntityID: [String]] = [:]
  /// The controls that name one threat by its id.
  private var byName: [String: [EntityID]] = [:]
  private let hasControls: Bool
  private let evaluator: Evaluator

  package init(_ model: Model) {
    self.model = model
    evaluator = Evaluator(model)
    let controls = model.all(.control)
    hasControls = !controls.isEmpty
    let table = CategoryTable(model)
    for control in controls {
      let named = table.categories(control, .mitigates)
      categories[control] = named + named.compactMap(\.twin)
      let answered = model.words(control, .answers)
      if !answered.isEmpty { names[control] = answered }
      for name in answered where name.contains(".") { byName[name, default: []].append(control) }
      for subject in model.references(control, .protects) {
        protectors[subject, default: []].append(control)
      }
    }
  }

  /// The controls that answer a threat where they stand, planned ones included, and those that its
  /// triage or decision names in vain; both ordered by name.
  func controls(for threat: Threat) -> (answering: [EntityID], idle: [EntityID]) {
    guard hasControls else { return ([], []) }
    var found: [EntityID] = []
    var idle: [EntityID] = []
    let stating = model.first(threat.statements, stating: .controls)
    for control in stating.map({ model.references($0, .controls) }) ?? [] {
      let isNamedHere = stating == threat.triage || !standsElsewhere(control, threat.subject)
      if isNamedHere, answers(control, threat, through: nil) {
        if !found.contains(control) { found.append(control) }
      } else if !idle.contains(control) {
        idle.append(control)
      }
    }
    for control in atRest(threat) ?? (around(threat) + onAllFlows(through: threat))
    where !found.contains(control) {
      found.append(control)
    }
    for control in byName[threat.id] ?? [] where !found.contains(control) {
      if answers(control, threat, through: nil) { found.append(control) }
    }
    idle.removeAll(where: found.contains)
    return (sorted(found), sorted(idle))
  }

  /// Whether nothing is known against the controls of a threat, or it has none: of a threat that its own triage
  /// speaks of, one that nobody was shown to work takes nothing from the reason beside it.
  func areOnlyUnshown(of threat: Threat, claimedBy entity: EntityID) -> Bool {
    if threat.controls.isEmpty, threat.idleControls.isEmpty { return true }
    guard entity == threat.triage, threat.controls.isEmpty else { return false }
    return threat.idleControls.allSatisfy { control in
      guard isInPlace(control) else { return false }
      if case .unshown? = fault(of: control, threat, through: nil) { return true }
      return false
    }
  }

  private func sorted(_ controls: [EntityID]) -> [EntityID] {
    controls.count < 2 ? controls : controls.sorted { model.path($0) < model.path($1) }
  }

  /// The controls at the places of a threat's subject that answer it.
  private func around(_ threat: Threat) -> [EntityID] {
    var found: [EntityID] = []
    var byAsset: [EntityID: [EntityID]] = [:]
    let isUnproven = isUnproven(threat)
    visit(threat.about) { application in
      let control = application.control
      if stands(application, aside: threat, isUnproven) || found.contains(control) { return }
      guard self.answers(control, threat, through: application.place) else { return }
      if model[application.place].keyword == .asset, application.place != threat.about {
        byAsset[application.place, default: []].append(control)
      } else {
        found.append(control)
      }
    }
    found += aroundAll(threat).filter { !found.contains($0) }
    // What protects one of two things that go the same way protects the other from nothing.
    let endangered = endangeredAssets(threat)
    let isDone = endangered.allSatisfy { byAsset[$0]?.contains(where: isInPlace) == true }
    guard endangered.allSatisfy({ byAsset[$0] != nil }) else { return found }
    for control in endangered.flatMap({ byAsset[$0] ?? [] }) where !found.contains(control) {
      if isDone || !isInPlace(control) { found.append(control) }
    }
    return found
  }

  /// Whether nothing proves the end that somebody poses as, as the template's own condition asks for it.
  private func isUnproven(_ threat: Threat) -> Bool {
    let answers = threat.category == .spoofing ? threat.template?.answers ?? [] : []
    if answers.isEmpty || answers.contains(where: { evaluator.holds($0, for: threat.subject) }) {
      return false
    }
    guard threat.template?.isSpecial == true, let flow = model.graph.flow(threat.about) else {
      return true
    }
    // A special attack asks for more than a proof, such as that it is fresh.
    return !model.authentication(of: MechanismReach.posedEnd(of: flow, threat), on: flow).isPresent
  }

  /// Whether a control counts for the subject of a threat, and not for what the threat is about.
  private func stands(
    _ application: Application, aside threat: Threat, _ isUnproven: Bool
  ) -> Bool {
    // Whether what authenticates a flow proves the end that somebody poses as, the template's own
    // condition knows.
    application.property == .authenticated && isUnproven
      || standsAtSender(application.place, threat)
  }

  /// The assets of a flow or store that a threat is about: those of which the model says that the property
  /// does not matter are left out.
  private func endangeredAssets(_ threat: Threat) -> [EntityID] {
    let assets: [EntityID]
    switch model[threat.about].keyword {
    case .flow:
      assets =
        threat.template?.ways == .eachFlow
        ? model.references(threat.about, .carries) : model.carried(on: threat.about)
    case .store: assets = model.references(threat.about, .holds)
    default: return []
    }
    let level: Property
    switch threat.category {
    case .tampering, .integrity: level = .integrity
    case .informationDisclosure, .confidentiality: level = .confidentiality
    case .denialOfService, .availability: level = .availability
    default: return assets
    }
    let serious = assets.filter { asset in
      model.word(asset, level).map { !["none", "low"].contains($0) } ?? true
    }
    return serious.isEmpty ? assets : serious
  }

  /// Whether a place lies with the sender alone of what harms the receiver: nothing there keeps crafted
  /// content from being sent by somebody else.
  private func standsAtSender(_ place: EntityID, _ threat: Threat) -> Bool {
    guard threat.category == .elevationOfPrivilege, let flow = model.graph.flow(threat.about)
    else { return false }
    let isForwards = threat.subject.direction == .forwards
    let receiver = isForwards ? flow.target : flow.source
    switch model[place].keyword {
    case .boundary: return !model.ancestors(receiver).contains(place)
    case .process, .store, .external: return place != receiver
    case .interface: return model[place].parent.map { $0 != receiver } ?? false
    default: return false
    }
  }

  /// What answers a threat to an asset at all the places that hold it; nil where the threat is about
  /// something else, or the asset lies nowhere.
  ///
  /// What protects one of two copies protects nobody.
  private func atRest(_ threat: Threat) -> [EntityID]? {
    guard model[threat.about].keyword == .asset else { return nil }
    let stores = storesToProtect(threat)
    if stores.isEmpty { return nil }
    var own: [EntityID] = []
    var byStore: [EntityID: [EntityID]] = [:]
    visit(threat.about) { application in
      guard answers(application.control, threat, through: application.place) else { return }
      if application.place == threat.about {
        own.append(application.control)
      } else {
        byStore[application.place, default: []].append(application.control)
      }
    }
    guard stores.allSatisfy({ byStore[$0] != nil }) else { return own }
    let atStores = stores.flatMap { byStore[$0] ?? [] }
    let isDone = stores.allSatisfy { byStore[$0]?.contains(where: isInPlace) == true }
    let counting = isDone ? atStores : atStores.filter { !isInPlace($0) }
    var found: [EntityID] = []
    for control in own + counting where !found.contains(control) { found.append(control) }
    return found
  }

  /// Whether a control answers a threat, wherever it stands.
  func answers(_ control: EntityID, _ threat: Threat, through place: EntityID?) -> Bool {
    fault(of: control, threat, through: place) == nil
  }

  /// What keeps a control from answering a threat, wherever it stands; nil where nothing does.
  ///
  /// - Parameter place: the declaration through which the control counts; nil where the triage or decision
  ///   of the threat names it.
  private func fault(
    of control: EntityID, _ threat: Threat, through place: EntityID?
  ) -> ControlFault? {
    let stated = model.words(control, .mechanism)
    let mechanisms = stated.filter { Weakness($0) == nil }
    if !stated.isEmpty, mechanisms.isEmpty { return .broken(stated) }
    if names[control]?.contains(where: { isName($0, of: threat) }) == true {
      return named(control, mechanisms, threat)
    }
    guard categories[control]?.contains(threat.category) == true else { return .otherCategory }
    if let template = threat.template {
      if template.isSpecial {
        let fitting = mechanisms.filter(template.isAnswered)
        if fitting.isEmpty { return .special(template.mechanisms) }
        if let place, !fitting.contains(where: { reaches($0, threat, from: place) }) {
          return .far(fitting)
        }
        if template.name == "stored-credentials", !hashesAll(in: threat.about) { return .partly }
        if template.name == "ransomed", !keepsCopyApart(control, from: threat.about) {
          return .partly
        }
        if fitting.allSatisfy(Self.bindsRights), asksNobody(threat.about) { return .denied }
      } else if Mechanisms.isNarrow(mechanisms)
        || !MechanismReach.works(mechanisms, against: threat, through: place, in: model)
      {
        let isUnknown = !mechanisms.isEmpty && mechanisms.allSatisfy(Mechanisms.isUnknown)
        if mechanisms.isEmpty { return .unsaid }
        return isUnknown ? .unknown(mechanisms) : .unable(mechanisms)
      } else if place != nil, !keepsCopies(control, mechanisms, threat) {
        return .partly
      }
      if provesPersonsOnly(mechanisms, threat) { return .personsOnly }
      if let place, let checked = checkedElsewhere(control, threat, through: place) {
        return checked
      }
    } else if place != nil {
      // What somebody wrote down of their own is not answered by what happens to be near.
      return .ownThreat
    }
    return isDenied(control, threat) ? .denied : nil
  }

  /// What keeps a control from answering a threat that it names: what is not known to work has to be shown to
  /// work, or else a name would close whatever it is written for.
  private func named(
    _ control: EntityID, _ mechanisms: [String], _ threat: Threat
  ) -> ControlFault? {
    let known = mechanisms.filter { !Mechanisms.isUnknown($0) }
    if !known.isEmpty, threat.mayBeAnswered(by: known, in: model) { return nil }
    if !mechanisms.isEmpty, known.count == mechanisms.count { return .unable(mechanisms) }
    // What is only planned closes nothing yet.
    let isWanting = isInPlace(control) && !model.isShown(control: control)
    return isWanting ? .unshown(mechanisms.filter(Mechanisms.isUnknown)) : nil
  }

  /// The controls that mitigate the category of a threat, or name it, and stand at what it is about, but do
  /// not answer it, each with the reason; ordered by name.
  package func faults(for threat: Threat) -> [(control: EntityID, fault: ControlFault)] {
    let answering = Set(controls(for: threat).answering)
    let isUnproven = isUnproven(threat)
    var found: [EntityID: ControlFault] = [:]
    for application in applications(to: threat.about) {
      let control = application.control
      if answering.contains(control) { continue }
      let fault = fault(of: control, threat, through: application.place)
      if fault == .otherCategory || fault == .ownThreat { continue }
      // What works, but not for all of it, or not for the end in question, says where it stands.
      found[control] =
        fault ?? (stands(application, aside: threat, isUnproven) ? .aside : .partly)
    }
    return sorted(Array(found.keys)).compactMap { control in
      found[control].map { (control, $0) }
    }
  }

  private func isName(_ name: String, of threat: Threat) -> Bool {
    name == threat.id || threat.names.contains(name) || name == threat.template?.name
  }

  /// Whether the flow or store says `no` to what a control would do for it.
  private func isDenied(_ control: EntityID, _ threat: Threat) -> Bool {
    if threat.category == .repudiation, model.denies(threat.about, .authenticated) {
      // A record of what nobody had to log in for names nobody.
      return model.words(control, .mechanism).flatMap(Mechanisms.families)
        .allSatisfy { $0 == "audit-log" }
    }
    guard let property = threat.deniable else { return false }
    guard model.denies(threat.about, property) else { return false }
    // A control that says how it works, and works otherwise, is not what the `no` speaks of.
    let mechanisms = model.words(control, .mechanism)
    let integrity = Vocabulary.integrityMechanisms
    if threat.category.endangersFunction, property == .encrypted {
      return !mechanisms.contains(where: integrity.contains)
        && (mechanisms.isEmpty || mechanisms.contains(where: Vocabulary.isCryptographic))
    }
    return mechanisms.isEmpty || mechanisms.contains(where: Vocabulary.isCryptographic)
  }

  /// Whether a control says what it protects, and a subject is no part of it.
  private func standsElsewhere(_ control: EntityID, _ subject: Subject) -> Bool {
    let protected = model.references(control, .protects)
    guard !protected.isEmpty else { return false }
    let near = places(subject.entity).flatMap { [$0] + model.ancestors($0) }
    if protected.contains(where: near.contains) { return false }
    return !places(subject.entity).contains { model.references($0, .controls).contains(control) }
  }

  /// Every control that counts for a subject, whatever it mitigates: those that apply by their
  /// place, then those that the triage of the subject's threats names.
  ///
  /// A control comes once for each place that it counts through.
  package func applications(to subject: EntityID) -> [Application] {
    guard hasControls else { return [] }
    var found: [Application] = []
    visit(subject) { found.append($0) }
    for threat in model.children(subject, .threat) {
      for control in model.references(threat, .controls) {
        found.append(Application(control: control, place: subject, property: .controls))
      }
    }
    return found
  }

  /// Whether a control is done: its status says so, or it has none and nobody asks for it.
  package func isInPlace(_ control: EntityID) -> Bool { model.isInPlace(control: control) }

  /// Visits the controls that the places of a subject name, or that protect one of them.
  func visit(_ subject: EntityID, _ body: (Application) -> Void) {
    for place in places(subject) {
      // How a store at an end is encrypted says nothing of the way to it.
      let isForeign = place != subject && model[subject].keyword != .asset
      let properties = isForeign ? [Property.controls] : [.controls, .authenticated, .encrypted]
      for property in properties {
        for control in model.references(place, property) {
          body(Application(control: control, place: place, property: property))
        }
      }
      for control in protectors[place] ?? [] {
        body(Application(control: control, place: place, property: .protects))
      }
    }
  }

  /// The declarations whose controls count for a subject.
  private func places(_ id: EntityID) -> [EntityID] {
    switch model[id].keyword {
    case .flow:
      guard let flow = model.graph.flow(id) else { return [id] }
      return [id, flow.source, flow.target] + model.interfaces(of: id)
        + model.graph.crossings(of: flow).map(\.boundary) + model.carried(on: id)
    case .interface:
      return [id] + (model[id].parent.map { [$0] } ?? [])
    case .asset:
      return [id] + model.stores(of: id)
    case .store:
      return [id] + model.references(id, .holds)
    default:
      return [id]
    }
  }
}

extension Threat {
  /// The property whose `no` says that this can happen; nil where none speaks of it.
  var deniable: Property? {
    switch category {
    case .informationDisclosure, .dataDisclosure, .confidentiality, .tampering, .integrity:
      .encrypted
    case .spoofing: .authenticated
    case .repudiation, .denialOfService, .elevationOfPrivilege, .linking, .identifying,
      .nonRepudiation, .detecting, .unawareness, .nonCompliance, .availability, .own:
      nil
    }
  }
}
