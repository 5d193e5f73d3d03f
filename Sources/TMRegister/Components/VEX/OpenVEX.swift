// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMComponents
import TMWriting

/// Writes decisions as OpenVEX 0.2.0, valid by its text and by its JSON schema, which differ: the schema
/// takes a justification or an impact statement, not both, and calls the identifier `@cpe23` that the text
/// calls `cpe23`, so that a CPE name stands as the `@id` of a product.
package enum OpenVEX {
  package static func text(of document: VEXDocument) -> [UInt8] {
    var writer = JSONWriter(.pretty)
    writer.object { writer in
      writer.field("@context", "https://openvex.dev/ns/v0.2.0")
      let separator = document.namespace.hasSuffix("/") ? "" : "/"
      writer.field("@id", document.namespace + separator + document.id)
      writer.field("author", document.author)
      writer.field("timestamp", document.time)
      writer.field("version", 1)
      writer.array("statements") { writer in
        for decision in document.decisions { write(decision, to: &writer) }
      }
    }
    return writer.takeBytes()
  }

  private static func write(_ decision: VEXDecision, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.object("vulnerability") { writer in
        writer.field("name", decision.vulnerability)
        if !decision.aliases.isEmpty { writer.field("aliases", decision.aliases) }
      }
      writer.array("products") { writer in
        for product in decision.products {
          if let purl = product.purl {
            writer.object { writer in
              writer.field("@id", purl)
              writer.object("identifiers") { $0.field("purl", purl) }
            }
          }
          if let cpe = product.cpe { writer.object { $0.field("@id", cpe) } }
        }
      }
      writer.field("status", decision.state.rawValue)
      switch decision.state {
      case .affected: writer.field("action_statement", decision.reason)
      case .underInvestigation, .fixed: writer.field("status_notes", decision.reason)
      case .notAffected:
        if let word = decision.justification { writer.field("justification", word.rawValue) }
        let isJustified = decision.justification != nil
        writer.field(isJustified ? "status_notes" : "impact_statement", decision.reason)
      }
    }
  }
}
