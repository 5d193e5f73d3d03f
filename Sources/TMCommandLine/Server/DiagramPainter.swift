// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMAnalysis
import TMDiagram
import TMLanguageServer
import TMModel

/// Draws for an editor; children do the layout, and are ended where nobody waits any more.
struct DiagramPainter: PicturePainter {
  let today: CalendarDate

  func picture(
    _ compiled: CompiledModel, view: String?, while isWanted: @escaping @Sendable () -> Bool
  ) throws(PictureFailure) -> [UInt8] {
    let result = ChildProcess.$isWanted.withValue(isWanted) {
      Result { () throws(PictureFailure) in try picture(compiled, view: view) }
    }
    return try result.get()
  }

  private func picture(
    _ compiled: CompiledModel, view: String?
  ) throws(PictureFailure) -> [UInt8] {
    guard compiled.errors.isEmpty else {
      throw PictureFailure("the model has errors, so its diagram would not show what is meant")
    }
    let model = compiled.model
    var shown: EntityID?
    if let view {
      shown = model.shownViews.first { model.path($0) == view }
      if shown == nil { throw PictureFailure("the model shows no view `\(view)`") }
    }
    let compiled = compiled.counting(on: today)
    let builder = SceneBuilder(model, compiled.register, DiagramRequest(view: shown))
    guard !builder.isEmpty else { throw PictureFailure("there is nothing to draw") }
    do throws(WorkerError) {
      let picture = try FittedPicture(
        builder, words: .auto, shape: .free, isFixed: false,
        worker: WorkerCommand.itself(timeLimit: 20)
      ) { SceneBuilder(model, compiled.register, builder.request(depth: $0)) }
      return SVGPainter.paint(picture.placed, theme: .auto)
    } catch {
      throw PictureFailure(error.message)
    }
  }
}
