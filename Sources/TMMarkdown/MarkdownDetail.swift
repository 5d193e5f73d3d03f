// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMDocument

/// Which details a text has room for.
enum MarkdownDetail: CaseIterable {
  case all
  /// Those of threats that are open, or that a person decided about.
  case decided
  /// Those of everything but threats.
  case others
  case none

  /// What the reader is told.
  var note: String? {
    switch self {
    case .all: nil
    case .decided: "The details of mitigated threats are left out, \(Self.reason)"
    case .others: "The details of threats are left out, \(Self.reason)"
    case .none: "All details are left out, \(Self.reason)"
    }
  }

  private static let reason =
    "since GitHub shows no longer page. `tm report -o report.md` gives large chapters files of their "
    + "own, and HTML has no such limit."

  /// Whether a row shows its details.
  func shows(_ row: ReportTable.Row) -> Bool {
    switch self {
    case .all: return true
    case .decided:
      guard let facets = row.facets else { return true }
      return facets.status != "mitigated" || facets.acceptance == .unacceptable
    case .others: return row.facets == nil
    case .none: return false
    }
  }
}
