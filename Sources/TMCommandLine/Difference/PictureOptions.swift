// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import TMDiagram

/// How a picture is painted.
struct PictureOptions: ParsableArguments {
  enum Format: String, CaseIterable {
    case svg
    case png
    case pdf

    /// The format that the ending of a file name says; nil for any other ending.
    init?(endingOf path: String) {
      guard let name = path.split(separator: "/").last, let dot = name.lastIndex(of: "."),
        dot > name.startIndex
      else { return nil }
      self.init(rawValue: name[name.index(after: dot)...].lowercased())
    }
  }

  @Option(
    name: .long,
    help: "The colours of SVG: auto follows the reader; PNG and PDF take auto as light.")
  var theme = Theme.auto

  @Option(
    name: .long, help: ArgumentHelp("Pixels of PNG for each pixel of SVG.", valueName: "factor"))
  var scale = 2.0

  @Option(
    name: .customLong("time-limit"),
    help: ArgumentHelp("Seconds of processor time that a layout may take.", valueName: "seconds"))
  var timeLimit = 20.0

  mutating func validate() throws {
    if !(0.1...16).contains(scale) {
      throw ValidationError("`--scale` is a number from 0.1 to 16.")
    }
    if !(0.1...3600).contains(timeLimit) {
      throw ValidationError("`--time-limit` is a number of seconds from 0.1 to 3600.")
    }
  }

  /// The picture of a scene.
  func bytes(of scene: Scene, as format: Format) throws(CommandFailure) -> [UInt8] {
    do throws(WorkerError) {
      return try bytes(of: try PlacedScene(scene, worker: worker), as: format)
    } catch {
      throw CommandFailure(error.message, help: error.help)
    }
  }

  /// What draws it.
  var worker: WorkerCommand { WorkerCommand.itself(timeLimit: timeLimit) }

  /// The picture of a scene that is laid out.
  func bytes(of placed: PlacedScene, as format: Format) throws(WorkerError) -> [UInt8] {
    // A picture without a reader's settings has one theme.
    let fixedTheme = theme == .auto ? .light : theme
    switch format {
    case .svg: return SVGPainter.paint(placed, theme: theme)
    case .png:
      let svg = SVGPainter.paint(placed, theme: fixedTheme)
      return try Raster.convert(svg, to: .png(scale: scale), worker: worker)
    case .pdf:
      let svg = SVGPainter.paint(placed, theme: fixedTheme)
      return try Raster.convert(svg, to: .pdf, worker: worker)
    }
  }
}
