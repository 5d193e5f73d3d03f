// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax
import TMThreats

/// A data flow.
enum FlowRecord {
  static let record = DataRecord<DataItem>(
    "flow", "A data flow.",
    DataField.heading + ends + way + DataField.properties(of: [.flow], but: replaced) + [
      .records("threats", of: ThreatReferenceRecord.record, "The threats about it, each way.") {
        $0.book.threats(about: $0.id)
      }
    ] + DataField.common)

  private static let replaced: Set<Property> = [.crosses, .via, .protocol]

  private static let ends: [DataField<DataItem>] = [
    .optionalRecord("source", of: ReferenceRecord.record, "The element that the data leaves.") {
      $0.item($0.flow?.source)
    },
    .optionalRecord("target", of: ReferenceRecord.record, "The element that the data reaches.") {
      $0.item($0.flow?.target)
    },
    .boolean("two-way", "Whether data flows back as well.") { $0.flow?.isTwoWay ?? false },
  ]

  private static let way: [DataField<DataItem>] = [
    .records(
      "crossings", of: CrossingRecord.record, "The trust boundaries that it crosses, in order."
    ) {
      item in
      guard let flow = item.flow else { return [] }
      return item.model.graph.crossings(of: flow).map {
        CrossingRecord.Subject(crossing: $0, book: item.book)
      }
    },
    .records("interfaces", of: ReferenceRecord.record, "The interfaces that it goes through.") {
      $0.items($0.model.interfaces(of: $0.id))
    },
    .records("protocols", of: ProtocolRecord.record, "Its protocols, application layer first.") {
      $0.model.protocols(of: $0.id)
    },
    .record("encryption", of: ProtectionRecord.record, "How its content is encrypted.") {
      $0.model.encryption($0.id)
    },
    .record(
      "source-authentication", of: ProtectionRecord.record, "How the source proves who it is."
    ) {
      $0.model.sourceAuthentication($0.id)
    },
    .record(
      "target-authentication", of: ProtectionRecord.record, "How the target proves who it is."
    ) {
      $0.model.targetAuthentication($0.id)
    },
    .boolean("wireless", "Whether it goes through the air.") { $0.model.isWireless(flow: $0.id) },
    .boolean("user-interface", "Whether a person uses it with hands, eyes and ears.") {
      $0.flow.map($0.model.isUserInterface) ?? false
    },
    .boolean("analysed", "Whether its threats are analysed in this model.") {
      $0.model.isInScope($0.id)
    },
  ]
}

extension DataItem {
  fileprivate var flow: Flow? { model.graph.flow(id) }
}

/// A trust boundary on the way of a flow.
enum CrossingRecord {
  struct Subject {
    let crossing: Crossing
    let book: DataBook
  }

  static let record = DataRecord<Subject>(
    "crossing", "A trust boundary on the way of a flow.",
    [
      .record("boundary", of: ReferenceRecord.record, "The boundary.") {
        $0.book.item($0.crossing.boundary)
      },
      .word("direction", ["out", "in"], "Whether the flow leaves or enters it.") {
        switch $0.crossing.direction {
        case .out: "out"
        case .in: "in"
        }
      },
    ])
}

/// A protocol, with what its name implies.
enum ProtocolRecord {
  static let record = DataRecord<String>(
    "protocol",
    "A protocol, with what its name implies; null for one that the program does not know.",
    [
      .text("name", "The name, as the model writes it.") { $0 },
      .optionalText("meaning", "What it stands for.") { ProtocolFacts.named($0)?.meaning },
      .optionalWord(
        "channel", ["encrypted", "clear-text", "unstated"], "How it treats content on its way."
      ) {
        switch ProtocolFacts.named($0)?.channel {
        case .encrypted?: "encrypted"
        case .clearText?: "clear-text"
        case .unstated?: "unstated"
        case nil: nil
        }
      },
      .optionalBoolean("authenticates-server", "Whether the side that is called proves who it is.")
      {
        ProtocolFacts.named($0)?.authenticatesServer
      },
      .optionalBoolean("authenticates-client", "Whether the side that calls proves who it is.") {
        ProtocolFacts.named($0)?.authenticatesClient
      },
      .optionalWord(
        "messages", ["authenticated", "optional", "unauthenticated"],
        "Whether the receiver can tell a genuine message."
      ) {
        switch ProtocolFacts.named($0)?.messages {
        case .authenticated?: "authenticated"
        case .optional?: "optional"
        case .unauthenticated?: "unauthenticated"
        case nil: nil
        }
      },
      .integers("ports", "The ports that IANA registers for it.") {
        ProtocolFacts.named($0)?.ports ?? []
      },
    ])
}

/// Whether something is protected, and what says so.
enum ProtectionRecord {
  static let record = DataRecord<Protection>(
    "protection", "Whether a flow is protected in some way, and what says so.",
    [
      .word(
        "basis", ["absent", "stated", "implied", "weak", "planned"],
        """
        Stated by the model, implied by a protocol, absent, too weak to count, or by a control that \
        is not in place.
        """
      ) {
        switch $0 {
        case .absent: "absent"
        case .stated: "stated"
        case .implied: "implied"
        case .weak, .unfit: "weak"
        case .planned: "planned"
        }
      },
      .optionalText("by", "The word, control or protocol that says so.") {
        switch $0 {
        case .absent: nil
        case .stated(let word), .weak(let word), .unfit(let word, _), .planned(let word),
          .implied(let word):
          word
        }
      },
      .boolean("present", "Whether it protects now.") { $0.isPresent },
    ])
}
