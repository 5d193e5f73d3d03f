// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMDocument
import TMRegister

/// What the parts of the page are written into, and what they collect for the script and the style
/// sheet.
struct HTMLPage {
  let document: ReportDocument
  let source: ReportSource
  let medium: HTMLMedium
  let anchors: HTMLAnchors
  var html = HTMLWriter()
  /// The threats that numbers of figures lead to.
  private(set) var sets: [ThreatSet] = []
  /// The numbers by whose proportion bars are as long as they are: the style sheet has a rule for each.
  private(set) var lengths: Set<Int> = []
  /// Heads of the columns of each table, for rows that stand as cards on a narrow screen.
  private(set) var heads: [(table: String, columns: [String])] = []
  private(set) var traces: [TraceFigure] = []

  /// Threats that a number counts.
  struct ThreatSet {
    /// What they have in common, for a reader.
    let label: String
    let ids: [String]
  }

  init(_ document: ReportDocument, _ source: ReportSource, _ medium: HTMLMedium) {
    self.document = document
    self.medium = medium
    self.source = source
    anchors = HTMLAnchors(document, source.pictures)
  }

  /// A link to some threats: without the script to the register, with it to these alone.
  mutating func link(
    to ids: [String], label: String, classes: String, _ body: (inout HTMLWriter) -> Void
  ) {
    sets.append(ThreatSet(label: label, ids: ids))
    let attributes: HTMLWriter.Attributes = [
      "class": classes, "href": anchors.target(.chapter("register")) ?? "#content",
      "data-set": String(sets.count - 1),
    ]
    html.element("a", attributes, body)
  }

  /// The class that makes an element as long as its number, beside others in a row.
  mutating func length(_ number: Int) -> String {
    lengths.insert(number)
    return "n\(number)"
  }

  mutating func note(heads columns: [String], of table: String) {
    heads.append((table, columns))
  }

  /// Keeps a graph for the script; its place.
  mutating func keep(_ trace: TraceFigure) -> Int {
    traces.append(trace)
    return traces.count - 1
  }
}
