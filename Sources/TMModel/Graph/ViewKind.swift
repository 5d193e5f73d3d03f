// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax

/// What a view is for: the four architecture views of FDA's premarket guidance, or only a diagram.
package enum ViewKind: String, CaseIterable, Sendable {
  case global
  case multiPatientHarm = "multi-patient-harm"
  case updateability
  case useCase = "use-case"
  case diagram

  /// The kinds that the guidance asks for.
  package static let asked: [ViewKind] = [.global, .multiPatientHarm, .updateability, .useCase]

  /// The kinds that a profile expects, by the word of `profile`.
  package static func expected(by profile: String) -> [ViewKind] {
    profile == "fda" ? asked : []
  }

  package var title: String {
    switch self {
    case .global: "Global system view"
    case .multiPatientHarm: "Multi-patient harm view"
    case .updateability: "Updateability and patchability view"
    case .useCase: "Security use-case views"
    case .diagram: "Diagram"
    }
  }

  /// What such a view shows, for whoever has to draw it.
  package var content: String {
    switch self {
    case .global:
      "the device with all that it talks to, inside and outside: update infrastructure, hospital or "
        + "home network, intermediaries, cloud"
    case .multiPatientHarm:
      "how an attack on several devices at once could harm several patients, and how the system "
        + "defends itself and responds"
    case .updateability:
      "the way of an update from its source to the device, with the parts that others operate"
    case .useCase:
      "each function whose compromise can harm, in the states in which it is used"
    case .diagram: "a part of the system"
    }
  }

  /// The kind that a view states; a view without one is a diagram.
  package init(of view: EntityID, in model: Model) {
    self = model.word(view, .kind).flatMap(ViewKind.init) ?? .diagram
  }
}

extension Model {
  /// The views that are drawn, in source order.
  package var shownViews: [EntityID] { all(.view).filter { text($0, .omitted) == nil } }

  /// The profiles that the model is for, by their words.
  package var profiles: [String] { system.map { words($0, .profile) } ?? [] }

  /// The views that only say why there is nothing to show.
  package var omittedViews: [EntityID] { all(.view).filter { text($0, .omitted) != nil } }
}
