// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax

/// What the model says of whether somebody could read along on a flow.
package enum FlowCover: Sendable {
  /// Something encrypts it.
  case encrypted
  /// A signal of the physical world, or what a person does with hands, eyes and ears.
  case bodily
  /// A protocol in clear text, or the word `no`.
  case clearText
  /// Nobody says it, or what is said protects nothing.
  case unstated
}

extension Model {
  package func cover(of flow: Flow) -> FlowCover {
    if isPhysicalSignal(flow) { return .bodily }
    if encryption(flow.entity).isPresent { return .encrypted }
    if clearTextProtocol(flow.entity) != nil || denies(flow.entity, .encrypted) {
      return .clearText
    }
    if isInPerson(flow) { return .bodily }
    return isEncryptedByControl(flow) ? .encrypted : .unstated
  }

  private func isEncryptedByControl(_ flow: Flow) -> Bool {
    controls(along: flow).contains { control in
      isInPlace(control: control)
        && words(control, .mechanism).contains(where: Mechanisms.encryptsOnTheWay)
    }
  }
}
