// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax
import TMThreats

/// Finds out which words took a threat away: what it is about is there still, and is described otherwise.
struct Redescription {
  private let pairs: Correspondence
  private let causes: ChangeIndex
  /// The names under which the new model asks something, by what it asks it of.
  private let names: [EntityID: Set<String>]
  private let repeated: Set<String>

  init(_ register: ThreatRegister, _ pairs: Correspondence, _ causes: ChangeIndex) {
    self.pairs = pairs
    self.causes = causes
    var names: [EntityID: Set<String>] = [:]
    for threat in register.threats { names[threat.about, default: []].formUnion(threat.names) }
    for merged in register.merged { names[merged.subject.entity, default: []].insert(merged.name) }
    self.names = names
    repeated = register.repeatedIDs
  }

  /// Why a threat is no longer asked of something that stands where it stood; nil where something else
  /// asks it, where what protects took it away, or where a part of the system went with it.
  ///
  /// - Parameter name: the name of the template whose question it is.
  func silencing(
    of threat: Threat, _ name: String, _ about: EntityID
  ) -> (Silencing, cause: Int?)? {
    if isAskedElsewhere(threat, name, about) { return nil }
    if let template = ownTemplate(name), let cause = causes.effectOfNew(template) {
      return (.askedLess(template: name), cause)
    }
    let near = surroundings(of: threat, about)
    for place in near {
      let properties = causes.properties(ofNew: place).filter { isWeaker($0, of: place) }
      if properties.isEmpty { continue }
      let path = pairs.path(place, on: .new)
      return (
        .describedOtherwise(path: path, properties: properties.map(\.name)), causes.ofNew(place)
      )
    }
    let isTouched = near.contains { causes.effectOfNew($0) != nil }
    return isTouched || causes.hasRemovedParts ? nil : (.unexplained, causes.policy)
  }

  /// Whether another threat asks it: of the same thing in other words, or of the flow whose connection it
  /// runs over.
  private func isAskedElsewhere(_ threat: Threat, _ name: String, _ about: EntityID) -> Bool {
    if let asked = names[about], asked.contains(threat.name) || asked.contains(name) { return true }
    let suffix = threat.subject.direction == .backwards ? "-reverse" : ""
    if repeated.contains("\(pairs.new.path(about)).\(name)\(suffix)") { return true }
    guard pairs.new.graph.flow(about) != nil else { return false }
    if pairs.new.sharedPath(of: about)
      != pairs.old.sharedPath(of: threat.about)
      .flatMap({ pairs.counterpart($0, from: .old) })
    {
      return true
    }
    return threat.subject.direction == .backwards
      && pairs.new.graph.flow(about).map(pairs.new.isTwoWay) != true
  }

  private func ownTemplate(_ name: String) -> EntityID? {
    pairs.new.all(.threatTemplate).first {
      pairs.new.name($0) == name && !pairs.new.isBuiltIn($0)
    }
  }

  /// What a condition about something sees, in the new model: itself, what it touches, then what lies
  /// around that.
  private func surroundings(of threat: Threat, _ about: EntityID) -> [EntityID] {
    let model = pairs.new
    let facts = SubjectFacts(model)
    var ends = [about]
    if let flow = model.graph.flow(about) { ends = [flow.source, flow.target] }
    if model[about].keyword == .interface, let element = model[about].parent { ends = [element] }
    var near = [about] + model.interfaces(of: about)
    // What it was about before may be left out now.
    let assets = SubjectFacts(pairs.old).assets(of: threat.about)
    near += assets.compactMap { pairs.counterpart($0, from: .old) } + facts.assets(of: about)
    near += ends + model.stores(of: about) + model.handlers(of: about)
    for end in ends {
      near += model.children(end, .interface) + model.children(end, .component)
      near += model.ancestors(end)
    }
    near += near.flatMap { model.references($0, .zone) }
    for end in ends {
      for flow in Array(model.graph.incoming(end)) + Array(model.graph.outgoing(end)) {
        near += [flow.entity, flow.source, flow.target]
      }
    }
    var seen: Set<EntityID> = []
    return near.filter { seen.insert($0).inserted }
  }

  /// Whether a property says less about something, rather than what protects or answers it.
  private func isWeaker(_ change: PropertyChange, of place: EntityID) -> Bool {
    guard let property = Property(word: change.name) else { return false }
    switch property {
    case .class, .function, .confidentiality, .integrity, .availability, .accountability, .harm,
      .kind, .trust, .zone, .physical, .human, .privilege, .access, .log, .format, .onError,
      .multiPatient, .severity, .inScope, .safetyImpact, .state, .port, .technology:
      return true
    // What is no longer carried or kept went; what is still declared did not.
    case .carries, .handles, .holds, .exposes, .via: return true
    case .disabled: return change.new != "yes"
    case .protocol: return !isProtectedNow(place)
    default: return false
    }
  }

  /// Whether encryption or authentication came with another protocol.
  private func isProtectedNow(_ flow: EntityID) -> Bool {
    guard let former = pairs.counterpart(flow, from: .new), pairs.new.graph.flow(flow) != nil else {
      return false
    }
    return pairs.new.encryption(flow).isPresent && !pairs.old.encryption(former).isPresent
      || pairs.new.sourceAuthentication(flow).isPresent
        && !pairs.old.sourceAuthentication(former).isPresent
  }
}
