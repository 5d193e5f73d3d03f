// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@testable import TMDiagram

@Suite("Painting")
struct PaintingTests {
  private func placed() throws -> PlacedScene {
    try PlacedScene(GeneratedScene.make(seed: 7), worker: ProgramUnderTest.worker)
  }

  @Test("the same scene gives the same bytes")
  func deterministic() throws {
    let first = try placed()
    let second = try placed()
    #expect(SVGPainter.paint(first) == SVGPainter.paint(second))
    let scene = GeneratedScene.make(seed: 7)
    #expect(DotWriter.drawing(of: scene) == DotWriter.drawing(of: scene))
  }

  @Test("themes")
  func themes() throws {
    let placed = try placed()
    func sheet(_ theme: Theme) -> String {
      String(decoding: SVGPainter.paint(placed, theme: theme), as: UTF8.self)
    }
    #expect(sheet(.auto).contains("prefers-color-scheme: dark"))
    #expect(sheet(.auto).contains("#ffffff") && sheet(.auto).contains("#10151c"))
    #expect(!sheet(.light).contains("prefers-color-scheme"))
    #expect(!sheet(.light).contains("#10151c"))
    #expect(sheet(.dark).contains(".tm-diagram .paper { fill: #10151c; }"))
    #expect(!sheet(.dark).contains("fill: #ffffff"))
    #expect(!sheet(.auto).contains("var("))
  }

  @Test("every part has its id and says what it is")
  func ids() throws {
    let placed = try PlacedScene(HandScene.deepNesting.scene, worker: ProgramUnderTest.worker)
    let svg = String(decoding: SVGPainter.paint(placed, idPrefix: "x-"), as: UTF8.self)
    for id in ["x-element-n0", "x-element-n1", "x-flow-e0", "x-flow-e0-label", "x-boundary-r11"] {
      #expect(svg.contains("id=\"\(id)\""))
    }
    #expect(svg.contains("<title>Element 0 (external entity)</title>"))
    #expect(svg.contains("<title>1: Sends data, Element 0 to Element 1</title>"))
    #expect(svg.contains("Crosses Level 0, Level 1, Level 2"))
  }

  @Test("PNG has the wanted size and a bounded number of pixels")
  func png() throws {
    let placed = try placed()
    let svg = SVGPainter.paint(placed, theme: .light)
    let extent = SheetLayout(placed).extent
    let image = try Raster.convert(svg, to: .png(scale: 1), worker: ProgramUnderTest.worker)
    #expect(image.prefix(8) == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
    #expect(size(image) == [extent.width.rounded(.up), extent.height.rounded(.up)])
    let huge = try Raster.convert(svg, to: .png(scale: 90), worker: ProgramUnderTest.worker)
    #expect(size(huge).reduce(1, *) < RasterWorker.maximumPixels * 1.01)
  }

  @Test("PDF is the same on every run")
  func pdf() throws {
    let svg = SVGPainter.paint(try placed(), theme: .light)
    let first = try Raster.convert(svg, to: .pdf, worker: ProgramUnderTest.worker)
    #expect(first.starts(with: Array("%PDF-".utf8)))
    #expect(!String(decoding: first, as: UTF8.self).contains("/CreationDate"))
    #expect(try Raster.convert(svg, to: .pdf, worker: ProgramUnderTest.worker) == first)
  }

  @Test("text is drawn where no font is installed")
  func noFont() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "tm-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let configuration = folder.appending(path: "fonts.conf")
    try "<fontconfig><cachedir>\(folder.path)</cachedir></fontconfig>"
      .write(to: configuration, atomically: true, encoding: .utf8)
    let fontless = WorkerCommand(
      path: "/usr/bin/env", timeLimit: 60,
      leadingArguments: ["FONTCONFIG_FILE=\(configuration.path)", ProgramUnderTest.worker.path])
    let placed = try PlacedScene(HandScene.thereAndBack.scene, worker: ProgramUnderTest.worker)
    let svg = String(decoding: SVGPainter.paint(placed, theme: .light), as: UTF8.self)
    let silent = svg.replacing(/<text .*?<\/text>/, with: "")
    let withText = try Raster.convert(Array(svg.utf8), to: .png(scale: 1), worker: fontless)
    let without = try Raster.convert(Array(silent.utf8), to: .png(scale: 1), worker: fontless)
    #expect(withText.count > without.count * 5 / 4)
  }

  @Test("a library that is not installed is named with its package")
  func missingLibrary() {
    let worker = WorkerCommand(
      path: "/bin/sh", leadingArguments: ["-c", "echo librsvg-2.so.2 >&2; exit 3"])
    #expect(
      throws: WorkerError.missingLibrary(name: "librsvg-2.so.2", package: "librsvg2-2")
    ) {
      try Raster.convert([], to: .pdf, worker: worker)
    }
  }

  @Test("a broken SVG is refused")
  func brokenSVG() {
    #expect(throws: WorkerError.failed(message: "librsvg could not read the SVG")) {
      try Raster.convert(Array("<svg".utf8), to: .pdf, worker: ProgramUnderTest.worker)
    }
  }

  /// Width and height in the header of a PNG.
  private func size(_ image: [UInt8]) -> [Double] {
    [16, 20].map { start in
      Double(image[start..<start + 4].reduce(0) { $0 << 8 | Int($1) })
    }
  }
}
