// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMSyntax

extension Rule {
  static let unexplainedScope = Rule(
    "unexplained-scope", .warning,
    "Something is taken out of the analysis without a reason, or something that weighs without a word of where it is looked at.",
    evidence: .absence
  ) { context, findings in
    let model = context.model
    var unnamed: [EntityID] = []
    for id in model.allEntities where model.boolean(id, .inScope) == false {
      let reason = model.text(id, .because) ?? ""
      let what = "\(model[id].keyword.word) `\(model.path(id))`"
      guard !reason.givesNoReason else {
        findings.report(
          "\(what) is taken out of the analysis without a reason",
          about: id, at: context.range(of: .inScope, orHeadingOf: id),
          help: "write `because:` with why its threats are not looked at, and where they are")
        continue
      }
      if context.namesRecord(reason) { continue }
      unnamed.append(id)
      let weights = context.weightsOutOfScope(id)
      guard let first = weights.first else { continue }
      findings.report(
        "\(what) is taken out of the analysis, and \(first)",
        about: id, at: context.range(of: .inScope, orHeadingOf: id),
        notes: weights.dropFirst() + [
          "`because` names no document of the model and no file where it is looked at"
        ],
        help: nameRecord)
    }
    findMost(unnamed, context, &findings)
  }

  /// A model most of which is looked at elsewhere, nobody says where.
  private static func findMost(
    _ unnamed: [EntityID], _ context: LintContext, _ findings: inout Findings
  ) {
    let model = context.model
    let kinds: [(one: String, many: String, all: [EntityID])] = [
      ("element", "elements", model.all(.process) + model.all(.store)),
      ("flow", "flows", model.graph.flows.map(\.entity)),
    ]
    for kind in kinds {
      let out = unnamed.filter(kind.all.contains)
      guard out.count >= 3, out.count * 2 > kind.all.count, let first = out.first else { continue }
      findings.report(
        "\(out.count) of \(kind.all.count) \(kind.many) are taken out of the analysis",
        about: model.system ?? first, at: context.range(of: .inScope, orHeadingOf: first),
        notes: ["what is left is no picture of the system"],
        help: nameRecord)
    }
  }

  private static let nameRecord =
    "take `in-scope: no` away, or name in `because` the file of the model that looks at it, or a document that "
    + "is declared: `document TM-12 \"…\"` and `because: \"Analysed in TM-12\"`"
}

extension LintContext {
  /// Why something that is out of scope should be looked at: what it does, what it has, how it is reached.
  ///
  /// What others have is theirs: of an external entity nothing weighs.
  fileprivate func weightsOutOfScope(_ id: EntityID) -> [String] {
    let keyword = model[id].keyword
    guard [.process, .store, .flow].contains(keyword) else { return [] }
    var found: [String] = []
    let acting = model.words(id, .function).filter {
      ["therapy", "radiation", "motion"].contains($0)
    }
    if !acting.isEmpty { found.append("its function is \(listed(acting))") }
    for property in [Property.handles, .holds, .carries] {
      let assets = model.references(id, property)
      let secrets = assets.filter(model.isSecret)
      let harmful = assets.filter { !model.references($0, .harm).isEmpty }
      if !secrets.isEmpty {
        found.append("it \(property.word) \(list(secrets)), which opens doors")
      }
      if !harmful.isEmpty {
        found.append("it \(property.word) \(list(harmful)), which can lead to harm")
      }
    }
    let hazards = model.references(id, .harm)
    if !hazards.isEmpty { found.append("it can lead to \(list(hazards))") }
    for port in model.children(id, .interface)
    where isReachablePort(port) && model.boolean(port, .disabled) != true {
      found.append("somebody can plug into `\(model.path(port))`")
    }
    let flows =
      model.graph.flow(id).map { [$0] }
      ?? model.graph.incoming(id).filter {
        !model.isInScope($0.entity) && model.boolean($0.entity, .inScope) != false
      }
    if let flow = flows.first(where: climbs) {
      found.append(
        (keyword == .flow ? "it" : "`\(model.path(flow.entity))`, out of scope with it,")
          + " comes from where less is trusted")
    }
    return found
  }

  /// Whether a flow brings data to where more is trusted.
  private func climbs(_ flow: Flow) -> Bool {
    guard let from = model.trust(flow.source), let to = model.trust(flow.target) else {
      return false
    }
    return from < to || flow.isTwoWay && from > to
  }
}
