// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMComponents
import TMModel
import TMSyntax
import TMThreats

extension CompiledModel {
  /// Which threats and decisions of the model say something about a vulnerability that they name: those that
  /// decide a threat through which somebody could use it.
  package var vulnerabilityAnswers: VulnerabilityAnswers {
    var subjects: [EntityID: Set<EntityID>] = [:]
    for assessed in risks.threats where assessed.threat.status != .open {
      guard assessed.threat.categories.contains(where: \.isOfVulnerabilities) else { continue }
      // A decision that states no status leaves the threat to what answers it.
      for statement in assessed.threat.statements
      where statement == assessed.threat.triage || model.entry(statement, .status) != nil {
        subjects[statement, default: []].insert(assessed.threat.about)
      }
    }
    return VulnerabilityAnswers(model, subjects: subjects)
  }
}

extension ThreatCategory {
  /// Whether an attack on software can be of this kind. That somebody denies what was done, or that people do
  /// not know what is done with their data, is no vulnerability of a component.
  fileprivate var isOfVulnerabilities: Bool {
    switch self {
    case .repudiation, .nonRepudiation, .linking, .identifying, .detecting, .unawareness,
      .nonCompliance:
      false
    case .spoofing, .tampering, .informationDisclosure, .denialOfService, .elevationOfPrivilege,
      .dataDisclosure, .confidentiality, .integrity, .availability, .own:
      true
    }
  }
}
