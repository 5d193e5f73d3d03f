// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMThreats

/// A run of words in a report. All words can come from strangers: a format escapes them.
package enum ReportText: Sendable {
  case words(String)
  case strong(String)
  /// An id, a vector or a piece of a model, as it is written there.
  case code(String)
  /// Words that lead to another place of the report.
  case reference(String, to: ReportAnchor)
  /// An address of the model; only `https:` and `http:` become links.
  case link(String)
  case status(ThreatStatus)
  /// A score from 0.0 to 10.0 with its severity in words.
  case score(Double, severity: String)
  /// A word for a severity: of a score, of harm, of a cell of the risk matrix.
  case level(String)
  case lineBreak

  /// The words alone.
  package var plain: String {
    switch self {
    case .words(let text), .strong(let text), .code(let text), .link(let text), .level(let text),
      .reference(let text, _):
      text
    case .status(let status): status.rawValue
    case .score(let score, let severity): "\(score) \(severity)"
    case .lineBreak: "\n"
    }
  }
}

/// A place that the report can lead to.
package enum ReportAnchor: Hashable, Sendable {
  case chapter(String)
  case section(String)
  /// A threat, by its id.
  case threat(String)
  /// The threats of the register whose facets have all that is given here: of `about`, `categories`
  /// and `zones` one, the rest alike. A format that cannot filter leads to the first of them.
  case threats(ReportFacets)
  /// A declaration of the model, by its path: an element, flow, boundary, asset, control, …
  case declaration(String)
  /// A picture, by its id.
  case picture(String)
}
