// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRisk
import TMSyntax
import TMThreats

/// What a model says of one communication path, and what it does not.
package struct PathFacts {
  let flow: Flow
  let kind: PathKind
  private let book: PathBook
  private let model: Model
  private let id: EntityID
  private let interfaces: [EntityID]
  private let ownControls: [EntityID]
  /// The answer to each aspect, in the order in which they are asked.
  package private(set) var answers: [(aspect: PathAspect, answer: PathAnswer)] = []

  package init(_ flow: Flow, _ book: PathBook) {
    self.flow = flow
    self.book = book
    model = book.model
    id = flow.entity
    kind = PathKind(flow, in: book.model)
    interfaces = book.model.interfaces(of: flow.entity)
    ownControls = book.ownControls(of: flow.entity)
    answers = PathAspect.allCases.map { ($0, find($0)) }
  }

  /// The aspects that are asked for and not stated.
  package var missing: [PathAspect] { answers.filter(\.answer.isMissing).map(\.aspect) }

  /// How many aspects are asked for that an author has to state.
  package var asked: Int {
    answers.count { aspect, answer in
      if aspect.remedy == nil { return false }
      switch answer {
      case .stated, .missing: return true
      case .notAsked: return false
      }
    }
  }

  package func answer(_ aspect: PathAspect) -> PathAnswer {
    answers.first { $0.aspect == aspect }?.answer ?? .notAsked
  }

  private func find(_ aspect: PathAspect) -> PathAnswer {
    let text = text(aspect)
    if !text.isEmpty { return .stated(text) }
    return kind.asks(for: aspect) && !isMoot(aspect) ? .missing : .notAsked
  }

  /// Whether what is stated of a path leaves nothing to say of an aspect.
  private func isMoot(_ aspect: PathAspect) -> Bool {
    switch aspect {
    case .verification, .credentials, .identity, .session:
      isUnauthenticated
    case .crypto: isUnauthenticated && !model.encryption(id).isPresent
    case .version, .channel:
      // A cable or bus of its own has neither; its interface says what it is.
      model.protocols(of: id).contains(where: Self.localProtocols.contains)
    case .interfaces, .content, .transport, .function, .access, .roles, .handOff, .errors,
      .authentication, .encryption, .settings, .hazards, .threats, .controls, .tests, .components:
      false
    }
  }

  private static let localProtocols: Set<String> = ["analog", "human"]

  /// Whether neither end proves who it is, as the model says.
  private var isUnauthenticated: Bool {
    !model.sourceAuthentication(id).isPresent && !model.targetAuthentication(id).isPresent
  }

  // MARK: - Texts

  private func text(_ aspect: PathAspect) -> [ReportText] {
    switch aspect {
    case .interfaces: PathBook.list(interfaces.map(interface))
    case .content: content
    case .transport: words(model.protocols(of: id))
    case .version: statements(.version, at: [id] + interfaces)
    case .channel: channel
    case .function: function
    case .access: access
    case .roles: roles
    case .handOff: statements(.handOff, at: [id])
    case .errors: statements(.onError, at: [id])
    case .authentication: PathProtection(flow, book).authentication
    case .verification: verification
    case .credentials: statements(.credentials, at: [id] + ownControls)
    case .identity: statements(.identity, at: [id] + ownControls)
    case .session: statements(.session, at: [id] + ownControls)
    case .encryption: PathProtection(flow, book).encryption
    case .crypto: statements(.crypto, at: [id] + ownControls)
    case .settings: statements(.settings, at: [id] + interfaces + ownControls)
    case .hazards: hazards
    case .threats: threats
    case .controls: controls
    case .tests: tests
    case .components: components
    }
  }

  private func words(_ words: [String]) -> [ReportText] {
    words.isEmpty ? [] : [.words(words.joined(separator: ", "))]
  }

  /// What each of some declarations says, with the name of each but the flow itself.
  private func statements(_ property: Property, at places: [EntityID]) -> [ReportText] {
    let found = places.compactMap { place -> [ReportText]? in
      guard let text = model.text(place, property) else { return nil }
      return place == id ? [.words(text)] : [.words("\(text) ("), book.id(place), .words(")")]
    }
    return Array(found.joined(separator: [.words("; ")]))
  }

  private func interface(_ interface: EntityID) -> [ReportText] {
    let kind = model.word(interface, .kind).map { [ReportText.words(" (\($0))")] } ?? []
    return [book.title(interface)] + kind
  }

  /// Each asset with whether it is data, code or a command; empty if that is unsaid of one of them.
  private var content: [ReportText] {
    let assets = model.references(id, .carries)
    let kinds = assets.map(model.contents(of:))
    if kinds.contains(where: \.isEmpty) { return [] }
    return PathBook.list(
      zip(assets, kinds).map { asset, kinds in
        let classes = model.words(asset, .class)
        let type = classes.isEmpty ? "" : "; \(classes.joined(separator: ", "))"
        return [book.title(asset), .words(" (\(kinds.joined(separator: ", "))\(type))")]
      })
  }

  private var channel: [ReportText] {
    let port = ([id] + interfaces).compactMap { model.number($0, .port) }.first
    let channel = statements(.channel, at: [id] + interfaces)
    guard let port else { return channel }
    return [.words("port \(Int(port))")] + (channel.isEmpty ? [] : [.words("; ")] + channel)
  }

  private var function: [ReportText] {
    var pieces: [[ReportText]] = []
    if let title = model.ownTitle(id) { pieces.append([.words(title)]) }
    let functions = model.words(id, .function) + interfaces.flatMap { model.words($0, .function) }
    if !functions.isEmpty { pieces.append(words(functions)) }
    if let text = model.documentation(id) { pieces.append([.words(text)]) }
    return Array(pieces.joined(separator: [.words("; ")]))
  }

  private var access: [ReportText] {
    let guarding = book.controls(of: id).filter { control in
      model.words(control, .category).contains("authorization")
        || model.words(control, .mechanism).contains(where: Self.accessMechanisms.contains)
    }
    let places = interfaces.compactMap { interface in
      model.word(interface, .access).map { [book.title(interface), ReportText.words(": \($0)")] }
    }
    return PathBook.list(guarding.map { [book.id($0)] } + places)
  }

  private static let accessMechanisms: Set<String> = [
    "role-based-access", "access-check", "least-privilege", "address-allow-list", "firewall",
    "segmentation",
  ]

  private var roles: [ReportText] {
    let stated = model.texts(id, .roles)
    if !stated.isEmpty { return words(stated) }
    let persons = [flow.source, flow.target].filter { model.boolean($0, .human) == true }
    if !persons.isEmpty { return book.titles(persons) }
    return kind == .network ? [.words("none: no person at either end")] : []
  }

  private var verification: [ReportText] {
    let pieces = ([id] + ownControls).flatMap { place in
      model.values(place, .verifiedAt).compactMap { value -> [ReportText]? in
        switch value.content {
        case .entity(let target): [book.title(target)]
        case .text(let text): [.words(text)]
        case .word, .number, .boolean, .date, .condition, .invalid: nil
        }
      }
    }
    return PathBook.list(pieces)
  }

  // MARK: - Links

  private var hazards: [ReportText] {
    var found: [EntityID] = []
    for hazard in book.threats(about: id).flatMap(\.hazards) where !found.contains(hazard) {
      found.append(hazard)
    }
    return found.isEmpty ? [.words("none")] : book.ids(found)
  }

  private var threats: [ReportText] {
    let all = book.threats(about: id)
    if all.isEmpty {
      // No method looks at a flow inside one boundary, which is no finding.
      let isAsked = model.graph.crosses(flow) || !model.isInScope(id)
      return [.words(isAsked ? "none" : "not asked")]
    }
    return PathBook.list(
      all.map {
        [
          .reference($0.threat.id, to: .threat($0.threat.id)), .words(" "),
          .status($0.threat.status),
        ]
      })
  }

  private var controls: [ReportText] {
    let all = book.controls(of: id)
    if all.isEmpty { return [.words("none")] }
    return PathBook.list(
      all.map { control in
        let status = model.standing(ofControl: control)
        return model.isInPlace(control: control)
          ? [book.id(control)] : [book.id(control), .words(" (\(status))")]
      })
  }

  private var tests: [ReportText] {
    let found = book.evidence(of: book.controls(of: id))
    if found.isEmpty { return [.words("none")] }
    return PathBook.list(
      found.map { evidence in
        switch model.result(of: evidence) {
        case .passed: [book.name(evidence)]
        case .planned, .failed:
          [book.name(evidence), .words(" (\(model.result(of: evidence).rawValue))")]
        }
      })
  }

  private var components: [ReportText] {
    var found: [EntityID] = []
    for component in [flow.source, flow.target].flatMap(book.components)
    where !found.contains(component) {
      found.append(component)
    }
    if found.isEmpty { return [.words("none declared")] }
    return PathBook.list(
      found.map { component in
        let version = model.text(component, .version).map { [ReportText.words(" \($0)")] } ?? []
        return [book.title(component)] + version
      })
  }
}
