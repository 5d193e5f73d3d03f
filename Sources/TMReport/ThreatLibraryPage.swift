// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMThreats

/// The tables of a page about a built-in threat library, such as `docs/medical.md`: what each template
/// says, when, and what it can lead to.
package enum ThreatLibraryPage {
  /// The sections of the page, in GitHub's Markdown.
  ///
  /// - Parameters:
  ///   - name: the library.
  ///   - model: a model that imports it.
  package static func sections(of name: String, in model: Model) -> String {
    let library = TemplateLibrary(model)
    let file = "<\(name)>"
    let templates = library.templates.filter { template in
      model.sources[model[template.entity].file].path == file && template.isBuiltIn
    }
    var lines: [String] = []
    for category in ThreatCategory.allCases {
      let rows = templates.filter { $0.category == category }
      if rows.isEmpty { continue }
      lines += ["## \(capitalised(category.rawValue)) (\(rows.count))"]
      for template in rows { lines += section(template, model) }
      lines.append("")
    }
    return lines.joined(separator: "\n")
  }

  private static func section(_ template: ThreatTemplate, _ model: Model) -> [String] {
    var lines = ["", "### \(template.name)", "", sentence(template, model), ""]
    func field(_ name: String, _ text: String?) {
      if let text, !text.isEmpty { lines.append("- **\(name)**: \(text)") }
    }
    field("consequence", template.consequence)
    field("advice", template.advice)
    field("about", template.appliesTo.members.map(\.word).joined(separator: ", "))
    field("when", template.when.map { code($0.range, model) })
    field("answered by", template.answers.map { code($0.range, model) }.joined(separator: "; "))
    field("in place of", template.replaces.map { "`\($0)`" }.joined(separator: ", "))
    field("see", references(template))
    return lines
  }

  private static func references(_ template: ThreatTemplate) -> String {
    (template.cwe.map { "CWE-\($0)" } + template.capec.map { "CAPEC-\($0)" }
      + template.attack.map { "ATT&CK \($0)" }).joined(separator: ", ")
  }

  /// The title as it is written; in code, because of its placeholders.
  private static func sentence(_ template: ThreatTemplate, _ model: Model) -> String {
    "> `\(model.title(template.entity))`"
  }

  private static func code(_ range: SourceRange, _ model: Model) -> String {
    "`\(ConditionText.oneLine(range, in: model.sources))`"
  }

  private static func capitalised(_ word: String) -> String {
    let text = word.replacing("-", with: " ")
    return text.prefix(1).uppercased() + text.dropFirst()
  }
}
