// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRisk
import TMWriting

/// A table of the report: a sheet of the workbook, or a file of comma-separated values.
package enum ReportSheet: String, CaseIterable, Sendable {
  case summary
  case register
  case trace
  case controls
  case requirements
  case verifications
  case assets
  case elements
  case boundaries
  case interfaces
  case components
  case flows
  case hazards
  case assumptions
  case decisions

  /// What a reader sees: "Register".
  package var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
}

/// Makes the tables of one report.
package struct ReportSheets {
  private let book: DataBook

  package init(_ source: ReportSource) { book = DataBook(source) }

  package func sheet(_ kind: ReportSheet) -> Sheet {
    let name = kind.rawValue
    switch kind {
    case .summary: return summary
    case .register: return register
    case .trace:
      return TraceSheet.sheet(of: TraceSelection(book.source.trace, .forwards), in: book.model)
    case .controls: return Sheet(name, of: ControlRecord.record, book.all(.control))
    case .requirements: return Sheet(name, of: RequirementRecord.record, book.all(.requirement))
    case .verifications: return Sheet(name, of: VerificationRecord.record, book.all(.verification))
    case .assets: return Sheet(name, of: AssetRecord.record, book.all(.asset))
    case .elements: return Sheet(name, of: ElementRecord.record, book.elements)
    case .boundaries: return Sheet(name, of: BoundaryRecord.record, book.all(.boundary))
    case .interfaces: return Sheet(name, of: InterfaceRecord.record, book.all(.interface))
    case .components: return Sheet(name, of: ComponentRecord.record, book.all(.component))
    case .flows: return Sheet(name, of: FlowRecord.record, book.all(.flow))
    case .hazards: return Sheet(name, of: HazardRecord.record, book.all(.hazard))
    case .assumptions: return Sheet(name, of: AssumptionRecord.record, book.all(.assumption))
    case .decisions: return Sheet(name, of: DecisionRecord.record, book.decided)
    }
  }

  private var register: Sheet {
    Sheet(
      "register", RegisterColumn.all.map { column in (column.name, { .init(column.value($0)) }) },
      book.threats.indices.map(book.entry),
      references: [
        "about", "elements", "interfaces", "assets", "boundaries", "requirements", "hazards",
      ])
  }

  /// What the model says of itself, then the counts.
  private var summary: Sheet {
    typealias Row = (what: String, value: Sheet.Value)
    let model = book.model.system.map { Sheet("", of: SystemRecord.record, [book.item($0)]) }
    let counts = Sheet("", of: SummaryRecord.record, [book])
    let rows = [model, counts].compactMap { $0 }.flatMap { sheet in
      zip(sheet.columns, sheet.rows.first ?? []).compactMap { column, value -> Row? in
        if case .empty = value { return nil }
        if case .list(let words) = value, words.isEmpty || column == "categories" { return nil }
        return (column, value)
      }
    }
    return Sheet("summary", [("what", { .text($0.what) }), ("value", \.value)], rows)
  }

  /// What a document says of itself.
  package var properties: Properties {
    let system = book.model.system
    return Properties(
      title: system.map { book.model.title($0) } ?? "Threat model",
      owner: system.flatMap { book.model.text($0, .owner) },
      date: system.flatMap { book.model.date($0, .date) }, tool: "tm \(book.source.toolVersion)")
  }

  package struct Properties: Sendable {
    package let title: String
    package let owner: String?
    /// The day that the model states.
    package let date: CalendarDate?
    package let tool: String
  }
}

extension Sheet.Value {
  fileprivate init(_ field: CSVField) {
    switch field {
    case .text(let text): self = .text(text)
    case .integer(let integer): self = .integer(integer)
    case .number(let number): self = .number(number)
    case .date(let date): self = .date(date)
    case .empty: self = .empty
    }
  }
}
