// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// A diagram for a report, painted already.
package struct ReportPicture: Sendable {
  /// `system`, or the path of a view; with the level for another one of the same: `system-1`.
  package let id: String
  package let kind: Kind
  /// How many levels of boundaries and processes are open.
  package let level: Int
  package let title: String
  /// The `///` text of the view.
  package let text: String?
  /// The SVG, whose ids begin with `idPrefix`.
  package let svg: [UInt8]
  /// In the SVG, the parts have the ids `<prefix>element-…`, `<prefix>flow-…`, `<prefix>boundary-…`.
  package let idPrefix: String
  /// The path of the declaration that each part of the SVG shows, by the id of the part.
  package let parts: [Part]
  /// What it shows closed and no other picture of the report can show open: titles.
  package let closed: [String]
  /// What the numbers on its lines mean, where the picture itself does not say it.
  package let flows: [Flow]

  package init(
    id: String, kind: Kind, level: Int = 1, title: String, text: String?, svg: [UInt8],
    idPrefix: String, parts: [Part], closed: [String] = [],
    flows: [Flow] = []
  ) {
    self.id = id
    self.kind = kind
    self.level = level
    self.title = title
    self.text = text
    self.svg = svg
    self.idPrefix = idPrefix
    self.parts = parts
    self.closed = closed
    self.flows = flows
  }

  /// What a picture shows.
  package enum Kind: String, Sendable {
    case system
    /// A declared view.
    case view
    /// The system with another number of levels open: for a page where a reader can switch.
    case level
  }

  /// A line of the picture, as a table says it.
  package struct Flow: Sendable {
    package let numbers: String
    package let title: String
    /// Ends, protocol and protection.
    package let detail: String

    package init(numbers: String, title: String, detail: String) {
      self.numbers = numbers
      self.title = title
      self.detail = detail
    }
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

/// The rules of style sheets for the pictures of a page.
package struct ReportPictureStyle: Sendable {
  /// Sizes of lines and letters, and the colours on a light ground.
  package let light: String
  /// The colours on a dark ground, which win over the others.
  package let dark: String

  package init(light: String = "", dark: String = "") {
    self.light = light
    self.dark = dark
  }
}

/// A diagram that the report has to do without.
package struct ReportMissingPicture: Sendable {
  package let title: String
  /// One sentence without a full stop.
  package let reason: String

  package init(title: String, reason: String) {
    self.title = title
    self.reason = reason
  }
}
