// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel

/// Which threats of one method say already what another method would ask.
struct MethodCover {
  private let choice: MethodChoice

  init(_ choice: MethodChoice) { self.choice = choice }

  /// The place of the threat found already that violates the same property of the same thing.
  func index(of template: ThreatTemplate, _ subject: Subject, in found: [Threat]) -> Int? {
    let isCIA = template.methods == [.cia]
    let category = isCIA ? template.category.twin : template.category
    return found.firstIndex { threat in
      guard let other = threat.template, other.category == category,
        isCIA || !choice.isCoarse(other)
      else { return false }
      return threat.subject == subject || other.ways == .once
    }
  }

  /// The name of a threat of STRIDE to an interface, beside which the general question of CIA about that interface
  /// says nothing more: each kind of interface has questions of its own, under whatever category.
  func near(_ template: ThreatTemplate, _ subject: Subject, in found: [Threat]) -> String? {
    guard template.isBuiltIn, template.methods == [.cia], template.appliesTo.contains(.interface)
    else { return nil }
    return found.first { threat in
      threat.subject == subject && threat.template?.isBuiltIn == true
        && threat.template?.methods.contains(.cia) == false
    }?.name
  }
}

/// Which threats of CIA to a store are asked of what it holds.
struct AtRestCover {
  private let model: Model
  private var byAsset: [EntityID: [ThreatCategory: String]] = [:]

  init(_ threats: [Threat], _ model: Model) {
    self.model = model
    for threat in threats where model[threat.about].keyword == .asset {
      guard let template = threat.template, template.isBuiltIn, template.methods != [.cia] else {
        continue
      }
      byAsset[threat.about, default: [:]][threat.category] = threat.id
    }
  }

  /// The id of the threat to an asset that says the same; nil where somebody decided about the store itself.
  func cover(of threat: Threat) -> String? {
    guard let template = threat.template, template.isBuiltIn, template.methods == [.cia],
      threat.triage == nil, model[threat.about].keyword == .store,
      let twin = template.category.twin
    else { return nil }
    let held = model.references(threat.about, .holds).filter { byAsset[$0]?[twin] != nil }
    return held.first.flatMap { byAsset[$0]?[twin] }
  }
}
