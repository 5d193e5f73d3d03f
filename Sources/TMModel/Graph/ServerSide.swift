// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax

/// The place that encloses both ends of a flow, and whether one operator runs all that is in it.
///
/// Trust boundaries between the parts of one account, data centre or housing are real: whoever got into
/// one part must not pose as another. But nobody else stands between these parts, so that what a stranger
/// on the way could do is asked where strangers are: at the edge.
extension Model {
  /// The innermost boundary that encloses both ends of a flow; nil where none does.
  package func boundary(around flow: Flow) -> EntityID? {
    let around = Set(boundaries(around: flow.target))
    return boundaries(around: flow.source).first(where: around.contains)
  }

  /// Whether both ends of a flow are among the servers of one operator.
  ///
  /// Servers are what lies in a cloud, a data centre or a DMZ, and is no person. One operator runs them
  /// where the boundary around both is a place that one organisation holds, and where the zones say it: a
  /// cloud is that of the product, and a DMZ and a data centre belong together. What is trusted less than
  /// a DMZ, such as a sandbox for the code of customers, is not among them.
  package func isServerSide(_ flow: Flow) -> Bool { facts.serverSide.contains(flow.entity) }

  /// All flows of which both ends are.
  func findServerSide() -> Flags {
    var flags = Flags(entities.count)
    for flow in graph.flows where isBetweenServers(flow) { flags.insert(flow.entity) }
    return flags
  }

  private func isBetweenServers(_ flow: Flow) -> Bool {
    let ends = [flow.source, flow.target]
    guard ends.allSatisfy(isServer) else { return false }
    if let place = boundary(around: flow), lies(place, in: Self.placesOfOneOperator) { return true }
    if ends.contains(where: { self[$0].keyword == .external }) { return false }
    return [["cloud"], ["dmz", "datacentre"]].contains { zones in
      ends.allSatisfy { lies($0, in: zones) }
    }
  }

  private func isServer(_ element: EntityID) -> Bool {
    lies(element, in: Self.serverZones) && boolean(element, .human) != true
      && (trust(element) ?? 0) >= Self.leastTrustOfServers
  }

  private static let serverZones: Set<String> = ["cloud", "dmz", "datacentre"]
  private static let placesOfOneOperator = serverZones.union([
    "hospital", "clinical", "biomed", "enterprise", "manufacturer", "vendor",
  ])
  /// That of a DMZ.
  private static let leastTrustOfServers = 3.0
}
