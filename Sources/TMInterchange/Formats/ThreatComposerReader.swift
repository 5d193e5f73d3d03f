// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax

/// Reads threat-composer JSON, schema 1.
///
/// The format has no diagram: its threats are about the application as a whole, which becomes one process.
struct ThreatComposerReader {
  private let model: ImportedModel
  private let root: SourceCursor
  private var controls: [String: ImportedDeclaration] = [:]
  /// The same by the ids that they have in the model.
  private var controlsByID: [String: ImportedDeclaration] = [:]
  private var assumptions: [String: ImportedDeclaration] = [:]
  /// The ids of threats and assumptions.
  private var known: Set<String> = []
  /// The ids of the threats that were read.
  private var seen: Set<String> = []
  /// What is linked to each threat: controls and assumptions, by the id of the threat.
  private var linked: [String: (controls: [String], assumptions: [String])] = [:]
  /// Mitigations that nobody will do, by their ids, and the ids of those that threats are linked with.
  private var withdrawn: [String: ImportedModel.Withdrawn] = [:]
  private var linkedWithdrawn: [String: [String]] = [:]
  private var toldWithdrawn: Set<String> = []

  static func read(_ root: SourceCursor, fileName: String) throws(SourceFault) -> ImportedModel {
    let title = try root.field("applicationInfo")?.text("name") ?? fileName
    var reader = ThreatComposerReader(model: ImportedModel(title: title), root: root)
    try reader.read(title)
    return reader.model
  }

  private mutating func read(_ title: String) throws(SourceFault) {
    let system = model.system
    system.add(.method, "stride")
    model.losses.add(
      version: try root.text("schema") ?? "1", known: ["1"], at: "schema", line: root.line)
    system.document(try root.field("applicationInfo")?.text("description"))
    for key in ["architecture", "dataflow"] {
      guard let part = try root.field(key) else { continue }
      system.document(try part.text("description"))
      if let picture = try part.text("image") {
        // A picture inside the file is long, and nobody reads it as text.
        let shown = picture.hasPrefix("data:") ? String(picture.prefix(30)) + "…" : picture
        model.losses.add(
          .dropped, "picture", at: "\(key).image", line: part.line, shown,
          why: "it shows elements and flows that the file does not say: declare them")
      }
    }
    let process = ImportedDeclaration(
      .process, model.names.id(title, orElse: "application"), title)
    model.add(process)
    model.losses.add(
      .guessed, "system without a diagram", at: "applicationInfo", title,
      target: process.id ?? "", why: "all threats are about one process that stands for it")
    try readMitigations()
    try readAssumptions()
    for threat in try root.list("threats") { try readThreat(threat, process) }
    for (name, control) in withdrawn.sorted(by: { $0.key < $1.key })
    where !toldWithdrawn.contains(name) {
      model.nameWithdrawn(control, at: [])
    }
  }

  /// Says of what has no text that it has none: its name says nothing.
  private func nameEmpty(_ what: String, _ source: SourceCursor) {
    model.losses.add(
      .guessed, "\(what) without a text", at: source.path, line: source.line,
      why: "it stands without a title until somebody says what it is")
  }

  // MARK: - What threats are linked to

