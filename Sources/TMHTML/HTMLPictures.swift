// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMDocument
import TMRegister
import TMWriting

/// The diagrams: each stands once in the page, an overview of the system on the stage at its top, the
/// others in their chapters. The script moves the one that a reader chooses to the stage.
extension HTMLPage {
  /// The pictures that a chapter shows.
  private var inChapters: Set<String> {
    Set(
      document.chapters.flatMap(\.blocks).compactMap { block in
        guard case .figure(.picture(let id)) = block else { return nil }
        return id
      })
  }

  /// The system with as many levels open as can be read on a screen at once.
  var stagePicture: ReportPicture? {
    let systems = source.pictures.filter { $0.kind != .view }.sorted { $0.level < $1.level }
    let readable = systems.last { picture in
      guard let size = Self.size(of: picture) else { return false }
      return size.width <= 1850 && size.height <= 1450
    }
    return readable ?? systems.first ?? source.pictures.first
  }

  mutating func writeStage() {
    let onStage = stagePicture
    let isWide = onStage.map(Self.isWide) ?? false
    html.open(
      "section",
      [
        "class": isWide ? "stage across" : "stage", "id": "diagram",
        "aria-labelledby": "diagram-title",
      ])
    html.element("h2", ["id": "diagram-title"], "Diagram")
    html.line()
    // The script puts its switches here.
    if medium.hasScript { html.element("div", ["class": "switches", "id": "ui-switches"], "") }
    html.open("div", ["class": "board"])
    if medium.hasScript {
      html.element(
        "div",
        [
          "class": "panel", "id": "ui-panel", "role": "region", "aria-label": "Selection",
          "tabindex": "0", "hidden": "",
        ], "")
    }
    html.open("div", ["class": "spot", "id": "ui-place"])
    if let onStage { write(figure: onStage) }
    html.close("div")
    html.close("div")
    for missing in source.missingPictures {
      html.element("p", ["class": "note gap"]) { html in
        html.element("strong", ["class": "kind"], "No picture")
        html.text(" \(missing.title): \(missing.reason).")
      }
    }
    let shown = inChapters
    let others = source.pictures.filter { $0.id != onStage?.id && !shown.contains($0.id) }
    if !others.isEmpty, medium.hasScript {
      html.open("details", ["class": "levels", "id": "ui-levels"])
      html.element("summary", "The same at other levels")
      for picture in others { write(figure: picture) }
      html.close("details")
    }
    html.close("section")
    html.line()
  }

  /// A picture where a chapter shows it; of the one on the stage, a chapter says where it is.
  mutating func write(shown picture: ReportPicture) {
    guard picture.id == stagePicture?.id else { return write(figure: picture) }
    html.element("p", ["class": "see"]) { html in
      html.text("The diagram stands ")
      html.element("a", ["href": "#diagram"], "in front of the chapters")
      html.text(".")
    }
  }

  private mutating func write(figure picture: ReportPicture) {
    html.open(
      "figure",
      [
        "class": Self.isWide(picture) ? "picture wide" : "picture",
        "id": anchors.id(.picture(picture.id)), "data-picture": picture.id,
      ])
    html.open("div", ["class": "canvas"])
    if case .wordProcessor(let pictures) = medium {
      let data = pictures[picture.id].map { "data:image/png;base64," + Base64.text(of: $0) }
      html.void("img", ["src": data, "alt": picture.title, "width": "640"])
    } else {
      html.verbatim(Self.withoutStyle(picture.svg))
    }
    html.close("div")
    html.element("figcaption") { html in
      html.element("b", picture.title)
      if picture.kind == .system, let text = picture.text { html.text(" \(text)") }
    }
    html.close("figure")
    html.line()
    writeFlows(of: picture)
  }

  /// What the numbers on the lines mean.
  private mutating func writeFlows(of picture: ReportPicture) {
    if picture.flows.isEmpty { return }
    write(
      ReportTable(
        id: "flows-of-\(picture.id)", caption: "Flows of the picture",
        columns: [.init("Number", .short), .init("Flow"), .init("From → to")],
        rows: picture.flows.map {
          ReportTable.Row([[.strong($0.numbers)], [.words($0.title)], [.words($0.detail)]])
        }))
  }

  /// Whether a sheet across is needed for it to be read: one that goes on upright leaves no page half empty.
  private static func isWide(_ picture: ReportPicture) -> Bool {
    guard let size = size(of: picture) else { return false }
    // The room that the style sheet leaves on either sheet, in points for each pixel of the picture.
    let upright = min(515 / size.width, 637 / size.height)
    let across = min(785 / size.width, 442 / size.height)
    return across > upright && upright * smallestText < 6
  }

  /// In pixels of a picture.
  private static let smallestText = 9.5

  /// The numbers of its `viewBox`, in pixels.
  private static func size(of picture: ReportPicture) -> (width: Double, height: Double)? {
    let head = String(decoding: picture.svg.prefix(2000), as: UTF8.self)
    guard let start = head.firstRange(of: "viewBox=\"") else { return nil }
    let numbers = head[start.upperBound...].prefix { $0 != "\"" }.split(separator: " ")
      .compactMap { Double($0) }
    return numbers.count == 4 ? (numbers[2], numbers[3]) : nil
  }

  /// The picture without the style sheet inside it: the page has one for all pictures, and its policy
  /// lets no other in.
  private static func withoutStyle(_ svg: [UInt8]) -> [UInt8] {
    let (start, end) = (Array("<style>".utf8), Array("</style>".utf8))
    guard let from = svg.firstRange(of: start), let to = svg.firstRange(of: end) else { return svg }
    return Array(svg[..<from.lowerBound] + svg[to.upperBound...])
  }
}
