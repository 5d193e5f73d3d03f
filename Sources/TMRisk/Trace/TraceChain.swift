// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel

/// One way from an asset to the evidence that it is protected, as far as it goes; where the asset
/// and threat are missing, what nothing leads to.
package struct TraceChain: Hashable, Sendable {
  /// The asset, or what the threat is about where no asset is concerned.
  package var asset: EntityID?
  /// The threat, by its place in the register.
  package var threat: Int?
  package var measure: Measure?
  package var requirement: EntityID?
  package var evidence: Evidence?

  /// The control that answers the threat, if it is one.
  package var control: EntityID? {
    guard case .control(let control)? = measure else { return nil }
    return control
  }

  /// The places of gaps along the chain.
  var places: [TraceGap.Place] {
    var places: [TraceGap.Place] = threat.map { [.threat($0)] } ?? []
    if let control { places.append(.declaration(control)) }
    if let requirement { places.append(.declaration(requirement)) }
    if case .declared(let verification)? = evidence { places.append(.declaration(verification)) }
    return places
  }
}
