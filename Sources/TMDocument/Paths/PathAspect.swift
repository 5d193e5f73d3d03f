// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// What is asked of a communication path, after appendix 2 of FDA's premarket guidance.
package enum PathAspect: String, CaseIterable, Sendable {
  case interfaces
  case content
  case transport = "protocol"
  case version
  case channel
  case function
  case access
  case roles
  case handOff = "hand-off"
  case errors
  case authentication
  case verification
  case credentials
  case identity
  case session
  case encryption
  case crypto
  case settings
  case hazards
  case threats
  case controls
  case tests
  case components

  package var title: String {
    switch self {
    case .interfaces: "Interfaces"
    case .content: "Data, code or command"
    case .transport: "Protocol"
    case .version: "Version of the protocol"
    case .channel: "Port, channel or frequency"
    case .function: "Function"
    case .access: "Access control"
    case .roles: "User roles"
    case .handOff: "Hand-off between media"
    case .errors: "Behaviour on errors"
    case .authentication: "Authentication and its strength"
    case .verification: "Verified at"
    case .credentials: "Credentials: distribution and life cycle"
    case .identity: "Identity management"
    case .session: "Session"
    case .encryption: "Encryption"
    case .crypto: "Algorithms, use and length of keys"
    case .settings: "Security settings and defaults"
    case .hazards: "Hazards"
    case .threats: "Threats"
    case .controls: "Controls"
    case .tests: "Tests"
    case .components: "Software components"
    }
  }

  /// What an author writes to state it, and where; nil for what the program computes.
  package var remedy: (statement: String, place: String)? {
    switch self {
    case .interfaces: ("via: …", "the flow")
    case .content: ("content: data", "each asset that it `carries`")
    case .transport: ("protocol: …", "the flow")
    case .version: ("version: \"…\"", "the flow or its interface")
    case .channel: ("port: …", "the flow or its interface, or `channel: \"…\"` there")
    case .function: ("function: …", "the flow, or give it a title")
    case .access:
      ("category: authorization", "a control that applies, or `access: …` to its interface")
    case .roles: ("roles: \"…\"", "the flow")
    case .handOff: ("hand-off: \"…\"", "the flow")
    case .errors: ("on-error: \"…\"", "the flow")
    case .authentication: ("authenticated: …", "the flow; `no` is an answer")
    case .verification: ("verified-at: …", "the flow or the control that authenticates it")
    case .credentials: ("credentials: \"…\"", "the flow or the control that authenticates it")
    case .identity: ("identity: \"…\"", "the flow or the control that authenticates it")
    case .session: ("session: \"…\"", "the flow or a control that applies")
    case .encryption: ("encrypted: …", "the flow; `no` is an answer")
    case .crypto: ("crypto: \"…\"", "the flow or the control that encrypts or authenticates it")
    case .settings: ("settings: \"…\"", "the flow, its interface or a control that applies")
    case .hazards, .threats, .controls, .tests, .components: nil
    }
  }
}

/// What a model says of one aspect of a path.
package enum PathAnswer: Sendable {
  case stated([ReportText])
  /// Nobody asks for it here, and nothing is stated.
  case notAsked
  /// It is asked for, and the model does not say it.
  case missing

  package var isMissing: Bool {
    switch self {
    case .missing: true
    case .stated, .notAsked: false
    }
  }
}
