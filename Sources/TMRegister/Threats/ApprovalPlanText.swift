// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMRisk
import TMSource
import TMWriting

/// Says what an approval writes down, before it does.
package enum ApprovalPlanText {
  package static func text(of plan: ApprovalPlan, colouring: Colouring) -> String {
    var text = ""
    if !plan.approved.isEmpty {
      text += "approves \(count(plan.approved.count))\n"
      for approved in plan.approved {
        let line = approved.line
        var facts = [line.status]
        if !line.score.isEmpty { facts.append("score \(line.score)") }
        if !line.residual.isEmpty { facts.append("residual \(line.residual)") }
        if !line.harm.isEmpty { facts.append("harm \(line.harm.joined(separator: ", "))") }
        if !line.protection.isEmpty {
          facts.append("by \(line.protection.joined(separator: ", "))")
        }
        text += "    `\(plain(line.id))` \(plain(facts.joined(separator: "; ")))\n"
        for change in approved.changes { text += "        \(plain(change.text))\n" }
      }
    }
    let open = plan.refused.filter { $0.why == .isOpen }.map(\.id)
    let unacceptable = plan.refused.filter { $0.why == .isUnacceptable }.map(\.id)
    text += left(open, "open", "--open", colouring)
    text += left(unacceptable, "not acceptable to the policy", "--unacceptable", colouring)
    if !plan.dropped.isEmpty {
      text +=
        "takes out \(count(plan.dropped.count)) that \(plan.dropped.count == 1 ? "is" : "are") gone\n"
      for id in plan.dropped { text += "    `\(plain(id))`\n" }
    }
    if plan.known > 0 {
      text += "\(count(plan.known)) \(plan.known == 1 ? "is" : "are") approved already\n"
    }
    return text.isEmpty ? "there is nothing to approve\n" : text
  }

  private static func left(
    _ ids: [String], _ why: String, _ option: String, _ colouring: Colouring
  ) -> String {
    if ids.isEmpty { return "" }
    let verb = ids.count == 1 ? "is" : "are"
    var text = colouring.paint("leaves out", .warning)
    text += " \(count(ids.count)) that \(verb) \(why) (`\(option)` approves them too)\n"
    for id in ids { text += "    `\(plain(id))`\n" }
    return text
  }

  private static func count(_ count: Int) -> String {
    count == 1 ? "1 threat" : "\(count) threats"
  }

  private static func plain(_ text: String) -> String { TerminalText.sanitised(text) }
}
