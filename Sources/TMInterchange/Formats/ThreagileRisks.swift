// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// The risks of a Threagile model: those that people identified, those that its rules found (`risks.json`), and
/// what was decided about them (`risk_tracking`).
struct ThreagileRisks {
  private let model: ImportedModel
  private let places: ThreagilePlaces

  init(_ model: ImportedModel, _ places: ThreagilePlaces) {
    (self.model, self.places) = (model, places)
  }

  /// Risks that people identified: the categories of their rules, and the ids that Threagile makes of them.
  private struct Identified {
    var categories: [String: String] = [:]
    var ids: Set<String> = []
  }

  func read(_ root: SourceCursor, risks: SourceCursor?) throws(SourceFault) {
    var decisions: [Decision] = []
    var identified = Identified()
    for (key, tracking) in try root.mapping("risk_tracking") {
      decisions.append(try Decision(key, tracking))
    }
    for (name, category) in try root.mapping("individual_risk_categories") {
      try readIdentified(name, category, &decisions, &identified)
    }
    if let risks { try readFound(risks, identified, &decisions) }
    for decision in decisions where !decision.isUsed { addUnmatched(decision) }
  }

  // MARK: - Risks that people identified

  private func readIdentified(
    _ name: String, _ category: SourceCursor, _ decisions: inout [Decision],
    _ identified: inout Identified
  ) throws(SourceFault) {
    let rule = try category.text("id") ?? ""
    if let stride = try category.text("stride") { identified.categories[rule] = stride }
    for (title, risk) in try category.mapping("risks_identified") {
      let id = try risk.text("most_relevant_technical_asset") ?? ""
      var threat = ImportedThreat(
        source: risk.path, line: risk.line, title: ImportedText.withoutTags("\(name): \(title)"),
        category: try category.text("stride") ?? "", status: .open)
      try threat.readSeverity("severity", of: risk)
      threat.scenario = try category.prose("description")
      threat.advice = try category.prose("mitigation")
      threat.consequence = try category.prose("impact")
      threat.cwe =
        try category.number("cwe").map { $0 }.flatMap { (1...99999).contains($0) ? [Int($0)] : nil }
        ?? []
      // The key of a risk is that of its category and of all that it names.
      var key = id.isEmpty ? rule : "\(rule)@\(id)"
      for part in [
        "most_relevant_communication_link", "most_relevant_trust_boundary",
        "most_relevant_shared_runtime", "most_relevant_data_asset",
      ] {
        guard let other = try risk.text(part) else { continue }
        key += "@\(other)"
        let words = part.dropFirst("most_relevant_".count).replacing("_", with: " ")
          .replacing("data asset", with: "data")
        threat.scenario = [threat.scenario, "Most relevant \(words): \(other)."]
          .compactMap { $0 }.joined(separator: " ")
      }
      identified.ids.insert(key.lowercased())
      if let place = Self.place(of: key, in: decisions) {
        decisions[place].isUsed = true
        try decisions[place].apply(to: &threat, model)
      }
      try add(threat, of: risk, prefersLink: false)
    }
  }

  /// Adds a risk to what it is about: an asset or a link, else the first of what runs or lies where it is.
  private func add(
    _ threat: ImportedThreat, of risk: SourceCursor, prefersLink: Bool
  ) throws(SourceFault) {
    let asset = try risk.text("most_relevant_technical_asset").flatMap { places.elements[$0] }
    let link = try risk.text("most_relevant_communication_link").flatMap(places.flow)
    let data = try risk.text("most_relevant_data_asset").flatMap { places.data[$0] }
    let runtime = try risk.text("most_relevant_shared_runtime")
    let boundary = try risk.text("most_relevant_trust_boundary").flatMap { places.boundaries[$0] }
    if let subject = (prefersLink ? link ?? asset : asset ?? link) ?? data {
      model.add(threat, to: subject)
    } else if let boundary {
      model.add(
        threat, about: "the boundary “\(boundary.title ?? boundary.id ?? "")”",
        liftedTo: model.elements(in: boundary))
    } else if let runtime, let running = places.runtimes[runtime] {
      model.add(threat, about: "the shared runtime “\(runtime)”", liftedTo: running)
    } else {
      model.lose(
        threat, "risk of nothing", why: "what it names is nothing of the model")
    }
  }

  // MARK: - Decisions

  /// An entry of `risk_tracking`, whose key may hold wildcards: `ldap-injection@*@ldap-auth-server@*`.
  private struct Decision {
    let key: String
    let source: SourceCursor
    let status: String
    var isUsed = false

    init(_ key: String, _ source: SourceCursor) throws(SourceFault) {
      self.key = key
      self.source = source
      status = try source.text("status") ?? ""
    }

    /// What was decided, for the report.
    var told: String {
      let keys = ["justification", "ticket", "date", "checked_by"]
      let parts = keys.compactMap { (try? source.text($0)) ?? nil }
      return ([status] + parts).joined(separator: ", ")
    }

    /// What was decided about a threat is added to it.
    func apply(
      to threat: inout ImportedThreat, _ model: ImportedModel
    ) throws(SourceFault) {
      if !["accepted", "mitigated", "false-positive", "unchecked"].contains(status) {
        model.losses.add(
          .guessed, "state of a risk", at: "\(source.path).status", line: source.line, status,
          target: key, why: "a threat here is open until it is decided; it is open")
      }
      threat.status =
        switch status {
        case "accepted": .accepted
        case "mitigated": .mitigated
        case "false-positive": .notApplicable
        default: .open
        }
      threat.because = try source.prose("justification")
      threat.approver = try source.prose("checked_by")
      threat.date = try source.word("date", as: ImportedText.date)
      if let ticket = try source.text("ticket") { threat.links.append(ticket) }
    }

