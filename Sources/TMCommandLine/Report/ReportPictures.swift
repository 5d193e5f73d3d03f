// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMDiagram
import TMModel
import TMReport

/// Draws the diagrams of a report: the system first, then each view, then the system at other levels.
struct ReportPictures {
  private(set) var pictures: [ReportPicture] = []
  /// Those that the layout gave up.
  private(set) var missing: [ReportMissingPicture] = []

  private let compiled: CompiledModel
  private let worker: WorkerCommand

  /// A picture of another level is an extra: with more nodes than this it would be read by nobody and
  /// take longer than all others together.
  private static let extraNodes = 160

  static var style: ReportPictureStyle {
    let style = SVGPainter.pageStyle
    return ReportPictureStyle(light: style.light, dark: style.dark)
  }

  init(_ compiled: CompiledModel, worker: WorkerCommand) {
    self.compiled = compiled
    self.worker = worker
    let model = compiled.model
    let system = SceneBuilder(model, compiled.register, DiagramRequest())
    let levels = system.levels
    add(
      system, .system, id: "system",
      title: levels > 1 ? "System, \(system.depth) of \(levels) levels" : "System",
      text: model.system.flatMap { model.documentation($0) })
    for view in model.all(.view) {
      add(
        SceneBuilder(model, compiled.register, DiagramRequest(view: view)), .view,
        id: model.path(view), title: model.title(view), text: model.documentation(view))
    }
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
    let scene = builder.scene()
    let prefix = "view-\(id)-"
    do throws(WorkerError) {
      let placed = try PlacedScene(scene, worker: worker)
      pictures.append(
        ReportPicture(
          id: id, kind: kind, title: title, text: text,
          svg: SVGPainter.paint(placed, idPrefix: prefix),
          idPrefix: prefix,
          parts: SVGPainter.parts(of: scene, idPrefix: prefix).map {
            .init(svgID: $0.id, paths: $0.paths)
          }))
    } catch {
      missing.append(ReportMissingPicture(title: title, reason: error.message))
    }
  }
}