  private mutating func readMitigations() throws(SourceFault) {
    for mitigation in try root.list("mitigations") {
      let text = try mitigation.text("content") ?? ""
      let id = try mitigation.text("id") ?? mitigation.path
      let title = ImportedText.firstSentence(of: text)
      let state = try mitigation.text("status") ?? ""
      if state == "mitigationResolvedWillNotAction", controls[id] == nil, withdrawn[id] == nil {
        withdrawn[id] = .init(text, nil, "will not be done", mitigation)
        try mitigation.ignore("displayOrder", "numericId")
        continue
      }
      if title.isEmpty { nameEmpty("mitigation", mitigation) }
      let control = ImportedDeclaration(
        .control, model.names.id("c \(title)", orElse: "control"), title)
      if ImportedText.condensed(text) != title { control.document(text) }
      switch state {
      case "mitigationResolved": control.add(.status, "implemented")
      case "mitigationInProgress": control.add(.status, "planned")
      default:
        control.add(.status, "proposed")
        if !["", "mitigationIdentified"].contains(state) {
          model.losses.add(
            .guessed, "state of a mitigation", at: "\(mitigation.path).status",
            line: mitigation.line, state, target: control.id ?? "",
            why: "it is no state that is known here; taken for `proposed`")
        }
      }
      try addComments(mitigation, control)
      if let number = try mitigation.text("numericId") { control.add(.link, text: "m-\(number)") }
      control.add(.link, text: "threat-composer:\(id)")
      if controls[id] == nil {
        controls[id] = control
        if let name = control.id { controlsByID[name] = control }
      } else {
        model.nameDouble(id, at: mitigation.path, line: mitigation.line, control)
      }
      model.add(control)
      try mitigation.ignore("displayOrder")
    }
    for other in try root.list("threats") + root.list("assumptions") {
      if let id = try other.text("id") { known.insert(id) }
    }
    for link in try root.list("mitigationLinks") {
      let name = try link.text("mitigationId")
      if let name, withdrawn[name] != nil {
        let other = try link.text("linkedId") ?? ""
        linkedWithdrawn[other, default: []].append(name)
        if !known.contains(other) { model.loseUnknown("threat", other, at: link, "linkedId") }
        continue
      }
      guard let control = name.flatMap({ controls[$0]?.id }),
        let threat = try link.text("linkedId")
      else {
        model.loseUnknown("mitigation", name ?? "", at: link, "mitigationId")
        continue
      }
      if !known.contains(threat) { model.loseUnknown("threat", threat, at: link, "linkedId") }
      linked[threat, default: ([], [])].controls.append(control)
    }
  }

  private mutating func readAssumptions() throws(SourceFault) {
    for assumption in try root.list("assumptions") {
      let text = try assumption.text("content") ?? ""
      let id = try assumption.text("id") ?? assumption.path
      let title = ImportedText.firstSentence(of: text)
      if title.isEmpty { nameEmpty("assumption", assumption) }
      let declaration = ImportedDeclaration(
        .assumption, model.names.id("a \(title)", orElse: "assumption"), title)
      if ImportedText.condensed(text) != title { declaration.document(text) }
      try addComments(assumption, declaration)
      declaration.add(.link, text: "threat-composer:\(id)")
      if assumptions[id] == nil {
        assumptions[id] = declaration
      } else {
        model.nameDouble(id, at: assumption.path, line: assumption.line, declaration)
      }
      model.add(declaration)
      try assumption.ignore("numericId", "displayOrder")
    }
    for link in try root.list("assumptionLinks") {
      let name = try link.text("assumptionId")
      guard let assumption = name.flatMap({ assumptions[$0]?.id }),
        let other = try link.text("linkedId")
      else {
        model.loseUnknown("assumption", name ?? "", at: link, "assumptionId")
        continue
      }
      try link.ignore("type")
      if let control = controls[other]?.id {
        assumptions[try link.text("assumptionId") ?? ""]?.add(.about, control)
      } else {
        linked[other, default: ([], [])].assumptions.append(assumption)
        if !known.contains(other) {
          model.loseUnknown("threat or mitigation", other, at: link, "linkedId")
        }
      }
    }
    // An assumption about a mitigation may also be written the other way round.
    for link in try root.list("mitigationLinks") {
      if let id = try link.text("linkedId"), let assumption = assumptions[id],
        let control = try link.text("mitigationId").flatMap({ controls[$0]?.id })
      {
        assumption.add(.about, control)
      }
    }
  }

  private func addComments(
    _ source: SourceCursor, _ declaration: ImportedDeclaration
  ) throws(SourceFault) {
    for entry in try source.list("metadata") {
      let key = try entry.text("key") ?? ""
      guard let value = try entry.field("value") else { continue }
      if key == "Comments", case .scalar = value.node.content {
        declaration.document(try value.scalar())
      }
      // The rest of the metadata is called by its key in the report.
      for unread in value.unread() {
        model.losses.add(
          .dropped, "metadata \(key)", at: unread.path, line: unread.line, unread.value,
          target: declaration.id ?? "", why: "there is no place for it in a model")
      }
      value.ignore()
    }
    model.addTags(try source.texts("tags"), to: declaration, at: source)
  }

  // MARK: - Threats

