// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax
import TMThreats

/// What a threat concerns: the assets, the boundaries that a flow crosses, and the places where an asset rests
/// or is worked with.
struct Reach {
  private let model: Model
  private let facts: SubjectFacts

  init(_ model: Model) {
    self.model = model
    facts = SubjectFacts(model)
  }

  func of(_ threat: Threat) -> [EntityID] {
    let about = threat.about
    let assets =
      model[about].keyword == .flow ? model.carried(on: threat.subject) : facts.assets(of: about)
    let places = model.stores(of: about) + model.handlers(of: about)
    return assets + places + facts.boundaries(of: threat.subject)
  }
}
