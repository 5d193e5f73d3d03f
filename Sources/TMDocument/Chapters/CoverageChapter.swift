// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Which part of the system has threats of which category, and why another has none.
struct CoverageChapter {
  private let coverage: CoverageFigure

  init(_ phrases: ReportPhrases) { coverage = CoverageFigure(phrases.source) }

  var chapter: ReportChapter {
    ReportChapter(id: "coverage", title: "Coverage", blocks: blocks)
  }

  private var blocks: [ReportBlock] {
    if let absence = coverage.absence { return [ReportPhrases.missing(.words(absence))] }
    return [.paragraph([.words(Self.intro)]), gaps, .figure(.coverage(coverage))]
  }

  private static let intro =
    "Each part of the system is held against each category of the methods: it has threats of its own, "
    + "its flows and assets have them, or there is a reason why it has none."

  private var gaps: ReportBlock {
    let count = coverage.gaps
    if count == 0 {
      return .paragraph([.words("Every part is covered or explained in every category.")])
    }
    return ReportPhrases.gap(
      .words(
        "\(ReportPhrases.count(count, "place")) \(count == 1 ? "is" : "are") neither covered nor "
          + "explained."))
  }
}
