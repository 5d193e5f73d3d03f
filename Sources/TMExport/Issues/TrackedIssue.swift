// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMInterchange
import TMModel
import TMRisk
import TMScoring
import TMSyntax
import TMThreats
import TMWriting

/// Something of a model for an issue tracker: an open threat, or a gap in the trace.
struct TrackedIssue {
  /// A heading and the paragraphs below it; words of strangers, not escaped.
  struct Section {
    let heading: String
    let paragraphs: [String]
  }

  /// Names the issue from one export to the next: `tm:book-visit.tampering`. Of ASCII letters, digits and
  /// `.-_:`, at most 255.
  let key: String
  /// One line, at most 250 characters.
  let title: String
  let severity: SeverityBand?
  let isGap: Bool
  let sections: [Section]

  /// What every issue of a model is found by, and what one kind is.
  var labels: [String] {
    ["threat-model", isGap ? "gap" : "threat"]
      + (severity.map { ["severity-\($0.rawValue)"] } ?? [])
  }

  private init(
    id: String, title: String, severity: SeverityBand?, isGap: Bool, sections: [Section]
  ) {
    let plain = "tm:" + id
    key = plain.utf8.count <= 255 ? plain : "tm:" + StableUUID.of(id)
    let line = TerminalText.sanitised(ImportedText.condensed(title))
    self.title = line.count <= 250 ? line : line.prefix(249) + "…"
    self.severity = severity
    self.isGap = isGap
    self.sections = sections
  }

  /// The open threats in the order of the register, then the gaps in the order of the trace.
  static func all(of outgoing: OutgoingModel) -> [TrackedIssue] {
    var issues: [TrackedIssue] = []
    var answered = 0
    for assessed in outgoing.risks.threats {
      if assessed.threat.status == .open {
        issues.append(threat(assessed, outgoing))
      } else {
        answered += 1
      }
    }
    let trace = Trace(outgoing.model, outgoing.risks)
    for gap in trace.gaps {
      if let issue = issue(of: gap, trace, outgoing) { issues.append(issue) }
    }
    if answered > 0 {
      outgoing.losses.add(
        .dropped, "threats that are not open", at: "threats", "\(answered)",
        why: "an issue is something to do; close those that the file no longer names")
    }
    outgoing.count(issues: issues.count)
    outgoing.nameRest(summed: Set(Keyword.allCases))
    return issues
  }

  // MARK: - Threats

  private static func threat(_ assessed: AssessedThreat, _ outgoing: OutgoingModel) -> TrackedIssue
  {
    let threat = OutgoingThreat(assessed, at: assessed.threat.about, in: outgoing)
    let model = outgoing.model
    let about = threat.place
    var facts = ["\(model.title(about)) (\(outgoing.path(about)))"]
    if let flow = model.graph.flow(about) {
      facts.append("from \(model.title(flow.source)) to \(model.title(flow.target))")
    }
    var rating = ["Category: \(threat.category.rawValue)"]
    if let severity = threat.severity { rating.append("Severity: \(severity.rawValue)") }
    if let current = assessed.current { rating.append("Score: \(current.text)") }
    var sections = [
      Section(heading: "About", paragraphs: [facts.joined(separator: ", ")]),
      Section(heading: "Rating", paragraphs: [rating.joined(separator: "; ")]),
    ]
    let texts: [(String, String?)] = [
      ("How it would go", threat.scenario), ("What it can lead to", threat.consequence),
      ("What to do", threat.advice), ("What was said so far", threat.answer(in: outgoing)),
    ]
    for (heading, text) in texts {
      guard let text else { continue }
      sections.append(Section(heading: heading, paragraphs: paragraphs(text)))
    }
    sections.append(Section(heading: "In the model", paragraphs: ["Threat \(threat.id)"]))
    return TrackedIssue(
      id: threat.id, title: threat.title, severity: threat.severity, isGap: false,
      sections: sections)
  }

  private static func paragraphs(_ text: String) -> [String] {
    text.split(whereSeparator: \.isNewline).map(String.init)
      .filter { $0.contains { !$0.isWhitespace } }
  }

  // MARK: - Gaps

  /// Nil for what an open threat says already.
  private static func issue(
    of gap: TraceGap, _ trace: Trace, _ outgoing: OutgoingModel
  ) -> TrackedIssue? {
    let place: String
    let name: String
    switch gap.place {
    case .threat(let index):
      let assessed = trace.threats[index]
      if assessed.threat.status == .open { return nil }
      place = assessed.threat.id
      name = outgoing.book.facts.title(assessed.threat)
    case .declaration(let id):
      place = outgoing.model.fullPath(id)
      name = outgoing.model.title(id)
    }
    let sentence = gap.kind.text.prefix(1).uppercased() + gap.kind.text.dropFirst()
    return TrackedIssue(
      id: "\(place):\(gap.kind.rawValue)", title: "\(name): \(gap.kind.text)", severity: nil,
      isGap: true,
      sections: [
        Section(heading: "What is missing", paragraphs: ["\(sentence)."]),
        Section(heading: "In the model", paragraphs: [place]),
      ])
  }
}
