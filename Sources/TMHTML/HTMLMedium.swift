// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// What a report in HTML is read on.
package enum HTMLMedium: Sendable {
  /// A browser: with the script.
  case screen
  /// Pages of paper: without the script, and with the numbers of the pages in the table of contents.
  ///
  /// - Parameter pages: by the id of a chapter or section; one that is not known yet has room left.
  case paper(pages: [String: Int])
  /// A word processor: text and tables, with the pictures as PNG by their ids.
  case wordProcessor(pictures: [String: [UInt8]])

  /// Whether the script comes along.
  var hasScript: Bool {
    switch self {
    case .screen: true
    case .paper, .wordProcessor: false
    }
  }

  /// Whether paragraphs and tables are all that it knows.
  var isWordProcessor: Bool {
    switch self {
    case .wordProcessor: true
    case .screen, .paper: false
    }
  }

  /// The number of the page behind an entry of the table of contents; nil where there are no pages.
  func page(of id: String) -> String? {
    guard case .paper(let pages) = self else { return nil }
    return pages[id].map(String.init) ?? "000"
  }
}
