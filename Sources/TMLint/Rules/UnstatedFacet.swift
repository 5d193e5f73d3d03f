// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMSyntax
import TMThreats

extension Rule {
  static let unstatedFacet = Rule(
    "unstated-facet", .note,
    "A property that brings threats is not stated, or stated otherwise, and what the model says suggests it.",
    evidence: .absence,
    names: { context, findings in
      let model = context.model
      let questions = FacetQuestions(context)
      for element in processes(model) {
        let interfaces = model.children(element, .interface)
        // Who declares no interfaces at all does not work with them.
        let kinds = Set(interfaces.flatMap { model.words($0, .kind) })
        findUpdate(element, kinds, questions, context, &findings)
        findService(element, kinds, questions, context, &findings)
        findUSB(interfaces, context, &findings)
      }
      for store in model.all(.store) where model.isInScope(store) {
        findLog(store, context, &findings)
        findContent(store, context, &findings)
      }
      findLibrary(context, &findings)
    },
    words: { context, findings in
      let questions = FacetQuestions(context)
      for element in processes(context.model) {
        findClock(element, questions, context, &findings)
      }
      TitleQuestions(context).find(&findings)
    })

  private static func processes(_ model: Model) -> some Sequence<EntityID> {
    model.all(.process).lazy.filter(model.isInScope)
  }

  /// A device that treats somebody, whose model does not ask what is asked of medical devices.
  private static func findLibrary(_ context: LintContext, _ findings: inout Findings) {
    let model = context.model
    guard let system = model.system, !model.all(.hazard).isEmpty,
      !model.all(.threatTemplate).contains(where: {
        model.isBuiltIn($0) && model.name($0) == "non-production-mode"
      }),
      let acting = model.all(.process).first(where: { process in
        model.isInScope(process)
          && model.words(process, .function).contains { ["therapy", "radiation"].contains($0) }
      })
    else { return }
    findings.report(
      "process `\(model.path(acting))` treats somebody, and the model does not import what is asked of medical devices",
      about: system, at: model.headingRange(system),
      secondary: [Label(context.range(of: .function, orHeadingOf: acting), "this says so")],
      notes: ["therapy, alarms and what is implanted are asked about by this library alone"],
      help: "write `import medical`")
  }

  /// A store that says neither what it holds nor what comes in and goes out: nothing of it can be read or altered at
  /// rest, so that leaving an asset out looks like having none.
  private static func findContent(
    _ store: EntityID, _ context: LintContext, _ findings: inout Findings
  ) {
    let model = context.model
    let flows = Array(model.graph.incoming(store)) + Array(model.graph.outgoing(store))
    // Who draws a first picture has no assets yet; a log has questions of its own.
    let weighs =
      [.asset, .hazard, .policy].contains { !model.all($0).isEmpty }
      || model.word(store, .encrypted) == "no"
    guard weighs, model.entry(store, .holds) == nil, model.boolean(store, .log) != true,
      !flows.isEmpty,
      flows.allSatisfy({ model.references($0.entity, .carries).isEmpty })
    else { return }
    findings.report(
      "nothing says what data store `\(model.path(store))` holds", about: store,
      at: model.headingRange(store),
      notes: ["who reads, alters or deletes what is kept is asked of assets"],
      help: model.all(.asset).isEmpty
        ? "declare what is worth protecting: `asset id \"Title\" { confidentiality: high }`, and name it in `holds`"
        : "name the assets in `holds`")
  }

  /// A store that holds entries of a log, and does not say that it is one.
  private static func findLog(
    _ store: EntityID, _ context: LintContext, _ findings: inout Findings
  ) {
    let model = context.model
    guard model.entry(store, .log) == nil else { return }
    let entries = model.references(store, .holds).first { model.words($0, .class).contains("log") }
    guard let entries else { return }
    findings.report(
      "store `\(model.path(store))` holds `\(model.path(entries))`, a log, and does not say that it is one",
      about: store, at: model.headingRange(store),
      secondary: [Label(model.headingRange(entries), "of class `log`")],
      notes: ["who denies what is recorded there, and who forges entries, is asked of a log alone"],
      help: "state `log: yes`, or `log: no` where nobody is held to account by it")
  }

