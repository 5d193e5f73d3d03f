// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// The findings that pytm prints: at what they are about, and again for the whole model.
struct PytmFindings {
  private let model: ImportedModel
  /// Those that are in the model.
  private var known: Set<String> = []
  /// Those of any element or flow of a name.
  private var knownOfName: Set<String> = []
  /// Names that several have.
  private var shared: Set<String> = []

  init(_ model: ImportedModel) { self.model = model }

  /// Says that several elements or flows have a name, so that it tells of none what it is about.
  mutating func share(_ name: String) { shared.insert(name) }

  /// The findings of one element or flow.
  mutating func read(
    _ element: SourceCursor, _ declaration: ImportedDeclaration
  ) throws(SourceFault) {
    for finding in try element.list("findings") {
      // Only its number may stand there, and the finding at the end of the file.
      guard case .mapping = finding.node.content else {
        finding.ignore()
        continue
      }
      knownOfName.insert(try Self.key(of: finding, at: declaration.title ?? ""))
      try read(finding: finding, of: declaration)
    }
  }

  private static func key(of finding: SourceCursor, at place: String) throws(SourceFault) -> String
  {
    let response = try finding.stated("response") ?? ""
    let title = try finding.text(firstOf: "description", "threat_id") ?? ""
    return "\(place) \(try finding.text("threat_id") ?? "") \(title) \(response)"
  }

  /// The findings of the whole model, each with the name of what it is about.
  mutating func read(
    of root: SourceCursor, _ byName: [String: ImportedDeclaration]
  ) throws(SourceFault) {
    for finding in try root.list("findings") {
      guard case .mapping = finding.node.content else { continue }
      let name = try finding.text(firstOf: "target", "element") ?? ""
      guard let subject = byName[name], subject.keyword.isElement || subject.keyword == .flow else {
        model.losses.add(
          .dropped, "threat of something that is not in the model", at: finding.path,
          line: finding.line, try finding.text(firstOf: "description", "threat_id") ?? "",
          why: "`\(ImportedText.condensed(name))` is no element and no flow")
        continue
      }
      if shared.contains(name) {
        // It stands at the one of them that it is about.
        // What was decided about one of them decides nothing about another.
        let response = try finding.stated("response") ?? ""
        let state = ImportedStatus.named(String(response.prefix { $0.isLetter })) ?? .open
        let isKnown = knownOfName.contains(try Self.key(of: finding, at: subject.title ?? ""))
        if !isKnown, state != .open {
          model.losses.add(
            .dropped, "decision about one of several", at: finding.path, line: finding.line,
            "\(try finding.text(firstOf: "description", "threat_id") ?? "") (\(response))",
            why:
              "several are called `\(ImportedText.condensed(name))`, and nothing says which of them it is about"
          )
        } else if !isKnown {
          model.losses.add(
            .guessed, "finding of one of several", at: finding.path, line: finding.line,
            try finding.text(firstOf: "description", "threat_id") ?? "",
            target: subject.id ?? "",
            why:
              "several are called `\(ImportedText.condensed(name))`, and nothing says which of them it is about: it stands at the first"
          )
          try read(finding: finding, of: subject)
        }
        finding.ignore()
        continue
      }
      try read(finding: finding, of: subject)
    }
  }

  /// The findings that assumptions exclude: decided, for the reason that the assumption is.
  mutating func readExcluded(
    of root: SourceCursor, _ byName: [String: ImportedDeclaration], _ assumptions: PytmAssumptions
  ) throws(SourceFault) {
    var used: Set<String> = []
    for finding in try root.list("excluded_findings") {
      guard case .mapping = finding.node.content else { continue }
      let name = try finding.text(firstOf: "target", "element") ?? ""
      guard let subject = byName[name], subject.keyword.isElement || subject.keyword == .flow,
        !shared.contains(name)
      else {
        model.losses.add(
          .dropped, "threat of something that is not in the model", at: finding.path,
          line: finding.line, try finding.text(firstOf: "description", "threat_id") ?? "",
          why: "`\(ImportedText.condensed(name))` is no one element and no one flow")
        continue
      }
      let number = try finding.text("threat_id") ?? ""
      let assumption = assumptions.excluding(number, of: subject)
      if assumption != nil { used.insert(number) }
      try read(finding: finding, of: subject, excludedBy: assumption, isExcluded: true)
    }
    try assumptions.markUsed(used)
  }

  private mutating func read(
    finding: SourceCursor, of declaration: ImportedDeclaration,
    excludedBy assumption: ImportedDeclaration? = nil, isExcluded: Bool = false
  ) throws(SourceFault) {
    let response = try finding.stated("response") ?? ""
    let title = try finding.text(firstOf: "description", "threat_id") ?? ""
    let key = try Self.key(of: finding, at: declaration.id ?? "")
    // What stands at its element stands again among all of them.
    guard known.insert(key).inserted else {
      finding.ignore()
      return
    }
    // A response is a state with more behind it, `accepted: by the board`; one that is none is told whole.
    let word = String(response.prefix { $0.isLetter })
    var threat = ImportedThreat(
      source: finding.path, line: finding.line, title: title, category: "",
      state: ImportedStatus.named(word) == nil ? response : word)
    try threat.readSeverity("severity", of: finding)
    threat.scenario = try finding.text("details")
    threat.advice = try finding.text("mitigations")
    threat.because = response
    if isExcluded {
      threat.status = .notApplicable
      threat.because = assumption?.title
      try finding.ignore("assumption", "response")
    }
    if let id = try finding.text("threat_id") {
      threat.links = ["pytm:\(id)"]
      // Which rule it is, its id tells.
      try finding.ignore("condition")
    }
    Self.add(try finding.text("references") ?? "", to: &threat)
    try finding.ignore("element", "target", "id")
    let nearest = WeaknessCategory.category(of: threat.title)
    let added = model.add(threat, to: declaration, nearest: nearest)
    if let id = assumption?.id { added.add(.about, id) }
  }

  /// Adds references: addresses of CWE and CAPEC by their numbers, others as links, and the rest as a text.
  private static func add(_ references: String, to threat: inout ImportedThreat) {
    var rest: [String] = []
    for word in references.split(whereSeparator: { $0.isWhitespace || ",;".contains($0) }) {
      let plain = word.lowercased()
      let digits = plain.drop { !$0.isNumber }.prefix { $0.isNumber }
      let number = Int(digits).flatMap { (1...99999).contains($0) ? $0 : nil }
      if let number, plain.contains("capec") {
        if !threat.capec.contains(number) { threat.capec.append(number) }
      } else if let number, plain.contains("cwe") {
        if !threat.cwe.contains(number) { threat.cwe.append(number) }
      } else if plain.hasPrefix("http") {
        threat.links.append(String(word))
      } else {
        rest.append(String(word))
      }
    }
    if !rest.isEmpty { threat.notes.append("References: \(rest.joined(separator: " "))") }
  }
}
