// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// How a picture of a difference looks: the rest is grey, so that what is marked stands out; each mark
/// has a colour, a line of its own and a sign.
extension StyleSheet {
  static let differenceLayout = """
    .tm-diagram .strike { stroke-width: 1.6; fill: none; }
    .tm-diagram .sign-disc { stroke-width: 1.4; }
    .tm-diagram .sign-glyph { stroke-width: 2.1; fill: none; stroke-linecap: round; \
    stroke-linejoin: round; }
    .tm-diagram .difference .line { stroke-width: 1.2; stroke-dasharray: none; }
    .tm-diagram .difference .mark-added .line, .tm-diagram .difference .mark-changed .line { \
    stroke-width: 2.4; }
    .tm-diagram .difference .mark-removed .line { stroke-width: 2; stroke-dasharray: 6 4; }
    .tm-diagram .difference .mark-moved .line { stroke-width: 1.8; stroke-dasharray: 2 4; }
    .tm-diagram .difference .mark-former .line { stroke-width: 1.6; stroke-dasharray: 2 4; }
    .tm-diagram .difference .mark-added .shape, .tm-diagram .difference .mark-moved .shape, \
    .tm-diagram .difference .mark-changed .shape { stroke-width: 2.6; }
    .tm-diagram .difference .mark-removed .shape { stroke-width: 2.2; stroke-dasharray: 6 4; }
    .tm-diagram .difference .mark-former .shape { stroke-width: 1.6; stroke-dasharray: 2 4; }
    .tm-diagram .difference .mark-added > .area, .tm-diagram .difference .mark-moved > .area, \
    .tm-diagram .difference .mark-changed > .area { stroke-width: 2.6; }

    """

  /// The rules after those of a system, each more specific than what it replaces.
  static let differenceRules: [Rule] = quiet + Mark.all.flatMap(rules)

  private static let kinds = SceneNode.Kind.allCases

  private static let quiet: [Rule] = [
    Rule(".difference text", "fill: #5a6573;", "fill: #a3afbc;"),
    Rule(
      ".difference .depth-0 > .area,.difference .depth-0 > .plate", "fill: #fbfbfc;",
      "fill: #151a21;"),
    Rule(
      ".difference .depth-1 > .area,.difference .depth-1 > .plate", "fill: #f6f7f9;",
      "fill: #1a2028;"),
    Rule(
      ".difference .depth-2 > .area,.difference .depth-2 > .plate", "fill: #f1f3f5;",
      "fill: #1f2630;"),
    Rule(
      ".difference .depth-3 > .area,.difference .depth-3 > .plate", "fill: #eceff2;",
      "fill: #252d38;"),
    Rule(".difference .on-depth-0 .halo", "stroke: #fbfbfc;", "stroke: #151a21;"),
    Rule(".difference .on-depth-1 .halo", "stroke: #f6f7f9;", "stroke: #1a2028;"),
    Rule(".difference .on-depth-2 .halo", "stroke: #f1f3f5;", "stroke: #1f2630;"),
    Rule(".difference .on-depth-3 .halo", "stroke: #eceff2;", "stroke: #252d38;"),
    Rule(
      ".difference .decomposed > .area,.difference .decomposed > .plate", "fill: #f6f8fa;",
      "fill: #171f28;"),
    Rule(".difference .on-decomposed .halo", "stroke: #f6f8fa;", "stroke: #171f28;"),
    Rule(".difference .region > .area", "stroke: #b3bcc6;", "stroke: #4a5663;"),
    Rule(".difference .region .region-title", "fill: #5a6573;", "fill: #a3afbc;"),
    Rule(
      ".difference .zone-box", "fill: #ffffff; stroke: #cfd6dd;", "fill: #10151c; stroke: #3c4753;"),
    Rule(
      kinds.map { ".difference .\($0.rawValue) .shape" }.joined(separator: ","),
      "fill: #ffffff; stroke: #9aa6b2;", "fill: #1b222b; stroke: #66727f;"),
    Rule(".difference .store .shape", "stroke: none;", "stroke: none;"),
    Rule(".difference .person", "fill: #9aa6b2;", "fill: #66727f;"),
    Rule(".difference .store .rail", "stroke: #9aa6b2;", "stroke: #66727f;"),
    Rule(".difference .flow .line", "stroke: #aeb8c2;", "stroke: #55616e;"),
    Rule(".difference .flow .arrow", "fill: #aeb8c2;", "fill: #55616e;"),
    Rule(".difference .flow .disc", "fill: #6b7683;", "fill: #8b98a5;"),
    Rule(".difference .flow .flow-number", "fill: #ffffff;", "fill: #10151c;"),
    Rule(".difference .gate", "stroke: #9aa6b2;", "stroke: #66727f;"),
    Rule(".difference .badge.open .badge-count", "fill: #ffffff;", "fill: #10151c;"),
    Rule(".difference .legend-text", "fill: #556170;", "fill: #a5b2c0;"),
  ]

  /// The colours of a mark: of lines and words, of the inside of shapes.
  private struct Mark {
    let mark: SceneMark
    let light: (line: String, fill: String)
    let dark: (line: String, fill: String)

    static let all = [
      Mark(mark: .added, light: ("#00704f", "#e4f5ee"), dark: ("#35c79c", "#0d2a22")),
      Mark(mark: .removed, light: ("#7a5000", "#fdf3dc"), dark: ("#e6b450", "#33270d")),
      Mark(mark: .moved, light: ("#0b5c93", "#e3f1fb"), dark: ("#62b4f0", "#10263a")),
      Mark(mark: .former, light: ("#0b5c93", "#ffffff"), dark: ("#62b4f0", "#10151c")),
      Mark(mark: .changed, light: ("#822c63", "#f9ecf4"), dark: ("#e8a9d5", "#301c2b")),
    ]
  }

  private static func rules(_ mark: Mark) -> [Rule] {
    let name = ".difference .\(mark.mark.className)"
    return [
      Rule("\(name) text", "fill: \(mark.light.line);", "fill: \(mark.dark.line);"),
      Rule(
        "\(name).element .shape", "fill: \(mark.light.fill); stroke: \(mark.light.line);",
        "fill: \(mark.dark.fill); stroke: \(mark.dark.line);"),
      Rule("\(name).store .shape", "stroke: none;", "stroke: none;"),
      Rule(
        "\(name).region > .area,\(name) .rail,\(name).flow .line,\(name) .strike",
        "stroke: \(mark.light.line);", "stroke: \(mark.dark.line);"),
      Rule(
        "\(name).region .region-title", "fill: \(mark.light.line);", "fill: \(mark.dark.line);"),
      Rule(
        "\(name).flow .arrow,\(name).flow .disc,\(name) .person", "fill: \(mark.light.line);",
        "fill: \(mark.dark.line);"),
      Rule("\(name).flow .flow-number", "fill: #ffffff;", "fill: #10151c;"),
      Rule("\(name).gate", "stroke: \(mark.light.line);", "stroke: \(mark.dark.line);"),
      Rule(
        "\(name) .sign-disc", "fill: \(mark.light.line); stroke: #ffffff;",
        "fill: \(mark.dark.line); stroke: #10151c;"),
      Rule("\(name) .sign-glyph", "stroke: #ffffff;", "stroke: #10151c;"),
    ]
  }
}
