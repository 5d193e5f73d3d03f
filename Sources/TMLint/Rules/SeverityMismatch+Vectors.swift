// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRisk
import TMScoring
import TMSource
import TMSyntax
import TMThreats

/// What the metrics of a vector say, held against what the model says of the same place.
extension Rule {
  static func findVectors(_ context: LintContext, _ findings: inout Findings) {
    findLie(
      context, &findings, lie: { exploitLie($0, context) },
      help: "leave the metric out, or name in `cve` the vulnerability of which it is known")
    findLie(
      context, &findings, lie: { requirementLie($0, context) },
      help: "leave the metric out, or state the level that the asset has")
    findLie(
      context, &findings, lie: { reachLie($0, context) },
      help: "write how the attacker gets there: `AV:N` over a network, `AV:A` beside a radio")
    findLie(
      context, &findings, lie: { impactLie($0, context) },
      help: "score what is altered, read or lost there, or say that the asset matters less")
    findLie(
      context, &findings, lie: { numberLie($0, context) },
      help: "write the vector: `tm score` builds one from answers")
  }

  /// Reports what a function says of the score of a threat, by the statement that makes it.
  private static func findLie(
    _ context: LintContext, _ findings: inout Findings, lie: (AssessedThreat) -> String?,
    help: String
  ) {
    let found = context.statements(of: .score) { assessed in
      assessed.threat.status != .notApplicable && lie(assessed) != nil
    }
    for statement in found {
      guard let first = statement.threats.first, let text = lie(first) else { continue }
      findings.report(
        context.subject(of: statement, "is \(text)", "are \(text)"),
        about: statement.entity, at: context.range(of: statement),
        notes: context.members(of: statement), help: help, risk: RatedRisk(statement.threats))
    }
  }

  /// That no exploit is known, where there is no vulnerability that one could be known of.
  private static func exploitLie(_ assessed: AssessedThreat, _ context: LintContext) -> String? {
    guard let vector = assessed.initial?.vector,
      context.model.first(assessed.threat.statements, stating: .cve) == nil,
      let bare = vector.without(["E", "RC"]), vector.score < bare.score
    else { return nil }
    let metrics = vector.metrics.filter {
      ["E", "RC"].contains($0.name) && ["U", "UC"].contains($0.value)
    }
    if metrics.isEmpty { return nil }
    return
      "scored \(vector.score) by \(context.listed(metrics.map(\.text))), which is about a known vulnerability, "
      + "and names none; without it is \(bare.score), \(bare.severity.rawValue)"
  }

  /// A requirement of the environment that is low, where the asset at stake is said to matter much.
  private static func requirementLie(
    _ assessed: AssessedThreat, _ context: LintContext
  ) -> String? {
    guard let vector = assessed.initial?.vector else { return nil }
    for (metric, level) in [
      ("CR", Property.confidentiality), ("IR", .integrity), ("AR", .availability),
    ]
    where vector.value(metric) == "L" {
      guard let asset = highAsset(assessed, level, context) else { continue }
      return
        "scored with `\(metric):L`, and the \(level.word) of `\(context.model.path(asset))` is high"
    }
    return nil
  }

  /// An attacker who has to be there, where the model says that anybody on a network gets there.
  private static func reachLie(_ assessed: AssessedThreat, _ context: LintContext) -> String? {
    let model = context.model
    // A special attack, and one of the author's own, may happen beside the way; who denies something was at its end.
    guard assessed.threat.category != .repudiation, let template = assessed.threat.template,
      template.isBuiltIn, !template.isSpecial,
      let vector = assessed.initial?.vector, let value = vector.value("AV"),
      ["P", "L"].contains(value), let flow = model.graph.flow(assessed.threat.about),
      !model.isInPerson(flow), !model.isPhysicalSignal(flow), !model.isUserInterface(flow)
    else { return nil }
    let far = [flow.source, flow.target].first { model.lies($0, in: ["internet", "cloud"]) }
    if let far, let zone = model.zone(far) {
      return "scored with `AV:\(value)`, and `\(model.path(far))` lies in zone `\(zone)`"
    }
    guard !staysInMachine(flow, model),
      let way = model.protocols(of: flow.entity).first(where: ProtocolFacts.networked.contains)
    else { return nil }
    return "scored with `AV:\(value)`, and `\(model.path(flow.entity))` runs over `\(way)`"
  }

