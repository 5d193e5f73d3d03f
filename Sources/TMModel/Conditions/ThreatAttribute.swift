// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax

/// The values of a threat that a condition about threats can use: in `accept`, `require` and
/// `covers`.
package enum ThreatAttribute: Hashable, Sendable {
  /// A property of its triage, or else of the decision that covers it.
  case stated(Property)
  case computed(ComputedThreatAttribute)

  static func row(_ name: String) -> AttributeTable.Row? {
    if let computed = ComputedThreatAttribute(rawValue: name) {
      return AttributeTable.Row(attribute: .threat(.computed(computed)), shape: computed.shape)
    }
    guard let property = Property(word: name),
      let spec = Schema.spec(of: .threat).spec(of: property)
    else { return nil }
    return AttributeTable.Row(
      attribute: .threat(.stated(property)), shape: AttributeTable.shape(spec.type))
  }

  static var names: Set<String> {
    let properties = Schema.spec(of: .threat).properties + Schema.common
    return Set(
      properties.map(\.property.word) + ComputedThreatAttribute.allCases.map(\.rawValue))
  }
}

/// The values that the program computes of a threat; they win over a property of the same name.
package enum ComputedThreatAttribute: String, CaseIterable, Sendable {
  case id
  case name
  case about
  case category
  case method
  case status
  case treatment
  case score
  case initialScore = "initial-score"
  case residual
  case severity
  case exploitability
  case risk
  case harm
  case harmSeverity = "harm-severity"
  case multiPatient = "multi-patient"
  case zone
  case crosses
  case assets
  case controls

  var shape: Shape {
    switch self {
    case .id: .text
    case .name, .risk: .words(nil, controls: false)
    case .about: .entity(.subjects)
    case .category: .words(.threatCategories, controls: false)
    case .method: .words(.methods, controls: false)
    case .status: .words(.threatStatuses, controls: false)
    case .treatment: .words(.treatments, controls: false)
    case .score, .initialScore, .residual: .number
    case .severity: .words(.severityBands, controls: false)
    case .exploitability: .words(.exploitabilities, controls: false)
    case .harm: .entities([.hazard])
    case .harmSeverity: .words(.harmSeverities, controls: false)
    case .multiPatient: .boolean
    case .zone: .words(.zones, controls: false)
    case .crosses: .entities([.boundary])
    case .assets: .entities([.asset])
    case .controls: .entities([.control])
    }
  }

  /// One sentence for the language reference.
  package var documentation: String {
    switch self {
    case .id: "The id of the threat."
    case .name:
      "The last part of its id; the way back of a flow counts with and without `-reverse`."
    case .about: "What the threat is about."
    case .category: "Its categories."
    case .method: "The methods that find it."
    case .status:
      "What became of it; in `covers`, what it would be without decisions and triage."
    case .treatment: "How its risk is treated, as stated or by its status."
    case .score: "The score that counts now: the residual one, or the initial one without it."
    case .initialScore: "Its score before measures."
    case .residual: "Its score after measures."
    case .severity: "The severity of `score` in words."
    case .exploitability: "How easily it is exploited now, as stated or from its vector."
    case .risk: "The cell of the risk matrix that it falls into now."
    case .harm: "The hazards that it, its asset or its flow can lead to."
    case .harmSeverity: "The worst severity of these hazards; without one, less than each."
    case .multiPatient: "Whether one of them can harm several patients at once."
    case .zone: "The zone of what it is about; of a flow, those of both ends."
    case .crosses: "The trust boundaries that its flow crosses."
    case .assets: "The assets that are carried, held, handled or exposed by what it is about."
    case .controls: "The controls in place that apply to it."
    }
  }
}

/// A threat as a condition sees it.
package protocol ThreatSubject: Sendable {
  /// What the threat is about.
  var about: Subject { get }
  /// Its triage and the decision that covers it: of a property, the first that states it counts.
  var statements: [EntityID] { get }
  func words(_ attribute: ComputedThreatAttribute) -> [String]
  func number(_ attribute: ComputedThreatAttribute) -> Double?
  func entities(_ attribute: ComputedThreatAttribute) -> [EntityID]
  /// The id of the threat.
  var id: String { get }
  /// The ids that it had before something was renamed.
  var formerIDs: [String] { get }
  var isMultiPatient: Bool { get }
}

extension Model {
  /// The first of some declarations that states a property.
  package func first(_ statements: [EntityID], stating property: Property) -> EntityID? {
    statements.first { entry($0, property) != nil }
  }
}
