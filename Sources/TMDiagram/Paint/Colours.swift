// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

extension StyleSheet {
  /// What a group of selectors looks like on a light and on a dark ground.
  struct Rule {
    /// Class selectors below the root, separated by commas.
    let selectors: String
    let light: String
    let dark: String

    init(_ selectors: String, _ light: String, _ dark: String) {
      self.selectors = selectors
      self.light = light
      self.dark = dark
    }
  }

  /// Later rules win over earlier ones of the same weight.
  static let rules: [Rule] = [
    Rule(".paper", "fill: #ffffff;", "fill: #10151c;"),
    Rule("text,.glyphs", "fill: #18212c;", "fill: #e8eef5;"),
    Rule(
      ".subheading,.node-detail,.node-port,.flow-detail,.legend-text,.row-detail", "fill: #556170;",
      "fill: #a5b2c0;"),
    Rule(".rule", "stroke: #d7dde4;", "stroke: #303a46;"),
    Rule(".on-paper .halo", "stroke: #ffffff;", "stroke: #10151c;"),

    Rule(".depth-0 > .area,.depth-0 > .plate", "fill: #fcf7fa;", "fill: #1a1620;"),
    Rule(".depth-1 > .area,.depth-1 > .plate", "fill: #f7edf3;", "fill: #251c2b;"),
    Rule(".depth-2 > .area,.depth-2 > .plate", "fill: #f1e2ec;", "fill: #312437;"),
    Rule(".depth-3 > .area,.depth-3 > .plate", "fill: #ead7e4;", "fill: #3d2d43;"),
    Rule(".on-depth-0 .halo", "stroke: #fcf7fa;", "stroke: #1a1620;"),
    Rule(".on-depth-1 .halo", "stroke: #f7edf3;", "stroke: #251c2b;"),
    Rule(".on-depth-2 .halo", "stroke: #f1e2ec;", "stroke: #312437;"),
    Rule(".on-depth-3 .halo", "stroke: #ead7e4;", "stroke: #3d2d43;"),
    Rule(".boundary > .area", "stroke: #9a3b78;", "stroke: #d78abf;"),
    Rule(".decomposed > .area,.decomposed > .plate", "fill: #f0f7fc;", "fill: #12212e;"),
    Rule(".decomposed > .area", "stroke: #0b5c93;", "stroke: #62b4f0;"),
    Rule(".on-decomposed .halo", "stroke: #f0f7fc;", "stroke: #12212e;"),
    Rule(".boundary .region-title", "fill: #822c63;", "fill: #e8a9d5;"),
    Rule(".decomposed .region-title", "fill: #0b5c93;", "fill: #8cc9f5;"),
    Rule(".zone-box", "fill: #ffffff; stroke: #cfa3bf;", "fill: #10151c; stroke: #86557a;"),
    Rule(".region-zone", "fill: #822c63;", "fill: #e8a9d5;"),

    Rule(
      ".external .shape,.human .shape", "fill: #eef1f5; stroke: #475569;",
      "fill: #28323e; stroke: #a9b7c7;"),
    Rule(".person", "fill: #475569;", "fill: #a9b7c7;"),
    Rule(
      ".process .shape,.collapsed-process .shape", "fill: #dff0fb; stroke: #0b5c93;",
      "fill: #123450; stroke: #62b4f0;"),
    Rule(".store .shape", "fill: #fff2cc;", "fill: #3a3012;"),
    Rule(".store .rail", "stroke: #946000;", "stroke: #ecbb4a;"),
    Rule(
      ".collapsed-boundary .shape", "fill: #f7edf3; stroke: #9a3b78;",
      "fill: #251c2b; stroke: #d78abf;"),
    Rule(".port", "fill: #556170;", "fill: #a5b2c0;"),

    Rule(".line,.leader", "stroke: #566372;", "stroke: #97a5b5;"),
    Rule(".arrow", "fill: #566372;", "fill: #97a5b5;"),
    Rule(".disc", "fill: #364455;", "fill: #b9c6d4;"),
    Rule(".flow-number", "fill: #ffffff;", "fill: #10151c;"),
    Rule(".gate", "fill: #ffffff; stroke: #822c63;", "fill: #10151c; stroke: #e8a9d5;"),
    Rule(".bridge", "stroke: #18212c;", "stroke: #e8eef5;"),
    Rule(".open-threat .line", "stroke: #bf3a0a;", "stroke: #ff8f5e;"),
    Rule(".open-threat .arrow", "fill: #bf3a0a;", "fill: #ff8f5e;"),
    Rule(".open-threat .disc", "fill: #bf3a0a;", "fill: #ff8f5e;"),
    Rule(".open-threat.gate", "stroke: #bf3a0a;", "stroke: #ff8f5e;"),

    Rule(
      ".badge.open .frame", "fill: #bf3a0a; stroke: #ffffff;", "fill: #ff8f5e; stroke: #10151c;"),
    Rule(".badge.open .sign", "stroke: #ffffff;", "stroke: #10151c;"),
    Rule(".badge.open .badge-count", "fill: #ffffff;", "fill: #10151c;"),
    Rule(
      ".badge.accepted .frame", "fill: #ffd978; stroke: #7a5000;", "fill: #6b4e00; stroke: #f2c14e;"
    ),
    Rule(".badge.accepted .sign", "stroke: #4d3300;", "stroke: #ffe6a8;"),
    Rule(".badge.accepted .badge-count", "fill: #4d3300;", "fill: #ffe6a8;"),
    Rule(
      ".badge.mitigated .frame", "fill: #ffffff; stroke: #00704f;",
      "fill: #0d2a22; stroke: #35c79c;"),
    Rule(".badge.mitigated .sign", "stroke: #00704f;", "stroke: #35c79c;"),
    Rule(".badge.mitigated .badge-count", "fill: #005a40;", "fill: #7fe0c2;"),
    Rule(
      ".badge.transferred .frame", "fill: #ffffff; stroke: #0b5c93;",
      "fill: #10263a; stroke: #62b4f0;"),
    Rule(".badge.transferred .sign", "stroke: #0b5c93;", "stroke: #62b4f0;"),
    Rule(".badge.transferred .badge-count", "fill: #0b5c93;", "fill: #9ad1f7;"),
    Rule(
      ".badge.avoided .frame,.badge.not-applicable .frame", "fill: #ffffff; stroke: #66717e;",
      "fill: #1a212a; stroke: #97a5b5;"),
    Rule(
      ".badge.avoided .sign,.badge.not-applicable .sign", "stroke: #66717e;", "stroke: #97a5b5;"),
    Rule(
      ".badge.avoided .badge-count,.badge.not-applicable .badge-count", "fill: #4a5561;",
      "fill: #c3cedb;"),
  ]
}
