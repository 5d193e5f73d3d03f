// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMDocument
import TMTestSupport
import TMThreats
import Testing

/// What figures count is what the register has.
@Suite("Figures of the report")
struct FigureTests {
  @Test(
    "every threat has its place in the risk matrix, or none", arguments: CompiledSample.examples)
  func matrix(_ example: String) throws {
    let source = try ReportSample(example: example).source
    let figure = RiskMatrixFigure(source)
    let cells = figure.rows.flatMap(\.cells)
    #expect(cells.count == figure.rows.count * figure.columns.count)
    let now = cells.flatMap(\.after)
    #expect(Set(now).count == now.count)
    #expect(Set(now + figure.unplaced) == Set(source.register.threats.map(\.id)))
    for assessed in source.risks.threats {
      guard let risk = assessed.currentRisk else { continue }
      #expect(cells.contains { $0.word == risk && $0.after.contains(assessed.threat.id) })
    }
  }

  @Test(
    "every threat has a severity in its zones, or is not rated", arguments: CompiledSample.examples)
  func severities(_ example: String) throws {
    let source = try ReportSample(example: example).source
    let rows = SeverityFigure(source).rows
    for row in rows { #expect(row.total > 0) }
    let all = rows.flatMap { $0.after.flatMap(\.threats) + $0.unrated }
    #expect(Set(all) == Set(source.register.threats.map(\.id)))
  }

  @Test("every threat stands in the row of what it is about", arguments: CompiledSample.examples)
  func coverage(_ example: String) throws {
    let source = try ReportSample(example: example).source
    let figure = CoverageFigure(source)
    let own = figure.groups.flatMap(\.rows).flatMap(\.cells).flatMap { cell in
      guard case .threats(let threats) = cell else { return [String]() }
      return threats.ids
    }
    #expect(Set(own) == Set(source.register.threats.map(\.id)))
    // One cell of the ankle monitor has neither a threat nor a reason that can be said.
    #expect(figure.gaps <= (example == "ankle-monitor" ? 1 : 0))
  }

  @Test("every threat is on a way through the trace", arguments: CompiledSample.examples)
  func trace(_ example: String) throws {
    let source = try ReportSample(example: example).source
    let figure = TraceFigure(source)
    #expect(Set(figure.chains.compactMap(\.threat)) == Set(source.register.threats.map(\.id)))
    for chain in figure.chains {
      let columns = chain.nodes.map { figure.nodes[$0].column.rawValue }
      #expect(zip(columns, columns.dropFirst()).allSatisfy(<))
    }
  }

  @Test("where nothing is rated, a figure says so")
  func absence() throws {
    let source = try ReportSample(
      """
      external nurse
      boundary pump { process control }
      flow nurse -> control { crosses: pump }
      """
    ).source
    #expect(RiskMatrixFigure(source).absence != nil)
    #expect(SeverityFigure(source).absence != nil)
    #expect(CoverageFigure(source).absence == nil)
    #expect(TraceFigure(source).nodes.contains { $0.kind == .gap && $0.title == "Open" })
  }

  @Test("the reason why there is no threat is a sentence for a reader")
  func reasons() throws {
    let sample = try ReportSample(
      """
      model "m" { method: stride-per-element }
      policy { store-denial: off }
      process outside { in-scope: no }
      external nurse
      store s
      """)
    let figure = CoverageFigure(sample.source)
    #expect(figure.reasons.contains { $0.hasPrefix("Out of scope") })
    #expect(figure.reasons.contains("Turned off by policy: `store-denial`."))
    #expect(
      figure.reasons.contains(
        "Not of this method: STRIDE does not ask about spoofing of a data store."))
    #expect(figure.reasons.allSatisfy { $0.hasSuffix(".") })
  }

  @Test("a cell without threats has the reason that is true of it")
  func reasonOfCell() throws {
    let figure = CoverageFigure(
      try ReportSample(
        """
        model "m" { method: stride-per-element }
        policy { store-denial: off }
        process outside { in-scope: no }
        external nurse
        store s
        """
      ).source)
    func reason(_ path: String, _ category: ThreatCategory) throws -> String {
      let row = try #require(figure.groups.flatMap(\.rows).first { $0.path == path })
      let column = try #require(figure.categories.firstIndex(of: category))
      guard case .absent(let place) = row.cells[column] else { return "\(row.cells[column])" }
      return figure.reasons[place]
    }
    #expect(try reason("outside", .spoofing).hasPrefix("Out of scope"))
    #expect(try reason("s", .denialOfService) == "Turned off by policy: `store-denial`.")
    #expect(try reason("s", .spoofing).hasPrefix("Not of this method"))
  }

  @Test("a process that no template asks about and no flow reaches is a gap")
  func gap() throws {
    let figure = CoverageFigure(try ReportSample("process p\nprocess q\nflow q -> q\n").source)
    #expect(figure.gaps > 0)
  }
}
