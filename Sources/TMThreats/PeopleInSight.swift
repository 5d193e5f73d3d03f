// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax

/// Whether people see what comes in over a flow: nobody looks over what runs between two machines.
struct PeopleInSight {
  private let model: Model

  init(_ model: Model) { self.model = model }

  /// Whether what a flow carries comes to a person, or to something that a person works with.
  ///
  /// What is carried is followed to the elements behind its receiver.
  func see(_ flow: Flow, _ direction: Subject.Direction) -> Bool {
    let carried = Set(model.carried(on: flow.entity))
    // Nobody reads what a processor runs.
    let isCode = carried.allSatisfy { model.words($0, .class).contains("firmware") }
    if isCode, !carried.isEmpty { return false }
    var reached: Set<EntityID> = []
    var next = [direction == .forwards ? flow.target : flow.source]
    while let element = next.popLast() {
      guard reached.insert(element).inserted else { continue }
      if isPerson(element) { return true }
      for other in Array(model.graph.incoming(element)) + model.graph.outgoing(element) {
        let far = other.source == element ? other.target : other.source
        if isPerson(far) { return true }
        let leaves = other.source == element || other.isTwoWay
        let carries =
          carried.isEmpty || model.carried(on: other.entity).contains(where: carried.contains)
        if leaves, carries { next.append(far) }
      }
    }
    return false
  }

  private func isPerson(_ element: EntityID) -> Bool { model.boolean(element, .human) == true }
}
