// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRisk
import TMScoring
import TMSource
import TMSyntax
import TMThreats

/// What the model accepts, insists on and excuses.
enum PolicyRecord {
  static let record = DataRecord<DataBook>(
    "policy", "What the model accepts, requires and excuses.",
    [
      .texts("accept", "The conditions; what is left is acceptable where one of them holds.") {
        conditions($0.source.risks.criteria.accept, $0)
      },
      .texts("require", "The conditions that every threat has to fulfil.") {
        conditions($0.source.risks.criteria.require, $0)
      },
      .records("severities", of: SettingRecord.record, "Rules and templates with another severity.")
      {
        $0.model.policy.sorted { $0.name < $1.name }
      },
      .texts("approve", "The conditions for what counts only as it was approved.") {
        conditions($0.source.risks.criteria.approve, $0)
      },
      .records("exemptions", of: ExemptionRecord.record, "What the policy does not ask, and why.") {
        book in
        Exemptions(book.model).all.map { ExemptionRecord.Subject(exemption: $0, book: book) }
      },
      .records("excuses", of: ExcuseRecord.record, "Findings that the model excuses, with reasons.")
      {
        book in
        let key = { (excuse: Excuse) in (book.path(excuse.entity), excuse.rule, excuse.reason) }
        return book.model.excuses.sorted { key($0) < key($1) }.map { .init(excuse: $0, book: book) }
      },
    ])

  private static func conditions(_ conditions: [Condition], _ book: DataBook) -> [String] {
    conditions.map { ConditionText.oneLine($0.range, in: book.model.sources) }
  }
}

/// A lint rule of the model's own.
enum RuleRecord {
  static let record = DataRecord<DataItem>(
    "rule", "A lint rule of the model's own.",
    DataField.heading + DataField.properties(of: [.rule]) + DataField.common)
}

/// A threat template of the model's own.
enum TemplateRecord {
  static let record = DataRecord<DataItem>(
    "template", "A threat template of the model's own.",
    DataField.heading + DataField.properties(of: [.threatTemplate]) + DataField.common)
}

/// The severity that a policy gives a rule.
enum SettingRecord {
  static let record = DataRecord<PolicySetting>(
    "severity-setting", "The severity that a policy gives a rule or threat template.",
    [
      .text("rule", "The name of the rule or template.") { $0.name },
      .word("severity", Severity.allCases.map(\.rawValue) + ["off"], "Its severity.") {
        $0.severity?.rawValue ?? "off"
      },
    ])
}

/// A finding that the model excuses.
enum ExcuseRecord {
  struct Subject {
    let excuse: Excuse
    let book: DataBook
  }

  static let record = DataRecord<Subject>(
    "excuse", "A finding that is excused where it stands.",
    [
      .text("rule", "The rule.") { $0.excuse.rule },
      .record("about", of: ReferenceRecord.record, "The declaration it stands at.") {
        $0.book.item($0.excuse.entity)
      },
      .text("reason", "Why.") { $0.excuse.reason },
      .date("until", "When the excuse expires.") { $0.excuse.until },
    ])
}

/// What a policy does not ask.
enum ExemptionRecord {
  struct Subject {
    let exemption: Exemptions.Exemption
    let book: DataBook
  }

  static let record = DataRecord<Subject>(
    "exemption", "What a policy does not ask, where and why.",
    [
      .text("id", "Its id.") { $0.book.path($0.exemption.entity) },
      .text("reason", "Why.") { $0.book.model.ownTitle($0.exemption.entity) ?? "" },
      .texts("from", "The threat templates and rules that it is about.") { $0.exemption.names },
      .texts("where", "Where it holds: one of these; everywhere without one.") { subject in
        subject.exemption.conditions.map {
          ConditionText.oneLine($0.range, in: subject.book.model.sources)
        }
      },
      .integer("threats", "How many threats it keeps out of the register.") { subject in
        subject.book.source.register.exempted.count { $0.exemption == subject.exemption.entity }
      },
      .date("until", "When it expires.") { $0.exemption.until },
    ])
}

/// The risk matrix in force.
enum MatrixRecord {
  struct Row {
    let row: RiskMatrix.Row
    let book: DataBook
  }

  struct Cell {
    let row: RiskMatrix.Row
    let column: Int
    let book: DataBook

    var matrix: RiskMatrix { book.source.risks.matrix }
  }

  static let record = DataRecord<DataBook>(
    "matrix", "The risk matrix in force: exploitability in rows, severity of harm in columns.",
    [
      .text("title", "Its title.") { $0.source.risks.matrix.title },
      .boolean("built-in", "Whether it is that of the program.") {
        $0.source.risks.matrixDeclaration == nil
      },
      .texts("columns", "The severities of harm, the least first.") {
        $0.source.risks.matrix.columns
      },
      .texts(
        "acceptable",
        "The words of cells whose risk is acceptable; none where the policy says it otherwise."
      ) {
        $0.source.risks.criteria.isByMatrix ? $0.source.risks.matrix.acceptable : []
      },
      .records("rows", of: rowRecord, "The rows, as they are declared.") { book in
        book.source.risks.matrix.rows.map { Row(row: $0, book: book) }
      },
    ])

  private static let rowRecord = DataRecord<Row>(
    "matrix-row", "The cells of one exploitability.",
    [
      .text("exploitability", "How easily threats of this row are exploited.") { $0.row.name },
      .records("cells", of: cellRecord, "One for each column.") { row in
        row.row.cells.indices.map { Cell(row: row.row, column: $0, book: row.book) }
      },
    ])

  private static let cellRecord = DataRecord<Cell>(
    "matrix-cell", "A cell, with the number of threats in it.",
    [
      .text("severity", "The severity of harm.") { $0.matrix.columns[$0.column] },
      .text("risk", "The word of the cell.") { $0.row.cells[$0.column] },
      .optionalBoolean(
        "acceptable",
        "Whether the policy accepts every threat that is in it now; null where it judges none."
      ) { $0.acceptance },
      .integer("initial", "How many threats are in it before measures.") { cell in
        cell.count(\.initialExploitability)
      },
      .integer("current", "How many are in it now: after measures, but for open threats.") { cell in
        cell.count(\.currentExploitability)
      },
    ])
}

extension MatrixRecord.Cell {
  /// What the policy says of the threats that lie here now.
  fileprivate var acceptance: Bool? {
    let judged = book.threats.filter {
      $0.currentExploitability?.rawValue == row.name && $0.harmSeverity == matrix.columns[column]
    }.compactMap(\.isAcceptable)
    return judged.isEmpty ? nil : judged.allSatisfy { $0 }
  }

  fileprivate func count(_ exploitability: (AssessedThreat) -> ExploitabilityLevel?) -> Int {
    book.threats.count {
      exploitability($0)?.rawValue == row.name && $0.harmSeverity == matrix.columns[column]
    }
  }
}
