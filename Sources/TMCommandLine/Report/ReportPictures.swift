// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMAnalysis
import TMDiagram
import TMModel
import TMRegister

/// Draws the diagrams of a report: the system first, then each view, then the system at other levels.
struct ReportPictures {
  private(set) var pictures: [ReportPicture] = []
  /// Those that the layout gave up, or that are too large.
  private(set) var missing: [ReportMissingPicture] = []
  /// The diagrams as Mermaid, by the id of the picture; empty unless asked for.
  private(set) var mermaid: [String: String] = [:]

  /// What the pictures are for.
  enum Purpose {
    /// A page where a reader can switch levels.
    case page
    /// Files of their own.
    case files
    /// Pages of paper, on which each is to be read.
    case paper
    /// Mermaid: no layout.
    case mermaid
    /// Nothing to look at: no layout.
    case titles
  }

  private let compiled: CompiledModel
  private let worker: WorkerCommand
  private let purpose: Purpose

  /// A picture of another level is an extra: with more nodes than this it would be read by nobody and
  /// take longer than all others together.
  private static let extraNodes = 160

  static var style: ReportPictureStyle {
    let style = SVGPainter.pageStyle
    return ReportPictureStyle(light: style.light, dark: style.dark)
  }

  init(_ compiled: CompiledModel, worker: WorkerCommand, for purpose: Purpose = .page) {
    self.compiled = compiled
    self.worker = worker
    self.purpose = purpose
    let model = compiled.model
    let system = SceneBuilder(model, compiled.register, DiagramRequest())
    let levels = system.levels
    add(
      system, .system, id: "system",
      title: levels > 1 ? "System, \(system.depth) of \(levels) levels" : "System",
      text: model.system.flatMap { model.documentation($0) })
    for view in model.shownViews {
      add(
        SceneBuilder(model, compiled.register, DiagramRequest(view: view)), .view,
        id: model.path(view), title: model.title(view), text: model.documentation(view))
    }
    guard purpose == .page else { return }
    for depth in 1...max(1, levels) where depth != system.depth {
      let builder = SceneBuilder(model, compiled.register, DiagramRequest(depth: depth))
      guard builder.nodeCount <= Self.extraNodes else { continue }
      add(
        builder, .level, id: "system-\(depth)", title: "System, \(depth) of \(levels) levels",
        text: nil)
    }
  }

  private mutating func add(
    _ builder: SceneBuilder, _ kind: ReportPicture.Kind, id: String, title: String, text: String?
  ) {
    if builder.isEmpty { return }
    // A view can bear the name of another picture.
    let id = pictures.contains { $0.id == id } ? "\(id)-\(pictures.count)" : id
    let prefix = "view-\(id)-"
    if purpose == .paper { return addFitted(builder, kind, id: id, title: title, text: text) }
    let scene = builder.scene()
    do throws(WorkerError) {
      pictures.append(
        ReportPicture(
          id: id, kind: kind, level: builder.depth, title: title, text: text,
          svg: try svg(scene, prefix),
          idPrefix: prefix,
          parts: SVGPainter.parts(of: scene, idPrefix: prefix).map {
            .init(svgID: $0.id, paths: $0.paths)
          },
          // A page shows the other levels too.
          closed: purpose == .page ? [] : builder.closedTitles))
    } catch {
      missing.append(ReportMissingPicture(title: title, reason: error.message))
    }
    if purpose == .mermaid { addMermaid(scene, id: id, title: title) }
  }

  /// Adds a picture at the level that can be read on a page.
  private mutating func addFitted(
    _ builder: SceneBuilder, _ kind: ReportPicture.Kind, id: String, title: String, text: String?
  ) {
    let prefix = "view-\(id)-"
    do throws(WorkerError) {
      let fitted = try FittedPicture(
        builder, words: .auto, shape: .report, isFixed: false, worker: worker
      ) {
        // A box or two for the whole system say nothing.
        SceneBuilder(compiled.model, compiled.register, builder.request(depth: max($0, 1)))
      }
      let levels = "\(fitted.builder.depth) of \(builder.levels) levels"
      let fewer = fitted.builder.depth < builder.depth
      pictures.append(
        ReportPicture(
          id: id, kind: kind, level: fitted.builder.depth,
          title: !fewer ? title : kind == .system ? "System, \(levels)" : "\(title) (\(levels))",
          text: text, svg: SVGPainter.paint(fitted.placed, idPrefix: prefix), idPrefix: prefix,
          parts: SVGPainter.parts(of: fitted.scene, idPrefix: prefix).map {
            .init(svgID: $0.id, paths: $0.paths)
          }, closed: fitted.builder.closedTitles,
          flows: SVGPainter.flows(of: fitted.placed).map {
            .init(numbers: $0.numbers, title: $0.title, detail: $0.detail)
          }))
    } catch {
      missing.append(ReportMissingPicture(title: title, reason: error.message))
    }
  }

  private func svg(_ scene: Scene, _ prefix: String) throws(WorkerError) -> [UInt8] {
    switch purpose {
    case .page, .files, .paper:
      SVGPainter.paint(try PlacedScene(scene, worker: worker), idPrefix: prefix)
    case .mermaid, .titles: []
    }
  }

  private mutating func addMermaid(_ scene: Scene, id: String, title: String) {
    let drawing = MermaidWriter.drawing(of: scene)
    if MermaidWriter.isDrawn(scene, drawing) {
      mermaid[id] = String(decoding: drawing, as: UTF8.self)
    } else {
      missing.append(
        ReportMissingPicture(
          title: title,
          reason: "Mermaid draws at most \(MermaidWriter.Limit.edges) flows and "
            + "\(MermaidWriter.Limit.characters) characters"))
    }
  }
}
