// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRisk
import TMSyntax

/// One kind of declaration in a ReqIF file: its objects and their attributes.
struct ReqIFKind {
  let word: String
  let declarations: [EntityID]
  /// The names of the attributes that objects of the kind can have.
  let attributes: [String]
  private let outgoing: OutgoingModel
  private let properties: [Property]
  /// The ids of the threats that each control answers.
  private let threats: [EntityID: [String]]

  init(_ keyword: Keyword, _ outgoing: OutgoingModel) {
    self.outgoing = outgoing
    word = keyword.word
    declarations = outgoing.all(keyword)
    let model = outgoing.model
    var found: Set<Property> = []
    for id in declarations {
      outgoing.carry(id)
      for entry in model.entries(id) { found.insert(entry.property) }
    }
    // A relation says it, but for what is verified elsewhere.
    found.remove(.satisfies)
    properties = found.sorted { $0.word < $1.word }
    var threats: [EntityID: [String]] = [:]
    if keyword == .control {
      for assessed in outgoing.risks.threats {
        for control in assessed.threat.controls {
          threats[control, default: []].append(assessed.threat.id)
        }
      }
    }
    self.threats = threats
    attributes =
      ["ReqIF.ForeignID", "ReqIF.Name", "ReqIF.Text"] + properties.map(\.word)
      + (threats.isEmpty ? [] : ["threats"])
  }

  var title: String { word.prefix(1).uppercased() + word.dropFirst() }

  /// The title of the specification with all of the kind.
  var chapter: String { "Security \(word)s" }

  /// The attributes of an object, those without a value left out.
  func values(of id: EntityID) -> [(name: String, text: String)] {
    var values = [
      ("ReqIF.ForeignID", outgoing.path(id)), ("ReqIF.Name", outgoing.model.title(id)),
      ("ReqIF.Text", outgoing.description(id) ?? outgoing.model.title(id)),
    ]
    for property in properties {
      let text = outgoing.joined(id, property)
      if !text.isEmpty { values.append((property.word, text)) }
    }
    if let answered = threats[id] { values.append(("threats", answered.joined(separator: ", "))) }
    return values
  }
}

extension OutgoingModel {
  /// The values of a property in one text: words, texts without quotes, paths of declarations.
  func joined(_ id: EntityID, _ property: Property) -> String {
    carry(id, property)
    let texts = model.values(id, property).compactMap { value -> String? in
      switch value.content {
      case .word, .boolean: model.word(value)
      case .text(let text): text
      case .number(let number): number.description.hasSuffix(".0") ? "\(Int(number))" : "\(number)"
      case .date(let date): "\(date)"
      case .entity(let target): path(target)
      case .condition: model.sources.text(model.range(of: value, in: id))
      case .invalid: nil
      }
    }
    return texts.joined(separator: ", ")
  }
}
