// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax
import TMThreats

/// What of a model no threat is about, and why: silence must not look like an answer.
package struct Unexamined {
  /// One sentence for each reason.
  package let lines: [String]
  /// Those that somebody decided: what is out of scope, exempt or turned off.
  package let decided: [String]
  /// Where the reasons are.
  static let way = "`--coverage` says why"

  package init(_ model: Model, _ register: ThreatRegister) {
    let asked = Set(register.threats.map(\.about))
    let methods = ThreatRegister.methods(model).map { "`\($0.rawValue)`" }.joined(separator: ", ")
    let flows = model.graph.flows.filter { !asked.contains($0.entity) }
    let inside = flows.filter { model.isInScope($0.entity) && !model.graph.crosses($0) }
    let crossing = flows.filter { model.isInScope($0.entity) && model.graph.crosses($0) }
    let elements = model.allEntities.filter { model[$0].keyword.isElement }
    let out = elements.count { !model.isInScope($0) }
    let silent = elements.count { id in
      guard model.isInScope(id), !asked.contains(id) else { return false }
      let parts = model.children(id, .interface)
      return !parts.contains(where: asked.contains)
        && !model.graph.flows.contains {
          ($0.source == id || $0.target == id) && asked.contains($0.entity)
        }
    }
    var lines: [String] = []
    if !inside.isEmpty {
      lines.append(
        "\(Self.number(inside.count, "flow")) inside one boundary: not asked under \(methods)")
    }
    if !crossing.isEmpty {
      lines.append(
        "\(Self.number(crossing.count, "flow")) across a boundary: nothing is asked under \(methods)"
      )
    }
    if silent > 0 {
      lines.append(
        "\(Self.number(silent, "element")) without a threat, also of interfaces and flows: "
          + Self.way)
    }
    let outside = flows.count {
      !model.isInScope($0.entity) && model.boolean($0.entity, .inScope) == false
    }
    var decided: [String] = []
    if out > 0 { decided.append("\(Self.number(out, "element")) out of scope: `in-scope: no`") }
    if outside > 0 {
      decided.append("\(Self.number(outside, "flow")) out of scope: `in-scope: no`")
    }
    if !register.exempted.isEmpty {
      let exemptions = Set(register.exempted.map(\.exemption)).sorted().map { model.path($0) }
      decided.append(
        "\(Self.number(register.exempted.count, "threat")) taken out by exemptions of the policy: "
          + Self.names(exemptions))
    }
    let silenced = SilencedQuestions(model)
    if !silenced.templates.isEmpty {
      decided.append(
        "\(Self.number(silenced.templates.count, "question")) turned off by the policy: "
          + Self.names(silenced.templates))
    }
    if !silenced.rules.isEmpty {
      decided.append(
        "\(Self.number(silenced.rules.count, "rule")) turned off by the policy: "
          + Self.names(silenced.rules))
    }
    if !silenced.replacements.isEmpty {
      decided.append(
        "\(Self.number(silenced.replacements.count, "question")) of the library asked in words of the model: "
          + Self.names(silenced.replacements.map { model.name($0) }))
    }
    self.decided = decided
    self.lines = lines + decided
  }

  /// The first few names, in backticks.
  private static func names(_ names: [String]) -> String {
    let shown = names.prefix(4).map { "`\($0)`" }.joined(separator: ", ")
    return names.count > 4 ? "\(shown) and \(names.count - 4) more" : shown
  }

  private static func number(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}
