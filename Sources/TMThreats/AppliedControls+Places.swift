// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax

extension AppliedControls {
  /// What answers a special attack at an interface on each of the flows that go through it: signed software that
  /// is all that comes in there, say. What protects one of two flows leaves the other open.
  func onAllFlows(through threat: Threat) -> [EntityID] {
    guard threat.template?.isSpecial == true, model[threat.about].keyword == .interface else {
      return []
    }
    var common: [EntityID]?
    for flow in model.flows(through: threat.about) {
      var found: [EntityID] = []
      visit(flow) { application in
        let isItsOwn = application.place == flow || model[application.place].keyword == .asset
        guard isItsOwn, !found.contains(application.control),
          answers(application.control, threat, through: threat.about)
        else { return }
        found.append(application.control)
      }
      common = common.map { $0.filter(found.contains) } ?? found
    }
    return common ?? []
  }

  /// The stores at each of which something has to answer a threat to an asset.
  func storesToProtect(_ threat: Threat) -> [EntityID] {
    let stores = model.stores(of: threat.about)
    guard threat.category == .denialOfService || threat.category == .availability else {
      return stores
    }
    // What a cache lost is there in the store behind it, and a backup is such a copy itself; neither makes
    // up for the store.
    let kept = stores.filter { store in
      model.word(store, .kind).map { !["cache", "backup"].contains($0) } ?? true
    }
    return kept.isEmpty ? stores : kept
  }
}
