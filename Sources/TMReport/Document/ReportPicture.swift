// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// A diagram for a report, painted already.
package struct ReportPicture: Sendable {
  /// `system`, or the path of a view; with the level for another one of the same: `system-1`.
  package let id: String
  package let title: String
  /// The `///` text of the view.
  package let text: String?
  /// The SVG, whose ids begin with `idPrefix`.
  package let svg: [UInt8]
  /// In the SVG, the parts have the ids `<prefix>element-…`, `<prefix>flow-…`, `<prefix>boundary-…`.
  package let idPrefix: String
  /// The path of the declaration that each part of the SVG shows, by the id of the part.
  package let parts: [Part]

  package init(
    id: String, title: String, text: String?, svg: [UInt8], idPrefix: String, parts: [Part]
  ) {
    self.id = id
    self.title = title
    self.text = text
    self.svg = svg
    self.idPrefix = idPrefix
    self.parts = parts
  }

  /// A part of the picture and the declarations that it stands for; several where flows are rolled up.
  package struct Part: Sendable {
    package let svgID: String
    package let paths: [String]

    package init(svgID: String, paths: [String]) {
      self.svgID = svgID
      self.paths = paths
    }
  }
}
