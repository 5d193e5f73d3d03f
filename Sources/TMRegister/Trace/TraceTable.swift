// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRisk
import TMThreats
import TMWriting

/// Prints a trace for a terminal: forwards, assets with their threats and a row for each control;
/// backwards, verifications with what they lead back to. `✗` marks gaps, which the end lists. Of many
/// chains it shows how many there are behind each asset or verification.
package struct TraceTable {
  /// How many places of one kind of gap the end lists; all of them are marked above it.
  private static let listLimit = 16

  private let selection: TraceSelection
  private let trace: Trace
  private let model: Model
  private let facts: TraceFacts
  private let width: Int
  private let colouring: Colouring
  private let nameWidths: (id: Int, category: Int, status: Int)
  private var lines: TraceLines

  /// - Parameter isWhole: whether each chain is shown, however many there are.
  package static func text(
    of selection: TraceSelection, in model: Model, isWhole: Bool, width: Int, colouring: Colouring
  ) -> String {
    var table = TraceTable(selection, model, width, colouring)
    let isShort = !isWhole && selection.chains.count > TraceOverview.few
    switch selection.direction {
    case _ where isShort: table.writeOverview()
    case .forwards: table.writeForwards()
    case .backwards: table.writeBackwards()
    }
    table.writeSummary()
    if isShort { table.lines.line(0, [Piece(TraceOverview.remark, .frame)]) }
    return table.lines.text
  }

  private init(
    _ selection: TraceSelection, _ model: Model, _ width: Int, _ colouring: Colouring
  ) {
    self.selection = selection
    self.model = model
    self.width = width
    self.colouring = colouring
    trace = selection.trace
    nameWidths = Self.nameWidths(selection, max(width, 40))
    facts = TraceFacts(model)
    lines = TraceLines(width: width, colouring: colouring)
  }

  private typealias Piece = TraceLines.Piece

  private mutating func writeOverview() {
    let overview = TraceOverview(selection, in: model)
    lines.table(overview.table)
    if overview.omitted > 0 {
      lines.line(0, [Piece("and \(overview.omitted) more, without a gap", .frame)])
    }
  }

  // MARK: - Forwards

  /// A control, a requirement and all that verifies it: a row under a threat.
  private struct Row: Hashable {
    let measure: Measure?
    let requirement: EntityID?
  }

  private mutating func writeForwards() {
    let widths = columnWidths()
    var firstPlaces: [Int: EntityID] = [:]
    for group in selection.chains.grouped(by: \.asset) {
      lines.blank()
      guard let asset = group.key else {
        lines.line(0, [Piece("what no threat leads to", .strong)])
        writeRows(group.members, widths)
        continue
      }
      lines.line(0, heading(asset))
      for threat in group.members.grouped(by: \.threat) {
        guard let index = threat.key else { continue }
        if let place = firstPlaces[index] {
          lines.line(2, named(index) + [Piece("see \(model.path(place))", .frame)])
          continue
        }
        firstPlaces[index] = asset
        let weights = facts.weights(trace.threats[index])
        lines.line(2, named(index) + [Piece(weights), gapMark(.threat(index))])
        writeRows(threat.members, widths)
      }
    }
  }

  private mutating func writeRows(_ chains: [TraceChain], _ widths: [Int]) {
    for row in chains.grouped(by: { Row(measure: $0.measure, requirement: $0.requirement) }) {
      let evidence = row.members.compactMap(\.evidence).map(text).joined(separator: ", ")
      switch row.key.measure {
      case .property?:
        lines.line(4, [Piece(row.key.measure.map(facts.name) ?? "", .secondary)])
      case .control?, nil:
        if row.key.measure == nil, row.key.requirement == nil, evidence.isEmpty { continue }
        lines.row(
          4,
          [
            Piece(text(control: row.members.first?.control), .secondary),
            Piece(text(requirement: row.key.requirement)), Piece(evidence),
          ], widths)
      }
    }
  }

  /// The widths of the columns of controls and requirements; evidence takes the rest.
  private func columnWidths() -> [Int] {
    var widths = [0, 0]
    for chain in selection.chains {
      widths[0] = max(widths[0], TerminalText.width(of: text(control: chain.control)))
      widths[1] = max(widths[1], TerminalText.width(of: text(requirement: chain.requirement)))
    }
    let room = max(width, 40) - 8
    return [min(widths[0], room * 2 / 5), min(widths[1], room * 3 / 10), 0]
  }

  private func text(control: EntityID?) -> String {
    guard let control else { return "–" }
    let status = model.isInPlace(control: control) ? "" : " (\(facts.status(ofControl: control)))"
    return model.path(control) + status + sign(.declaration(control))
  }

  private func text(requirement: EntityID?) -> String {
    guard let requirement else { return "–" }
    return model.path(requirement) + sign(.declaration(requirement))
  }

  private func text(_ evidence: Evidence) -> String {
    guard case .declared(let verification) = evidence else { return model.name(of: evidence) }
    let result = model.result(of: evidence)
    return model.path(verification) + (result == .passed ? "" : " (\(result.rawValue))")
      + sign(.declaration(verification))
  }

  private func sign(_ place: TraceGap.Place) -> String { trace.gaps(at: place).isEmpty ? "" : " ✗" }

  private func gapMark(_ place: TraceGap.Place) -> Piece {
    let gaps = trace.gaps(at: place).map { "✗ \($0.kind.text)" }
    return Piece(gaps.joined(separator: ", "), .error)
  }

  private func heading(_ id: EntityID) -> [Piece] {
    [Piece(model.path(id), .strong), Piece(model.ownTitle(id) ?? "")]
  }

  private func named(_ index: Int) -> [Piece] {
    let threat = trace.threats[index].threat
    return [
      Piece(padded(threat.id, nameWidths.id)),
      Piece(padded(threat.category.abbreviation, nameWidths.category)),
      Piece(padded(threat.status.rawValue, nameWidths.status), threat.status.style),
    ]
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(width - TerminalText.width(of: text), 0))
  }

  /// The widths of what names a threat, so that names stand below each other; an id longer than
  /// half a line pushes the rest to the right.
  private static func nameWidths(
    _ selection: TraceSelection, _ width: Int
  ) -> (id: Int, category: Int, status: Int) {
    let threats = Set(selection.chains.compactMap(\.threat)).map {
      selection.trace.threats[$0].threat
    }
    let widest = { (words: [String]) in words.map { TerminalText.width(of: $0) }.max() ?? 0 }
    return (
      min(widest(threats.map(\.id)), width * 2 / 5),
      widest(threats.map(\.category.abbreviation)), widest(threats.map(\.status.rawValue))
    )
  }

  // MARK: - Backwards

  private mutating func writeBackwards() {
    for evidence in selection.chains.grouped(by: \.evidence) {
      lines.blank()
      lines.line(0, heading(evidence.key))
      for requirement in evidence.members.grouped(by: \.requirement) {
        lines.line(2, described(requirement.key, "no requirement"))
        for measure in requirement.members.grouped(by: \.measure) {
          lines.line(4, described(measure.key))
          for threat in measure.members.grouped(by: \.threat) {
            guard let index = threat.key else { continue }
            let assets = threat.members.compactMap(\.asset).map(model.path)
            let about = Piece(assets.joined(separator: ", "), .frame)
            lines.line(6, named(index) + [about, gapMark(.threat(index))])
          }
        }
      }
    }
  }

  private func heading(_ evidence: Evidence?) -> [Piece] {
    switch evidence {
    case nil: return [Piece("no verification", .strong)]
    case .elsewhere(let text)?: return [Piece(text, .strong)]
    case .declared(let id)?:
      let result = model.result(of: .declared(id)).rawValue
      let date = model.date(id, .date)?.description
      let facts = [model.word(id, .method), result, date].compactMap { $0 }.joined(separator: " ")
      return heading(id) + [Piece(facts), gapMark(.declaration(id))]
    }
  }

  private func described(_ measure: Measure?) -> [Piece] {
    switch measure {
    case .control(let control)?: described(control, "")
    case .property?: [Piece(measure.map(facts.name) ?? "", .secondary)]
    case nil: [Piece("no control", .frame)]
    }
  }

  private func described(_ id: EntityID?, _ absence: String) -> [Piece] {
    guard let id else { return [Piece(absence, .frame)] }
    return [
      Piece(model.path(id), .secondary), Piece(model.ownTitle(id) ?? ""),
      Piece(model.word(id, .status) ?? ""), gapMark(.declaration(id)),
    ]
  }

  // MARK: - Summary

  private mutating func writeSummary() {
    lines.blank()
    let count = { (keyword: String, number: Int) in
      "\(number) \(keyword)\(number == 1 ? "" : "s")"
    }
    let chains = selection.chains
    let threats = Set(chains.compactMap(\.threat)).count
    let controls = Set(chains.compactMap(\.control)).count
    let requirements = Set(chains.compactMap(\.requirement)).count
    let evidence = Set(chains.compactMap(\.evidence)).count
    let parts = [
      count("threat", threats), count("control", controls), count("requirement", requirements),
      count("verification", evidence),
    ]
    let gaps = selection.gaps
    let total = gaps.isEmpty ? "no gap" : count("gap", gaps.count)
    let words = (parts + [total]).joined(separator: ", ")
    lines.line(0, [Piece(words, gaps.isEmpty ? .strong : .error)])
    for kind in TraceGap.Kind.allCases {
      let found = gaps.filter { $0.kind == kind }
      if found.isEmpty { continue }
      lines.line(2, [Piece("✗ \(kind.text) (\(found.count), \(kind.rawValue))", .error)])
      let names = found.prefix(Self.listLimit).map { trace.name(of: $0.place, in: model) }
      let rest = found.count - names.count
      lines.list(6, names + (rest > 0 ? ["and \(rest) more"] : []))
    }
  }
}

extension Array {
  /// The runs of neighbours that share a key.
  func grouped<Key: Equatable>(
    by key: (Element) -> Key
  ) -> [(key: Key, members: [Element])] {
    var groups: [(key: Key, members: [Element])] = []
    // Only the key is looked at: a copy of the last group would make every addition copy its members.
    var current: Key?
    for element in self {
      let own = key(element)
      if current == own {
        groups[groups.count - 1].members.append(element)
      } else {
        groups.append((own, [element]))
        current = own
      }
    }
    return groups
  }
}
