// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRisk
import TMThreats
import TMWriting

/// A line for each end of a trace, with the number of links behind it: of assets forwards, of evidence
/// backwards. Ends with a gap come first.
struct TraceOverview {
  /// So many chains are shown themselves.
  static let few = 24
  /// So many lines; ends with a gap are never left out.
  private static let listLimit = 40
  static let remark =
    "`--all` shows each chain, `--gaps` those with a gap, `--from ID` those through one link"

  let table: TerminalTable
  /// The ends that the table leaves out; none of them has a gap.
  let omitted: Int

  init(_ selection: TraceSelection, in model: Model) {
    let isForwards = selection.direction == .forwards
    var table = TerminalTable(
      isForwards
        ? [
          .init("from"), .init("threats", .right), .init("open", .right),
          .init("controls", .right), .init("requirements", .right),
          .init("passed", .right), .init("gaps", .right),
        ]
        : [
          .init("evidence"), .init("result"), .init("requirements", .right),
          .init("controls", .right), .init("threats", .right), .init("assets", .right),
          .init("gaps", .right),
        ])
    let rows =
      isForwards
      ? selection.chains.grouped(by: \.asset).map { Self.forwards($0, selection.trace, model) }
      : selection.chains.grouped(by: \.evidence).map { Self.backwards($0, selection.trace, model) }
    let withGaps = rows.filter { $0.gaps > 0 }
    let withoutGaps = rows.filter { $0.gaps == 0 }
    let shown = withGaps + withoutGaps.prefix(max(Self.listLimit - withGaps.count, 0))
    for row in shown { table.append(row.cells + [Self.gapCell(row.gaps)]) }
    self.table = table
    omitted = rows.count - shown.count
  }

  private typealias Row = (cells: [TerminalTable.Cell], gaps: Int)

  private static func forwards(
    _ group: (key: EntityID?, members: [TraceChain]), _ trace: Trace, _ model: Model
  ) -> Row {
    let threats = Set(group.members.compactMap(\.threat))
    let open = threats.count { trace.threats[$0].threat.status == .open }
    let cells = [
      TerminalTable.Cell(group.key.map(model.path) ?? "what no threat leads to", .strong),
      count(threats), TerminalTable.Cell(String(open), open > 0 ? .error : nil),
      count(group.members.map(\.control)), count(group.members.map(\.requirement)),
      passed(group.members.compactMap(\.evidence), model),
    ]
    return (cells, gaps(group.members, trace))
  }

  private static func backwards(
    _ group: (key: Evidence?, members: [TraceChain]), _ trace: Trace, _ model: Model
  ) -> Row {
    let result = group.key.map { model.result(of: $0).rawValue }
    let cells = [
      TerminalTable.Cell(group.key.map(model.name) ?? "no verification", .strong),
      TerminalTable.Cell(result ?? "–"), count(group.members.map(\.requirement)),
      count(group.members.map(\.control)), count(group.members.map(\.threat)),
      count(group.members.map(\.asset)),
    ]
    return (cells, gaps(group.members, trace))
  }

  private static func count(_ links: some Sequence<(some Hashable)?>) -> TerminalTable.Cell {
    TerminalTable.Cell(String(Set(links.lazy.compactMap { $0 }).count))
  }

  /// The evidence that passed, and beside it how much is named where some did not: "1 of 3".
  private static func passed(_ named: [Evidence], _ model: Model) -> TerminalTable.Cell {
    let evidence = Set(named)
    let passed = evidence.count { model.result(of: $0) == .passed }
    let failed = evidence.contains { model.result(of: $0) == .failed }
    return TerminalTable.Cell(
      passed == evidence.count ? "\(passed)" : "\(passed) of \(evidence.count)",
      failed ? .error : nil)
  }

  private static func gaps(_ chains: [TraceChain], _ trace: Trace) -> Int {
    Set(chains.flatMap(trace.gaps(of:))).count
  }

  private static func gapCell(_ count: Int) -> TerminalTable.Cell {
    count == 0 ? TerminalTable.Cell("–") : TerminalTable.Cell("✗ \(count)", .error)
  }
}
