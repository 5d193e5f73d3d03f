// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMDiagram
import TMModel
import TMReport

/// Draws the diagrams of a report: the system first, then each view.
struct ReportPictures {
  let compiled: CompiledModel
  let worker: WorkerCommand

  func all() throws(CommandFailure) -> [ReportPicture] {
    let model = compiled.model
    var pictures: [ReportPicture] = []
    for view in [nil] + model.shownViews.map(Optional.some) {
      let builder = SceneBuilder(model, compiled.register, DiagramRequest(view: view))
      if builder.isEmpty { continue }
      let id = view.map { model.path($0) } ?? "system"
      pictures.append(
        try picture(
          builder.scene(), id: id, title: view.map { model.title($0) } ?? "System",
          text: view.flatMap { model.documentation($0) }))
    }
    return pictures
  }

  private func picture(
    _ scene: Scene, id: String, title: String, text: String?
  ) throws(CommandFailure) -> ReportPicture {
    let prefix = "view-\(id)-"
    do throws(WorkerError) {
      let placed = try PlacedScene(scene, worker: worker)
      return ReportPicture(
        id: id, title: title, text: text, svg: SVGPainter.paint(placed, idPrefix: prefix),
        idPrefix: prefix,
        parts: SVGPainter.ids(of: scene, idPrefix: prefix).map {
          .init(svgID: $0.svg, paths: [$0.scene])
        })
    } catch {
      throw CommandFailure(error.message, help: error.help)
    }
  }
}
