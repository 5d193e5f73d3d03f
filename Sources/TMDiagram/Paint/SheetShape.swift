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

  /// What can be read on paper, in points.
  static let smallestText = 6.0

  /// The page without its margins of 10 mm, in points.
  var extent: Extent {
    switch self {
    case .free, .a4: Extent(width: 785, height: 538)
    case .slide: Extent(width: 903, height: 483)
    case .letter: Extent(width: 735, height: 555)
    }
  }

  /// How many points a pixel of a sheet has where the sheet fills the page.
  func scale(of sheet: Extent) -> Double {
    min(extent.width / max(sheet.width, 1), extent.height / max(sheet.height, 1))
  }

  /// The smallest text of a sheet on the page, in points.
  func smallestText(on sheet: Extent) -> Double {
    let smallest = TextStyle.allCases.map(\.size).min() ?? 0
    // Enlarged beyond its size in pixels no sheet is.
    return smallest * min(scale(of: sheet), 1)
  }
}
