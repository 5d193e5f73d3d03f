// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMComponents
import TMModel
import TMScoring
import TMSyntax
import TMWriting

/// The words that every output uses for components and their vulnerabilities.
package struct ComponentFacts {
  package let model: Model
  package let report: SoftwareReport
  /// How the elements are reached that contain components.
  private let reaches: [EntityID: Reachability]

  package init(model: TMModel.Model, report: TMComponents.SoftwareReport) {
    self.model = model
    self.report = report
    var reaches: [EntityID: Reachability] = [:]
    for place in report.components.compactMap(\.place) where reaches[place] == nil {
      reaches[place] = Reachability(of: place, in: model)
    }
    self.reaches = reaches
  }

  func reach(_ component: SoftwareReport.Component) -> Reachability {
    component.place.flatMap { reaches[$0] } ?? Reachability(of: nil, in: model)
  }

  /// All vulnerabilities of declared components: those known to be exploited first, then those that are
  /// open, then those that are reached from farthest away, then the gravest.
  var ranked: [(component: SoftwareReport.Component, vulnerability: Vulnerability)] {
    func rank(
      _ row: (component: SoftwareReport.Component, vulnerability: Vulnerability)
    ) -> [Int] {
      let isUrgent = row.vulnerability.exploited != nil && !row.vulnerability.isHarmless
      return [
        isUrgent ? 0 : 1, row.vulnerability.isHarmless ? 1 : 0,
        -reach(row.component).level.rawValue,
        -(row.vulnerability.worst?.score?.tenths ?? -1),
      ]
    }
    let rows = report.components.flatMap { component in
      component.vulnerabilities.map { (component: component, vulnerability: $0) }
    }
    return rows.enumerated().sorted { left, right in
      let (a, b) = (rank(left.element), rank(right.element))
      return a == b ? left.offset < right.offset : a.lexicographicallyPrecedes(b)
    }.map(\.element)
  }

  /// The element of a component, or a dash for what lies in none.
  func place(_ component: SoftwareReport.Component) -> String {
    component.place.map { model.path($0) } ?? "–"
  }

  package func version(_ component: SoftwareReport.Component) -> String? {
    let versions = component.versions(in: model)
    return versions.isEmpty ? nil : versions.joined(separator: ", ")
  }

  package func support(_ component: SoftwareReport.Component) -> String? {
    model.word(component.entity, .support)
  }

  /// The end of support with what the day of the run makes of it.
  package func end(_ component: SoftwareReport.Component) -> (text: String, style: TerminalStyle?)?
  {
    switch component.support {
    case .unknown: nil
    case .current(let date): ("\(date)", nil)
    case .endsSoon(let date): ("\(date), soon", .warning)
    case .ended(let date): ("\(date), past", .error)
    }
  }

  /// What the bill of materials says; nil without one.
  func inBill(_ component: SoftwareReport.Component) -> (text: String, style: TerminalStyle?)? {
    guard component.hasBill else { return report.hasBill ? ("–", nil) : nil }
    if let version = component.differingVersion(in: model) { return (version, .warning) }
    return component.entry == nil ? ("no", .warning) : ("yes", nil)
  }

  /// `7.5 high`, `high`, or nil where no source gives any score.
  package static func score(_ vulnerability: Vulnerability) -> String? {
    guard let worst = vulnerability.worst else { return nil }
    let words = [worst.score?.description, worst.severity?.rawValue].compactMap { $0 }
    return words.isEmpty ? nil : words.joined(separator: " ")
  }

  package static func standing(_ vulnerability: Vulnerability) -> (
    text: String, style: TerminalStyle?
  ) {
    let text = vulnerability.standing.rawValue
    if vulnerability.judgement == .unknown, !vulnerability.isAssessed {
      return ("\(text), unclear if affected", .warning)
    }
    return (text, vulnerability.isAssessed ? .secondary : .error)
  }

  /// What else there is to say of a vulnerability, part by part.
  package func details(_ vulnerability: Vulnerability) -> [String] {
    var parts = [vulnerability.title].compactMap { $0 }
    parts += vulnerability.scores.compactMap(\.vector)
    parts += vulnerability.weaknesses.map { "CWE-\($0)" }
    if let exploited = vulnerability.exploited {
      parts.append(
        "known to be exploited" + (exploited.source == "CISA" ? "" : ", says the EU")
          + (exploited.due.map { ", due \($0)" } ?? ""))
    }
    if !vulnerability.fixedIn.isEmpty {
      parts.append("fixed in \(vulnerability.fixedIn.joined(separator: ", "))")
    }
    parts += [vulnerability.statement?.justification, vulnerability.statement?.detail]
      .compactMap { $0 }
    if let decision = vulnerability.decision { parts.append("in \(model.path(decision))") }
    if vulnerability.versions.count > 1 {
      parts.append("in \(vulnerability.versions.joined(separator: ", "))")
    }
    if !vulnerability.mentions.isEmpty {
      parts.append("named by \(vulnerability.mentions.prefix(5).joined(separator: ", "))")
    }
    if !vulnerability.aliases.isEmpty {
      parts.append("also \(vulnerability.aliases.joined(separator: ", "))")
    }
    return parts
  }

  /// One line with the counts.
  package var summary: String {
    let components = report.components
    var parts = [Self.count(components.count, "component")]
    let ended = components.count { if case .ended = $0.support { true } else { false } }
    let soon = components.count { if case .endsSoon = $0.support { true } else { false } }
    if ended > 0 { parts.append("support of \(ended) has ended") }
    if soon > 0 { parts.append("support of \(soon) ends soon") }
    if report.hasBill {
      let missing = components.count { $0.hasBill && $0.entry == nil }
      if missing > 0 { parts.append("\(missing) not in the SBOM") }
      if !report.undeclared.isEmpty {
        parts.append("\(report.undeclared.count) of the SBOM not declared")
      }
    }
    guard report.hasVulnerabilities else { return parts.joined(separator: ", ") }
    let all = components.flatMap(\.vulnerabilities)
    var line = parts.joined(separator: ", ")
    line += "; " + Self.count(all.count, "vulnerability", "vulnerabilities")
    let standings = Vulnerability.Standing.allCases.compactMap { standing in
      let count = all.count { $0.standing == standing }
      return count == 0 ? nil : "\(count) \(standing.rawValue)"
    }
    if !standings.isEmpty { line += ": " + standings.joined(separator: ", ") }
    let unclear = all.count { $0.judgement == .unknown && !$0.isAssessed }
    if unclear > 0 { line += "; of \(unclear) it is unclear if they apply" }
    let exploited = all.count { $0.exploited != nil }
    if exploited > 0 { line += "; \(exploited) known to be exploited" }
    let hidden = report.undeclared.reduce(0) { $0 + $1.vulnerabilities.count }
    if hidden > 0 { line += "; \(hidden) more in components that are not declared" }
    return line
  }

  /// What of the files was not compared, a line each; empty where all was.
  package static func remarks(_ report: SoftwareReport) -> String {
    report.remarks.map { "note: \(TerminalText.sanitised($0))\n" }.joined()
  }

  package static func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    "\(number) \(number == 1 ? one : many ?? one + "s")"
  }
}
