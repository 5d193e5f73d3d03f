// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// The names of all properties; which declaration takes which is in `Schema`.
package enum Property: String, CaseIterable, Sendable {
  case about
  case accept
  case acceptable
  case access
  case accountability
  case actor
  case advice
  case answeredBy = "answered-by"
  case answeredWith = "answered-with"
  case answers
  case appliesTo = "applies-to"
  case approve
  case approver
  case attack
  case authenticated
  case availability
  case because
  case benefitRisk = "benefit-risk"
  case capability
  case capabilityLevel = "capability-level"
  case capec
  case carries
  case category
  case cells
  case channel
  case `class`
  case columns
  case confidentiality
  case consequence
  case content
  case controls
  case covers
  case cpe
  case credentials
  case crosses
  case crypto
  case cve
  case cwe
  case date
  case depth
  case disabled
  case documentNumber = "document-number"
  case encrypted
  case endOfSupport = "end-of-support"
  case exclude
  case exploitability
  case exposes
  case format
  case foundational
  case from
  case function
  case handOff = "hand-off"
  case handles
  case harm
  case holds
  case human
  case identity
  case inScope = "in-scope"
  case include
  case integrity
  case intendedUse = "intended-use"
  case kind
  case like
  case link
  case log
  case matrix
  case mechanism
  case method
  case mitigates
  case multiPatient = "multi-patient"
  case newRisks = "new-risks"
  case omitted
  case onError = "on-error"
  case over
  case overlay
  case owasp
  case owner
  case physical
  case port
  case precondition
  case privilege
  case profile
  case protects
  case `protocol`
  case purl
  case replaces
  case require
  case residual
  case residualExploitability = "residual-exploitability"
  case reviewBy = "review-by"
  case roles
  case safetyImpact = "safety-impact"
  case satisfies
  case scenario
  case score
  case scoring
  case securityLevel = "security-level"
  case session
  case settings
  case severity
  case state
  case status
  case supplier
  case support
  case tags
  case technology
  case transferredTo = "transferred-to"
  case treatment
  case trust
  case until
  case verifiedAt = "verified-at"
  case verifiedBy = "verified-by"
  case version
  case via
  case violates
  case vulnerability
  case was
  case ways
  case when
  case `where`
  case zone

  package var word: String { rawValue }

  /// Its place among the cases, of which there are fewer than 256: a byte is all that is stored of it.
  ///
  /// Read as it is stored, since properties are compared a million times in one run.
  @inlinable package var place: UInt8 { unsafeBitCast(self, to: UInt8.self) }

  /// By its place among the cases: as an enumeration of strings it would compare its text.
  @inlinable package static func == (left: Property, right: Property) -> Bool {
    left.place == right.place
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(place) }

  private static let byWord = Dictionary(
    uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })

  private static let cases = allCases
  private static let table = WordTable(allCases.map(\.rawValue))

  /// The property of a name.
  package init?(word: String) {
    guard let property = Self.byWord[word] else { return nil }
    self = property
  }

  /// The property of a name as it stands in a text.
  package init?(_ bytes: ArraySlice<UInt8>) {
    guard let place = Self.table.place(bytes) else { return nil }
    self = Self.cases[place]
  }
}

extension Property {
  /// Whether its numbers count something, so that a fraction of one is a mistake.
  package var isWhole: Bool {
    [.port, .cwe, .capec].contains(self)
  }
}
