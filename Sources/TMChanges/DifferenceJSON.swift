// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMDiff
import TMRisk
import TMWriting

/// Writes a difference as one JSON object for other programs.
///
///     { "version": 1, "headline": …, "risk-grew": true, "growth": [ways in which it grew],
///       "models": { "old": { "title": … } | null, "new": … },
///       "changes": [what was written differently],
///       "crossings": [boundaries that flows cross now, or no longer],
///       "threats": [what became of threats],
///       "approvals": [threats that need an approval, and why],
///       "approvals-gone": whether the list of approvals is gone,
///       "findings": { "new": […], "gone": […], "excused": [taken away by a new `@allow` or `exempt`] } }
///
/// `docs/schemas/diff-1.schema.json` describes it. `cause` and `within` are positions in `changes`.
/// Nothing in it depends on where anything is declared. New fields may come without a new version.
package enum DifferenceJSON {
  /// The value of the field `version`.
  package static let version = 1

  package static func bytes(
    of difference: ModelDifference, layout: JSONWriter.Layout
  ) -> [UInt8] {
    var writer = JSONWriter(layout)
    writer.object { writer in
      writer.field("version", version)
      writer.field("headline", DifferenceHeadline.text(difference))
      writer.field("risk-grew", difference.riskGrew)
      writer.field("growth", difference.growth.map(\.rawValue))
      writer.object("models") { writer in
        write(title: difference.titles.old, as: "old", &writer)
        write(title: difference.titles.new, as: "new", &writer)
      }
      writer.array("changes") { writer in
        for change in difference.changes { write(change, &writer) }
      }
      writer.array("crossings") { writer in
        for crossing in difference.crossings { write(crossing, &writer) }
      }
      writer.array("threats") { writer in
        for threat in difference.threats { write(threat, &writer) }
      }
      writer.array("approvals") { writer in
        for demand in difference.demands {
          writer.object { writer in
            writer.field("id", demand.id)
            writer.field("status", demand.status)
            writer.field("changes", demand.changes.map(\.text))
          }
        }
      }
      writer.field("approvals-gone", difference.isApprovalListGone)
      writer.object("findings") { writer in
        write(difference.findings.new, as: "new", &writer)
        write(difference.findings.gone, as: "gone", &writer)
        write(difference.excused, as: "excused", &writer)
      }
    }
    return writer.bytes
  }

  private static func write(
    title: String?, as key: StaticString, _ writer: inout JSONWriter
  ) {
    guard let title else { return writer.field(key, String?.none) }
    writer.object(key) { $0.field("title", title) }
  }

  // MARK: - Declarations

  private static func write(_ change: DeclarationChange, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("kind", change.kind.rawValue)
      writer.field("moved", change.isMoved)
      writer.field("renamed", change.isRenamed)
      write(change.old, as: "old", &writer)
      write(change.new, as: "new", &writer)
      writer.field("within", change.within)
      writer.array("properties") { writer in
        for property in change.properties {
          writer.object { writer in
            writer.field("name", property.name)
            writer.field("old", property.old)
            writer.field("new", property.new)
          }
        }
      }
      writer.field("encloses", change.encloses.map(\.path))
      writer.array("references") { writer in
        for reference in change.references {
          writer.object { writer in
            writer.field("keyword", reference.from.keyword.word)
            writer.field("id", reference.from.path)
            writer.field("property", reference.property)
          }
        }
      }
      writer.field("likely-former", change.likelyFormer)
      writer.field("unguarded", change.unguarded)
      writer.field("relaxed", change.relaxed)
      writer.field("understated", change.weakening.understated)
      writer.field("exposed", change.weakening.exposed)
      writer.field("less-evidence", change.weakening.evidence)
    }
  }

  private static func write(
    _ thing: DeclaredThing?, as key: StaticString, _ writer: inout JSONWriter
  ) {
    guard let thing else { return writer.field(key, String?.none) }
    writer.object(key) { writer in
      writer.field("keyword", thing.keyword.word)
      writer.field("id", thing.path)
      writer.field("title", thing.title)
      writer.field("place", thing.place)
      writer.field("ends", thing.ends)
    }
  }

  private static func write(_ crossing: CrossingChange, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("flow", crossing.flow.path)
      writer.field("added", crossing.added)
      writer.field("removed", crossing.removed)
      writer.field("unprotected", crossing.isUnprotected)
      writer.field("cause", crossing.cause)
    }
  }

  // MARK: - Threats and findings

  private static func write(_ threat: ThreatChange, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("kind", threat.kind.rawValue)
      writer.field("id", threat.id)
      writer.field("about", threat.about)
      writer.field("title", threat.title)
      write(threat.old, as: "old", &writer)
      write(threat.new, as: "new", &writer)
      writer.field("acceptance", threat.acceptance?.rawValue)
      writer.field("cause", threat.cause)
      writer.field("growth", threat.growth.map(\.rawValue))
      writer.field("lost", threat.lost)
      writer.field("gained", threat.gained)
      writer.field("silenced", threat.silencing?.word)
    }
  }

  private static func write(
    _ state: ThreatState?, as key: StaticString, _ writer: inout JSONWriter
  ) {
    guard let state else { return writer.field(key, String?.none) }
    writer.object(key) { writer in
      writer.field("id", state.id)
      writer.field("status", state.status.rawValue)
      write(state.initial, as: "initial", &writer)
      write(state.residual, as: "residual", &writer)
      writer.field("score", state.current?.score.value)
      writer.field("severity", state.current?.severity.rawValue)
      writer.field("exploitability", state.exploitability?.rawValue)
      writer.field("risk", state.risk)
      writer.field("harm-severity", state.harmSeverity)
      writer.field("multi-patient", state.isMultiPatient)
      writer.field("acceptable", state.isAcceptable)
      writer.field("expired", state.isExpired)
      writer.field("approval", state.approval)
    }
  }

  private static func write(
    _ rating: Rating?, as key: StaticString, _ writer: inout JSONWriter
  ) {
    guard let rating else { return writer.field(key, String?.none) }
    writer.object(key) { writer in
      writer.field("vector", rating.vector?.text)
      writer.field("score", rating.score.value)
    }
  }

  private static func write(
    _ findings: [FindingChange], as key: StaticString, _ writer: inout JSONWriter
  ) {
    writer.array(key) { writer in
      for finding in findings {
        writer.object { writer in
          writer.field("rule", finding.rule)
          writer.field("severity", finding.severity.rawValue)
          writer.field("message", finding.message)
          writer.field("subject", finding.subject)
          writer.field("fingerprint", finding.fingerprint)
        }
      }
    }
  }
}