    /// Whether the decision is about a risk: part by part, where `*` stands for any.
    func covers(_ id: String) -> Bool {
      let pattern = key.lowercased().split(separator: "@", omittingEmptySubsequences: false)
      let parts = id.lowercased().split(separator: "@", omittingEmptySubsequences: false)
      guard pattern.count == parts.count else { return false }
      return zip(pattern, parts).allSatisfy { Self.matches($0, $1) }
    }

    private static func matches(_ pattern: Substring, _ text: Substring) -> Bool {
      let pieces = pattern.split(separator: "*", omittingEmptySubsequences: false)
      guard pieces.count > 1, let first = pieces.first, let last = pieces.last else {
        return pattern == text
      }
      guard text.hasPrefix(first), text.hasSuffix(last), text.count >= first.count + last.count
      else { return false }
      var rest = text.dropFirst(first.count).dropLast(last.count)
      for piece in pieces.dropFirst().dropLast() {
        guard let found = rest.firstRange(of: piece) else { return piece.isEmpty }
        rest = rest[found.upperBound...]
      }
      return true
    }
  }

  /// The decision about a risk: an exact key before one with wildcards, as Threagile has it.
  private static func place(of id: String, in decisions: [Decision]) -> Int? {
    decisions.firstIndex { $0.key.lowercased() == id.lowercased() }
      ?? decisions.firstIndex { $0.covers(id) }
  }

  /// A decision about a risk that is not at hand becomes a threat of what its key names.
  private func addUnmatched(_ decision: Decision) {
    let parts = decision.key.split(separator: "@").map(String.init)
    let subject = parts.dropFirst().lazy.compactMap { places.flow($0) ?? places.elements[$0] }.first
    guard let subject, let rule = parts.first else {
      model.losses.add(
        .dropped, "risk tracking", at: decision.source.path, line: decision.source.line,
        "\(decision.key): \(decision.told)",
        why:
          "its key names no one thing of the model; with `risks.json` beside the file it is the triage "
          + "of the risks that it is about")
      decision.source.ignore()
      return
    }
    var threat = ImportedThreat(
      source: decision.source.path, line: decision.source.line,
      title: Self.title(of: rule), category: Self.categories[rule] ?? "", status: .open)
    threat.links.append("threagile:\(decision.key)")
    // The texts were read as plain values when the key was.
    guard (try? decision.apply(to: &threat, model)) != nil else { return }
    model.add(threat, to: subject)
  }

  private static func title(of rule: String) -> String {
    let words = rule.split(separator: "-").joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  // MARK: - Risks that the rules found

  private func readFound(
    _ risks: SourceCursor, _ identified: Identified, _ decisions: inout [Decision]
  ) throws(SourceFault) {
    for risk in try risks.elements() {
      // What people identified stands in the model itself, with all that is said of it.
      if let id = try risk.text("synthetic_id"), identified.ids.contains(id.lowercased()) {
        risk.ignore()
        continue
      }
      let rule = try risk.text("category") ?? ""
      let title =
        try risk.text("title").map { ImportedText.withoutTags($0) } ?? Self.title(of: rule)
      let id = try risk.text("synthetic_id") ?? ""
      var threat = ImportedThreat(
        source: "risks.json \(risk.path)", line: risk.line, title: title,
        category: Self.categories[rule] ?? identified.categories[rule] ?? "", status: .open)
      try threat.readSeverity("severity", of: risk)
      threat.links = ["threagile:\(id.isEmpty ? rule : id)"]
      if let place = Self.place(of: id, in: decisions) {
        decisions[place].isUsed = true
        try decisions[place].apply(to: &threat, model)
      }
      try add(threat, of: risk, prefersLink: true)
    }
    model.losses.add(
      unread: risks.unread().map {
        UnreadValue(path: "risks.json \($0.path)", kind: $0.kind, line: $0.line, value: $0.value)
      })
  }

  /// The category that Threagile gives each of its rules.
  private static let categories: [String: String] = {
    let rules = [
      "spoofing": [
        "cross-site-request-forgery", "missing-file-validation", "missing-identity-store",
        "service-registry-poisoning",
      ],
      "tampering": [
        "code-backdooring", "container-baseimage-backdooring", "cross-site-scripting",
        "ldap-injection", "missing-build-infrastructure", "missing-cloud-hardening",
        "missing-hardening", "missing-waf", "push-instead-of-pull-deployment",
        "search-query-injection", "sql-nosql-injection", "unchecked-deployment",
        "untrusted-deserialization",
      ],
      "information-disclosure": [
        "accidental-secret-leak", "incomplete-model", "missing-vault", "path-traversal",
        "server-side-request-forgery", "unencrypted-asset", "unencrypted-communication",
        "wrong-communication-link-content", "xml-external-entity",
      ],
      "denial-of-service": ["dos-risky-access-across-trust-boundary"],
      "elevation-of-privilege": [
        "container-platform-escape", "missing-authentication",
        "missing-authentication-second-factor", "missing-identity-propagation",
        "missing-identity-provider-isolation", "missing-network-segmentation",
        "missing-vault-isolation", "mixed-targets-on-shared-runtime",
        "unguarded-access-from-internet", "unguarded-direct-datastore-access",
        "unnecessary-communication-link", "unnecessary-data-asset", "unnecessary-data-transfer",
        "unnecessary-technical-asset", "wrong-trust-boundary-content",
      ],
    ]
    var categories: [String: String] = [:]
    for (category, names) in rules { for name in names { categories[name] = category } }
    return categories
  }()
}
