// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMSyntax

extension Rule {
  static let contradictingFacet = Rule(
    "contradicting-facet", .warning,
    "A function, kind or class that decides what is asked contradicts what else the model says of the same thing."
  ) { context, findings in
    let model = context.model
    for process in model.all(.process) where model.isInScope(process) {
      findFunction(process, context, &findings)
    }
    for port in model.all(.interface) { findMedium(port, context, &findings) }
    for asset in model.all(.asset) { findClass(asset, context, &findings) }
  }

  /// Software for looking at pages, said of a part of a device that is told what to do to somebody.
  private static func findFunction(
    _ process: EntityID, _ context: LintContext, _ findings: inout Findings
  ) {
    let model = context.model
    let functions = model.words(process, .function)
    let harmless: Set = ["browser", "build", "signing", "clock", "logging", "reverse-proxy"]
    guard !functions.isEmpty, functions.allSatisfy(harmless.contains),
      model.lies(process, in: ["device", "device-internal", "body"])
    else { return }
    // What only passes orders on does nothing to anybody.
    let sent = Set(
      model.graph.outgoing(process).filter { flow in
        [.process, .external].contains(model[flow.target].keyword)
      }.flatMap { flow in flow.isTwoWay ? [] : model.references(flow.entity, .carries) })
    let received =
      model.references(process, .handles)
      + model.graph.incoming(process).flatMap { model.references($0.entity, .carries) }
    let order = received.first { asset in
      model.words(asset, .class).contains("therapy") && !sent.contains(asset)
        && model.references(asset, .harm).contains { hazard in
          ["serious", "critical", "catastrophic"].contains(model.word(hazard, .severity) ?? "")
        }
    }
    guard let order else { return }
    findings.report(
      "process `\(model.path(process))` is said to have the function \(context.listed(functions)), and `\(model.path(order))` "
        + "tells it how to treat somebody",
      about: process, at: context.range(of: .function, orHeadingOf: process),
      secondary: [Label(model.headingRange(order), "of class `therapy`, and can lead to harm")],
      notes: ["what is asked of therapy is then not asked of it"],
      help: "state what it does: `function: therapy`")
  }

  /// A cable said of an interface through which a flow goes by radio, or the other way round.
  private static func findMedium(
    _ port: EntityID, _ context: LintContext, _ findings: inout Findings
  ) {
    let model = context.model
    let kinds = model.words(port, .kind)
    let isCable = !kinds.isEmpty && kinds.allSatisfy(cables.contains)
    let isRadio = !kinds.isEmpty && kinds.allSatisfy(ProtocolFacts.wireless.contains)
    guard isCable || isRadio else { return }
    for flow in model.flows(through: port) {
      let ways = model.words(flow, .protocol)
      // The other end may be the one by radio.
      let others = model.interfaces(of: flow).filter { $0 != port }
        .flatMap { model.words($0, .kind) }
      let wanted = isCable ? ProtocolFacts.wireless : buses
      let allowed = isCable ? cables : ProtocolFacts.wireless
      guard let way = ways.first(where: wanted.contains), !ways.contains(where: allowed.contains),
        !others.contains(where: wanted.contains)
      else { continue }
      findings.report(
        "interface `\(model.path(port))` is of kind \(context.listed(kinds)), and flow `\(model.path(flow))` goes through it "
          + "over `\(way)`",
        about: port, at: context.range(of: .kind, orHeadingOf: port),
        secondary: [Label(context.range(of: .protocol, orHeadingOf: flow), "this is no such way")],
        notes: [
          isCable
            ? "what is asked of radio is then not asked of it"
            : "who can reach a cable is another than who can hear a radio"
        ],
        help: "correct the `kind` of the interface or the `protocol` of the flow")
    }
  }

  /// Data about patients, or what opens doors, said to be nothing in particular.
  private static func findClass(
    _ asset: EntityID, _ context: LintContext, _ findings: inout Findings
  ) {
    let model = context.model
    let classes = model.words(asset, .class)
    guard !classes.isEmpty, classes.allSatisfy(["public", "other", "none"].contains),
      let title = model.ownTitle(asset)
    else { return }
    let said = Set(words(title))
    let personal: Set = ["patient", "patients", "patient's", "diagnosis", "diagnoses"]
    let secret: Set = ["password", "passwords", "credentials", "passphrase"]
    let data: Set = ["record", "records", "data", "file", "files", "history", "results", "list"]
    let isPersonal =
      !said.isDisjoint(with: personal)
      && (!said.isDisjoint(with: data) || said.contains("diagnosis") || said.contains("diagnoses"))
    guard isPersonal || !said.isDisjoint(with: secret) else { return }
    findings.report(
      "asset `\(model.path(asset))`, “\(title)”, is said to be of class \(context.listed(classes))",
      about: asset, at: context.range(of: .class, orHeadingOf: asset),
      notes: ["what is asked of such data is then not asked of it"],
      help: "state the class that it has: `class: \(isPersonal ? "phi" : "credentials")`")
  }

  private static func words(_ title: String) -> [String] {
    title.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "'" }.map(String.init)
  }

  private static let cables: Set<String> = [
    "can", "uart", "serial", "i2c", "spi", "usb", "jtag", "swd", "analog", "internal-bus",
    "power",
  ]
  private static let buses: Set<String> = [
    "can", "uart", "serial", "i2c", "spi", "jtag", "swd", "internal-bus",
  ]
}
