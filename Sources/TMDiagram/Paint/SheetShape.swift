// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// What a picture is to fit.
package enum SheetShape: String, Hashable, Sendable, CaseIterable {
  /// A screen or page of any size, somewhat wider than high.
  case free
  /// A slide of 16 to 9, 13.33 inches wide.
  case slide
  /// A landscape page of 297 by 210 mm.
  case a4
  /// A landscape page of 11 by 8.5 inches.
  case letter
  /// A page of a report, across or upright, with words above and below the picture.
  case report

  /// What can be read on paper, in points.
  static let smallestText = 6.0

  /// Around everything on a sheet, in pixels: a page has margins of its own.
  var margin: Double {
    switch self {
    case .free: 28
    case .slide, .a4, .letter, .report: 10
    }
  }

  /// The page without its margins of 5 mm, in points; the first is the one that a picture is laid out for.
  private var extents: [Extent] {
    switch self {
    case .free: [Extent(width: 785, height: 538)]
    case .a4: [Extent(width: 813, height: 567)]
    case .slide: [Extent(width: 932, height: 512)]
    case .letter: [Extent(width: 764, height: 584)]
    // What the style sheet of the report leaves to a picture.
    case .report: [Extent(width: 785, height: 442), Extent(width: 515, height: 637)]
    }
  }

  /// How high a sheet must be for a picture, in the pixels of the picture: the picture's own height, or more
  /// where its width needs that.
  func height(for picture: Extent) -> Double {
    let first = extents[0].height
    return extents.map {
      max(picture.height * first / $0.height, picture.width * first / $0.width)
    }.min() ?? picture.height
  }

  /// How many points a pixel of a sheet has where the sheet fills the page.
  func scale(of sheet: Extent) -> Double {
    extents.map {
      min($0.width / max(sheet.width, 1), $0.height / max(sheet.height, 1))
    }.max() ?? 1
  }

  /// The smallest text of a sheet on the page, in points.
  func smallestText(on sheet: Extent) -> Double {
    let smallest = TextStyle.allCases.map(\.size).min() ?? 0
    // Enlarged beyond its size in pixels no sheet is.
    return smallest * min(scale(of: sheet), 1)
  }
}
