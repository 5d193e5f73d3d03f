// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// How another Graphviz draws a node: shapes and colours near to those of the SVG.
struct DotLook {
  let shape: String
  let peripheries: Int
  let style: String
  let line: String
  let fill: String

  init(_ kind: SceneNode.Kind) {
    switch kind {
    case .external, .human:
      self.init(shape: "box", style: "filled", line: "#475569", fill: "#eef1f5")
    case .process:
      self.init(shape: "ellipse", style: "filled", line: "#0b5c93", fill: "#e3f1fb")
    case .collapsedProcess:
      self.init(
        shape: "ellipse", peripheries: 2, style: "filled", line: "#0b5c93", fill: "#e3f1fb")
    case .store:
      self.init(shape: "cylinder", style: "filled", line: "#8a5a00", fill: "#fff4d6")
    case .collapsedBoundary:
      self.init(shape: "box", style: "rounded,dashed,filled", line: "#8a3c6e", fill: "#fbf5f9")
    }
  }

  private init(shape: String, peripheries: Int = 1, style: String, line: String, fill: String) {
    self.shape = shape
    self.peripheries = peripheries
    self.style = style
    self.line = line
    self.fill = fill
  }
}
