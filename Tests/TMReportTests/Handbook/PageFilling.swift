// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMFindings
import TMHandbook
import TMLint
import TMModel
import TMSource
import TMSyntax
import TMTestSupport

/// Fills in what the program says on a page: the answer behind each example, and how a rule is turned off.
enum PageFilling {
  static let command = "TM_UPDATE_SNAPSHOTS=1 swift test --filter Handbook"

  private static let caption = "`tm lint` prints"
  private static let turningOff = "## Turn off or excuse"

  /// The text of a page as it has to be.
  static func filled(_ page: WrittenPage) throws -> String {
    if try page.isSession() { return try page.text() }
    var lines = try page.text().split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
    for model in try page.models(under: "Example").reversed() {
      guard let last = model.blocks.last else { continue }
      let place = last.lines.upperBound + 1
      removeAnswer(from: &lines, at: place)
      lines.insert(contentsOf: try answer(to: model, on: page), at: place)
    }
    fillWords(&lines)
    if page.page.kind == .rule, let rule = Rule.all.first(where: { $0.name == page.page.name }) {
      fillTurningOff(rule, &lines)
    }
    return lines.joined(separator: "\n")
  }

  /// The lines behind an example: a caption and a `text` block.
  private static func answer(to model: PageModel, on page: WrittenPage) throws -> [String] {
    let run = try model.run()
    guard let rule = page.rule else { return block("\(caption):", run.text) }
    let findings = run.diagnostics.filter { $0.rule == rule }
    let text = HumanDiagnostics.text(of: findings, in: run.sources, colouring: .plain)
    if findings.count == run.diagnostics.count { return block("\(caption):", text) }
    // The line that counts the findings counts the others, too.
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast(3)
    return block(
      "\(caption), other findings left out:", lines.joined(separator: "\n") + "\n")
  }

  private static func block(_ caption: String, _ text: String) -> [String] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    return ["", caption, "", "```text"] + lines.map(String.init) + ["```"]
  }

  private static func removeAnswer(from lines: inout [String], at place: Int) {
    let head = lines[place...].prefix(4)
    guard head.count == 4, Array(head)[1].hasPrefix(caption), head.last == "```text",
      let end = lines[(place + 4)...].firstIndex(of: "```")
    else { return }
    lines.removeSubrange(place...end)
  }

  /// Writes the names that conditions about threats know under the heading that announces them.
  private static func fillWords(_ lines: inout [String]) {
    guard let start = lines.firstIndex(of: "## Words") else { return }
    let end = lines[(start + 1)...].firstIndex { $0.hasPrefix("## ") } ?? lines.endIndex
    let stated = Schema.spec(of: .threat).properties.map { "`\($0.property.word)`" }
    let text =
      [
        "", "What the program computes of a threat; a status alone is short for `status is …`:", "",
      ] + ComputedThreatAttribute.allCases.map { "- `\($0.rawValue)`: \($0.documentation)" }
    let properties = [
      "", "And each property of its triage, or else of the decision that covers it:", "",
      stated.joined(separator: ", ") + ".", "",
    ]
    lines.replaceSubrange((start + 1)..<end, with: text + properties)
  }

  /// Writes the section in front of the references, or at the end.
  private static func fillTurningOff(_ rule: Rule, _ lines: inout [String]) {
    if let start = lines.firstIndex(of: turningOff) {
      let end = lines[(start + 1)...].firstIndex { $0.hasPrefix("## ") } ?? lines.endIndex
      lines.removeSubrange(start..<end)
    }
    while lines.last == "" { lines.removeLast() }
    let other = rule.severity == .error ? "warning" : "error"
    // What is found about a policy, that of the model does not turn off.
    let off = rule.name == "hollow-policy" ? "in a policy outside the model `off`" : "`off`"
    let section = [
      turningOff, "",
      "`policy { \(rule.name): \(other) }` changes its severity, \(off) turns it off.",
      "`@allow(\(rule.name), \"the reason\")` in front of a declaration excuses what it finds there.",
    ]
    if let place = lines.firstIndex(of: "## References") {
      lines.insert(contentsOf: section + [""], at: place)
    } else {
      lines += [""] + section
    }
    lines.append("")
  }
}
