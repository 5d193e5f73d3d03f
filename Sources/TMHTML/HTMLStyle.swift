// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMRegister

/// The one style sheet of the page: the page's own, that of the pictures, and what depends on the
/// report.
enum HTMLStyle {
  static func text(of page: HTMLPage) -> [UInt8] {
    PackageResources.report_css + Array((pictures(page.source.pictureStyle) + own(page)).utf8)
  }

  /// The dark colours hold where the reader or the reader's system asks for them, never on paper.
  private static func pictures(_ style: ReportPictureStyle) -> String {
    """

    \(style.light)
    @media screen and (prefers-color-scheme: dark) { :root:not([data-theme="light"]) {
    \(style.dark)
    } }
    @media screen { :root[data-theme="dark"] {
    \(style.dark)
    } }

    """
  }

  /// Lengths of bars, and the heads of columns beside the values of cards on a narrow screen.
  private static func own(_ page: HTMLPage) -> String {
    var text =
      "@page{@top-left{content:\(quoted(page.document.title));font:8pt system-ui,sans-serif;color:#505c69}}\n"
      + "@page :first{@top-left{content:none}}\n"
    for length in page.lengths.sorted() { text += ".n\(length){flex-grow:\(length)}\n" }
    text += "@media screen and (max-width: 56rem) {\n"
    for (table, columns) in page.heads {
      for (index, column) in columns.enumerated().dropFirst() {
        text +=
          "#\(table) td:nth-child(\(index + 1))::before{content:\(quoted(column))}\n"
      }
    }
    return text + "}\n"
  }

  /// A string of CSS; anything that could end it or the style sheet is written by its number.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", " ", "-", ".", ",", "(", ")":
        result.unicodeScalars.append(scalar)
      default: result += "\\" + String(scalar.value, radix: 16) + " "
      }
    }
    return result + "\""
  }
}
