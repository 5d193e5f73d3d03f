// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax

/// A name that a condition can use for a value of its subject.
package enum Attribute: Hashable, Sendable {
  /// A property of the schema, as written.
  case property(Property)
  /// A value that the program computes.
  case computed(ComputedAttribute)
  /// A value of the threat that the condition is about.
  case threat(ThreatAttribute)
}

/// The values that the program computes for conditions; they win over a property of the same name.
package enum ComputedAttribute: String, CaseIterable, Sendable {
  case id
  case title
  case source
  case target
  case crosses
  case twoWay = "two-way"
  case authenticated
  case encrypted
  case serverAuthenticated = "server-authenticated"
  case recipientAuthenticated = "recipient-authenticated"
  case replayProof = "replay-proof"
  case integrityProtected = "integrity-protected"
  case clearText = "clear-text"
  case wireless
  case networked
  case industrial
  case via
  case zone
  case trust
  case boundary
  case within
  case serverSide = "server-side"
  case flows
  case flowsIn = "flows-in"
  case flowsOut = "flows-out"
  case interfaces
  case components
  case element
  case elements
  case physical
  case debug
  case stores
  case sensitive
  case secret
  case personal
  case accountable
  case actedOn = "acted-on"
  case fromOutside = "from-outside"
  case inPerson = "in-person"
  case calls
  case serves
  case supplies
  case onBehalf = "on-behalf"

  /// The subjects that have it.
  package var subjects: KeywordSet {
    switch self {
    case .id, .title: .everything
    case .source, .target, .crosses, .twoWay, .authenticated, .serverAuthenticated,
      .recipientAuthenticated, .replayProof, .integrityProtected, .clearText, .via, .within,
      .serverSide:
      [.flow]
    case .encrypted: [.flow, .store]
    case .wireless, .physical: [.flow, .interface]
    case .networked, .industrial: [.flow]
    case .zone, .trust: [.boundary, .external, .process, .store, .interface]
    case .boundary: [.external, .process, .store, .interface, .boundary]
    case .flows: [.external, .process, .store, .interface, .asset]
    case .flowsIn, .flowsOut, .interfaces, .components: .elements
    case .element, .debug: [.interface]
    case .elements: [.boundary]
    case .stores, .sensitive, .secret, .personal, .accountable: [.asset]
    case .actedOn: [.flow, .asset]
    case .fromOutside: [.flow, .process, .store]
    case .inPerson, .calls: [.flow]
    case .supplies, .serves: .elements
    case .onBehalf: [.external]
    }
  }

  /// The type of its value.
  var shape: Shape {
    switch self {
    case .id, .title: .text
    case .source, .target, .element: .entity(.elements)
    case .crosses: .entities([.boundary])
    case .twoWay, .serverAuthenticated, .recipientAuthenticated, .replayProof,
      .integrityProtected, .clearText, .serverSide, .wireless, .networked, .industrial, .physical,
      .debug, .sensitive,
      .secret, .personal, .accountable, .actedOn, .fromOutside, .inPerson, .calls,
      .onBehalf:
      .boolean
    case .authenticated: .words(.authentication, controls: true)
    case .encrypted: .words(.encryption, controls: true)
    case .via, .interfaces: .entities([.interface])
    case .zone: .words(nil, controls: false)
    case .trust: .number
    case .boundary, .within: .entity([.boundary])
    case .flows, .flowsIn, .flowsOut: .entities([.flow])
    case .components: .entities([.component])
    case .elements: .entities(.elements)
    case .stores: .entities([.store])
    case .serves: .words(Vocabulary.protocols, controls: false)
    case .supplies: .words(Vocabulary.supplies, controls: false)
    }
  }

  /// One sentence for the language reference.
  package var documentation: String {
    switch self {
    case .id: "The id of the declaration."
    case .title: "Its title."
    case .source: "The element that the data leaves."
    case .target: "The element that the data reaches."
    case .crosses: "The trust boundaries that the flow crosses, as computed."
    case .twoWay: "Whether data flows in both directions."
    case .authenticated: "How the source proves who it is; a control counts."
    case .encrypted: "Whether the content is encrypted, as stated or implied by the protocol."
    case .serverAuthenticated: "Whether the protocol makes the target prove who it is."
    case .recipientAuthenticated:
      "Whether the person who receives proved who they are, here or where they asked for it."
    case .replayProof:
      "Whether what encrypts it refuses what was sent before, as TLS does and a bare cipher does not."
    case .integrityProtected:
      "Whether nobody changes unseen what it carries: by what encrypts it, where that is more than a "
        + "bare cipher such as `aes`."
    case .clearText: "Whether the protocol is a clear-text one and nothing encrypts the content."
    case .wireless: "Whether it goes through the air."
    case .networked:
      "Whether a protocol of it is spoken in networks, where others can speak it too."
    case .industrial:
      "Whether a protocol of it controls machines: registers and set points rather than queries."
    case .via: "The interfaces that the flow goes through."
    case .zone: "The zone it lies in, with those that this one is like."
    case .trust: "The trust, 0 to 10, of where it lies."
    case .boundary: "The innermost boundary around it."
    case .within:
      "The innermost boundary that encloses both ends, such as an account, a data centre or a housing."
    case .serverSide:
      "Whether both ends are among the servers of one operator: in a cloud, a data centre or a DMZ that "
        + "one boundary encloses or that are alike, and trusted as a DMZ at least."
    case .flows: "The flows of the element, through the interface, or that carry the asset."
    case .flowsIn: "The flows that reach it, two-way ones among them; of each it is the target."
    case .flowsOut: "The flows that leave it, two-way ones among them; of each it is the source."
    case .interfaces: "Its interfaces."
    case .components: "Software of others inside it."
    case .element: "The element that the interface belongs to."
    case .elements: "The elements inside the boundary, at any depth."
    case .physical:
      "Whether somebody at the device can touch it, as stated or by its kind; of a flow, whether it is a "
        + "signal of the physical world."
    case .debug: "Whether it is a debug port: JTAG or SWD."
    case .stores: "The stores that hold the asset."
    case .sensitive: "Whether reading it does harm, by its class or confidentiality."
    case .secret: "Whether it is a secret such as a credential or a key."
    case .accountable:
      "Whether somebody has to answer for what is done with it, as stated or by its class."
    case .actedOn:
      "Whether an element whose function treats a patient acts on it, or on an asset that the flow carries."
    case .fromOutside:
      "Whether data that came in across a boundary from a less trusted place gets there, directly or over "
        + "other elements."
    case .calls:
      "Whether its source calls its target, which answers; of the way back, the other way round."
    case .serves: "The protocols in which it answers calls of others."
    case .inPerson: "Whether a person stands at one end and uses hands, eyes and ears."
    case .onBehalf:
      "Whether it works with the data of others: a nurse, a relative, an operator, by title or id, or a program."
    case .supplies:
      "What comes from it, over however many hops, and acts in devices: `code`, or `therapy`."
    case .personal: "Whether it is about a person, by its class: phi, pii, diagnosis or payment."
    }
  }
}

/// The type of a value in a condition.
enum Shape {
  case boolean
  case number
  case text
  case date
  /// One or several words, of a vocabulary if it is known; `controls` where a control can stand for
  /// a word.
  case words(Vocabulary?, controls: Bool)
  case entity(KeywordSet)
  case entities(KeywordSet)
  case condition
}
