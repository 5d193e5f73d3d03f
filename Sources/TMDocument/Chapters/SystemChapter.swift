// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRegister
import TMSyntax
import TMThreats

/// The system: its diagram, then everything that the model declares of it, each in a table by id.
struct SystemChapter {
  private let phrases: ReportPhrases
  private let model: Model

  init(_ phrases: ReportPhrases) {
    self.phrases = phrases
    model = phrases.model
  }

  var chapter: ReportChapter {
    ReportChapter(
      id: "system", title: "System",
      blocks: picture + boundaries + elements + InterfaceTable(phrases).blocks
        + FlowTable(phrases).blocks + assets)
  }

  private var picture: [ReportBlock] {
    let missing = phrases.source.missingPictures.map { picture in
      ReportPhrases.gap(
        .words("The diagram “\(picture.title)” could not be drawn: \(picture.reason)."))
    }
    return phrases.source.pictures.filter { $0.kind == .system }
      .flatMap { [.figure(.picture($0.id))] + closed($0) } + missing
  }

  /// What a reader of the picture does not see, so that nobody takes it for all there is.
  private func closed(_ picture: ReportPicture) -> [ReportBlock] {
    if picture.closed.isEmpty { return [] }
    let isOne = picture.closed.count == 1
    return [
      .note(
        .information,
        [
          .words("What is inside "),
          .words(picture.closed.map { "“\($0)”" }.joined(separator: ", ")),
          .words(" is not in the picture, and stands in the tables below. A "),
          .code("view"), .words(" that includes \(isOne ? "it" : "one of them")"),
          .words(" gets a picture of its own; "), .code("tm render --depth"),
          .words(" shows all levels in one."),
        ])
    ]
  }

  // MARK: - Boundaries and zones

  private var boundaries: [ReportBlock] {
    let section = ReportBlock.section(id: "boundaries", title: "Trust boundaries and zones")
    let all = phrases.byPath(.boundary)
    if all.isEmpty {
      return [
        section,
        ReportPhrases.gap(
          .words("The model has no trust boundary, so no flow crosses one: put elements into "),
          .code("boundary id \"…\" { zone: … }"), .words(".")),
      ]
    }
    let rows = all.map { id in
      ReportTable.Row(
        [
          phrases.heading(id), ReportPhrases.words([model.zone(id)].compactMap { $0 }),
          model.trust(id).map { [.words(Self.trust($0))] } ?? [],
          model.boundaries(around: id).first { _ in true }.map { [phrases.title($0)] } ?? [],
          ReportPhrases.words(model.words(id, .kind)), phrases.text(id, .owner),
        ],
        anchor: .declaration(model.path(id)), details: phrases.details(id, [.access, .controls]))
    }
    let table = ReportTable(
      id: "boundary-list",
      columns: [
        .init("Boundary"), .init("Zone", .short), .init("Trust", .number), .init("Within"),
        .init("Kind", .short), .init("Operated by"),
      ], rows: rows)
    let intro = "Trust goes from 0, the open internet, to 10, the core of the product."
    return [section, .paragraph([.words(intro)]), .table(table)] + ownZones
  }

  private var ownZones: [ReportBlock] {
    let zones = phrases.byPath(.zone)
    if zones.isEmpty { return [] }
    return [
      .table(
        ReportTable(
          id: "zone-list", caption: "Zones that the model adds to the built-in ones",
          columns: [.init("Zone"), .init("Like", .short), .init("Trust", .number)],
          rows: zones.map { id in
            ReportTable.Row(
              [
                phrases.heading(id),
                ReportPhrases.words(
                  model.words(id, .like) + model.references(id, .like).map(model.path)),
                model.number(id, .trust).map { [.words(Self.trust($0))] } ?? [],
              ],
              anchor: .declaration(model.path(id)), details: phrases.details(id, [.access]))
          }))
    ]
  }

  private static func trust(_ trust: Double) -> String {
    trust == trust.rounded() ? "\(Int(trust))" : "\(trust)"
  }

  // MARK: - Elements

  private var elements: [ReportBlock] {
    let externals = phrases.byPath(.external)
    let tables =
      elementTable("actors", "People", externals.filter { model.boolean($0, .human) == true })
      + elementTable(
        "externals", "Systems of others", externals.filter { model.boolean($0, .human) != true })
      + elementTable("processes", "Processes", phrases.byPath(.process))
      + elementTable("stores", "Data stores", phrases.byPath(.store))
    let none = ReportPhrases.missing(
      .words("The model has no element: declare what the system is made of as "),
      .code("external"), .words(", "), .code("process"), .words(" and "), .code("store"),
      .words("."))
    return [.section(id: "elements", title: "Actors and elements")]
      + (tables.isEmpty ? [none] : tables)
  }

  private func elementTable(_ id: String, _ caption: String, _ all: [EntityID]) -> [ReportBlock] {
    if all.isEmpty { return [] }
    let assets: Property? = id == "processes" ? .handles : id == "stores" ? .holds : nil
    let assetColumn: [ReportTable.Column] =
      assets.map { [.init($0 == .handles ? "Handles" : "Holds")] } ?? []
    let rows = all.map { element in
      ReportTable.Row(
        [
          phrases.heading(element),
          model.boundaries(around: element).first { _ in true }.map { [phrases.title($0)] } ?? [],
          phrases.text(element, .technology),
        ] + (assets.map { [phrases.titles(model.references(element, $0))] } ?? []) + [
          phrases.threatCount(about: element)
        ],
        anchor: .declaration(model.path(element)),
        details: phrases.details(
          element,
          [
            .privilege, .function, .encrypted, .kind, .log, .inScope, .owner, .harm, .controls,
            .capabilityLevel,
          ]))
    }
    return [
      .table(
        ReportTable(
          id: id, caption: caption,
          columns: [.init("Element"), .init("In"), .init("Technology")] + assetColumn + [
            .init("Threats", .number)
          ], rows: rows))
    ]
  }

  // MARK: - Assets

  private var assets: [ReportBlock] {
    let section = ReportBlock.section(id: "assets", title: "Assets")
    let all = phrases.byPath(.asset)
    if all.isEmpty {
      return [
        section,
        ReportPhrases.missing(
          .words("The model names no asset: declare what is worth protecting as "),
          .code("asset id \"…\""), .words(".")),
      ]
    }
    let rows = all.map { id in
      ReportTable.Row(
        [
          phrases.heading(id), ReportPhrases.words(model.words(id, .class)),
          level(id, .confidentiality), level(id, .integrity), level(id, .availability),
          phrases.titles(model.stores(of: id) + model.handlers(of: id)),
          phrases.ids(model.references(id, .harm)),
        ],
        anchor: .declaration(model.path(id)),
        details: phrases.details(id, [.owner, .controls]) + carriers(id))
    }
    return [
      section,
      .table(
        ReportTable(
          id: "asset-list",
          columns: [
            .init("Asset"), .init("Class", .short), .init("Confidentiality", .short),
            .init("Integrity", .short), .init("Availability", .short), .init("Where"),
            .init("Harm", .short),
          ], rows: rows)),
    ]
  }

  private func level(_ id: EntityID, _ property: Property) -> [ReportText] {
    model.word(id, property).map { [.level($0)] } ?? []
  }

  private func carriers(_ id: EntityID) -> [ReportFact] {
    let flows = model.carriers(of: id)
    return flows.isEmpty ? [] : [ReportFact("Carried by", phrases.titles(flows))]
  }
}
