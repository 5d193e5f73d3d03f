// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax

/// What `encrypted` and `authenticated` say, and whether it does something where it is said.
extension Model {
  /// What a value of `encrypted` is worth to a flow or store.
  package func statedEncryption(_ value: Value, of id: EntityID) -> Protection {
    let isFlow = self[id].keyword == .flow
    let encrypts = isFlow ? Mechanisms.encryptsOnTheWay : Mechanisms.encryptsAtRest
    if case .entity(let control) = value.content {
      return worth(control, Self.encryptionCategories) { words in
        if words.contains(where: encrypts) {
          return words.allSatisfy(securesOnlyChannels) ? medium(ofFlow: id) : nil
        }
        let elsewhere = isFlow ? Mechanisms.encryptsAtRest : Mechanisms.encryptsOnTheWay
        guard words.contains(where: elsewhere) else { return .noEncryption }
        return isFlow ? .forStorage : .forTheWay
      }
    }
    guard let word = word(value), word != "no" else { return .absent }
    if Weakness(word) != nil { return .weak(word) }
    if !encrypts(word) { return .unfit(word, isFlow ? .forStorage : .forTheWay) }
    if securesOnlyChannels(word), let fault = medium(ofFlow: id) { return .unfit(word, fault) }
    if word == "yes", isFlow, let name = clearTextByName(id) {
      return .unfit(word, .contradicted(protocol: name))
    }
    return .stated(word)
  }

  /// Whether a mechanism does nothing but secure a channel: TLS, and not a cipher.
  private func securesOnlyChannels(_ word: String) -> Bool {
    let families = Mechanisms.families(of: word)
    return families.contains("tls") && !families.contains { ["aes", "aead"].contains($0) }
  }

  /// Why a channel is nothing for a flow; nil where one may run.
  private func medium(ofFlow id: EntityID) -> UnfitProtection? {
    graph.flow(id).flatMap(channellessMedium).map(UnfitProtection.noChannel)
  }

  /// What `authenticated` of a flow is worth: the best of its values.
  func statedAuthentication(_ flow: Flow) -> Protection {
    if denies(flow.entity, .authenticated) { return .absent }
    var best = Protection.absent
    for value in values(flow.entity, .authenticated) where !best.isPresent {
      let protection = statedAuthentication(value, of: flow)
      if protection != .absent { best = protection }
    }
    return best
  }

  /// What a value of `authenticated` is worth to a flow.
  package func statedAuthentication(_ value: Value, of flow: Flow) -> Protection {
    if case .entity(let control) = value.content {
      return worth(control, Self.authenticationCategories) { words in
        let faults = words.map { fault(ofMechanism: $0, on: flow) }
        // One that proves is enough; of several that do not, the one that comes closest says why.
        if faults.contains(nil) { return nil }
        return faults.compactMap { $0 }.first { $0 != .noProof } ?? .noProof
      }
    }
    guard let word = word(value), word != "no" else { return .absent }
    if Weakness(word) != nil { return .weak(word) }
    if let fault = fault(of: word, on: flow) { return .unfit(word, fault) }
    return .stated(word)
  }

  /// `mutual` of a flow, which is about both of its ends; nil where it does not say it.
  func mutualAuthentication(_ flow: Flow) -> Protection? {
    guard let value = values(flow.entity, .authenticated).first(where: { word($0) == "mutual" })
    else { return nil }
    return statedAuthentication(value, of: flow)
  }

  private func fault(ofMechanism word: String, on flow: Flow) -> UnfitProtection? {
    let families = Mechanisms.families(of: word)
    guard Mechanisms.proves(word) else { return .noProof }
    // The certificate of a channel is that of the end that answers.
    if families == ["tls"], serverEnd(of: flow) != prover(flow) { return .noProof }
    return fault(of: families.first ?? word, on: flow)
  }

  private func fault(of word: String, on flow: Flow) -> UnfitProtection? {
    if Self.personal.contains(word), isProgram(prover(flow)),
      boolean(flow.target, .human) != true
    {
      return .forPersons
    }
    // A code or token that is sent as it is belongs to everybody who reads along.
    if Self.sentAsIs.contains(word), let name = readableProtocol(of: flow) {
      return .readable(protocol: name)
    }
    if Self.sentAsIs.contains(word), isSentInClear(flow) { return .sentInClear }
    if word == "mutual", let name = clearTextByName(flow.entity),
      !encryption(flow.entity).isPresent, !isSecuredByControl(flow)
    {
      return .contradicted(protocol: name)
    }
    return nil
  }

  /// Whether a program stands at an end: a second factor proves persons.
  ///
  /// A browser, and an app on somebody's phone, pass on what their user typed.
  package func isProgram(_ end: EntityID) -> Bool {
    if boolean(end, .human) == true { return false }
    let functions = words(end, .function)
    if self[end].keyword == .external { return functions.contains("authentication") }
    return !functions.contains("browser") && !lies(end, in: ["phone"])
  }

  /// What proves the person who receives: the login on the flow itself, on the connection it runs over,
  /// or where the person asked for it.
  package func recipientAuthentication(_ subject: Subject) -> Protection {
    guard let flow = graph.flow(subject.entity) else { return .absent }
    let isForwards = subject.direction == .forwards
    let person = isForwards ? flow.target : flow.source
    let sender = isForwards ? flow.source : flow.target
    if let login = statedLogin(flow), login.isPresent { return login }
    for name in ProtocolStack(words(flow.entity, .protocol)).proving {
      if ProtocolFacts.named(name)?.authenticatesClient == true { return .implied(protocol: name) }
    }
    let asking =
      graph.outgoing(person).filter { $0.target == sender }
      + graph.incoming(person)
      .filter { $0.source == sender && $0.isTwoWay && $0.entity != flow.entity }
    return asking.lazy.map { self.authentication(of: person, on: $0) }.first(where: \.isPresent)
      ?? .absent
  }

