// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel

/// What a flow is as a way of communication, which decides what is asked of it.
package enum PathKind: Sendable {
  /// Between machines or networks.
  case network
  /// Between a person's hands, eyes and ears and a machine.
  case userInterface
  /// A signal of the physical world, such as a pressure, a drug or a sound.
  case signal
  /// Inside one trust boundary.
  case inside

  init(_ flow: Flow, in model: Model) {
    if !model.graph.crosses(flow) {
      self = .inside
    } else if model.isPhysicalSignal(flow) {
      self = .signal
    } else {
      self = model.isUserInterface(flow) ? .userInterface : .network
    }
  }

  /// Whether an aspect is asked for, as long as nothing else says that it cannot be.
  func asks(for aspect: PathAspect) -> Bool {
    switch self {
    case .network: true
    case .userInterface:
      switch aspect {
      case .interfaces, .content, .function, .access, .roles, .errors, .authentication,
        .verification, .credentials, .identity, .session, .settings, .hazards, .threats, .controls,
        .tests, .components:
        true
      case .transport, .version, .channel, .handOff, .encryption, .crypto: false
      }
    case .signal:
      switch aspect {
      case .interfaces, .content, .function, .access, .errors, .hazards, .threats, .controls,
        .tests, .components:
        true
      case .transport, .version, .channel, .roles, .handOff, .authentication, .verification,
        .credentials, .identity, .session, .encryption, .crypto, .settings:
        false
      }
    case .inside:
      switch aspect {
      case .content, .function, .hazards, .threats, .controls, .tests, .components: true
      case .interfaces, .transport, .version, .channel, .access, .roles, .handOff, .errors,
        .authentication, .verification, .credentials, .identity, .session, .encryption, .crypto,
        .settings:
        false
      }
    }
  }
}
