// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import TMDiagram

/// How a picture beside another output is painted.
struct PictureOptions: ParsableArguments {
  enum Format: String, CaseIterable {
    case svg
    case png
    case pdf
    case dot

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
    help: ArgumentHelp("Seconds that the layout of the picture may take.", valueName: "seconds"))
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
    if case .dot = format { return DotWriter.drawing(of: scene) }
    let worker = WorkerCommand.itself(timeLimit: timeLimit)
    do throws(WorkerError) {
      let placed = try PlacedScene(scene, worker: worker)
      let fixedTheme = theme == .auto ? .light : theme
      switch format {
      case .svg, .dot: return SVGPainter.paint(placed, theme: theme)
      case .png:
        let svg = SVGPainter.paint(placed, theme: fixedTheme)
        return try Raster.convert(svg, to: .png(scale: scale), worker: worker)
      case .pdf:
        return try Raster.convert(
          SVGPainter.paint(placed, theme: fixedTheme), to: .pdf, worker: worker)
      }
    } catch {
      throw CommandFailure(error.message, help: error.help)
    }
  }
}
