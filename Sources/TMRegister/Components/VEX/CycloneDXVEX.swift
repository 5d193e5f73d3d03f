// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMComponents
import TMWriting

/// The versions of CycloneDX that are written; what is written is the same in both.
package enum CycloneDXVersion: String, Sendable {
  case v16 = "1.6"
  case v17 = "1.7"
}

/// Writes decisions as CycloneDX VEX.
package enum CycloneDXVEX {
  /// - Parameter others: components that stand in the document whether anything was decided about them or not.
  package static func text(
    of document: VEXDocument, as version: CycloneDXVersion = .v16,
    besides others: [VEXDecision.Product] = []
  ) -> [UInt8] {
    let decided = document.products
    let known = Set(decided.map(\.id))
    let products = decided + others.filter { !known.contains($0.id) }
    var writer = JSONWriter(.pretty)
    writer.object { writer in
      writer.field("$schema", "http://cyclonedx.org/schema/bom-\(version.rawValue).schema.json")
      writer.field("bomFormat", "CycloneDX")
      writer.field("specVersion", version.rawValue)
      writer.field("version", 1)
      writer.object("metadata") { writer in
        writer.field("timestamp", document.time)
        writer.array("authors") { writer in
          writer.object { writer in writer.field("name", document.author) }
        }
        writer.object("component") { writer in
          writer.field("type", "device")
          writer.field("name", document.product)
          if let version = document.version { writer.field("version", version) }
        }
      }
      writer.array("components") { writer in
        for product in products { write(product, to: &writer) }
      }
      writer.array("vulnerabilities") { writer in
        for decision in document.decisions { write(decision, to: &writer) }
      }
    }
    return writer.takeBytes()
  }

  private static func reference(_ product: VEXDecision.Product) -> String {
    "component:\(product.id)"
  }

  private static func write(_ product: VEXDecision.Product, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("type", "library")
      writer.field("bom-ref", reference(product))
      writer.field("name", product.name)
      if let version = product.version { writer.field("version", version) }
      if let supplier = product.supplier {
        writer.object("supplier") { writer in writer.field("name", supplier) }
      }
      if let cpe = product.cpe { writer.field("cpe", cpe) }
      if let purl = product.purl { writer.field("purl", purl) }
    }
  }

  private static func write(_ decision: VEXDecision, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("id", decision.vulnerability)
      if !decision.aliases.isEmpty {
        writer.array("references") { writer in
          for alias in decision.aliases {
            writer.object { writer in
              writer.field("id", alias)
              writer.object("source") { writer in writer.field("name", source(alias)) }
            }
          }
        }
      }
      writer.object("analysis") { writer in
        switch decision.state {
        case .affected: writer.field("state", "exploitable")
        case .underInvestigation: writer.field("state", "in_triage")
        case .fixed: writer.field("state", "resolved")
        case .notAffected:
          writer.field("state", "not_affected")
          if let word = decision.justification { writer.field("justification", word.ofCycloneDX) }
        }
        writer.field("detail", decision.reason)
      }
      writer.array("affects") { writer in
        for product in decision.products {
          writer.object { writer in writer.field("ref", reference(product)) }
        }
      }
    }
  }

  /// Who gives ids of a kind.
  private static func source(_ id: String) -> String {
    let upper = id.uppercased()
    if upper.hasPrefix("CVE-") { return "CVE" }
    if upper.hasPrefix("GHSA-") { return "GitHub" }
    if upper.hasPrefix("EUVD-") { return "EUVD" }
    return "OSV"
  }
}
