// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// One metric of a version of CVSS, with its values.
package struct CVSSMetric: Sendable {
  /// The groups of metrics.
  package enum Group: String, CaseIterable, Sendable {
    /// What does not change over time and place; all of its metrics are mandatory.
    case base
    /// What changes over time; version 4.0 calls the group "threat".
    case temporal
    /// What depends on where the system is used.
    case environmental
    /// What says more and never changes a score; version 4.0 only.
    case supplemental
  }

  /// A value that a metric can have.
  package struct Value: Sendable {
    /// As a vector writes it: "N".
    package let name: String
    /// In a word or two: "network".
    package let word: String
    /// What it means, in our own words.
    package let meaning: String

    init(_ name: String, _ word: String, _ meaning: String) {
      self.name = name
      self.word = word
      self.meaning = meaning
    }
  }

  /// As a vector writes it: "AV".
  package let name: String
  /// Lower case: "attack vector".
  package let title: String
  package let group: Group
  /// The most harmful first; "not defined" is not among them.
  package let values: [Value]

  init(_ name: String, _ title: String, _ group: Group, _ values: [Value]) {
    self.name = name
    self.title = title
    self.group = group
    self.values = values
  }

  package var isMandatory: Bool { group == .base }

  /// The environmental metric with the values of a base metric.
  func modified() -> CVSSMetric {
    CVSSMetric("M" + name, "modified " + title, .environmental, values)
  }
}
