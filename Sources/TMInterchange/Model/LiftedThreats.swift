// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Threats about what can have none here, such as a boundary.
extension ImportedModel {
  /// Adds a threat about a boundary, or what else holds elements, to the first of these, which the report says.
  ///
  /// - Parameters:
  ///   - place: what the threat is about, in words: `the boundary “Clinic”`.
  ///   - elements: what lies there. Where nothing does, all of the threat stands in the report.
  func add(
    _ recorded: ImportedThreat, about place: String, liftedTo elements: [ImportedDeclaration],
    nearest: String = "tampering"
  ) {
    guard let element = elements.first?.resolved else {
      return lose(
        recorded, "threat of a place without elements",
        why: "it is about \(place), in which nothing lies that can have threats")
    }
    var recorded = recorded
    let scenario = recorded.scenario.map(ImportedText.condensed) ?? ""
    let isSentence = scenario.last.map { ".!?".contains($0) } ?? true
    recorded.scenario =
      (scenario.isEmpty ? "" : scenario + (isSentence ? " " : ". ")) + "It is about \(place)."
    losses.add(
      .guessed, "threat of a place", at: recorded.source, line: recorded.line, recorded.title,
      target: element.id ?? "",
      why: "it is about \(place), which has no threats here: it stands at the first element there")
    add(recorded, to: element, nearest: nearest)
  }

  /// The elements in a boundary, in order.
  func elements(in boundary: ImportedDeclaration) -> [ImportedDeclaration] {
    boundary.children.flatMap { child in
      child.keyword.isElement ? [child] : child.keyword == .boundary ? elements(in: child) : []
    }
  }

  /// Names a threat that does not come into the model, with each of its texts.
  func lose(_ recorded: ImportedThreat, _ what: String, why: String) {
    losses.add(
      .dropped, what, at: recorded.source, line: recorded.line, recorded.told, why: why)
    let texts = [
      ("category", recorded.category), ("severity", recorded.severityWord ?? recorded.severity),
      ("score", recorded.score), ("scenario", recorded.scenario), ("advice", recorded.advice),
      ("mitigation", recorded.mitigation), ("reason", recorded.because),
      ("approver", recorded.approver), ("date", recorded.date),
    ]
    let facts =
      texts.compactMap { name, text in text.map { "\(name): \($0)" } } + recorded.notes
      + recorded.links.map { "link: \($0)" } + recorded.cwe.map { "CWE-\($0)" }
      + recorded.capec.map { "CAPEC-\($0)" }
    for fact in facts where fact.contains(where: { !$0.isWhitespace }) && !fact.hasSuffix(": ") {
      losses.add(
        .dropped, "fact of a threat that is left out", at: recorded.source, line: recorded.line,
        fact, why: why)
    }
  }
}
