// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// What is known of a category of threat: what to ask, what to do, and where to read on.
///
/// The names are those of CWE, CAPEC 3.9 and MITRE ATT&CK (Enterprise and ICS, version of 2025-11-13).
/// Which of them belongs to which category is the judgement of this project: no standard maps them.
package struct CategoryFacts: Sendable {
  package let category: ThreatCategory
  /// What somebody who goes through the model asks of each part.
  package let question: String
  /// What is usually done about it, the strongest first.
  package let measures: [String]
  /// Weaknesses (CWE), by number.
  package let cwe: KeyValuePairs<Int, String>
  /// Attack patterns (CAPEC), by number.
  package let capec: KeyValuePairs<Int, String>
  /// Techniques of ATT&CK for Enterprise, by id: the side of hospital, cloud and company.
  package let attackEnterprise: KeyValuePairs<String, String>
  /// Techniques of ATT&CK for ICS, by id: the side of the device.
  package let attackICS: KeyValuePairs<String, String>

  /// Of every category, in the order of listings.
  package static let all: [CategoryFacts] = stride + linddun + cia
}

extension ThreatCategory {
  /// Whether a model declares it, beside those of the methods.
  package var isOwn: Bool { if case .own = self { true } else { false } }

  /// The method that the category belongs to; `own` of one that a model declares.
  package var methodName: String {
    if isOwn { return "own" }
    if Self.stride.contains(self) { return "STRIDE" }
    return Self.linddun.contains(self) ? "LINDDUN" : "CIA"
  }
}
