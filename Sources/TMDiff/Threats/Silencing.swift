// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMThreats

/// Why a threat is no longer asked, although what it is about is still there and stands where it stood.
package enum Silencing: Hashable, Sendable {
  /// An exemption of a policy covers it.
  case exempted(path: String)
  /// What it is about says `in-scope: no`, or what does lies at an end of it.
  case outOfScope
  /// A policy turns the template off.
  case turnedOff(template: String)
  /// No file declares the template any more.
  case undeclared(template: String)
  /// The model names no method of the template any more, and nothing else asks the same.
  case otherMethod
  /// A template of the model's own under the same name asks less.
  case askedLess(template: String)
  /// What it is about, or something beside it, is described otherwise.
  case describedOtherwise(path: String, properties: [String])
  /// Nothing that was written differently explains it.
  case unexplained

  /// Whether facts took it away rather than somebody who wanted it gone.
  package var isByDescription: Bool {
    switch self {
    case .exempted, .outOfScope, .turnedOff, .undeclared, .otherMethod: false
    case .askedLess, .describedOtherwise, .unexplained: true
    }
  }

  /// The word for data.
  package var word: String {
    switch self {
    case .exempted: "exempted"
    case .outOfScope: "out-of-scope"
    case .turnedOff: "turned-off"
    case .undeclared: "undeclared"
    case .otherMethod: "other-method"
    case .askedLess: "asked-less"
    case .describedOtherwise: "described-otherwise"
    case .unexplained: "unexplained"
    }
  }
}

/// Finds out whether a threat that is gone was silenced.
struct SilencingFinder {
  private let pairs: Correspondence
  private let causes: ChangeIndex
  private let exempted: [Question: EntityID]
  private let templates: Set<String>
  private let declared: Set<String>
  private let methods: Set<Method>
  /// What the new model asks, under whatever name.
  private let asked: Set<Concern>
  private let redescription: Redescription

  private struct Question: Hashable {
    let subject: Subject
    let name: String
  }

  private struct Concern: Hashable {
    let entity: EntityID
    let category: ThreatCategory
  }

  init(_ register: ThreatRegister, _ pairs: Correspondence, _ causes: ChangeIndex) {
    self.pairs = pairs
    self.causes = causes
    exempted = Dictionary(
      register.exempted.map { (Question(subject: $0.subject, name: $0.name), $0.exemption) },
      uniquingKeysWith: { first, _ in first })
    templates = Set(register.library.templates.flatMap { [$0.name] + $0.formerNames })
    declared = Set(pairs.new.all(.threatTemplate).map { pairs.new.name($0) })
    methods = Set(ThreatRegister.methods(pairs.new))
    asked = Set(
      register.threats.flatMap { threat in
        ([threat.category] + threat.categories).map {
          Concern(entity: threat.about, category: $0)
        }
      })
    redescription = Redescription(register, pairs, causes)
  }

  /// Nil where the threat was silenced by nobody: what it is about is gone or stands elsewhere, or its
  /// condition no longer holds.
  ///
  /// - Parameter threat: one of the old model that the new one does not have.
  func silencing(of threat: Threat) -> (Silencing, cause: Int?)? {
    guard let about = pairs.counterpart(threat.about, from: .old) else { return nil }
    let subject = Subject(about, threat.subject.direction)
    let isThere = stands(threat.about, about)
    // What is exempted would be asked where it stands now; an old exemption covers what moves there.
    if let exemption = exempted[Question(subject: subject, name: threat.name)],
      isThere || causes.effectOfNew(exemption) != nil
    {
      return (
        .exempted(path: pairs.path(exemption, on: .new)),
        causes.effectOfNew(exemption) ?? causes.policy
      )
    }
    // Scope does not go by the place.
    if !pairs.new.isInScope(about),
      pairs.new.boolean(about, .inScope) == false || hasSameEnds(threat.about, about)
    {
      return (.outOfScope, scopeCause(about))
    }
    guard isThere, let template = threat.template else { return nil }
    // What stands in for another leaves the question to it.
    let name = askingName(threat)
    if !templates.contains(name) {
      return declared.contains(name)
        ? (.turnedOff(template: name), causes.policy)
        : (.undeclared(template: name), templateCause(template))
    }
    if template.methods.allSatisfy({ !methods.contains($0) }), !isAskedOtherwise(threat, about) {
      return (.otherMethod, pairs.new.system.flatMap { causes.effectOfNew($0) })
    }
    return redescription.silencing(of: threat, name, about)
  }
}

extension SilencingFinder {
  /// The name of the template whose question it is, which another may have put into its own words.
  private func askingName(_ threat: Threat) -> String {
    let suffix = "-reverse"
    guard threat.subject.direction == .backwards, threat.name.hasSuffix(suffix) else {
      return threat.name
    }
    return String(threat.name.dropLast(suffix.count))
  }

  private func isAskedOtherwise(_ threat: Threat, _ about: EntityID) -> Bool {
    ([threat.category] + threat.categories).contains {
      asked.contains(Concern(entity: about, category: $0))
    }
  }

  /// Whether something lies where it lay, within the same boundaries, and a flow has the same ends there.
  private func stands(_ before: EntityID, _ after: EntityID) -> Bool {
    guard let was = pairs.old.graph.flow(before), let now = pairs.new.graph.flow(after) else {
      return isUnmoved(before, after)
    }
    return hasSameEnds(before, after) && isUnmoved(was.source, now.source)
      && isUnmoved(was.target, now.target)
  }

  /// Whether a flow has the ends that it had; true of anything else.
  private func hasSameEnds(_ before: EntityID, _ after: EntityID) -> Bool {
    guard let was = pairs.old.graph.flow(before), let now = pairs.new.graph.flow(after) else {
      return true
    }
    return pairs.counterpart(was.source, from: .old) == now.source
      && pairs.counterpart(was.target, from: .old) == now.target
  }

  private func isUnmoved(_ before: EntityID, _ after: EntityID) -> Bool {
    causes.move(of: after) == nil && causes.enclosure(of: before, after) == nil
  }

  private func scopeCause(_ about: EntityID) -> Int? {
    var places = [about]
    if let flow = pairs.new.graph.flow(about) { places += [flow.source, flow.target] }
    if let parent = pairs.new[about].parent { places.append(parent) }
    return places.lazy.compactMap { causes.effectOfNew($0) }.first
  }

  private func templateCause(_ template: ThreatTemplate) -> Int? {
    pairs.old.isBuiltIn(template.entity) ? nil : causes.effectOfOld(template.entity)
  }
}
