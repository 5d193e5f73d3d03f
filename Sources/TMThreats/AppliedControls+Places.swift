// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax

extension AppliedControls {
  /// What answers a special attack on each of the flows that decide about it: signed software that is all that comes in
  /// at an interface, say. What protects one of two flows leaves the other open.
  func onAllFlows(through threat: Threat) -> [EntityID] {
    guard threat.template?.isSpecial == true else { return [] }
    let isPort = model[threat.about].keyword == .interface
    let flows =
      isPort
      ? model.flows(through: threat.about)
      : bringingCode(threat) + supplyingCode(threat) + acts(threat).map(\.entity)
    var common: [EntityID]?
    for flow in flows {
      var found: [EntityID] = []
      visit(flow) { application in
        let isItsOwn =
          application.place == flow || model[application.place].keyword == .asset
          || !isPort && MechanismReach.checksCode(application.place, on: flow, in: model)
        guard isItsOwn, !found.contains(application.control),
          answers(application.control, threat, through: isPort ? threat.about : flow)
        else { return }
        found.append(application.control)
      }
      common = common.map { $0.filter(found.contains) } ?? found
    }
    return common ?? []
  }

  /// The flows that bring software to what can be set back to an old version.
  private func bringingCode(_ threat: Threat) -> [EntityID] {
    guard threat.template?.name == "rolled-back" else { return [] }
    return model.graph.incoming(threat.about).map(\.entity).filter { flow in
      model.carried(on: flow).contains { model.words($0, .class).contains("firmware") }
    }
  }

  /// The flows by which the origin of software sends it out: what is checked has to be checked where each ends.
  private func supplyingCode(_ threat: Threat) -> [EntityID] {
    guard threat.template?.name == "fleet-update" else { return [] }
    return model.graph.outgoing(threat.about).map(\.entity).filter { flow in
      model.words(flow, .function).contains("update")
        || model.carried(on: flow).contains { model.words($0, .class).contains("firmware") }
    }
  }

  /// The flows by which an assistant that was misled acts: what it does to others, and neither what it shows to a
  /// person nor what it asks a model.
  private func acts(_ threat: Threat) -> [Flow] {
    let misled: Set = ["prompt-injection", "misused-tools", "poisoned-model"]
    guard threat.template.map({ misled.contains($0.name) }) ?? false,
      model.words(threat.about, .function).contains("agent")
    else { return [] }
    // What it answers to who asked is no act of its own.
    return model.graph.outgoing(threat.about).filter { flow in
      flow.source == threat.about && model.boolean(flow.target, .human) != true
        && !model.words(flow.target, .function).contains("language-model")
    }
  }

  /// Whether a mechanism that answers a special attack does so from a place: who looks over what an assistant writes
  /// sees nothing of what it does.
  func reaches(_ word: String, _ threat: Threat, from place: EntityID) -> Bool {
    if place == threat.about, Mechanisms.known(word) == "review", !acts(threat).isEmpty {
      return false
    }
    // That a server signs, or starts from what is signed, checks nothing where its software is installed.
    if place == threat.about, ["signature", "secure-boot"].contains(Mechanisms.known(word)),
      !supplyingCode(threat).isEmpty
    {
      return false
    }
    return MechanismReach.reaches(Mechanisms.known(word), threat, from: place, in: model)
  }

  /// Whether mechanisms bound what somebody may do who has logged in.
  static func bindsRights(_ word: String) -> Bool {
    let known = Mechanisms.known(word)
    return ["role-based-access", "access-check"].contains(known)
  }

  /// Whether nobody logs in where a threat is: rights of nobody bind nobody.
  func asksNobody(_ subject: EntityID) -> Bool {
    switch model[subject].keyword {
    case .flow: return model.denies(subject, .authenticated)
    case .interface:
      let flows = model.flows(through: subject)
      return !flows.isEmpty && flows.allSatisfy { model.denies($0, .authenticated) }
    default: return false
    }
  }

