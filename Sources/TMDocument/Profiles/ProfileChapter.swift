// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// The chapter of a profile: each element with its state, what covers it, and what to do.
struct ProfileChapter {
  private let profile: EvaluatedProfile
  /// The places that the rest of the report has.
  private let places: Set<ReportAnchor>

  init(_ profile: EvaluatedProfile, places: Set<ReportAnchor>) {
    self.profile = profile
    self.places = places
  }

  var chapter: ReportChapter {
    ReportChapter(
      id: "profile-\(profile.id)", title: profile.title,
      blocks: [.paragraph([.words(summary)])] + meaning + [.table(table)] + reviews)
  }

  private var summary: String {
    let counts = EvaluatedElement.Verdict.allCases.compactMap { verdict -> String? in
      let count = profile.count(verdict)
      if count == 0 { return nil }
      switch verdict {
      case .model: return "the model says \(count)"
      case .document: return "documents cover \(count)"
      case .explained: return "\(count) left out with a reason"
      case .partly: return "\(count) said in part"
      case .missing: return "\(count) missing"
      }
    }
    return "Of \(profile.elements.count) elements: \(counts.joined(separator: ", "))."
  }

  private var meaning: [ReportBlock] {
    [
      .note(
        .information,
        [
          .words(
            "Elements after \(profile.edition), in our words. The table says what there is and where; "
              + "whether it is enough is a matter of judgement, and it is no statement of conformity."
          )
        ])
    ]
  }

  private var table: ReportTable {
    ReportTable(
      id: "profile-\(profile.id)-elements",
      columns: [
        .init("No.", .short), .init("Element"), .init("State", .short), .init("Covered by"),
        .init("What is missing"),
      ],
      rows: profile.elements.map { element in
        ReportTable.Row([
          [.words(element.number)],
          [.words(element.title), .lineBreak, .words("(\(element.reference))")],
          state(element.verdict), covered(element), lacking(element),
        ])
      })
  }

  private func state(_ verdict: EvaluatedElement.Verdict) -> [ReportText] {
    switch verdict {
    case .model, .document, .explained: [.words(verdict.rawValue)]
    case .partly, .missing: [.strong(verdict.rawValue)]
    }
  }

  private func covered(_ element: EvaluatedElement) -> [ReportText] {
    let evidence = element.evidence.map(text)
    let documents = element.documents.map { document -> [ReportText] in
      let version = document.version.map { ", version \($0)" } ?? ""
      let draft = document.isDraft ? ", draft" : ""
      return [
        linked(document.title, [.declaration(document.path)]),
        .words("\(version)\(draft)"),
      ]
    }
    return Array((evidence + documents).joined(separator: [.lineBreak]))
  }

  /// A piece of evidence, leading to the best place that the report has.
  private func text(_ evidence: ProfileEvidence) -> [ReportText] {
    [linked(evidence.text.replacing("`", with: ""), evidence.places)]
  }

  private func linked(_ words: String, _ wanted: [ReportAnchor]) -> ReportText {
    guard let place = wanted.first(where: places.contains) else { return .words(words) }
    return .reference(words, to: place)
  }

  private func lacking(_ element: EvaluatedElement) -> [ReportText] {
    Array(
      element.lacking.map { lack in
        ReportText.phrase(lack.what) + [.words(": ")] + ReportText.phrase(lack.remedy)
      }.joined(separator: [.lineBreak]))
  }

  /// What only a reader can judge.
  private var reviews: [ReportBlock] {
    let questions = profile.elements.compactMap { element in
      element.review.map { [.words("\(element.number): ")] + ReportText.phrase($0) }
    }
    if questions.isEmpty { return [] }
    return [
      .section(id: "profile-\(profile.id)-review", title: "What no program can judge"),
      .list(questions),
    ]
  }
}

extension ReportText {
  /// A sentence of ours; what stands between backticks is a piece of a model.
  static func phrase(_ sentence: String) -> [ReportText] {
    sentence.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .compactMap { place, part in
        if part.isEmpty { return nil }
        return place.isMultiple(of: 2) ? .words(String(part)) : .code(String(part))
      }
  }
}
