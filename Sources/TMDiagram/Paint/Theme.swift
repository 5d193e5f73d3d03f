// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Which colours a picture is painted in.
package enum Theme: String, Hashable, Sendable, CaseIterable {
  /// Those of the reader's system: both are in the file.
  case auto
  case light
  case dark
}

/// The style sheet of a picture.
///
/// Colours are literal, since some renderers paint `var()` black. Hues follow the palette of Okabe and
/// Ito, darkened or lightened until text and lines reach a contrast of 4.5 : 1 on their ground.
enum StyleSheet {
  /// Each rule is scoped under the class of the root element, so the SVG can stand inside a page.
  static func text(_ theme: Theme, _ purpose: ScenePurpose) -> String {
    var sheet = "\n" + layout
    var rules = rules
    switch purpose {
    case .system: break
    case .difference:
      sheet += differenceLayout
      rules += differenceRules
    }
    switch theme {
    case .auto:
      sheet += colours(of: rules) { $0.light }
      sheet +=
        "@media screen and (prefers-color-scheme: dark) {\n" + colours(of: rules) { $0.dark }
        + "}\n"
    case .light: sheet += colours(of: rules) { $0.light }
    case .dark: sheet += colours(of: rules) { $0.dark }
    }
    return sheet
  }

  /// The colours on a dark ground alone.
  static var darkColours: String { colours(of: rules) { $0.dark } }

  private static func colours(of rules: [Rule], _ pick: (Rule) -> String) -> String {
    var text = ""
    for rule in rules {
      let selectors = rule.selectors.split(separator: ",").map { ".tm-diagram \($0)" }
      text += "\(selectors.joined(separator: ", ")) { \(pick(rule)) }\n"
    }
    return text
  }

  private static let layout: String = {
    var text = """
      .tm-diagram text { font-family: "DejaVu Sans", Verdana, "Bitstream Vera Sans", Geneva, \
      sans-serif; unicode-bidi: isolate; white-space: pre; }
      .tm-diagram .line, .tm-diagram .leader, .tm-diagram .hollow { fill: none; }
      .tm-diagram .line { stroke-width: 1.4; stroke-linecap: round; }
      .tm-diagram .rolled-up .line { stroke-width: 2.6; }
      .tm-diagram .open-threat .line { stroke-width: 2.4; }
      .tm-diagram .clear-text .line { stroke-width: 1.8; stroke-dasharray: 7 4; \
      stroke-linecap: butt; }
      .tm-diagram .unstated .line { stroke-dasharray: 13 3 2 3; stroke-linecap: butt; }
      .tm-diagram .clear-text.rolled-up .line { stroke-width: 2.6; }
      .tm-diagram .leader { stroke-width: 1; stroke-dasharray: 1.5 2.5; }
      .tm-diagram .area { stroke-width: 1.5; }
      .tm-diagram .boundary > .area, .tm-diagram .collapsed-boundary .shape { \
      stroke-dasharray: 7 4; }
      .tm-diagram .shape { stroke-width: 1.5; }
      .tm-diagram .store .rail { stroke-width: 2.2; fill: none; }
      .tm-diagram .gate { stroke-width: 1.6; }
      .tm-diagram .bridge { stroke-width: 1.6; fill: none; }
      .tm-diagram .halo { stroke-width: 4; stroke-linejoin: round; paint-order: stroke; }
      .tm-diagram .badge .frame { stroke-width: 1.3; }
      .tm-diagram .badge .sign { stroke-width: 1.7; fill: none; stroke-linecap: round; \
      stroke-linejoin: round; }
      .tm-diagram .rule { stroke-width: 1; }

      """
    for style in TextStyle.allCases {
      let weight = style.isBold ? " font-weight: bold;" : ""
      let size = TextBuffer.decimal(thousandths: Int(style.size * 1000))
      text += ".tm-diagram .\(style.rawValue) { font-size: \(size)px;\(weight) }\n"
    }
    return text
  }()
}
