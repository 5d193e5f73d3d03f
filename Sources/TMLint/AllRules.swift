// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

extension Rule {
  /// Every rule, in the order of the handbook.
  package static let all: [Rule] = [
    // Crossings.
    .missingCrossing,
    .staleCrossing,
    // Protection at a crossing.
    .unauthenticatedCrossing,
    .unencryptedCrossing,
    .clearTextProtocol,
    .weakMechanism,
    .sensitiveInClear,
    .unencryptedSecret,
    // Devices.
    .unusedPort,
    .unusedInterface,
    .disabledInUse,
    .wirelessEmergencyStop,
    .unsignedUpdate,
  ]
}
