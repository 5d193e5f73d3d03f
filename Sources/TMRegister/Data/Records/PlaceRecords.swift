// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax
import TMThreats

/// The system as a whole.
enum SystemRecord {
  static let record = DataRecord<DataItem>(
    "model", "What the model says of itself.",
    [
      .optionalText("id", "The id; null where the model has none.") {
        let name = $0.model.name($0.id)
        return name.isEmpty ? nil : name
      }
    ] + DataField.heading.dropFirst() + DataField.properties(of: [.model]) + DataField.common)
}

/// A zone that the model declares.
enum ZoneRecord {
  static let record = DataRecord<DataItem>(
    "zone", "A kind of environment that the model declares beyond the built-in ones.",
    DataField.heading + DataField.properties(of: [.zone]) + DataField.common)
}

/// A category of threat that the model declares.
enum CategoryRecord {
  static let record = DataRecord<DataItem>(
    "category", "A category of threat that the model declares beside those of the methods.",
    DataField.heading + DataField.properties(of: [.category]) + DataField.common)
}

/// A trust boundary.
enum BoundaryRecord {
  static let record = DataRecord<DataItem>(
    "boundary", "A trust boundary.",
    DataField.heading + place
      + DataField.properties(of: [.boundary], but: [.zone, .trust]) + [
        .records("elements", of: ReferenceRecord.record, "The elements directly inside it.") {
          item in
          item.sorted(item.model.children(item.id).filter { item.model[$0].keyword.isElement })
        },
        .records("flows", of: ReferenceRecord.record, "The flows that cross it, by id.") { item in
          let model = item.model
          let crossing = model.graph.flows.filter { flow in
            model.graph.crossings(of: flow).contains { $0.boundary == item.id }
          }
          return item.sorted(crossing.map(\.entity))
        },
      ] + DataField.common)

  /// Where something lies.
  static let place: [DataField<DataItem>] = [
    .optionalText("zone", "The zone it lies in: its own, or that of the nearest boundary.") {
      $0.model.zone($0.id)
    },
    .optionalNumber("trust", "How far it can be trusted, 0 to 10: as the nearest place states.") {
      $0.model.trust($0.id)
    },
    .records("boundaries", of: ReferenceRecord.record, "The boundaries around it, innermost first.")
    {
      $0.items($0.model.boundaries(around: $0.id))
    },
  ]
}

/// An external entity, process or data store.
enum ElementRecord {
  static let record = DataRecord<DataItem>(
    "element", "An external entity, a process or a data store.",
    DataField.heading + [
      .word("type", ["external", "process", "store"], "Which of the three it is.") {
        $0.model[$0.id].keyword.word
      }
    ] + BoundaryRecord.place + [
      .optionalRecord("inside", of: ReferenceRecord.record, "The process that it is a part of.") {
        item in
        item.item(
          item.model[item.id].parent.flatMap {
            item.model[$0].keyword == .process ? $0 : nil
          })
      },
      .boolean("analysed", "Whether its threats are analysed in this model.") {
        $0.model.isInScope($0.id)
      },
    ] + DataField.properties(of: [.process, .store, .external], but: [.inScope]) + [
      .records("interfaces", of: ReferenceRecord.record, "Its interfaces.") {
        $0.sorted($0.model.children($0.id, .interface))
      },
      .records("components", of: ReferenceRecord.record, "The software of others in it.") {
        $0.sorted($0.model.children($0.id, .component))
      },
      .records("outgoing", of: ReferenceRecord.record, "The flows that leave it.") {
        $0.sorted($0.model.graph.outgoing($0.id).map(\.entity))
      },
      .records("incoming", of: ReferenceRecord.record, "The flows that reach it.") {
        $0.sorted($0.model.graph.incoming($0.id).map(\.entity))
      },
      DataField.ownThreats,
    ] + DataField.common)
}

/// Where an element meets its environment.
enum InterfaceRecord {
  static let record = DataRecord<DataItem>(
    "interface", "Where an element meets its environment.",
    DataField.heading + [
      .optionalRecord("element", of: ReferenceRecord.record, "The element or boundary that has it.")
      {
        $0.item($0.model[$0.id].parent)
      }
    ] + BoundaryRecord.place + DataField.properties(of: [.interface], but: [.physical]) + [
      .boolean(
        "physical", "Whether somebody at the device can touch it: as stated, or by its kind."
      ) {
        $0.model.isPhysical(interface: $0.id)
      },
      .boolean("wireless", "Whether it works through the air.") {
        $0.model.isWireless(interface: $0.id)
      },
      .boolean("debug-port", "Whether it is a port for debugging.") { $0.model.isDebugPort($0.id) },
      .boolean("analysed", "Whether its threats are analysed in this model.") {
        $0.model.isInScope($0.id)
      },
      .records("flows", of: ReferenceRecord.record, "The flows that go through it.") {
        $0.sorted($0.model.flows(through: $0.id))
      },
      DataField.ownThreats,
    ] + DataField.common)
}

/// Software of others.
enum ComponentRecord {
  static let record = DataRecord<DataItem>(
    "component", "Software of others inside an element.",
    DataField.heading + [
      .optionalRecord(
        "element", of: ReferenceRecord.record, "The element or boundary that it runs in."
      ) {
        $0.item($0.model[$0.id].parent)
      }
    ] + DataField.properties(of: [.component]) + DataField.common)
}

/// What is worth protecting.
enum AssetRecord {
  static let record = DataRecord<DataItem>(
    "asset", "What is worth protecting.",
    DataField.heading + DataField.properties(of: [.asset]) + [
      .boolean("sensitive", "Whether reading it does harm: by its class or its confidentiality.") {
        $0.model.isSensitive($0.id)
      },
      .boolean("personal", "Whether it is about a person, by its class.") {
        $0.model.isPersonal($0.id)
      },
      .records("stores", of: ReferenceRecord.record, "The stores that hold it.") {
        $0.sorted($0.model.stores(of: $0.id))
      },
      .records("processes", of: ReferenceRecord.record, "The processes that handle it.") {
        $0.sorted($0.model.handlers(of: $0.id))
      },
      .records("flows", of: ReferenceRecord.record, "The flows that carry it.") {
        $0.sorted($0.model.carriers(of: $0.id))
      },
      DataField.ownThreats,
    ] + DataField.common)
}
