// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMSyntax

/// A link of a model that can be taken out, and the text of the model without it.
struct LinkCut: Sendable {
  enum Kind: Sendable {
    /// One value of a property.
    case value(of: EntityID, Property, index: Int)
    /// A declaration, with every value that names it.
    case declaration(EntityID)
  }

  let kind: Kind
  /// What was taken out, for messages.
  let name: String

  /// Every link of a trace: values of `controls`, `satisfies`, `verified-by` and `protects`, and the
  /// declarations of controls, requirements and verifications.
  static func all(in model: Model) -> [LinkCut] {
    var cuts: [LinkCut] = []
    for id in model.allEntities where model.sources[model[id].file].path.first != "<" {
      let path = model.path(id)
      for property in [Property.controls, .protects, .satisfies, .verifiedBy] {
        for index in model.values(id, property).indices {
          let offset = index - model.values(id, property).startIndex
          cuts.append(
            LinkCut(
              kind: .value(of: id, property, index: offset),
              name: "value \(offset + 1) of \(property.word) in \(path)"))
        }
      }
      switch model[id].keyword {
      case .control, .requirement, .verification:
        cuts.append(LinkCut(kind: .declaration(id), name: "\(model[id].keyword.word) \(path)"))
      default: continue
      }
    }
    return cuts
  }

  /// The files of the model without the link.
  func files(_ model: Model) -> [(path: String, text: String)] {
    var edits: [(range: SourceRange, text: String)] = []
    switch kind {
    case .value(let id, let property, let index):
      edits.append(Self.edit(id, property, model) { $0 != index })
    case .declaration(let gone):
      edits.append((model.syntax(gone).range, ""))
      for id in model.allEntities where id != gone {
        for entry in model.entries(id) {
          let values = Array(model.values(id, entry.property))
          let kept = values.indices.filter { !Self.names(values[$0], gone) }
          if kept.count == values.count { continue }
          edits.append(Self.edit(id, entry.property, model) { kept.contains($0) })
        }
      }
    }
    return Self.apply(edits, model)
  }

  private static func names(_ value: Value, _ id: EntityID) -> Bool {
    guard case .entity(let named) = value.content else { return false }
    return named == id
  }

  /// A property with some of its values, or without any.
  private static func edit(
    _ id: EntityID, _ property: Property, _ model: Model, keeping isKept: (Int) -> Bool
  ) -> (range: SourceRange, text: String) {
    guard let entry = model.entry(id, property) else { return (model.nameRange(id), "") }
    let texts = model.values(id, property).enumerated().filter { isKept($0.offset) }
      .map { model.sources.text(model.range(of: $0.element, in: id)) }
    let text = texts.isEmpty ? "" : "\(property.word): \(texts.joined(separator: ", "));"
    return (model.syntax(entry, of: id).range, text)
  }

  private static func apply(
    _ edits: [(range: SourceRange, text: String)], _ model: Model
  ) -> [(path: String, text: String)] {
    model.sources.files.filter { $0.path.first != "<" }.map { file in
      var bytes = Array(file.bytes)
      let own = edits.filter { $0.range.file == file.id }.sorted { $0.range.start > $1.range.start }
      for edit in own {
        bytes.replaceSubrange(Int(edit.range.start)..<Int(edit.range.end), with: edit.text.utf8)
      }
      return (file.path, String(decoding: bytes, as: UTF8.self))
    }
  }
}