  /// What a person does to log in, where a flow to the person states it: of what a program sends, a
  /// certificate proves the program.
  private func statedLogin(_ flow: Flow) -> Protection? {
    values(flow.entity, .authenticated).lazy.filter { value in
      if let word = self.word(value) { return Self.logins.contains(word) }
      guard case .entity(let control) = value.content else { return false }
      return self.words(control, .mechanism).contains { word in
        Mechanisms.families(of: word).contains(where: Self.logins.contains)
      }
    }.map { self.statedAuthentication($0, of: flow) }.first(where: \.isPresent)
  }

  private static let personal: Set = ["mfa", "passkey"]
  private static let sentAsIs: Set = ["password", "pin", "token", "mfa"]
  private static let cables: Set = ["uart", "serial", "i2c", "spi", "usb", "jtag", "analog"]
  private static let logins: Set = ["password", "pin", "mfa", "passkey", "mutual"]

  /// Whether what was sent over a flow cannot be sent once more: what encrypts it looks at the order of
  /// messages.
  package func refusesRepeats(_ id: EntityID) -> Bool {
    switch encryption(id) {
    case .implied: return true
    case .absent, .weak, .unfit, .planned: return false
    case .stated(let word):
      if Mechanisms.refusesRepeats(word) { return true }
      let securing = ProtocolStack(protocols(of: id)).securing
      if securing.contains(where: { ProtocolFacts.named($0)?.channel == .encrypted }) {
        return true
      }
      return references(id, .encrypted).contains { control in
        words(control, .mechanism).contains(where: Mechanisms.refusesRepeats)
      }
    }
  }

  /// Whether what was changed on its way over a flow is noticed: what encrypts it also authenticates
  /// the content, which a bare cipher does not.
  package func refusesChanges(_ id: EntityID) -> Bool {
    switch encryption(id) {
    case .implied: return true
    case .absent, .weak, .unfit, .planned: return false
    case .stated(let word):
      let securing = ProtocolStack(protocols(of: id)).securing
      if securing.contains(where: { ProtocolFacts.named($0)?.channel == .encrypted }) {
        return true
      }
      let mechanisms = references(statement(of: .encrypted, for: id), .encrypted).flatMap {
        words($0, .mechanism)
      }
      let ways = mechanisms.isEmpty ? [word] : mechanisms
      return !ways.allSatisfy(Mechanisms.isBareCipher)
    }
  }

  // MARK: - Clear text

  /// The protocol of a flow that is clear text by its name, since a secured form has another name.
  package func clearTextByName(_ flow: EntityID) -> String? {
    let names = protocols(of: flow)
    let securing = ProtocolStack(names).securing
    if securing.contains(where: { ProtocolFacts.named($0)?.channel == .encrypted }) { return nil }
    return names.first { Self.isClearText($0) && ProtocolFacts.securedForm(of: $0) != nil }
  }

  /// The protocol over which others can read what a flow carries; a cable between two devices has no
  /// others.
  package func readableProtocol(of flow: Flow) -> String? {
    guard let name = clearTextProtocol(flow.entity), !Self.cables.contains(name),
      !isSecuredByControl(flow)
    else { return nil }
    return name
  }

  /// Whether a flow says itself that nothing encrypts it, where others can read along: not at a screen, and not
  /// on a cable between two devices.
  package func isSentInClear(_ flow: Flow) -> Bool {
    guard denies(flow.entity, .encrypted), !isUserInterface(flow), !isSecuredByControl(flow) else {
      return false
    }
    let ways =
      protocols(of: flow.entity) + interfaces(of: flow.entity).flatMap { words($0, .kind) }
    return !ways.contains(where: Self.cables.contains)
  }

  /// Whether a control that is in place secures the channel of a flow, by standing at the flow or at an
  /// interface of it.
  private func isSecuredByControl(_ flow: Flow) -> Bool {
    controls(along: flow).contains { control in
      isInPlace(control: control)
        && words(control, .mechanism).contains { Mechanisms.families(of: $0).contains("tls") }
    }
  }

  /// The controls that a flow, its interfaces or its connection name, or that protect one of them.
  func controls(along flow: Flow) -> [EntityID] {
    let places =
      [flow.entity] + interfaces(of: flow.entity) + (carrier(of: flow.entity).map { [$0] } ?? [])
    return places.flatMap { references($0, .controls) }
      + places.flatMap { facts.usage.protectors[$0] }
  }

  // MARK: - Controls

  private static let encryptionCategories: Set = [
    "information-disclosure", "data-disclosure", "tampering", "linking", "identifying", "detecting",
    "confidentiality", "integrity",
  ]
  private static let authenticationCategories: Set = [
    "spoofing", "elevation-of-privilege", "confidentiality", "integrity",
  ]

  /// What a control is worth as the protection that a property names.
  ///
  /// - Parameter fault: what is wrong with its mechanisms there; asked where it names some that are not
  ///   broken.
  private func worth(
    _ control: EntityID, _ purpose: Set<String>, fault: ([String]) -> UnfitProtection?
  ) -> Protection {
    let categories = words(control, .mitigates)
    if !categories.isEmpty, !categories.contains(where: purpose.contains) { return .absent }
    let stated = words(control, .mechanism)
    if !stated.isEmpty {
      let sound = stated.filter { Weakness($0) == nil }
      if sound.isEmpty { return .weak(name(control)) }
      if let fault = fault(sound) { return .unfit(name(control), fault) }
    }
    return isInPlace(control: control) ? .stated(name(control)) : .planned(name(control))
  }
}