  private mutating func readThreat(
    _ source: SourceCursor, _ process: ImportedDeclaration
  ) throws(SourceFault) {
    let id = try source.text("id") ?? source.path
    var categories: [String] = []
    var priority: String?
    for entry in try source.list("metadata") {
      switch try entry.text("key") ?? "" {
      case "STRIDE":
        categories =
          if case .list? = try entry.field("value")?.node.content {
            try entry.texts("value")
          } else { try entry.text("value").map { [$0] } ?? [] }
      case "Priority": priority = try entry.word("value", as: ImportedSeverity.named)
      default: break
      }
    }
    let action = try source.text("threatAction")
    let statement = try source.text("statement")
    let state = try source.text("status") ?? ""
    // Where no category is given, the goal that is hurt tells it.
    if categories.isEmpty {
      for goal in try source.texts("impactedGoal") {
        guard let category = Self.goals[goal.lowercased()] else {
          model.loseUnknown("goal", goal, at: source, "impactedGoal")
          continue
        }
        if categories.isEmpty {
          model.losses.add(
            .guessed, "threat category", at: source.path, line: source.line, goal,
            why: "the goal that it hurts stands for a category: `\(category)`")
        }
        categories.append(category)
      }
    }
    var threat = ImportedThreat(
      source: source.path, line: source.line, title: try title(action, statement),
      category: categories.first ?? "", state: state)
    threat.severity = priority
    // What a title cuts off stands whole.
    threat.scenario = statement ?? (threat.title.hasSuffix("…") ? action : nil)
    threat.actor = try source.text("threatSource")
    threat.precondition = try source.text("prerequisites")
    threat.consequence = try source.text("threatImpact")
    threat.links = ["threat-composer:\(id)"]
    if let number = try source.text("numericId") { threat.links.insert("t-\(number)", at: 0) }
    for other in categories.dropFirst() {
      model.losses.add(
        .dropped, "further category", at: source.path, line: source.line, other,
        why: "a threat has one category")
    }
    // What is linked with an id is linked with the first that has it.
    let answers = linked.removeValue(forKey: id) ?? ([], [])
    threat.controls = answers.controls
    let added = model.add(threat, to: process)
    if !seen.insert(id).inserted {
      model.nameDouble(id, at: source.path, line: source.line, added)
    }
    try addComments(source, added)
    for name in linkedWithdrawn.removeValue(forKey: id) ?? [] {
      if let control = withdrawn[name] {
        model.nameWithdrawn(control, at: [added])
        toldWithdrawn.insert(name)
      }
    }
    added.add(.about, words: answers.assumptions)
    for control in answers.controls {
      controlsByID[control]?.add(.mitigates, words: added.properties(.category))
    }
    try addAssets(source, process)
    try source.ignore("displayOrder", "fieldOrder", "displayedStatement")
  }

  private static let goals = [
    "confidentiality": "information-disclosure", "integrity": "tampering",
    "availability": "denial-of-service", "authenticity": "spoofing",
    "authentication": "spoofing", "authorization": "elevation-of-privilege",
    "non-repudiation": "repudiation", "accountability": "repudiation",
  ]

  private func title(_ action: String?, _ statement: String?) throws(SourceFault) -> String {
    let text = ImportedText.condensed(action ?? statement ?? "")
    let short = text.count > 120 ? text.prefix(119) + "…" : text[...]
    // `iOS` and `e-mail` begin as they begin.
    let word = short.prefix { $0.isLetter }
    guard word.allSatisfy(\.isLowercase) else { return String(short) }
    return short.prefix(1).uppercased() + short.dropFirst()
  }

  private func addAssets(
    _ source: SourceCursor, _ process: ImportedDeclaration
  ) throws(SourceFault) {
    for name in try source.texts("impactedAssets") {
      let key = "asset \(name.lowercased())"
      if model.made[key] == nil {
        let title = name.prefix(1).uppercased() + name.dropFirst()
        let asset = ImportedDeclaration(.asset, model.names.id(name, orElse: "asset"), title)
        model.made[key] = asset
        model.add(asset)
        model.losses.add(
          .guessed, "asset", at: source.path, line: source.line, name, target: asset.id ?? "",
          why: "it stands for what threats are said to have an impact on; state its class")
      }
      if let id = model.made[key]?.id { process.add(.handles, id) }
    }
  }
}