  /// An update reaches a device that declares no interface for it.
  private static func findUpdate(
    _ element: EntityID, _ kinds: Set<String>, _ questions: FacetQuestions, _ context: LintContext,
    _ findings: inout Findings
  ) {
    let model = context.model
    // No signature of updates is checked of the pages of a browser.
    guard !kinds.contains("update"),
      model.words(element, .function).allSatisfy({ !["update", "browser"].contains($0) })
    else { return }
    let flow = model.graph.incoming(element).first { flow in
      guard model.graph.crosses(flow), model.isInScope(flow.entity) else { return false }
      let carriesCode = model.references(flow.entity, .carries).contains {
        model.words($0, .class).contains("firmware") || model.word($0, .content) == "code"
      }
      return carriesCode || model.words(flow.entity, .function).contains("update")
    }
    // What only passes an update on installs nothing.
    let passesOn = model.graph.outgoing(element).contains { outgoing in
      model.references(outgoing.entity, .carries).contains {
        model.words($0, .class).contains("firmware") || model.word($0, .content) == "code"
      }
    }
    if passesOn { return }
    guard let flow else { return }
    if let port = model.interfaces(of: flow.entity).first(where: { model[$0].parent == element }) {
      return reportPort(
        port,
        "an update comes in at interface `\(model.path(port))`, and its `kind` does not say so",
        flow.entity, model.words(port, .kind) + ["update"], "update", questions, context, &findings)
    }
    report(
      "an update reaches process `\(model.path(element))`, and it has no interface for updates",
      element, flow.entity, "interface updates \"Updates\" { kind: update }", "update",
      questions, context, &findings)
  }

  /// Something calls a program over a protocol of services, and it declares no interface for it.
  private static func findService(
    _ element: EntityID, _ kinds: Set<String>, _ questions: FacetQuestions, _ context: LintContext,
    _ findings: inout Findings
  ) {
    let model = context.model
    guard kinds.isDisjoint(with: serviceKinds) else { return }
    let flow = model.graph.incoming(element).first { flow in
      model.graph.crosses(flow)
        && model.values(flow.entity, .protocol).contains { value in
          model.word(value).map(services.contains) ?? false
        }
        && model.isInScope(flow.entity)
        // Who names a port knows where it comes in; a port that somebody stands at is none of these.
        && model.interfaces(of: flow.entity).allSatisfy {
          model.words($0, .kind).contains("user-interface") || isForPersons(flow, model)
        }
        // A store, and a service that is asked, answers: it is this process that calls.
        && model.serverEnd(of: flow).map { $0 == element } ?? true
        // What a gateway passes on was asked about at the gateway.
        && !offersService(flow.source, model)
        // Who asks there too gets an answer with it; what goes back over the call is its answer.
        && !model.graph.outgoing(element).contains {
          $0.target == flow.source && model.entry($0.entity, .over) == nil
        }
    }
    // Nobody calls a program in a browser, or an app on a phone.
    guard let flow, let name = model.word(flow.entity, .protocol),
      !model.words(element, .function).contains("browser"), !model.lies(element, in: ["phone"])
    else { return }
    let kind = isForPersons(flow, model) ? "web" : "api"
    let named = model.interfaces(of: flow.entity).first { model[$0].parent == element }
    if let named {
      // A port says how something comes in, and not what answers there.
      let isByHand = model.words(named, .kind).contains("user-interface")
      reportPort(
        named,
        "interface `\(model.path(named))` is called over `\(name)`, and "
          + (isByHand
            ? "counts as one that somebody stands at" : "its `kind` names no service"),
        flow.entity, isByHand ? [kind] : model.words(named, .kind) + [kind], kind, questions,
        context,
        &findings)
      return
    }
    report(
      "process `\(model.path(element))` is called over `\(name)`, and has no interface of kind `api` "
        + "or `web`",
      element, flow.entity, "interface \(kind) \"…\" { kind: \(kind) }", kind,
      questions, context, &findings)
  }

  private static let serviceKinds: Set<String> = ["api", "web", "service", "update"]
  private static let services: Set<String> = [
    "http", "https", "fhir", "fhir-https", "grpc", "grpc-tls", "dicomweb", "dicomweb-https",
  ]

  /// Whether a person calls, or the browser of one: what they get is pages.
  private static func isForPersons(_ flow: Flow, _ model: Model) -> Bool {
    model.boolean(flow.source, .human) == true
      || model.words(flow.source, .function).contains("browser")
  }

  private static func offersService(_ element: EntityID, _ model: Model) -> Bool {
    model.children(element, .interface).contains { interface in
      model.words(interface, .kind).contains { ["api", "web"].contains($0) }
    }
  }