  /// Whether a flow only goes from one program of a machine to another, whatever they speak.
  private static func staysInMachine(_ flow: Flow, _ model: Model) -> Bool {
    let isMachine =
      ["device", "device-internal"].contains(model.zone(flow.source) ?? "")
      || model.boundaries(around: flow.source).contains {
        model.words($0, .kind).contains("machine")
      }
    return isMachine
      && model.graph.crossings(of: flow).allSatisfy {
        model.words($0.boundary, .kind) == ["process"]
      }
  }

  /// A loss that is little or none, where the model says that it is much.
  private static func impactLie(_ assessed: AssessedThreat, _ context: LintContext) -> String? {
    guard !context.isApproved(assessed), let vector = assessed.initial?.vector,
      let confidentiality = vector.impact("C"),
      let integrity = vector.impact("I"), let availability = vector.impact("A")
    else { return nil }
    let losses = [confidentiality, integrity, availability]
    // That nothing at all is lost is said of its score.
    if assessed.harmSeverity == "catastrophic", losses.allSatisfy({ $0 < 2 }),
      losses.contains(where: { $0 > 0 })
    {
      return "scored as if little were lost, and can lead to `catastrophic` harm ("
        + "\(context.names(assessed.hazards)))"
    }
    let asked: (Property, Int, String)
    switch assessed.threat.category {
    case .informationDisclosure, .confidentiality: asked = (.confidentiality, confidentiality, "C")
    case .tampering, .integrity: asked = (.integrity, integrity, "I")
    case .denialOfService, .availability: asked = (.availability, availability, "A")
    default: return nil
    }
    guard asked.1 == 0, losses.allSatisfy({ $0 < 2 }),
      let asset = highAsset(assessed, asked.0, context)
    else { return nil }
    return
      "scored with `\(asked.2):N`, and the \(asked.0.word) of `\(context.model.path(asset))` is high"
  }

  /// A number that says nothing of how the attack goes, on which it rests that somebody may die of it.
  private static func numberLie(_ assessed: AssessedThreat, _ context: LintContext) -> String? {
    let schemes: [ScoringScheme] = [.cvss20, .cvss30, .cvss31, .cvss40]
    guard let rating = assessed.initial, rating.vector == nil, assessed.isAcceptable == true,
      context.risks.criteria.judges, schemes.contains(rating.scheme),
      assessed.harmSeverity == "catastrophic", assessed.isLeft, !context.isApproved(assessed)
    else { return nil }
    return
      "accepted by the number \(rating.score) without a vector, and can lead to `catastrophic` harm ("
      + "\(context.names(assessed.hazards)))"
  }

  /// An asset at stake of which a level is said to be high.
  private static func highAsset(
    _ assessed: AssessedThreat, _ level: Property, _ context: LintContext
  ) -> EntityID? {
    SubjectFacts(context.model).assets(of: assessed.threat.about).first {
      context.model.word($0, level) == "high"
    }
  }
}

extension ScoreVector {
  fileprivate struct Metric {
    let name: String
    let value: String

    var text: String { "\(name):\(value)" }
  }

  /// The metrics as the vector writes them.
  fileprivate var metrics: [Metric] {
    guard let cvss else { return [] }
    return cvss.text.split(separator: "/").compactMap { field in
      let parts = field.split(separator: ":")
      guard parts.count == 2, parts[0] != "CVSS" else { return nil }
      return Metric(name: String(parts[0]), value: String(parts[1]))
    }
  }

  fileprivate func value(_ name: String) -> String? { metrics.first { $0.name == name }?.value }

  /// How much is lost of a property, in the system or behind it: 0 for nothing, 2 for all; nil where the vector
  /// does not say.
  fileprivate func impact(_ property: String) -> Int? {
    let names: Set = [property, "V" + property, "S" + property]
    let values = metrics.filter { names.contains($0.name) }.map(\.value)
    if values.isEmpty { return nil }
    return values.map { ["H", "C", "S"].contains($0) ? 2 : $0 == "N" ? 0 : 1 }.max()
  }

  /// The same vector without some metrics; nil where it has none of them.
  fileprivate func without(_ names: Set<String>) -> ScoreVector? {
    guard let cvss else { return nil }
    let fields = cvss.text.split(separator: "/")
    let bare = fields.filter { !names.contains(String($0.prefix { $0 != ":" })) }
    return bare.count == fields.count ? nil : try? ScoreVector(parsing: bare.joined(separator: "/"))
  }
}
