// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMSyntax

/// What the title or the flows of an element say that it is, and its declaration does not.
struct TitleQuestions {
  private let context: LintContext
  private var model: Model { context.model }

  init(_ context: LintContext) { self.context = context }

  func find(_ findings: inout Findings) {
    let elements = model.allEntities.filter { model[$0].keyword.isElement && model.isInScope($0) }
    for element in elements {
      switch model[element].keyword {
      case .process:
        if findKind(element, &findings) { continue }
        findFunction(element, &findings)
        findDenial(element, &findings)
      case .external: findHuman(element, &findings)
      default: break
      }
    }
    for boundary in model.all(.boundary) { findZone(boundary, &findings) }
  }

  // MARK: - What it is

  /// A person, the internet or a database that is declared as a program.
  private func findKind(_ element: EntityID, _ findings: inout Findings) -> Bool {
    let keyword = model[element].keyword
    let name = "\(keyword.word) `\(model.path(element))`"
    // What keeps data is called by what the data is about: "Users".
    guard keyword == .process, let title = model.ownTitle(element) else { return false }
    if TitledKind.isPerson(title) {
      report(
        element, "\(name) has the title of a person",
        "declare it as `external \(model.name(element)) { human: yes }`, outside of the boundaries that keep people out",
        "what people do is asked of external entities", &findings)
      return true
    }
    if TitledKind.isInternet(title) {
      report(
        element, "\(name) has the title of the internet",
        "declare a `boundary … { zone: internet }` with what calls from there in it",
        "what comes from there is asked about where it crosses a boundary", &findings)
      return true
    }
    if TitledKind.isStore(title) {
      report(
        element, "\(name) has the title of a store",
        "declare it as `store \(model.name(element))`, with what it `holds`, or name the program",
        "what rests is asked about in stores", &findings)
      return true
    }
    let query = model.graph.incoming(element).first { flow in
      flow.target == element && model[flow.source].keyword == .process && asksDatabase(flow.entity)
    }
    // What passes queries on keeps nothing.
    let passesOn = model.graph.outgoing(element).contains {
      $0.source == element && asksDatabase($0.entity)
    }
    guard let query, !passesOn else { return false }
    report(
      element, "\(name) is asked in SQL, as a database is",
      "declare it as `store \(model.name(element)) { kind: sql }`, or the store behind it",
      "what rests is asked about in stores", &findings,
      Label(model.headingRange(query.entity), "by this flow"))
    return true
  }

  private func asksDatabase(_ flow: EntityID) -> Bool {
    model.words(flow, .protocol).contains { ["sql", "sql-tls"].contains($0) }
  }

  private func findHuman(_ element: EntityID, _ findings: inout Findings) {
    // Who signs a register answers for the questions that are not in it.
    guard model.statusIsWanted != nil, model.entry(element, .human) == nil,
      let title = model.ownTitle(element), TitledKind.isPerson(title)
    else { return }
    report(
      element,
      "external entity `\(model.path(element))` has the title of a person, and does not say so",
      "state `human: yes`, or `human: no` where it is a program",
      "what people do is asked of people alone",
      &findings)
  }

  // MARK: - What it does

  private func findFunction(_ element: EntityID, _ findings: inout Findings) {
    guard model.entry(element, .function) == nil, let title = model.ownTitle(element),
      let function = TitledKind.function(title)
    else { return }
    // An interface says it too.
    if model.children(element, .interface).contains(where: {
      model.words($0, .kind).contains(function)
    }) {
      return
    }
    report(
      element,
      "process `\(model.path(element))` has the title of what has `function: \(function)`, and no function",
      "state `function: \(function)`, or what it does instead",
      "what only such a process is asked waits for its function",
      &findings)
  }

  /// A function that takes questions away, and that what happens at the element contradicts.
  private func findDenial(_ element: EntityID, _ findings: inout Findings) {
    let functions = model.words(element, .function)
    if functions.contains("browser"), let flow = call(to: element) {
      report(
        element, "process `\(model.path(element))` says `function: browser`, and is called",
        "take `browser` away: a browser calls, and nobody calls it",
        "who may do what is not asked of a browser", &findings,
        Label(model.headingRange(flow), "by this flow"))
    }
    if functions.contains("reverse-proxy"), functions.count == 1, passesNothingOn(element) {
      report(
        element,
        "process `\(model.path(element))` says `function: reverse-proxy`, and passes nothing on",
        "take `reverse-proxy` away, or declare the flow to what answers behind it",
        "who may do what is not asked of what only passes requests on", &findings)
    }
  }

  private func call(to element: EntityID) -> EntityID? {
    model.graph.incoming(element).first { flow in
      // Pages come to it by flows as well, and at no interface that offers a service.
      model.graph.crosses(flow) && model.entry(flow.entity, .over) == nil
        && model.interfaces(of: flow.entity).contains {
          model[$0].parent == element
            && !["api", "web", "service"].filter(model.words($0, .kind).contains).isEmpty
        }
    }?.entity
  }

  private func passesNothingOn(_ element: EntityID) -> Bool {
    let callers = Set(model.graph.incoming(element).map(\.source))
    let asked = model.graph.outgoing(element).filter {
      !callers.contains($0.target) || $0.isTwoWay && $0.source == element
    }
    let behind = model.graph.incoming(element).contains {
      $0.isTwoWay && $0.target == element && model[$0.source].keyword != .external
    }
    return !callers.isEmpty && asked.isEmpty && !behind
  }

  // MARK: - Where it is

  private func findZone(_ boundary: EntityID, _ findings: inout Findings) {
    guard let title = model.ownTitle(boundary), let zone = TitledKind.zone(title) else { return }
    if let stated = model.word(boundary, .zone) {
      // What lies in the cloud is no phone; of two words for one place, either will do.
      guard stated != zone, Self.apart.contains(stated), Self.apart.contains(zone) else { return }
      report(
        boundary,
        "boundary `\(model.path(boundary))` has the title of `zone: \(zone)`, and says `\(stated)`",
        "correct the zone, or the title", "a zone decides what is asked of what lies in it",
        &findings)
      return
    }
    guard model.zone(boundary) == nil, worksWithZones else { return }
    report(
      boundary, "boundary `\(model.path(boundary))` has the title of `zone: \(zone)`, and no zone",
      "state `zone: \(zone)`", "a zone decides what is asked of what lies in it", &findings)
  }

  /// Whether the author says of places what they are, so that one without a zone is missed.
  private var worksWithZones: Bool {
    model.statusIsWanted != nil || model.all(.boundary).contains { model.entry($0, .zone) != nil }
  }

  private static let apart: Set = [
    "internet", "cloud", "hospital", "home", "phone", "guest", "device",
  ]

  private func report(
    _ subject: EntityID, _ message: String, _ help: String, _ note: String,
    _ findings: inout Findings, _ label: Label? = nil
  ) {
    findings.report(
      message, about: subject, at: model.headingRange(subject),
      secondary: [label].compactMap { $0 },
      notes: [note], help: help)
  }
}
