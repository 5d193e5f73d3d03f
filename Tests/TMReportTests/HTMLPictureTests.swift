// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMDocument
import TMHTML
import TMRegister
import Testing

/// Which picture stands at the top of the page, and which in the chapters.
@Suite("Pictures of the report as HTML")
struct HTMLPictureTests {
  private struct Level {
    let width: Int
    let height: Int
  }

  /// A page with the system at one level after the other, and with the views of its model.
  private func page(_ levels: [Level], _ text: String = "model \"M\"\nprocess p\n") throws -> String
  {
    let sample = try ReportSample(text)
    let own = sample.source
    let systems = levels.enumerated().map { index, level in
      ReportPicture(
        id: index == 0 ? "system" : "system-\(index)", kind: index == 0 ? .system : .level,
        level: index + 1, title: "Level \(index + 1)", text: nil,
        svg: Array("<svg viewBox=\"0 0 \(level.width) \(level.height)\"></svg>".utf8),
        idPrefix: "s\(index)-", parts: [])
    }
    let source = ReportSource(
      own.model, own.register, own.risks, own.trace,
      pictures: systems + own.pictures.filter { $0.kind == .view }, toolVersion: "1.2.3")
    return String(
      decoding: HTMLReport.bytes(of: ReportBuilder.document(source), source), as: UTF8.self)
  }

  /// The pictures in the order of the page.
  private func pictures(_ page: String) -> [String] {
    page.matches(of: #/<figure [^>]*data-picture="([^"]*)"/#).map { String($0.output.1) }
  }

  @Test(
    "the stage has as many levels as fit on a screen, in both directions",
    arguments: [
      (1850, 1450, "system-1"), (1851, 1450, "system"), (1850, 1451, "system"),
      (1851, 1451, "system"), (10, 10, "system-1"),
    ])
  func stage(_ width: Int, _ height: Int, _ first: String) throws {
    let page = try page([Level(width: 400, height: 300), Level(width: width, height: height)])
    #expect(pictures(page).first == first)
    #expect(Set(pictures(page)) == ["system", "system-1"])
  }

  @Test("where no level fits, the stage has the first")
  func nothingFits() throws {
    let page = try page([Level(width: 4000, height: 300), Level(width: 5000, height: 300)])
    #expect(pictures(page) == ["system", "system-1"])
  }

  @Test("each view is drawn once, where its chapter shows it; the chapter of the stage leads there")
  func views() throws {
    let page = try page(
      [Level(width: 400, height: 300)],
      """
      model "M" { method: stride }
      external e "E"
      process p "P"
      flow f: e -> p "F"
      view one "One" { include: e }
      view two "Two" { include: p }
      """)
    #expect(pictures(page) == ["system", "one", "two"])
    #expect(page.ranges(of: "in front of the chapters").count == 1)
  }
}
