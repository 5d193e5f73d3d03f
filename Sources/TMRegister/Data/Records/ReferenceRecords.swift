// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax
import TMThreats

/// A declaration that another one refers to.
enum ReferenceRecord {
  static let record = DataRecord<DataItem>(
    "reference", "Leads to a declaration by its id.",
    [
      .text("id", "The id: the shortest path that names it alone.") { $0.book.path($0.id) },
      .text("title", "The title, or the id where there is none.") { $0.book.title(of: $0.id) },
    ])
}

/// A threat that something refers to.
enum ThreatReferenceRecord {
  static let record = DataRecord<ThreatItem>(
    "threat-reference", "Leads to a threat of the register by its id.",
    [
      .text("id", "The stable id of the threat.") { $0.threat.id },
      .text("title", "The threat in a sentence.") { $0.book.title(ofThreat: $0.index) },
      .word("status", ThreatStatus.allCases.map(\.rawValue), "What became of it.") {
        $0.threat.status.rawValue
      },
    ])
}

/// Where more is written.
enum LinkRecord {
  static let record = DataRecord<String>(
    "link", "Where more is written, as `link` of the model says.",
    [
      .text("text", "The address or document number, as it is written.") { $0 },
      .optionalText("url", "The same where it is an address of the web, safe to link to.") {
        $0.isWebAddress ? $0 : nil
      },
    ])
}

extension String {
  /// Whether it is an address that begins with `https://` or `http://`, without blanks and controls.
  fileprivate var isWebAddress: Bool {
    (hasPrefix("https://") || hasPrefix("http://"))
      && unicodeScalars.allSatisfy { $0.value > 0x20 && !(0x7F...0x9F).contains($0.value) }
  }
}

extension DataField where Subject == DataItem {
  /// What every declaration has: first id and title, and what its `///` comment says.
  static var heading: [DataField] {
    ReferenceRecord.record.fields + [
      .optionalText("description", "The text of its `///` comment.") {
        $0.model.documentation($0.id)
      }
    ]
  }

  /// What every declaration can have, after its own fields.
  static var common: [DataField] {
    [
      .texts("tags", "Words of the author's own.") { $0.model.words($0.id, .tags) },
      .records("links", of: LinkRecord.record, "Where more is written.") {
        $0.model.texts($0.id, .link)
      },
      .texts("was", "Former ids.") { $0.model.words($0.id, .was) },
    ]
  }

  /// The threats about it.
  static var ownThreats: DataField {
    .records("threats", of: ThreatReferenceRecord.record, "The threats about it.") {
      $0.book.threats(about: $0.id)
    }
  }
}
