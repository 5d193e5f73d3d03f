// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMComponents
import TMModel
import TMSyntax
import TMWriting

/// Writes the software of others as one JSON object for other programs.
///
///     { "version": 1,
///       "components": [
///         { "id": path, "element": path | null, "title": …, "version": … | null,
///           "purl": … | null, "cpe": … | null, "supplier": … | null, "support": … | null,
///           "end-of-support": date | null, "support-period": "unknown" | "current" | "soon" | "past",
///           "in-sbom": true | false | null, "sbom-version": … | null,
///           "reach": { "level": …, "interfaces": [path],
///             "ways": [{ "elements": [path], "flows": [path], "level": … }], "assets": [path],
///             "hazards": [path] },
///           "vulnerabilities": [
///             { "id": …, "aliases": [id], "title": … | null, "affected": "yes" | "unknown",
///               "matched-by": "purl" | "cpe" | "name" | "reference",
///               "scores": [{ "vector": … | null, "score": 0.0 | null, "severity": … | null }],
///               "cwe": [0], "standing": …, "assessed": true | false,
///               "state": VEX state | null, "justification": … | null, "detail": … | null,
///               "fixed-in": [version], "known-exploited": { "added": …, "due": …, "source": "CISA" | "EU" } | null,
///               "epss": 0.0 | null, "epss-percentile": 0.0 | null, "versions": [version],
///               "mentions": [id],
///               "decision": path | null }] }],
///       "undeclared": [{ "name": …, "version": …, "purl": …, "element": path | null, "vulnerabilities": […] }],
///       "remarks": [sentence] }
///
/// New fields may come without a new version.
package enum ComponentsJSON {
  /// The value of the field `version`.
  package static let version = 1

  private static let pieceSize = 1 << 20

  /// Passes on the object in pieces, as UTF-8.
  package static func write<Failure: Error>(
    _ report: SoftwareReport, of model: Model, layout: JSONWriter.Layout,
    to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    let facts = ComponentFacts(model: model, report: report)
    var writer = JSONWriter(layout)
    writer.object { writer in
      writer.field("version", version)
      writer.array("components") { writer in
        for component in report.components { write(component, facts, to: &writer) }
      }
      writer.array("undeclared") { writer in
        for undeclared in report.undeclared {
          writer.object { writer in
            writer.field("name", undeclared.entry.fullName)
            writer.field("version", undeclared.entry.version)
            writer.field("purl", undeclared.entry.purls.first?.text)
            writer.field("element", undeclared.element.map { model.path($0) })
            write(undeclared.vulnerabilities, facts, to: &writer)
          }
        }
      }
      writer.field("remarks", report.remarks)
    }
    try sink(writer.takeBytes())
  }

  private static func write(
    _ component: SoftwareReport.Component, _ facts: ComponentFacts, to writer: inout JSONWriter
  ) {
    let model = facts.model
    let id = component.entity
    writer.object { writer in
      writer.field("id", model.path(id))
      writer.field("element", component.place.map { model.path($0) })
      writer.field("title", model.title(id))
      writer.field("version", facts.version(component))
      writer.field("purl", model.text(id, .purl))
      writer.field("cpe", model.text(id, .cpe))
      writer.field("supplier", model.text(id, .supplier))
      writer.field("support", facts.support(component))
      writer.field("end-of-support", model.date(id, .endOfSupport)?.description)
      writer.field("support-period", period(component.support))
      writer.field("in-sbom", component.hasBill ? component.entry != nil : nil)
      writer.field("sbom-version", component.entry?.version)
      let reach = facts.reach(component)
      writer.object("reach") { writer in
        writer.field("level", reach.level.word)
        writer.field("interfaces", reach.interfaces.map { model.path($0) })
        writer.array("ways") { writer in
          for way in reach.ways {
            writer.object { writer in
              writer.field("elements", way.elements.map { model.path($0) })
              writer.field("flows", way.flows.map { model.path($0) })
              writer.field("level", way.level.word)
            }
          }
        }
        writer.field("assets", reach.assets.map { model.path($0) })
        writer.field("hazards", reach.hazards.map { model.path($0) })
      }
      write(component.vulnerabilities, facts, to: &writer)
    }
  }

  private static func period(_ support: SupportPeriod) -> String {
    switch support {
    case .unknown: "unknown"
    case .current: "current"
    case .endsSoon: "soon"
    case .ended: "past"
    }
  }

  private static func write(
    _ vulnerabilities: [Vulnerability], _ facts: ComponentFacts, to writer: inout JSONWriter
  ) {
    writer.array("vulnerabilities") { writer in
      for vulnerability in vulnerabilities {
        writer.object { writer in write(vulnerability, facts, fieldsTo: &writer) }
      }
    }
  }

  private static func write(
    _ vulnerability: Vulnerability, _ facts: ComponentFacts, fieldsTo writer: inout JSONWriter
  ) {
    writer.field("id", vulnerability.id)
    writer.field("aliases", vulnerability.aliases)
    writer.field("title", vulnerability.title)
    writer.field("affected", vulnerability.judgement == .affected ? "yes" : "unknown")
    writer.field("matched-by", vulnerability.basis.rawValue)
    writer.array("scores") { writer in
      for score in vulnerability.scores {
        writer.object { writer in
          writer.field("vector", score.vector)
          writer.field("score", score.score?.value)
          writer.field("severity", score.severity?.rawValue)
        }
      }
    }
    writer.field("cwe", vulnerability.weaknesses)
    writer.field("standing", vulnerability.standing.rawValue)
    writer.field("assessed", vulnerability.isAssessed)
    writer.field("state", vulnerability.statement?.state.rawValue)
    writer.field("justification", vulnerability.statement?.justification)
    writer.field("detail", vulnerability.statement?.detail)
    writer.field("fixed-in", vulnerability.fixedIn)
    writer.key("known-exploited")
    if let exploited = vulnerability.exploited {
      writer.object { writer in
        writer.field("added", exploited.added)
        writer.field("due", exploited.due)
        writer.field("source", exploited.source)
      }
    } else {
      writer.value(String?.none)
    }
    writer.field("epss", vulnerability.epss.flatMap { Double($0.probability) })
    writer.field("epss-percentile", vulnerability.epss?.percentile.flatMap { Double($0) })
    writer.field("versions", vulnerability.versions)
    writer.field("mentions", vulnerability.mentions)
    writer.field("decision", vulnerability.decision.map { facts.model.path($0) })
  }
}
