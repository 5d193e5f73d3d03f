// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMAnalysis
import TMModel
import TMSyntax

/// Errors that say something of the system, and nothing of the file.
///
/// A model that begins with them can be put under no check that fails on errors, and its author can only decide them one
/// by one. So a policy in the model makes warnings of them, which stay to be seen: an excuse would hide them.
extension ImportedModel {
  /// The rules whose errors are true of a system that is as the file says.
  private static let rules: Set<String> = [
    "misplaced-protection", "sensitive-in-clear", "unencrypted-secret", "unsigned-update",
    "weak-mechanism", "wireless-emergency-stop",
  ]

  /// Keeps findings as warnings until somebody decides about them. Each is a line of the report.
  func keepFindingsOpen() {
    guard !isLibrary, everything().contains(where: Self.canBeUnsafe) else { return }
    let text = String(decoding: text(comment: "For what the rules find in it."), as: UTF8.self)
    guard let compiled = try? CompiledModel(text), compiled.errors.isEmpty,
      let day = CalendarDate("1970-01-01")
    else { return }
    let declared = Dictionary(
      everything().compactMap { declaration in declaration.id.map { ($0, declaration) } },
      uniquingKeysWith: { first, _ in first })
    for finding in compiled.findings(today: day)
    where finding.severity == .error && Self.rules.contains(finding.rule) {
      undecided[finding.rule, default: 0] += 1
      let subject = finding.subject ?? ""
      let id = subject.split(separator: ".").last.map(String.init) ?? ""
      losses.add(
        .guessed, "finding to be decided",
        at: declared[id]?.properties(.link).first?.filter { $0 != "\"" } ?? subject,
        "\(finding.rule): \(finding.message)", target: subject,
        why:
          "true of what the file says: a warning until somebody decides, by a policy in the model"
      )
    }
  }

  /// Whether a declaration says something that one of the rules is about.
  private static func canBeUnsafe(_ declaration: ImportedDeclaration) -> Bool {
    let said: [Property] = [.encrypted, .authenticated, .mechanism, .protocol, .function]
    return declaration.keyword == .asset || said.contains(where: declaration.has)
  }

  /// The policy, with the reason in front of it.
  var undecidedPolicy: String {
    if undecided.isEmpty { return "" }
    let rules = undecided.keys.sorted()
    let counts = rules.map { "\(undecided[$0] ?? 0) × \($0)" }.joined(separator: ", ")
    return """

      // What the source says, and nobody has decided yet: \(counts).
      // It is a warning until then. Delete a line to make it the error again that it is.
      policy {
      \(rules.map { "  \($0): warning" }.joined(separator: "\n"))
      }

      """
  }
}
