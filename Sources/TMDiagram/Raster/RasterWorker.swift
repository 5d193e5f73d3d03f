// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Glibc

/// The child process that makes PNG or PDF: SVG on standard input, the file on standard output.
enum RasterWorker {
  /// The exit status with which the worker names a library that is not installed.
  static let missingLibraryStatus: Int32 = 3
  /// The most pixels of an image: 96 MB in memory, and a second or two of work.
  static let maximumPixels = 24_000_000.0

  /// Never returns: exit status 0 with the whole file written, else a message on standard error.
  static func run(_ format: String?) -> Never {
    WorkerProcess.limitResources(memoryMegabytes: 4096)
    guard let svg = WorkerProcess.readInput() else { WorkerProcess.fail("no input") }
    do {
      let drawing = try Drawing(svg)
      if format == "pdf" {
        WorkerProcess.succeed(try drawing.pdf())
      } else if let scale = scale(in: format) {
        WorkerProcess.succeed(try drawing.png(scale: scale))
      } else {
        WorkerProcess.fail("unknown format")
      }
    } catch {
      switch error {
      case .library(let name): WorkerProcess.fail(name, status: missingLibraryStatus)
      case .function(let name):
        WorkerProcess.fail("librsvg or cairo is too old, it has no `\(name)`")
      case .failed(let message): WorkerProcess.fail(message)
      }
    }
  }

  private static func scale(in format: String?) -> Double? {
    guard let format, format.hasPrefix("png:"), let scale = Double(format.dropFirst(4)),
      (0.01...100).contains(scale)
    else { return nil }
    return scale
  }

  fileprivate enum Failure: Error {
    case library(String)
    case function(String)
    case failed(String)
  }
}

/// An SVG read by librsvg.
private struct Drawing {
  private let cairo: CairoLibrary
  private let handle: CairoLibrary.Handle
  private let extent: Extent

  init(_ svg: [UInt8]) throws(RasterWorker.Failure) {
    var svg = svg
    do {
      cairo = try CairoLibrary()
      if BuiltInFont.isNeeded { svg = OutlinedText.replace(in: svg, with: try BuiltInFont(cairo)) }
    } catch {
      switch error {
      case .library(let name): throw .library(name)
      case .function(let name): throw .function(name)
      }
    }
    guard let handle = cairo.readSVG(svg, UInt(svg.count), nil) else {
      throw .failed("librsvg could not read the SVG")
    }
    var extent = Extent(width: 0, height: 0)
    guard cairo.sizeOfSVG(handle, &extent.width, &extent.height) != 0, extent.width >= 1,
      extent.height >= 1
    else { throw .failed("the SVG has no size") }
    self.handle = handle
    self.extent = extent
  }

  func png(scale wanted: Double) throws(RasterWorker.Failure) -> [UInt8] {
    // Cairo draws at most 32767 pixels each way.
    let most = (RasterWorker.maximumPixels / (extent.width * extent.height)).squareRoot()
    let scale = min(wanted, most, 32_000 / max(extent.width, extent.height))
    let width = Int32((extent.width * scale).rounded(.up))
    let height = Int32((extent.height * scale).rounded(.up))
    let surface = cairo.makeImage(0, width, height)
    let context = cairo.makeContext(surface)
    cairo.scale(context, scale, scale)
    try render(on: context)
    let collector = Collector.make()
    guard cairo.writePNG(surface, Collector.append, collector) == 0 else {
      throw .failed("cairo could not write the PNG")
    }
    return collector.pointee.bytes
  }

  func pdf() throws(RasterWorker.Failure) -> [UInt8] {
    // A pixel is 1/96 inch, a point of PDF 1/72 inch.
    let factor = 0.75
    let collector = Collector.make()
    let surface = cairo.makePDF(
      Collector.append, collector, extent.width * factor, extent.height * factor)
    // The date of creation; the same input is to give the same file.
    cairo.setPDFMetadata(surface, 5, "")
    let context = cairo.makeContext(surface)
    cairo.scale(context, factor, factor)
    try render(on: context)
    cairo.finishSurface(surface)
    guard cairo.statusOfSurface(surface) == 0 else {
      throw .failed("cairo could not write the PDF")
    }
    return collector.pointee.bytes
  }

  private func render(on context: CairoLibrary.Handle?) throws(RasterWorker.Failure) {
    let area = [0, 0, extent.width, extent.height]
    guard cairo.renderSVG(handle, context, area, nil) != 0, cairo.statusOfContext(context) == 0
    else { throw .failed("librsvg could not draw the SVG") }
  }
}

/// Takes the bytes that cairo writes.
private struct Collector {
  var bytes: [UInt8] = []

  /// Never freed: the process ends with the answer.
  static func make() -> UnsafeMutablePointer<Collector> {
    let collector = UnsafeMutablePointer<Collector>.allocate(capacity: 1)
    collector.initialize(to: Collector())
    return collector
  }

  static let append: CairoLibrary.WriteFunction = { closure, data, count in
    closure?.assumingMemoryBound(to: Collector.self).pointee.bytes
      .append(contentsOf: UnsafeBufferPointer(start: data, count: Int(count)))
    return 0
  }
}
