// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMSyntax
import TMThreats

extension Rule {
  static let unsignedUpdate = Rule(
    "unsigned-update", .error, "A flow carries an update whose content no control signs.",
    evidence: .absence, reading: .names
  ) { context, findings in
    let model = context.model
    for installed in InstalledUpdate.all(context) {
      let flow = installed.flows[0]
      var secondary = installed.assets.prefix(4).map { asset in
        Label(model.nameRange(asset), "`class: firmware` makes this an update")
      }
      for control in installed.unfinished {
        secondary.append(
          Label(
            context.range(of: .status, orHeadingOf: control),
            "`\(model.path(control))` would sign it, but is not in place"))
      }
      let others = installed.flows.dropFirst()
      for other in others.prefix(3) {
        secondary.append(Label(model.headingRange(other), "it comes this way"))
      }
      let what = installed.assets.isEmpty ? "an update" : context.list(installed.assets)
      findings.report(
        "flow `\(model.path(flow))` carries \(what), which no control in place signs",
        about: flow,
        at: installed.mark.map { model.range(of: $0, in: flow) } ?? model.headingRange(flow),
        secondary: secondary,
        notes: others.count > 3 ? ["it comes over \(others.count - 3) more flows"] : [],
        help: "name a control with `mechanism: signature` in the `controls` of the flow, or let it "
          + "protect what is sent")
    }
  }
}

/// What a flow that is an update carries.
struct Update {
  let flow: Flow
  /// The firmware it carries; empty where only its function says that it is an update.
  let assets: [EntityID]
  /// The `update` of its function.
  let mark: Value?

  init?(_ flow: Flow, _ model: Model) {
    self.flow = flow
    assets = model.references(flow.entity, .carries)
      .filter { model.words($0, .class).contains("firmware") }
    mark = model.values(flow.entity, .function).first { model.word($0) == "update" }
    if assets.isEmpty, mark == nil { return nil }
  }

  /// Whether it can be the same as another one: an update of which nothing is named is any.
  func shares(_ other: Update) -> Bool {
    assets.isEmpty || other.assets.isEmpty || assets.contains(where: other.assets.contains)
  }
}

extension LintContext {
  /// The firmware of an update that nothing signs, and the controls that would sign it once they
  /// are in place; nil where all is signed.
  func unsigned(
    _ update: Update
  ) -> (assets: [EntityID], unfinished: [EntityID])? {
    var assets = update.assets
    var unfinished: [EntityID] = []
    for application in controls.applications(to: update.flow.entity)
    where signs(application.control)
      // What a server signs, or starts from, checks nothing where it is installed.
      && MechanismReach.checksCode(application.place, on: update.flow.entity, in: model)
    {
      let isOfAsset = model[application.place].keyword == .asset
      if isOfAsset, !update.assets.isEmpty, !update.assets.contains(application.place) { continue }
      guard controls.isInPlace(application.control) else {
        if !unfinished.contains(application.control) { unfinished.append(application.control) }
        continue
      }
      guard isOfAsset, !update.assets.isEmpty else { return nil }
      assets.removeAll { $0 == application.place }
      if assets.isEmpty { return nil }
    }
    return (assets, unfinished)
  }

  private func signs(_ control: EntityID) -> Bool {
    model.words(control, .mechanism).contains { $0 == "signature" || $0 == "secure-boot" }
  }
}
