// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMScoring
import TMSource
import TMSyntax

/// What is said of the word at a place.
package struct Hover: Sendable {
  package let range: SourceRange
  package let markdown: String
}

extension ModelSnapshot {
  /// What is known of the word at an offset; nil where nothing is.
  package func hover(at offset: Int, in file: FileID) -> Hover? {
    guard let found = TokenAtCursor(tree(file), at: offset) else { return nil }
    // A triage says less of itself than the threat that it is about.
    if let occurrence = occurrences.occurrence(at: offset, in: file),
      ![.threat, .threatTemplate].contains(model[occurrence.entity].keyword)
    {
      return Hover(
        range: occurrence.range, markdown: ElementCard(self, occurrence.entity).markdown)
    }
    if let answered = answeredThreat(at: offset, found) { return answered }
    guard let text = description(found) else { return nil }
    return Hover(range: found.token.range, markdown: text)
  }

  private func description(_ found: TokenAtCursor) -> String? {
    let token = found.token
    if found.enclosing(.attribute) != nil {
      return RuleNames.summary(token.text, in: model).map {
        "**\(token.text)** — rule\n\n\(Markdown.plain($0))"
      }
    }
    if let property = found.enclosing(.property) { return describe(token, of: property, found) }
    guard let declaration = found.around.last,
      declaration.kind == .declaration || declaration.kind == .flow
        || declaration.kind == .importStatement
    else { return nil }
    if declaration.first(.name)?.index == token.index {
      return describe(keyword: token.text, inside: found.keyword(outsideOf: declaration))
    }
    if declaration.first(.name)?.isWord("threat") == true { return describeThreat(declaration) }
    return nil
  }

  private func describe(keyword word: String, inside outer: Keyword?) -> String? {
    guard let keyword = Schema.keyword(word, inside: outer) else { return nil }
    let spec = Schema.spec(of: keyword)
    let properties = spec.properties.map(\.property.word)
    var text = "**\(word)** — \(keyword.phrase)\n\n\(Markdown.plain(spec.documentation))"
    if !properties.isEmpty {
      text += "\n\nProperties: " + Markdown.list(properties, limit: 40)
    }
    return text
  }

  // MARK: - Properties

  private func describe(
    _ token: SyntaxNode, of property: SyntaxNode, _ found: TokenAtCursor
  ) -> String? {
    guard let name = property.first(.name), let keyword = found.keyword() else { return nil }
    guard let spec = Property(word: name.text).flatMap(Schema.spec(of: keyword).spec) else {
      guard keyword == .policy, name.index == token.index else { return nil }
      return RuleNames.summary(name.text, in: model).map {
        "**\(name.text)** — rule\n\n\(Markdown.plain($0))"
      }
    }
    if name.index == token.index {
      return "**\(name.text)** — property of \(keyword.phrase)\n\n"
        + "\(Markdown.plain(spec.documentation))\n\nTakes \(Markdown.plain(spec.expectation))."
    }
    switch token.kind {
    case .string: return VectorWords.markdown(StringLiteral.value(of: token.bytes))
    case .name, .path: return describe(word: token.text, spec.type)
    default: return nil
    }
  }

  private func describe(word: String, _ type: ValueType) -> String? {
    switch type {
    case .word(let vocabulary):
      guard let known = vocabulary.known(word) else { return nil }
      let meaning = WordMeaning.text(known, in: vocabulary).map { "\n\n\(Markdown.plain($0))" }
      return "**\(known)** — \(vocabulary.phrase)\(meaning ?? "")"
    case .oneOf(let types): return types.lazy.compactMap { self.describe(word: word, $0) }.first
    case .condition(let subject): return describe(attribute: word, subject)
    case .identifier: return describe(template: word)
    case .text, .number, .boolean, .date, .reference: return nil
    }
  }

  private func describe(attribute word: String, _ subject: ConditionSubject) -> String? {
    switch subject {
    case .threat:
      guard let attribute = ComputedThreatAttribute(rawValue: word) else { return nil }
      return "**\(word)** — of a threat\n\n\(Markdown.plain(attribute.documentation))"
    case .anything, .appliesTo:
      guard let attribute = ComputedAttribute(rawValue: word) else { return nil }
      return "**\(word)** — computed\n\n\(Markdown.plain(attribute.documentation))"
    }
  }

  // MARK: - Threats

  private func describe(template name: String) -> String? {
    guard let template = compiled.register.library.templates.first(where: { $0.name == name })
    else { return nil }
    var text = "**\(name)** — a threat template, \(template.category.rawValue)"
    if let advice = template.advice { text += "\n\n\(Markdown.plain(advice))" }
    return text
  }

  /// The threat that a triage is about, in the words of this system.
  private func describeThreat(_ node: SyntaxNode) -> String? {
    guard let triage = model.declaration(of: node) else { return nil }
    guard let subject = model[triage].parent, model[triage].keyword == .threat else {
      return describe(template: model.name(triage))
    }
    let name = model.name(triage)
    return describe(threat: name, of: subject) ?? describe(template: name)
  }

  /// The threat whose id a control names in `answers`, at the last name of the id.
  private func answeredThreat(at offset: Int, _ found: TokenAtCursor) -> Hover? {
    guard found.token.kind == .path,
      found.enclosing(.property)?.first(.name)?.text == Property.answers.word,
      let answered = model.answeredThreats.first(where: {
        $0.node.tree.file == found.token.tree.file && $0.node.index == found.token.index
      }),
      Int(answered.nameRange.start) <= offset, let subject = answered.subject,
      let text = describe(threat: answered.name, of: subject)
    else { return nil }
    return Hover(range: answered.nameRange, markdown: text)
  }

  private func describe(threat name: String, of subject: EntityID) -> String? {
    guard let assessed = threats[subject].first(where: { $0.threat.names.contains(name) }) else {
      return nil
    }
    var lines = [
      "**\(assessed.threat.id)** — \(assessed.threat.category.rawValue), "
        + "\(assessed.threat.status.rawValue)",
      Markdown.plain(sentence(assessed.threat)),
    ]
    if let rating = assessed.current { lines.append("Score: \(rating.score)") }
    if let advice = assessed.threat.template?.advice { lines.append(Markdown.plain(advice)) }
    return lines.joined(separator: "\n\n")
  }
}
