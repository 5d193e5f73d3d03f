// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMComponents
import TMModel

extension Rule {
  static let undeclaredComponent = Rule(
    "undeclared-component", .note, "The SBOM lists components that the model does not place."
  ) { context, findings in
    let undeclared = context.software.undeclared
    guard let system = context.model.system, !undeclared.isEmpty else { return }
    let names = undeclared.prefix(shown).map { undeclared in
      "`\(undeclared.entry.fullName)`" + (undeclared.entry.version.map { " \($0)" } ?? "")
    }
    let more = undeclared.count > shown ? ", and \(undeclared.count - shown) more" : ""
    var notes = [names.joined(separator: ", ") + more]
    let open = undeclared.reduce(0) { $0 + $1.vulnerabilities.count { !$0.isAssessed } }
    if open > 0 {
      notes.append("\(open) unassessed \(open == 1 ? "vulnerability" : "vulnerabilities") in them")
    }
    findings.report(
      "\(undeclared.count) \(undeclared.count == 1 ? "component" : "components") of the SBOM "
        + "\(undeclared.count == 1 ? "is" : "are") declared nowhere in the model",
      about: system, at: context.model.headingRange(system), notes: notes,
      help: "declare a `component` in the element that contains it; "
        + "`tm components --sbom … --undeclared` lists them")
  }

  private static let shown = 5
}
