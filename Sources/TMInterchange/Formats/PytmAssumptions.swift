// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax

/// What is assumed in a model of pytm, of the whole or of one thing, and the threats that it excludes.
struct PytmAssumptions {
  private let model: ImportedModel
  /// The assumptions that exclude a threat, by its number; with what each is about, nil for the whole.
  private var excluding:
    [String: [(assumption: ImportedDeclaration, about: ImportedDeclaration?)]] =
      [:]
  private var exclusions: [SourceCursor] = []
  private var byText: [String: ImportedDeclaration] = [:]

  init(_ model: ImportedModel) { self.model = model }

  /// Reads the assumptions of the model, or of one element, flow or boundary.
  mutating func read(
    _ source: SourceCursor, about declaration: ImportedDeclaration?
  ) throws(SourceFault) {
    for entry in try source.list("assumptions") {
      let assumption: ImportedDeclaration
      switch entry.node.content {
      case .scalar: assumption = declare(try entry.scalar(), nil)
      case .mapping:
        let name = try entry.text(firstOf: "name", "description") ?? ""
        assumption = declare(name, try entry.stated("description"))
        for excluded in try entry.list("exclude") {
          guard case .scalar(let number) = excluded.node.content else { continue }
          excluding[number, default: []].append((assumption, declaration))
          exclusions.append(excluded)
        }
      case .list, .empty: continue
      }
      if let id = declaration?.id { assumption.add(.about, id) }
    }
  }

  /// One of each text: what several things assume is printed at each of them.
  private mutating func declare(_ name: String, _ description: String?) -> ImportedDeclaration {
    let key = ImportedText.condensed(name)
    if let known = byText[key] { return known }
    let title = ImportedText.firstSentence(of: name)
    let assumption = ImportedDeclaration(
      .assumption, model.names.id(title, orElse: "assumption"), title)
    if ImportedText.condensed(name) != title { assumption.document(name) }
    if let description, description != name { assumption.document(description) }
    byText[key] = assumption
    return model.add(assumption)
  }

  /// The assumption for which a threat of something is excluded: one of its own before one of the whole.
  func excluding(_ number: String, of subject: ImportedDeclaration) -> ImportedDeclaration? {
    let found = excluding[number] ?? []
    return (found.first { $0.about === subject } ?? found.first { $0.about == nil })?.assumption
  }

  /// Says that threats of these numbers stand in the model, with what excludes them; the rest stays unread, and so is named.
  func markUsed(_ numbers: Set<String>) throws(SourceFault) {
    for entry in exclusions {
      if case .scalar(let number) = entry.node.content, numbers.contains(number) { entry.ignore() }
    }
  }
}
