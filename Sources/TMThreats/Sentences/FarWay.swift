// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel

extension Model {
  /// Whether people are at a place rather than in it: at a hospital, but in a cloud account.
  func isHouse(_ place: EntityID) -> Bool {
    words(place, .kind) == ["organisation"] && !lies(place, in: ["cloud"])
  }

  /// Whether a flow only begins in the air: behind the access point or base station it goes on to another place, and
  /// is met anywhere on that way.
  func goesFar(_ flow: Flow) -> Bool {
    let kinds =
      protocols(of: flow.entity) + interfaces(of: flow.entity).flatMap { words($0, .kind) }
    let isNetwork = kinds.contains { ["wifi", "cellular", "lorawan"].contains($0) }
    return isNetwork && boundary(around: flow) == nil
      && [flow.source, flow.target].contains { end in
        lies(end, in: ["cloud", "internet", "datacentre", "third-party", "vendor"])
      }
  }
}
