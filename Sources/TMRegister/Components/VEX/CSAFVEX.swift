// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMComponents
import TMWriting

/// Writes decisions as a document of CSAF 2.0 of the profile VEX.
package enum CSAFVEX {
  package static func text(of document: VEXDocument) -> [UInt8] {
    var writer = JSONWriter(.pretty)
    writer.object { writer in
      writer.object("document") { writer in head(document, to: &writer) }
      writer.object("product_tree") { writer in
        writer.array("branches") { writer in
          for product in document.products { write(product, to: &writer) }
        }
      }
      writer.array("vulnerabilities") { writer in
        for decision in document.decisions { write(decision, to: &writer) }
      }
    }
    return writer.takeBytes()
  }

  private static func head(_ document: VEXDocument, to writer: inout JSONWriter) {
    writer.field("category", "csaf_vex")
    writer.field("csaf_version", "2.0")
    writer.object("publisher") { writer in
      writer.field("category", "vendor")
      writer.field("name", document.author)
      writer.field("namespace", document.namespace)
    }
    let version = document.version.map { " \($0)" } ?? ""
    writer.field("title", "Vulnerabilities of components of \(document.product)\(version)")
    writer.object("tracking") { writer in
      writer.field("current_release_date", document.time)
      writer.field("id", document.id)
      writer.field("initial_release_date", document.time)
      writer.array("revision_history") { writer in
        writer.object { writer in
          writer.field("date", document.time)
          writer.field("number", "1")
          writer.field("summary", "Decisions of the threat model on that day")
        }
      }
      writer.field("status", "final")
      writer.field("version", "1")
    }
  }

  private static func write(_ product: VEXDecision.Product, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("category", "vendor")
      writer.field("name", product.supplier ?? "unspecified")
      writer.array("branches") { writer in
        writer.object { writer in
          writer.field("category", "product_name")
          writer.field("name", product.name)
          if let version = product.version {
            writer.array("branches") { writer in
              writer.object { writer in
                writer.field("category", "product_version")
                writer.field("name", version)
                writer.object("product") { writer in leaf(product, to: &writer) }
              }
            }
          } else {
            writer.object("product") { writer in leaf(product, to: &writer) }
          }
        }
      }
    }
  }

  private static func leaf(_ product: VEXDecision.Product, to writer: inout JSONWriter) {
    writer.field("name", product.name + (product.version.map { " \($0)" } ?? ""))
    writer.field("product_id", product.id)
    if product.purl != nil || product.cpe != nil {
      writer.object("product_identification_helper") { writer in
        if let cpe = product.cpe { writer.field("cpe", cpe) }
        if let purl = product.purl { writer.field("purl", purl) }
      }
    }
  }

  private static func write(_ decision: VEXDecision, to writer: inout JSONWriter) {
    let ids = decision.products.map(\.id)
    writer.object { writer in
      let isCVE = decision.vulnerability.hasPrefix("CVE-")
      if isCVE { writer.field("cve", decision.vulnerability) }
      if let word = decision.justification {
        writer.array("flags") { writer in
          writer.object { writer in
            writer.field("label", word.rawValue)
            writer.field("product_ids", ids)
          }
        }
      }
      let others = (isCVE ? [] : [decision.vulnerability]) + decision.aliases
      if !others.isEmpty {
        writer.array("ids") { writer in
          for id in others {
            writer.object { writer in
              writer.field("system_name", String(id.prefix { $0 != "-" }))
              writer.field("text", id)
            }
          }
        }
      }
      writer.array("notes") { writer in
        writer.object { writer in
          writer.field("category", "description")
          writer.field("text", "Decision of the threat model: \(decision.reason)")
        }
      }
      writer.object("product_status") { writer in
        switch decision.state {
        case .affected: writer.field("known_affected", ids)
        case .notAffected: writer.field("known_not_affected", ids)
        case .fixed: writer.field("fixed", ids)
        case .underInvestigation: writer.field("under_investigation", ids)
        }
      }
      switch decision.state {
      case .fixed, .underInvestigation: break
      case .affected:
        writer.array("remediations") { writer in
          writer.object { writer in
            writer.field("category", "mitigation")
            writer.field("details", decision.reason)
            writer.field("product_ids", ids)
          }
        }
      case .notAffected:
        writer.array("threats") { writer in
          writer.object { writer in
            writer.field("category", "impact")
            writer.field("details", decision.reason)
            writer.field("product_ids", ids)
          }
        }
      }
    }
  }
}
