// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// A table of a report.
package struct ReportTable: Sendable {
  /// Lower case with hyphens, unique in the document.
  package let id: String
  package let caption: String?
  package let columns: [Column]
  package let rows: [Row]

  package init(id: String, caption: String? = nil, columns: [Column], rows: [Row]) {
    self.id = id
    self.caption = caption
    self.columns = columns
    self.rows = rows
  }

  /// The table without the columns that no row fills, but for the first.
  var withoutEmptyColumns: ReportTable {
    let kept = columns.indices.filter { column in
      column == 0 || rows.contains { column < $0.cells.count && !$0.cells[column].isEmpty }
    }
    if kept.count == columns.count { return self }
    return ReportTable(
      id: id, caption: caption, columns: kept.map { columns[$0] },
      rows: rows.map { row in
        Row(
          kept.filter { $0 < row.cells.count }.map { row.cells[$0] }, anchor: row.anchor,
          facets: row.facets, details: row.details)
      })
  }

  package struct Column: Sendable {
    package let title: String
    package let kind: Kind

    package init(_ title: String, _ kind: Kind = .text) {
      self.title = title
      self.kind = kind
    }

    package enum Kind: String, Sendable {
      /// Sentences: as wide as there is room.
      case text
      /// Ids and single words: as narrow as they are.
      case short
      /// Numbers, aligned right.
      case number
    }
  }

  package struct Row: Sendable {
    /// What the row is the entry of; links to it lead here.
    package let anchor: ReportAnchor?
    package let cells: [[ReportText]]
    /// What a reader can filter by; nil for a row that always shows.
    package let facets: ReportFacets?
    /// More about the entry, which a format can fold away.
    package let details: [ReportFact]

    package init(
      _ cells: [[ReportText]], anchor: ReportAnchor? = nil, facets: ReportFacets? = nil,
      details: [ReportFact] = []
    ) {
      self.anchor = anchor
      self.cells = cells
      self.facets = facets
      self.details = details
    }
  }
}

/// What a row of a table is about, so that a reader can choose rows.
package struct ReportFacets: Hashable, Sendable {
  /// The paths of what it is about: of a threat its subject, the ends of its flow, its interfaces,
  /// its assets, the boundaries it crosses, its controls, its hazards.
  package var about: [String]
  package var status: String?
  package var categories: [String]
  package var zones: [String]
  /// The severity in words that counts now; nil where nothing is rated.
  package var severity: String?
  /// What the policy says of what is left; nil where it says nothing.
  package var acceptance: Acceptance?

  /// Whether the policy of the model accepts what is left of a risk.
  package enum Acceptance: String, Hashable, Sendable {
    case acceptable
    case unacceptable
  }

  package init(
    about: [String] = [], status: String? = nil, categories: [String] = [], zones: [String] = [],
    severity: String? = nil, acceptance: Acceptance? = nil
  ) {
    self.about = about
    self.status = status
    self.categories = categories
    self.zones = zones
    self.severity = severity
    self.acceptance = acceptance
  }

  /// Whether it has all that a filter gives.
  package func fits(_ filter: ReportFacets) -> Bool {
    (filter.about.isEmpty || filter.about.contains(where: about.contains))
      && (filter.status == nil || filter.status == status)
      && (filter.categories.isEmpty || filter.categories.contains(where: categories.contains))
      && (filter.zones.isEmpty || filter.zones.contains(where: zones.contains))
      && (filter.severity == nil || filter.severity == severity)
      && (filter.acceptance == nil || filter.acceptance == acceptance)
  }
}
