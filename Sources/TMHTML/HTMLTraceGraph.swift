// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMDocument

/// The trace as bands between five columns, as wide as there are threats on the way.
extension HTMLPage {
  mutating func write(_ trace: TraceFigure) {
    if let absence = trace.absence { return write(absence: absence) }
    // The table of the chapter says the same to who cannot have the graph.
    if medium.isWordProcessor { return }
    let layout = TraceLayout(trace, isNarrow: !medium.hasScript)
    let number = keep(trace)
    html.open("figure", ["class": "plot trace", "data-trace": "\(number)"])
    html.element("figcaption") { html in
      html.element("b", "Trace")
      html.text(
        " From what is worth protecting to the evidence; a band is as wide as threats are on it. "
          + "Red marks what is missing.")
    }
    html.element("p", ["class": "focus small", "aria-live": "polite"], "")
    html.open("div", ["class": "canvas"])
    html.element(
      "svg",
      [
        "class": "trace-graph", "viewBox": "0 0 \(layout.width) \(layout.height)",
        "width": "\(layout.width)", "height": "\(layout.height)", "role": "group",
        "aria-label": "Graph from assets to verification",
      ]
    ) { html in
      for column in layout.columns {
        html.element(
          "text", ["class": "column", "x": "\(column.x)", "y": "16"], column.title)
      }
      for band in layout.bands {
        html.void(
          "path",
          [
            "class": band.isGap ? "band gap" : "band", "d": band.path,
            "data-from": "\(band.from)", "data-to": "\(band.to)",
          ])
        html.close("path")
      }
      for (index, box) in layout.boxes.enumerated() {
        Self.write(box, layout.short(trace.nodes[index].title), trace.nodes[index], index, &html)
      }
    }
    html.close("div")
    html.close("figure")
  }

  private static func write(
    _ box: TraceLayout.Box, _ title: String, _ node: TraceFigure.Node, _ index: Int,
    _ html: inout HTMLWriter
  ) {
    let missing = node.kind == .gap || !node.gaps.isEmpty
    let gaps = node.gaps.map { $0.count == 1 ? $0.text : "\($0.text) (\($0.count) times)" }
    let threats = box.threats == 1 ? "1 threat" : "\(box.threats) threats"
    let spoken = ["\(node.title): \(threats)"] + gaps
    html.element(
      "g",
      [
        "class": "node \(node.kind.rawValue)\(missing ? " missing" : "")",
        "data-node": "\(index)",
      ]
    ) { html in
      html.element("title", spoken.joined(separator: "; "))
      html.void(
        "rect",
        ["x": "\(box.x)", "y": "\(box.y)", "width": "8", "height": "\(box.height)", "rx": "2"])
      html.close("rect")
      html.element("text", ["x": "\(box.x + 14)", "y": "\(box.middle + 4)"]) { html in
        html.text(title)
        if box.threats > 0 { html.element("tspan", ["class": "count"], " \(box.threats)") }
        if !node.gaps.isEmpty { html.element("tspan", ["class": "mark"], " ▲") }
      }
    }
  }
}