  /// Whether a backup of data is out of reach of whoever locks the data away, as far as a control is one: it says where
  /// the copy lies, or another place holds the data.
  func keepsCopies(_ control: EntityID, _ mechanisms: [String], _ threat: Threat) -> Bool {
    guard model[threat.about].keyword == .asset, threat.category == .denialOfService,
      !mechanisms.isEmpty, mechanisms.flatMap(Mechanisms.families).allSatisfy({ $0 == "backup" })
    else { return true }
    let holders = model.stores(of: threat.about)
    return storesToProtect(threat).allSatisfy { store in
      holders.contains { isApart($0, store) } || keepsCopyApart(control, from: store)
    }
  }

  /// Whether mechanisms prove persons alone, and somebody poses as a program: a second factor and what is typed are
  /// nothing that a partner's machine has.
  func provesPersonsOnly(_ mechanisms: [String], _ threat: Threat) -> Bool {
    guard threat.category == .spoofing, let flow = model.graph.flow(threat.about),
      threat.template != nil
    else { return false }
    let end = MechanismReach.posedEnd(of: flow, threat)
    if Mechanisms.provesPersonsOnly(mechanisms), model.isProgram(end) { return true }
    let isMachine = model[end].keyword == .external && model.boolean(end, .human) == false
    return isMachine && !mechanisms.isEmpty
      && mechanisms.allSatisfy { ["mfa", "passkey", "password"].contains(Mechanisms.known($0)) }
  }

  /// What keeps a control that protects an asset from protecting it where it lies: it says where it is checked, and
  /// that is on the way alone; or it is a copy that whoever reaches the asset reaches, too.
  func checkedElsewhere(
    _ control: EntityID, _ threat: Threat, through place: EntityID
  ) -> ControlFault? {
    guard model[threat.about].keyword == .asset, place == threat.about else { return nil }
    let checked = model.references(control, .verifiedAt)
    guard !checked.isEmpty, checked.allSatisfy({ model[$0].keyword == .flow }) else { return nil }
    let stores = storesToProtect(threat)
    let isRead = stores.allSatisfy { store in
      checked.contains { model.graph.flow($0).map { $0.source == store } ?? false }
    }
    return stores.isEmpty || isRead ? nil : .aside
  }

  /// Whether a backup of a store lies elsewhere: what is kept beside it is encrypted and deleted with it.
  func keepsCopyApart(_ control: EntityID, from store: EntityID) -> Bool {
    let naming = model.all(.store).filter { model.references($0, .controls).contains(control) }
    return (model.references(control, .protects) + naming).contains { place in
      switch model[place].keyword {
      case .boundary: return !model.ancestors(store).contains(place)
      case .asset: return model.stores(of: place).contains { isApart($0, store) }
      case .store: return isApart(place, store)
      default: return false
      }
    }
  }

  private func isApart(_ other: EntityID, _ store: EntityID) -> Bool {
    other != store && model[other].parent != model[store].parent
  }

  /// What keeps the law for all of a place, such as agreements and erasure for a whole cloud, for what stands in it.
  func aroundAll(_ threat: Threat) -> [EntityID] {
    guard threat.category == .nonCompliance, model[threat.about].keyword.isElement else {
      return []
    }
    return model.ancestors(threat.about).flatMap { place in
      (protectors[place] ?? []).filter { answers($0, threat, through: place) }
    }
  }

  /// The stores at each of which something has to answer a threat to an asset.
  func storesToProtect(_ threat: Threat) -> [EntityID] {
    let stores = model.stores(of: threat.about)
    guard threat.category == .denialOfService || threat.category == .availability else {
      return stores
    }
    // What a cache lost is there in the store behind it, and a backup is such a copy itself; neither makes
    // up for the store.
    let kept = stores.filter { store in
      model.word(store, .kind).map { !["cache", "backup"].contains($0) } ?? true
    }
    return kept.isEmpty ? stores : kept
  }
}
