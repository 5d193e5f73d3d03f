// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRisk
import TMScoring
import TMThreats

/// How much there is of everything.
enum SummaryRecord {
  static let record = DataRecord<DataBook>(
    "summary", "How much there is of everything.",
    [
      .integer("elements", "External entities, processes and data stores.") { $0.elements.count },
      .integer("flows", "Data flows.") { $0.all(.flow).count },
      .integer("crossing-flows", "Data flows that cross a trust boundary.") {
        $0.model.graph.flows.count(where: $0.model.graph.crosses)
      },
      .integer("boundaries", "Trust boundaries.") { $0.all(.boundary).count },
      .integer("interfaces", "Interfaces.") { $0.all(.interface).count },
      .integer("components", "Components: software of others.") { $0.all(.component).count },
      .integer("assets", "Assets.") { $0.all(.asset).count },
      .integer("hazards", "Hazards of the safety risk file.") { $0.all(.hazard).count },
      .integer("controls", "Controls.") { $0.all(.control).count },
      .integer("controls-in-place", "Controls that are implemented or verified.") { book in
        book.all(.control).count { book.model.isInPlace(control: $0.id) }
      },
      .integer("requirements", "Requirements.") { $0.all(.requirement).count },
      .integer("verifications", "Declared verifications.") { $0.all(.verification).count },
      .integer("gaps", "Links that are missing in the trace.") { $0.source.trace.gaps.count },
      .record("threats", of: statusRecord, "Threats by status.") { $0 },
      .record("severities", of: severityRecord, "Threats by the severity that counts now.") { $0 },
      .records("categories", of: categoryRecord, "Threats by category.") { book in
        CategoryTable(book.model).all.compactMap { category in
          let threats = book.threats.filter { $0.threat.categories.contains(category) }
          return threats.isEmpty ? nil : Category(category: category, threats: threats)
        }
      },
    ])

  private static let statusRecord = DataRecord<DataBook>(
    "status-counts", "How many threats have which status.",
    [.integer("total", "All threats.") { $0.threats.count }]
      + ThreatStatus.allCases.map { status in
        .integer(status.rawValue, "Threats with the status \(status.rawValue).") {
          $0.threats.count { $0.threat.status == status }
        }
      } + [
        .integer("acceptable", "Threats whose risk the policy accepts.") {
          $0.threats.count { $0.isAcceptable == true }
        },
        .integer("unacceptable", "Threats whose risk the policy does not accept.") {
          $0.threats.count { $0.isAcceptable == false }
        },
        .integer(
          "not-judged",
          "Threats of which no policy says whether they are acceptable, or that nobody rated."
        ) {
          $0.threats.count { $0.isAcceptable == nil }
        },
        .integer("approved", "Threats that were approved as they stand.") {
          $0.threats.count { $0.approval.word == "approved" }
        },
        .integer("not-approved", "Threats that want an approval and have none as they stand.") {
          $0.threats.count { $0.approval.isMissing }
        },
        .integer("safety-relevant", "Threats that can lead to a hazard.") {
          $0.threats.count { !$0.hazards.isEmpty }
        },
      ])

  private static let severityRecord = DataRecord<DataBook>(
    "severity-counts", "How many threats have which severity now.",
    SeverityBand.allCases.reversed().map { severity in
      .integer(severity.rawValue, "Threats whose score is \(severity.rawValue).") {
        $0.threats.count { $0.current?.severity == severity }
      }
    } + [
      .integer("unrated", "Threats without a score.") { $0.threats.count { $0.current == nil } }
    ])

  struct Category {
    let category: ThreatCategory
    let threats: [AssessedThreat]
  }

  private static let categoryRecord = DataRecord<Category>(
    "category-count", "How many threats have a category; one with several counts in each.",
    [
      .text("category", "The category.") { $0.category.rawValue },
      .integer("total", "All threats.") { $0.threats.count },
      .integer("open", "Those that are open.") { $0.threats.count { $0.threat.status == .open } },
    ])
}

extension DataBook {
  /// External entities, processes and data stores, by path.
  var elements: [DataItem] { all(.external, .process, .store) }
}
