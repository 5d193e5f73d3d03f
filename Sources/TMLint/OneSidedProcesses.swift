// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel

extension LintContext {
  /// Processes that only receive data, or only send it, with the first flow that shows it.
  ///
  /// A decomposed process is left out when a part of it explains why: a process inside it that is
  /// one of them itself, or a data store inside it where the data rests or comes from.
  ///
  /// - Parameters:
  ///   - has: the flow of the direction that is there.
  ///   - lacks: the flow of the direction that is missing.
  func oneSidedProcesses(
    has: (EntityID) -> EntityID?, lacks: (EntityID) -> EntityID?
  ) -> [(process: EntityID, flow: EntityID)] {
    var found: [(process: EntityID, flow: EntityID)] = []
    var explained: Set<EntityID> = []
    // Parts are declared behind the process they belong to.
    let candidates = model.allEntities.filter { id in
      model[id].keyword == .process || model[id].keyword == .store
    }
    for id in candidates.reversed() {
      guard let flow = has(id) else { continue }
      let isStore = model[id].keyword == .store
      guard isStore || lacks(id) == nil else { continue }
      if !isStore, !explained.contains(id) { found.append((id, flow)) }
      explained.formUnion(model.ancestors(id))
    }
    return found.reversed()
  }
}
