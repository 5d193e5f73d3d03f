// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMTestSupport
import Testing

@testable import TMDiagram

/// The library that the committed pictures were laid out with, and the one that runs here.
private enum LayoutLibrary {
  static let record = "Tests/TMDiagramTests/layout-library.txt"
  static let running = "Graphviz \(GraphvizContext.version), \(architecture)\n"
  static let recorded = try? Repository.text(record)
  static let isTheSame = Repository.updatesSnapshots || recorded == running

  // Another processor may round a coordinate differently.
  private static var architecture: String {
    #if arch(x86_64)
      "x86_64"
    #elseif arch(arm64)
      "arm64"
    #else
      "another processor"
    #endif
  }
}

@Suite("Pictures of the examples")
struct ExamplePictureTests {
  @Test(
    "a picture is what `tm render` writes now",
    .enabled(
      if: LayoutLibrary.isTheSame,
      """
      the pictures were laid out by \(LayoutLibrary.recorded ?? "an unknown library"), and this is \
      \(LayoutLibrary.running): only their parts are compared
      """), arguments: ExamplePicture.all)
  func isFresh(_ picture: ExamplePicture) throws {
    let svg = try picture.svg()
    if Repository.updatesSnapshots {
      try Repository.write(svg, to: picture.path)
      return try Repository.write(LayoutLibrary.running, to: LayoutLibrary.record)
    }
    #expect(
      try Repository.text(picture.path) == svg,
      "\(picture) is stale: TM_UPDATE_SNAPSHOTS=1 swift test --filter ExamplePictureTests")
  }

  @Test(
    "a picture has the elements, flows and boundaries of its model, whatever laid it out",
    .enabled(if: !Repository.updatesSnapshots), arguments: ExamplePicture.all)
  func hasAllParts(_ picture: ExamplePicture) throws {
    let committed = ids(in: try Repository.text(picture.path))
    #expect(committed.contains { $0.hasPrefix("tm-element-") })
    #expect(committed.contains { $0.hasPrefix("tm-flow-") })
    #expect(committed == ids(in: try picture.svg()), "\(picture) is stale")
  }

  @Test("no picture is left of a view that is gone", .enabled(if: !Repository.updatesSnapshots))
  func noneIsLeft() {
    let found = Repository.files(under: "examples", extension: "svg")
    #expect(found == ExamplePicture.all.map(\.path).sorted())
    #expect(found.count > CompiledSample.examples.count)
  }

  @Test("the page of an example shows its pictures", arguments: ExamplePicture.all)
  func isShown(_ picture: ExamplePicture) throws {
    let page = try Repository.text("examples/\(picture.example)/README.md")
    #expect(page.contains("](\(picture.viewName ?? "diagram").svg)"))
  }

  private func ids(in svg: String) -> Set<String> {
    Set(svg.matches(of: /id="([^"]+)"/).map { String($0.output.1) })
  }
}
