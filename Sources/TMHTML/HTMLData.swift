// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSource
import TMDocument
import TMModel
import TMSyntax
import TMThreats
import TMWriting

/// What the script knows beyond what it reads in the page: which row is about what, which part of a
/// picture shows what, and the neighbours of each declaration.
///
///     { "paths": ["pump.controller", …],           what the numbers below stand for
///       "facets": [[about, status, categories, zones, severity, acceptance], …],
///       "threats": [[facets, id of its row], …],    in the order of the register
///       "tables": { id of table: [[facets, threat or -1] or 0, …] },   one entry a row
///       "pictures": [[id, title, kind, { id of part: [path, …] }, levels], …],
///       "stage": id of the picture that stands at the top,
///       "declarations": { path: { "kind", "title", "text", "zone", … } },
///       "sets": [[label, [threat, …]], …],
///       "traces": [[[threat or -1, node, …], …], …] }
struct HTMLData {
  private let page: HTMLPage
  private let model: Model
  private var paths: [String] = []
  private var pathPlaces: [String: Int] = [:]
  private var facets: [ReportFacets] = []
  private var facetPlaces: [ReportFacets: Int] = [:]
  private let threatPlaces: [String: Int]

  init(_ page: HTMLPage) {
    self.page = page
    model = page.source.model
    threatPlaces = Dictionary(
      page.source.register.threats.enumerated().map { ($0.element.id, $0.offset) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The data as JSON that can stand in a script element: without any `<`.
  static func bytes(of page: HTMLPage) -> [UInt8] {
    var data = HTMLData(page)
    var writer = JSONWriter(.compact)
    writer.object { writer in
      data.writeTables(&writer)
      data.writePictures(&writer)
      data.writeDeclarations(&writer)
      data.writeFigures(&writer)
      data.writePool(&writer)
    }
    let escape = Array("\\u003c".utf8)
    return writer.takeBytes().flatMap { $0 == UInt8(ascii: "<") ? escape : [$0] }
  }

  private mutating func place(_ path: String) -> Int {
    if let place = pathPlaces[path] { return place }
    pathPlaces[path] = paths.count
    paths.append(path)
    return paths.count - 1
  }

  private mutating func place(_ facets: ReportFacets) -> Int {
    if let place = facetPlaces[facets] { return place }
    facetPlaces[facets] = self.facets.count
    self.facets.append(facets)
    return self.facets.count - 1
  }

  // MARK: - Rows

  private mutating func writeTables(_ writer: inout JSONWriter) {
    var threats: [(facets: Int, row: String)?] = Array(
      repeating: nil, count: page.source.register.threats.count)
    let tables = page.document.chapters.flatMap(\.blocks).compactMap { block -> ReportTable? in
      guard case .table(let table) = block, table.rows.contains(where: { $0.facets != nil })
      else { return nil }
      return table
    }
    writer.object("tables") { writer in
      for table in tables {
        writer.key(named: "table-\(MarkupID.clean(table.id))")
        writer.array { writer in
          for (index, row) in table.rows.enumerated() {
            guard let facets = row.facets else {
              writer.value(0)
              continue
            }
            let place = place(facets)
            var threat = -1
            if case .threat(let id)? = row.anchor, let known = threatPlaces[id] {
              threat = known
              if let row = page.anchors.id(ofRow: index, in: table.id) {
                threats[known] = (place, row)
              }
            }
            writer.array { writer in
              writer.value(place)
              writer.value(threat)
            }
          }
        }
      }
    }
    writer.array("threats") { writer in
      for threat in threats {
        writer.array { writer in
          writer.value(threat?.facets ?? -1)
          writer.value(threat?.row ?? "")
        }
      }
    }
  }

  // MARK: - Pictures

  private mutating func writePictures(_ writer: inout JSONWriter) {
    writer.array("pictures") { writer in
      for picture in page.source.pictures {
        writer.array { writer in
          writer.value(picture.id)
          writer.value(HTMLWriter.shown(picture.title))
          writer.value(picture.kind.rawValue)
          writer.object { writer in
            for part in picture.parts {
              writer.key(named: part.svgID)
              writer.array { writer in
                for path in part.paths { writer.value(place(path)) }
              }
            }
          }
          writer.value(picture.level)
        }
      }
    }
    writer.field("stage", page.stagePicture?.id ?? "")
  }

  // MARK: - Declarations

  private mutating func writeDeclarations(_ writer: inout JSONWriter) {
    let kinds: [Keyword] = [
      .boundary, .external, .process, .store, .interface, .flow, .asset, .control, .component,
    ]
    let facts = SubjectFacts(model)
    writer.object("declarations") { writer in
      for id in kinds.flatMap(model.all) where !model.isBuiltIn(id) {
        writer.key(named: model.path(id))
        writer.object { writer in write(id, facts, &writer) }
      }
    }
  }

  private mutating func write(_ id: EntityID, _ facts: SubjectFacts, _ writer: inout JSONWriter) {
    let keyword = model[id].keyword
    writer.field("kind", kind(id))
    writer.field("title", HTMLWriter.shown(model.title(id)))
    if let text = model.documentation(id) { writer.field("text", HTMLWriter.shown(text)) }
    if let zone = model.zone(id) { writer.field("zone", zone) }
    if let row = page.anchors.id(.declaration(model.path(id))) { writer.field("row", row) }
    if keyword == .control { writer.field("status", model.standing(ofControl: id)) }
    if let flow = model.graph.flow(id) {
      field("ends", [flow.source, flow.target], &writer)
      field("crosses", model.graph.crossings(of: flow).map(\.boundary), &writer)
      field("interfaces", model.interfaces(of: id), &writer)
    }
    if keyword == .boundary {
      field(
        "inside",
        model.children(id).filter {
          model[$0].keyword.isElement || model[$0].keyword == .boundary
        }, &writer)
      field(
        "crossed",
        model.graph.flows.filter { flow in
          model.graph.crossings(of: flow).contains { $0.boundary == id }
        }.map(\.entity), &writer)
    }
    if keyword.isElement {
      field("in", Array(model.boundaries(around: id).prefix(1)), &writer)
      field("inside", model.children(id).filter { model[$0].keyword.isElement }, &writer)
      field("interfaces", model.children(id, .interface), &writer)
      field("components", model.children(id, .component), &writer)
      field(
        "flows",
        model.graph.flows.filter { $0.source == id || $0.target == id }.map(\.entity), &writer)
    }
    if keyword != .asset { field("assets", facts.assets(of: id), &writer) }
    field("controls", model.references(id, .controls), &writer)
  }

  private func kind(_ id: EntityID) -> String {
    switch model[id].keyword {
    case .external: model.boolean(id, .human) == true ? "person" : "external entity"
    case .boundary: "trust boundary"
    case .store: "data store"
    case .flow: model.graph.flow(id)?.isTwoWay == true ? "two-way data flow" : "data flow"
    default: model[id].keyword.word
    }
  }

  private mutating func field(
    _ name: StaticString, _ ids: [EntityID], _ writer: inout JSONWriter
  ) {
    if ids.isEmpty { return }
    writer.array(name) { writer in
      for id in ids { writer.value(place(model.path(id))) }
    }
  }

  // MARK: - Figures

  private func writeFigures(_ writer: inout JSONWriter) {
    writer.array("sets") { writer in
      for set in page.sets {
        writer.array { writer in
          writer.value(HTMLWriter.shown(set.label))
          writer.array { writer in
            for id in set.ids { writer.value(threatPlaces[id] ?? -1) }
          }
        }
      }
    }
    writer.array("traces") { writer in
      for trace in page.traces {
        writer.array { writer in
          for chain in trace.chains {
            writer.array { writer in
              writer.value(chain.threat.flatMap { threatPlaces[$0] } ?? -1)
              for node in chain.nodes { writer.value(node) }
            }
          }
        }
      }
    }
  }

  // MARK: - What the numbers stand for

  private mutating func writePool(_ writer: inout JSONWriter) {
    writer.array("facets") { writer in
      for facet in facets {
        writer.array { writer in
          writer.array { writer in
            for path in facet.about { writer.value(place(path)) }
          }
          writer.value(facet.status ?? "")
          writer.array { writer in for word in facet.categories { writer.value(word) } }
          writer.array { writer in for word in facet.zones { writer.value(word) } }
          writer.value(facet.severity ?? "")
          writer.value(facet.acceptance?.rawValue ?? "")
        }
      }
    }
    writer.array("paths") { writer in for path in paths { writer.value(path) } }
    writer.object("methods") { writer in
      for category in CategoryTable(model).all {
        writer.field(named: category.rawValue, category.methodName)
      }
    }
  }
}
