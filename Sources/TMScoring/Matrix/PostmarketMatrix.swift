// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

extension RiskMatrix {
  /// Exploitability × severity of patient harm, after section VI of the FDA guidance "Postmarket
  /// Management of Cybersecurity in Medical Devices" (28 December 2016).
  ///
  /// The guidance names the axes, takes the severities from ISO 14971:2007, and asks for a result
  /// that is controlled or uncontrolled. It shows a gradient and leaves the cells to the
  /// manufacturer: these are a proposal of this program, printed with `cellsNote`.
  package static let fdaPostmarket = RiskMatrix(
    checkedTitle: "Exploitability × severity of patient harm (FDA postmarket guidance, 2016)",
    columns: ["negligible", "minor", "serious", "critical", "catastrophic"],
    rows: [
      Row(name: "high", cells: cells(controlled: 1)),
      Row(name: "medium", cells: cells(controlled: 2)),
      Row(name: "low", cells: cells(controlled: 3)),
    ],
    acceptable: ["controlled"])

  /// What is to be said wherever cells are shown.
  package static let cellsNote =
    "the cells are manufacturer-defined: the guidance leaves them to your own process; these are "
    + "a proposal to start from"

  private static func cells(controlled count: Int) -> [String] {
    (0..<5).map { $0 < count ? "controlled" : "uncontrolled" }
  }
}
