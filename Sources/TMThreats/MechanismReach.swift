// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax

/// What the mechanisms of a control can do against a threat, by where it happens: the judgement of this
/// project.
///
/// Roles do not keep anybody from reading along on a wire, and a backup does not keep a line up. A control
/// that says how it works counts where one of its mechanisms can do something; one that does not say it
/// is taken at its word. A broken mechanism, and a word that the program does not know, can do nothing.
/// Templates of special attacks name what answers them themselves; of them it is asked only whether a
/// control that names one can do anything of that kind.
package enum MechanismReach {
  /// Whether one of a control's mechanisms can do something against a general threat.
  ///
  /// - Parameter place: the declaration through which the control counts; nil where the triage or decision
  ///   of the threat names it.
  static func works(
    _ mechanisms: [String], against threat: Threat, through place: EntityID?, in model: Model
  ) -> Bool {
    let able = able(threat, model)
    let far = place.map { outOfReach(from: $0, threat, model) } ?? []
    // Saying less claims no more: nobody answers from there what no mechanism could answer from there.
    if mechanisms.isEmpty {
      if let able { return !able.isSubset(of: far) }
      return !threat.category.isOwn || place == nil || place == threat.about
    }
    return mechanisms.flatMap(Mechanisms.families).contains { family in
      if far.contains(family) { return false }
      return able?.contains(family) ?? MechanismLimits.may(family, threat.category)
    }
  }

  /// Whether a control may answer a threat because it names it in `answers`: it says no mechanism, or one
  /// that the program does not know, or one that does something of the kind that the threat needs.
  static func mayAnswer(_ mechanisms: [String], _ threat: Threat, in model: Model) -> Bool {
    if mechanisms.isEmpty || mechanisms.contains(where: Mechanisms.isUnknown) { return true }
    return isNamed(mechanisms, threat, model)
  }

  private static func isNamed(_ mechanisms: [String], _ threat: Threat, _ model: Model) -> Bool {
    let families = mechanisms.flatMap(Mechanisms.families)
    guard let template = threat.template else {
      return families.contains { MechanismLimits.may($0, threat.category) }
    }
    if template.isSpecial {
      let wanted = template.mechanisms.flatMap(Mechanisms.families)
      // A template in other words asks the question of the one that it replaces.
      let names = threat.names + [template.name]
      if families.contains("tamper-seal"), let flow = model.graph.flow(threat.about),
        isSheltered(flow, model)
      {
        return true
      }
      // At a panel, whoever may do nothing with it does not come in.
      let logins: Set = ["password", "mfa", "passkey", "certificate"]
      if names.contains("exceeded-rights"), families.contains(where: logins.contains),
        model.graph.flow(threat.about).map(model.isInPerson) ?? false
      {
        return true
      }
      return families.contains { family in
        if wanted.contains(family)
          || names.contains(where: { MechanismLimits.isNamedBesides(family, $0) })
        {
          return true
        }
        return wanted.contains { MechanismLimits.standsIn(family, for: $0) }
      }
    }
    // What is not believed because it arrived is altered, or sent by another, without effect.
    let category = property(threat.category)
    if let flow = model.graph.flow(threat.about),
      category == .tampering || category == .spoofing && threat.posed == .sender
    {
      if families.contains(where: ["range-check", "input-validation"].contains) { return true }
      // Somebody has to see it to look at it.
      if families.contains("review"), PeopleInSight(model).see(flow, threat.subject.direction) {
        return true
      }
    }
    let place = model[threat.about].keyword
    let narrow = families.filter { Mechanisms.isNarrow([$0]) }
    if narrow.contains(where: {
      MechanismLimits.may($0, threat.category) && MechanismLimits.stands($0, at: place)
    }) {
      return true
    }
    return works(mechanisms, against: threat, through: nil, in: model)
  }

  /// The mechanisms that can do something against a threat; nil where nothing is known of it.
  private static func able(_ threat: Threat, _ model: Model) -> Set<String>? {
    let category = property(threat.category)
    if let name = threat.template?.name, let own = byTemplate[name] {
      return model[threat.about].keyword == .interface
        ? fit(own, toPort: threat.about, model) : own
    }
    switch model[threat.about].keyword {
    case .asset:
      let isFunction =
        model.words(threat.about, .class).contains("clinical-function")
        && model.stores(of: threat.about).isEmpty
      if isFunction { return ofFunctions[category] }
      return atRest[category].map {
        kept($0, in: model.stores(of: threat.about), category, model)
      }
    case .store: return atRest[category].map { kept($0, in: [threat.about], category, model) }
    case .flow: return model.graph.flow(threat.about).flatMap { onFlow($0, threat, model) }
    case .interface: return atAPort[category].map { fit($0, toPort: threat.about, model) }
    case .process: return (isOfCode(threat) ? ofCode : ofFunctions)[category]
    case .external: return ofOthers[category]
    default: return nil
    }
  }

  /// Whether a threat is about the program as such, rather than about what it does to somebody.
  private static func isOfCode(_ threat: Threat) -> Bool {
    threat.template.map { $0.isBuiltIn && $0.name.hasPrefix("process-") } ?? false
  }

  /// What works on what some stores keep. Nobody looks at what lies in a device, or compares it with a copy elsewhere: it
  /// runs with what is there, and what was altered within all limits, or in both of its copies, is what it was told.
  private static func kept(
    _ able: Set<String>, in stores: [EntityID], _ category: ThreatCategory, _ model: Model
  ) -> Set<String> {
    let devices: Set = ["device", "device-internal", "body"]
    guard category == .tampering, !stores.isEmpty,
      stores.allSatisfy({ model.lies($0, in: devices) })
    else { return able }
    return able.subtracting(["backup", "redundancy", "range-check", "review"])
  }

  // MARK: - Flows

  private static func onFlow(_ flow: Flow, _ threat: Threat, _ model: Model) -> Set<String>? {
    let category = property(threat.category)
    if model.isPhysicalSignal(flow) { return ofSignals[category] }
    let byHand = model.isInPerson(flow)
    guard var able = (byHand ? byHandOf : onTheWay)[category] else { return nil }
    if byHand { return able }
    if category == .spoofing { able = proofs(of: flow, threat, model) }
    if category == .tampering, carriesCode(flow, model) { able.insert("secure-boot") }
    if !isSheltered(flow, model) { able.subtract(["tamper-seal"]) }
    if isOpen(flow, model) { able.subtract(["segmentation"]) }
    if model.channellessMedium(of: flow) != nil { able.subtract(["tls"]) }
    if !mayBeRadio(flow, model) { able.subtract(["frequency-hopping"]) }
    return able
  }

  /// What proves the end that somebody poses as.
  private static func proofs(of flow: Flow, _ threat: Threat, _ model: Model) -> Set<String> {
    let end = posedEnd(of: flow, threat)
    var able: Set<String>
    switch threat.posed {
    case .recipient: able = ["password", "mfa", "passkey", "certificate"]
    // A login proves whoever logs in, and what is signed goes to whoever poses as the receiver, too.
    case .receiver: able = ["certificate", "aead", "segmentation", "tamper-seal"]
    case .sender:
      able = [
        "signature", "mac", "aead", "certificate", "password", "mfa", "passkey", "freshness",
        "segmentation", "tamper-seal",
      ]
      // What a tag holds is genuine in each copy of it.
      if model.channellessMedium(of: flow) != nil { able.subtract(["signature", "mac", "aead"]) }
    }
    if model.readableProtocol(of: flow) != nil || model.isSentInClear(flow) {
      able.subtract(["password", "mfa"])
    }
    // The certificate of a channel is that of the end that answers.
    let server = model.serverEnd(of: flow)
    let isProven = threat.posed == .receiver ? server ?? end == end : server == end
    if isProven, threat.posed != .recipient { able.insert("tls") }
    return able
  }

  /// The end of a flow that somebody poses as.
  static func posedEnd(of flow: Flow, _ threat: Threat) -> EntityID {
    let isSource = (threat.posed == .sender) == (threat.subject.direction == .forwards)
    return isSource ? flow.source : flow.target
  }

  static func carriesCode(_ flow: Flow, _ model: Model) -> Bool {
    let assets = model.carried(on: flow.entity)
    return !assets.isEmpty
      && assets.allSatisfy { asset in
        model.words(asset, .class).contains("firmware")
          || model.words(asset, .content).contains("code")
      }
  }

  /// Whether a housing goes around the way of a flow: a cable or bus, or all of it inside one device.
  private static func isSheltered(_ flow: Flow, _ model: Model) -> Bool {
    if model.isWireless(flow: flow.entity) { return false }
    let cables: Set = [
      "can", "uart", "serial", "i2c", "spi", "usb", "jtag", "swd", "analog", "internal-bus",
      "power",
    ]
    let kinds = model.interfaces(of: flow.entity).flatMap { model.words($0, .kind) }
    let ways = model.protocols(of: flow.entity)
    if ways.contains(where: cables.contains) || kinds.contains(where: cables.contains) {
      return true
    }
    let inside: Set = ["device", "device-internal", "body"]
    return ways.isEmpty
      && [flow.source, flow.target].allSatisfy { model.lies($0, in: inside) }
  }

  /// Whether a flow goes through the air, or to a device in a way that nobody states.
  private static func mayBeRadio(_ flow: Flow, _ model: Model) -> Bool {
    if model.isWireless(flow: flow.entity) { return true }
    let isUnstated =
      model.interfaces(of: flow.entity).isEmpty
      && model.protocols(of: flow.entity).allSatisfy { ["tcp", "udp"].contains($0) }
    return isUnstated && [flow.source, flow.target].contains(where: model.isOnDevice)
  }

  /// Whether a flow goes where no network of one's own is: through the air, to the internet, over a plug or as a
  /// text message. A carrier has private networks.
  private static func isOpen(_ flow: Flow, _ model: Model) -> Bool {
    let kinds = model.interfaces(of: flow.entity).flatMap { model.words($0, .kind) }
    let ways = kinds + model.protocols(of: flow.entity)
    let isPrivate = ways.contains("cellular")
    let without: Set = ["usb", "removable-media", "jtag", "swd", "sms"]
    return model.isWireless(flow: flow.entity) && !isPrivate
      || ways.contains(where: without.contains)
      || [flow.source, flow.target].contains { end in
        model.lies(end, in: ["internet", "public", "guest"])
      }
  }

  /// What works on a flow only where the flow, its port or its data names it.
  ///
  /// That messages of a device carry a code says nothing of each line that ends at the device. Logins and
  /// certificates belong to the ends, and to no boundary. A network of its own ends at its border, so what leaves
  /// it has to say that the way lies in one.
  private static func outOfReach(
    from place: EntityID, _ threat: Threat, _ model: Model
  ) -> Set<String> {
    guard let flow = model.graph.flow(threat.about), place != threat.about else { return [] }
    var far: Set = ["segmentation"]
    switch model[place].keyword {
    case .boundary: far.formUnion(Self.channels.union(Self.logins))
    case .process, .store, .external: far.formUnion(Self.channels)
    default: break
    }
    if property(threat.category) == .denialOfService {
      far.formUnion(supports(notAt: place, flow, threat, model))
    }
    return far
  }

  /// What does not keep a line up from a place: a spare of an end leaves the line cut. The radio at its end may hop,
  /// and the end that waits may notice that nothing comes, and do without; that an alarm or an update does not come
  /// is no event.
  private static func supports(
    notAt place: EntityID, _ flow: Flow, _ threat: Threat, _ model: Model
  ) -> Set<String> {
    let isPort = model[place].keyword == .interface
    var far: Set = ["redundancy", "frequency-hopping", "watchdog", "fallback"]
    if isPort { far.remove("frequency-hopping") }
    let end = isPort ? model[place].parent ?? place : place
    let isAwaited =
      !model.words(flow.entity, .function).contains { ["alarm", "update"].contains($0) }
      && !carriesCode(flow, model)
    if end == receivingEnd(of: flow, threat), isAwaited {
      far.subtract(["watchdog", "fallback"])
    }
    return far
  }

  private static func receivingEnd(of flow: Flow, _ threat: Threat) -> EntityID {
    threat.subject.direction == .forwards ? flow.target : flow.source
  }

  /// Whether a mechanism that answers a special attack does so from a place.
  ///
  /// What looks whether an actuator, a speaker or a cut line still does its work has to look at that, and not at the
  /// program that commands it.
  static func reaches(
    _ word: String, _ threat: Threat, from place: EntityID, in model: Model
  ) -> Bool {
    if model[threat.about].keyword == .interface, word == "segmentation",
      isOpen(port: threat.about, model)
    {
      return false
    }
    if place == threat.about { return true }
    if let flow = model.graph.flow(threat.about), ["signature", "secure-boot"].contains(word),
      carriesCode(flow, model), model[place].keyword != .asset
    {
      return checksCode(place, on: flow.entity, in: model)
    }
    let names = threat.names + [threat.template?.name ?? threat.name]
    guard names.contains(where: { onlyThere[$0]?.contains(word) == true }) else { return true }
    guard let flow = model.graph.flow(threat.about) else { return false }
    return model[place].keyword == .interface || place == receivingEnd(of: flow, threat)
  }

  private static let channels: Set = ["signature", "mac", "aead", "tls", "aes", "secure-boot"]
  private static let logins: Set = ["certificate", "password", "mfa", "passkey", "hsm", "review"]

  private static let filters: Set = ["firewall", "address-allow-list", "segmentation"]

  // MARK: - Interfaces

  private static func fit(
    _ able: Set<String>, toPort port: EntityID, _ model: Model
  ) -> Set<String> {
    // No housing and no other network keeps radio in.
    let kinds = model.words(port, .kind)
    if model.isWireless(interface: port) {
      let isPrivate = kinds.contains("cellular")
      return able.subtracting(isPrivate ? ["tamper-seal"] : ["tamper-seal", "segmentation"])
    }
    // Whoever stands at a port, or has it in the hand, is no partner of a channel.
    let byHand: Set = [
      "user-interface", "keypad", "touchscreen", "display", "usb", "removable-media", "jtag", "swd",
      "serial",
    ]
    guard kinds.contains(where: byHand.contains) else { return able }
    // Nor does a filter of a network stand before it.
    let isOnlyByHand = kinds.allSatisfy { byHand.contains($0) || $0 == "service" || $0 == "update" }
    return able.subtracting(isOnlyByHand ? filters.union(["tls"]) : ["tls"])
  }

  /// A category as the one of STRIDE that the same things work against.
  private static func property(_ category: ThreatCategory) -> ThreatCategory {
    switch category {
    case .confidentiality, .dataDisclosure: .informationDisclosure
    case .integrity: .tampering
    case .availability: .denialOfService
    default: category
    }
  }
}

extension Threat {
  /// Whom somebody poses as.
  enum Posed {
    case sender
    case receiver
    /// The person who is to get what is sent.
    case recipient
  }

  var posed: Posed {
    let general = name.hasSuffix("-reverse") ? String(name.dropLast("-reverse".count)) : name
    switch general {
    case "spoofed-target": return .receiver
    case "wrong-recipient": return .recipient
    default: return .sender
    }
  }

  /// Whether one of some mechanisms can do something against it where it happens.
  package func isWorkedAgainst(by mechanisms: [String], in model: Model) -> Bool {
    !Mechanisms.isNarrow(mechanisms)
      && MechanismReach.works(mechanisms, against: self, through: nil, in: model)
  }

  /// Whether a control with these mechanisms may name it in `answers`.
  package func mayBeAnswered(by mechanisms: [String], in model: Model) -> Bool {
    MechanismReach.mayAnswer(mechanisms, self, in: model)
  }
}
