// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// The kinds of declaration of the language.
///
/// `threat` is two kinds: inside an element, flow, asset or interface it is the triage of a threat,
/// at the top level of a file it is a threat template.
package enum Keyword: UInt8, CaseIterable, Sendable {
  case model
  case `import`
  case zone
  case category
  case asset
  case hazard
  case boundary
  case external
  case process
  case store
  case interface
  case component
  case flow
  case control
  case requirement
  case verification
  case threat
  case threatTemplate
  case decision
  case matrix
  case row
  case assumption
  case document
  case view
  case rule
  case policy
  case exempt

  /// By their places among the cases, inlined in other modules, which compare them for each declaration.
  @inlinable package static func == (left: Keyword, right: Keyword) -> Bool {
    unsafeBitCast(left, to: UInt8.self) == unsafeBitCast(right, to: UInt8.self)
  }

  /// The word that starts a declaration.
  package var word: String {
    switch self {
    case .model: "model"
    case .import: "import"
    case .zone: "zone"
    case .category: "category"
    case .asset: "asset"
    case .hazard: "hazard"
    case .boundary: "boundary"
    case .external: "external"
    case .process: "process"
    case .store: "store"
    case .interface: "interface"
    case .component: "component"
    case .flow: "flow"
    case .control: "control"
    case .requirement: "requirement"
    case .verification: "verification"
    case .threat, .threatTemplate: "threat"
    case .decision: "decision"
    case .matrix: "matrix"
    case .row: "row"
    case .assumption: "assumption"
    case .document: "document"
    case .view: "view"
    case .rule: "rule"
    case .policy: "policy"
    case .exempt: "exempt"
    }
  }

  /// What a message calls a declaration, with its article: "an external entity".
  package var phrase: String {
    switch self {
    case .asset, .interface, .assumption: "an \(word)"
    case .exempt: "an exemption"
    case .import: "an import"
    case .external: "an external entity"
    case .boundary: "a trust boundary"
    case .store: "a data store"
    case .flow: "a data flow"
    case .threatTemplate: "a threat template"
    case .category: "a threat category"
    case .model, .zone, .hazard, .process, .component, .control, .requirement,
      .verification,
      .threat, .decision, .matrix, .row, .document, .view, .rule, .policy:
      "a \(word)"
    }
  }

  /// Whether a data flow can start or end here.
  package var isElement: Bool {
    switch self {
    case .external, .process, .store: true
    case .model, .import, .zone, .category, .asset, .hazard, .boundary, .interface, .component,
      .flow,
      .control, .requirement, .verification, .threat, .threatTemplate, .decision, .matrix, .row,
      .assumption, .document, .view, .rule, .policy, .exempt:
      false
    }
  }
}

/// A set of keywords, for tests of membership without allocation.
package struct KeywordSet: Hashable, Sendable, ExpressibleByArrayLiteral {
  private let bits: UInt32

  package init(_ keywords: some Sequence<Keyword>) {
    bits = keywords.reduce(0) { $0 | 1 << UInt32($1.rawValue) }
  }

  package init(arrayLiteral elements: Keyword...) { self.init(elements) }

  package func contains(_ keyword: Keyword) -> Bool { bits & 1 << UInt32(keyword.rawValue) != 0 }

  /// The set of some keywords.
  package init(_ keywords: [Keyword]) {
    bits = keywords.reduce(0) { $0 | 1 << UInt32($1.rawValue) }
  }

  package func intersects(_ other: KeywordSet) -> Bool { bits & other.bits != 0 }

  /// The members in the order of declaration of `Keyword`.
  package var members: [Keyword] { Keyword.allCases.filter(contains) }

  package static let elements: KeywordSet = [.external, .process, .store]
  /// What threats and controls can be about.
  package static let subjects: KeywordSet = [
    .external, .process, .store, .interface, .flow, .asset, .boundary,
  ]
  package static let everything: KeywordSet = [
    .zone, .category, .asset, .hazard, .boundary, .external, .process, .store, .interface,
    .component, .flow, .control, .requirement, .verification, .threat, .decision, .matrix,
    .assumption, .document, .view,
  ]
}
