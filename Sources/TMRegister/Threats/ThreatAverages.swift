// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRatings
import TMRisk
import TMScoring
import TMThreats
import TMWriting

/// What the letters of categories stand for.
enum CategoryLegend {
  static func text(_ categories: [ThreatCategory], width: Int) -> String {
    let letters = categories.map { "\($0.abbreviation) \($0.rawValue)" }
    return TextWrapping.lines(of: letters.joined(separator: ", "), width: width)
      .map { $0 + "\n" }.joined()
  }
}

/// How dense the threats of a model are.
enum ThreatAverages {
  /// "per element 9.3 (4 elements), per flow that crosses a boundary 7.8 (4 flows)": all threats
  /// over the elements, and those about crossing flows over these.
  static func line(_ summary: ThreatSummary) -> String {
    let elements = summary.elements.count
    let flows = summary.crossingFlows.count
    let onFlows = summary.crossingFlows.reduce(0) { $0 + $1.total }
    return "per element \(average(summary.total, elements)) (\(elements) "
      + (elements == 1 ? "element" : "elements")
      + "), per flow that crosses a boundary \(average(onFlows, flows)) (\(flows) "
      + (flows == 1 ? "flow)" : "flows)")
  }

  /// The mean with one digit, rounded half up; `0.0` of nothing.
  static func average(_ total: Int, _ count: Int) -> String {
    guard count > 0 else { return "0.0" }
    let tenths = (total * 20 + count) / (count * 2)
    return "\(tenths / 10).\(tenths % 10)"
  }
}

extension ThreatStatus {
  /// The colour of the status; the word says the same.
  var style: TerminalStyle? {
    switch self {
    case .open: .error
    case .accepted, .transferred: .warning
    case .mitigated, .avoided: .secondary
    case .notApplicable: .frame
    }
  }
}