  /// Something sends the time to a device, and no function says so.
  private static func findClock(
    _ element: EntityID, _ questions: FacetQuestions, _ context: LintContext,
    _ findings: inout Findings
  ) {
    let model = context.model
    guard model.isOnDevice(element) else { return }
    let flow = model.graph.incoming(element).first { flow in
      guard model.graph.crosses(flow), model.isInScope(flow.entity),
        !model.words(flow.entity, .function).contains("clock"),
        model.protocols(of: flow.entity).allSatisfy({ $0 != "ntp" && $0 != "nts" })
      else { return false }
      return ClockTitle.setsClock(model.title(flow.entity))
        || model.references(flow.entity, .carries).contains { ClockTitle.isTime(model.title($0)) }
    }
    guard let flow else { return }
    let count = questions.count(of: "clock", about: .process)
    guard count > 0 else { return }
    findings.report(
      "flow `\(model.path(flow.entity))` seems to set the clock of `\(model.path(element))`, and no "
        + "function says so",
      about: flow.entity, at: model.headingRange(flow.entity),
      secondary: [Label(model.headingRange(element), "the clock of this")],
      notes: ["\(count) \(count == 1 ? "question waits" : "questions wait") for it"],
      help: "state `function: clock`")
  }

  /// A USB port that is for no flow and says nothing of its use.
  private static func findUSB(
    _ interfaces: [EntityID], _ context: LintContext, _ findings: inout Findings
  ) {
    let model = context.model
    for interface in interfaces where model.words(interface, .kind) == ["usb"] {
      guard model.flows(through: interface).isEmpty, model.references(interface, .exposes).isEmpty,
        model.boolean(interface, .disabled) != true
      else { continue }
      findings.report(
        "USB port `\(model.path(interface))` does not say what it is for", about: interface,
        at: model.headingRange(interface),
        help:
          "name it in `via` of the flows that go through it, add what else it is to `kind`, such "
          + "as `service`, or state `disabled: yes`")
    }
  }

  /// - Parameter kinds: what to write as the kind of the interface.
  private static func reportPort(
    _ port: EntityID, _ message: String, _ flow: EntityID, _ kinds: [String], _ kind: String,
    _ questions: FacetQuestions, _ context: LintContext, _ findings: inout Findings
  ) {
    let count = questions.count(of: kind, about: .interface)
    guard count > 0 else { return }
    findings.report(
      message, about: port, at: context.range(of: .kind, orHeadingOf: port),
      secondary: [Label(context.model.headingRange(flow), "by this flow")],
      notes: ["\(count) \(count == 1 ? "question waits" : "questions wait") for it"],
      help: "write `kind: \(kinds.joined(separator: ", "))`")
  }

  private static func report(
    _ message: String, _ element: EntityID, _ flow: EntityID, _ declaration: String,
    _ kind: String, _ questions: FacetQuestions, _ context: LintContext,
    _ findings: inout Findings
  ) {
    let count = questions.count(of: kind, about: .interface)
    guard count > 0 else { return }
    findings.report(
      message, about: element, at: context.model.headingRange(element),
      secondary: [Label(context.model.headingRange(flow), "by this flow")],
      notes: ["\(count) \(count == 1 ? "question waits" : "questions wait") for it"],
      // What runs over the connection of another flow goes through its interface.
      help: "declare it: `\(declaration)`, and name it in `via` of "
        + (context.model.carrier(of: flow).map {
          "`\(context.model.path($0))`, which opens the connection"
        }
          ?? "the flow"))
  }

}

/// How many threat templates name a word in their condition, such as a kind of interface, read once for
/// all findings, where there is one.
private struct FacetQuestions {
  private let context: LintContext
  private let ofInterfaces = OnDemand<[Substring: Int]>()
  private let ofProcesses = OnDemand<[Substring: Int]>()

  init(_ context: LintContext) { self.context = context }

  private static func counts(_ keyword: Keyword, _ context: LintContext) -> [Substring: Int] {
    let methods = ThreatRegister.methods(context.model)
    var counts: [Substring: Int] = [:]
    for template in context.register.library.templates {
      guard template.appliesTo.contains(keyword), template.replaces.isEmpty,
        template.methods.contains(where: methods.contains), let when = template.when
      else { continue }
      let text = context.model.sources.text(when.range)
      for word in Set(text.utf8.split { !isPartOfWord($0) }.map { Substring($0) }) {
        counts[word, default: 0] += 1
      }
    }
    return counts
  }

  /// Words of the language are ASCII.
  private static func isPartOfWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "-"):
      true
    default: false
    }
  }

  func count(of word: String, about keyword: Keyword) -> Int {
    (keyword == .process ? ofProcesses : ofInterfaces)
      .value { Self.counts(keyword, context) }[Substring(word)] ?? 0
  }
}
