// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax

/// Reads templates of Microsoft's Threat Modeling Tool (`.tb7`): their types of threats become a library of
/// threat templates.
struct TB7Reader {
  private let model: ImportedModel
  private let root: XMLElement
  private var stencils: [String: TB7Filter.Stencil] = [:]
  private var categories: [String: String] = [:]
  /// What categories of no method here are about, by their names.
  private var descriptions: [String: [String]] = [:]

  static func read(_ root: XMLElement, fileName: String) -> ImportedModel {
    let manifest = root.child("Manifest")
    let name = manifest?.attribute("name") ?? fileName
    let model = ImportedModel(title: name)
    model.isLibrary = true
    var reader = TB7Reader(model: model, root: root)
    // Templates of several makers share an id: the version and the name tell them apart.
    let facts = ["version", "author", "id"].compactMap { key in
      manifest?.attribute(key).map { "\(key) \(ImportedText.condensed($0))" }
    }
    model.preface = [name + (facts.isEmpty ? "" : ": " + facts.joined(separator: ", "))]
    reader.read()
    return model
  }

  private mutating func read() {
    var parents: [String: String] = [:]
    var names: [String: String] = [:]
    var shapes: [String: String] = [:]
    let types =
      (root.child("GenericElements")?.children ?? [])
      + (root.child("StandardElements")?.children ?? [])
    for type in types {
      guard let id = type.text("ID") ?? type.text("Id") else { continue }
      names[id] = type.text("Name").map(ImportedText.condensed) ?? id
      parents[id] = type.text("ParentElement") ?? type.text("ParentId")
      shapes[id] = type.text("Representation")
      type.ignore()
      model.losses.add(
        .dropped, "stencil", at: "ElementType[\(ImportedText.condensed(id))]", line: type.line,
        names[id] ?? id,
        why: "a library has no stencils: conditions ask for its kind and its name")
    }
    var own: [String: Set<String>] = [:]
    for (id, name) in names {
      var generic = id
      for _ in 0..<32 where !generic.hasPrefix("GE.") {
        own[generic, default: []].insert(name)
        let parent = parents[generic] ?? "ROOT"
        // Of a generic stencil that a template has of its own, the shape tells what it is.
        generic = parent == "ROOT" ? Self.kinds[shapes[generic] ?? ""] ?? "GE." : parent
      }
      stencils[id] = .init(name: name, generic: generic, descendants: [])
    }
    for (id, names) in own { stencils[id]?.descendants = names.sorted() }
    for category in root.child("ThreatCategories")?.children ?? [] {
      guard let id = category.text("Id"), let name = category.text("Name") else { continue }
      categories[id] = name
      guard ImportedCategory.named(name) == nil else { continue }
      let texts = [category.text("ShortDescription"), category.text("LongDescription")]
      descriptions[name] = texts.compactMap { $0 }
    }
    readFields()
    for type in root.child("ThreatTypes")?.children ?? [] { readType(type) }
  }

  /// What a threat of the tool has fields for is told where the tool does not have the field by itself.
  private func readFields() {
    guard let fields = root.child("ThreatMetaData") else { return }
    for field in fields.child("PropertiesMetaData")?.children ?? [] {
      guard let name = field.text("Name"), !TM7ThreatFields.isOfTool(name) else { continue }
      model.losses.add(
        .dropped, "field of threats", at: "ThreatMetaData/PropertiesMetaData", line: field.line,
        field.text("Label") ?? name, why: "a threat has fields of the language alone")
    }
    fields.ignore()
  }

  /// The texts that a type of threat begins with in each field.
  private func texts(of type: XMLElement) -> [(name: String, label: String, text: String)] {
    (type.child("PropertiesMetaData")?.children ?? []).compactMap { field in
      guard let name = field.text("Name") else { return nil }
      let values = (field.child("Values")?.children ?? []).map { $0.text() }
      let text = ImportedText.condensed(values.joined(separator: " "))
      field.ignore()
      return text.isEmpty ? nil : (name, field.text("Label") ?? name, text)
    }
  }

  private func readType(_ type: XMLElement) {
    let id = type.text("Id") ?? "threat-\(type.line)"
    let path = "ThreatTypes[\(ImportedText.condensed(id))]"
    let title = ImportedText.condensed(type.text("ShortTitle") ?? id)
    let include = type.child("GenerationFilters")?.text("Include") ?? ""
    let exclude = type.child("GenerationFilters")?.text("Exclude") ?? ""
    var filter = TB7Filter(stencils)
    let (condition, isNever) = filter.condition(include: include, exclude: exclude)
    if isNever {
      model.losses.add(
        .dropped, "threat that is never listed", at: path, line: type.line, include,
        why: "“\(title)” is a form for threats of one's own")
      type.ignore()
      return
    }
    let word = type.text("Category").map { categories[$0] ?? $0 } ?? ""
    let category = ImportedCategory.named(word) ?? model.ownCategory(word)
    if let own = model.declarations.first(where: { $0.keyword == .category && $0.id == category }),
      own.documentation.isEmpty
    {
      for text in descriptions[word] ?? [] { own.document(text) }
    }
    let name = title.replacing("{source.Name}", with: "source")
      .replacing("{target.Name}", with: "target").replacing("{flow.Name}", with: "flow")
    let sentence = Self.sentence(title)
    let threat = ImportedDeclaration(
      .threatTemplate, model.names.id("tb7 \(name)", orElse: "tb7-threat"), sentence)
    threat.add(.category, category ?? "tampering")
    threat.add(.appliesTo, "flow")
    if let condition { threat.add(.when, condition) }
    addTexts(of: type, at: path, to: threat)
    threat.add(.link, text: "tb7:\(id)")
    if condition == nil, !filter.omitted.isEmpty {
      model.losses.add(
        .guessed, "condition of a threat", at: path, line: type.line, include,
        target: threat.id ?? "",
        why:
          "nothing of it has a counterpart, so the threat is asked at every flow; narrow its `when`"
      )
    }
    for part in filter.omitted {
      threat.document("The template asks also: \(part)")
      model.losses.add(
        .keptAsText, "part of a condition", at: path, line: type.line, part,
        target: threat.id ?? "", why: "it has no counterpart, so the threat is asked more often")
    }
    if category == nil {
      model.losses.add(
        .guessed, "threat category", at: path, line: type.line, word, target: threat.id ?? "",
        why: "the template says none that can be named; `tampering` stands in its place")
    }
    model.add(threat)
  }

  /// What can be done about a threat, and what else its type says. Where it says only what it is, that is the advice.
  private func addTexts(of type: XMLElement, at path: String, to threat: ImportedDeclaration) {
    let description = type.text("Description").map(Self.advice)
    let fields = texts(of: type)
    let mitigations = fields.first { $0.name == "PossibleMitigations" }
    threat.add(.advice, text: mitigations.map { Self.advice($0.text) } ?? description)
    if mitigations != nil { threat.document(description) }
    for field in fields
    where !["Title", "UserThreatCategory", "UserThreatShortDescription", "PossibleMitigations"]
      .contains(field.name)
    {
      let text = Self.advice(field.text)
      if text == description { continue }
      threat.document("\(field.label): \(text)")
      model.losses.add(
        .keptAsText, "field of a threat", at: path, line: type.line, "\(field.label): \(text)",
        target: threat.id ?? "", why: "there is no property for it; it stands as a text")
    }
  }

  /// The generic stencils, by the shapes that they are drawn in.
  private static let kinds = [
    "Ellipse": "GE.P", "Rectangle": "GE.EI", "ParallelLines": "GE.DS", "Line": "GE.DF",
    "LineBoundary": "GE.TB.L", "BorderBoundary": "GE.TB.B",
  ]

  /// Placeholders of the tool as those of the language; braces that are none are left out.
  private static func sentence(_ text: String) -> String {
    var result = ""
    // The program writes an article in front of what needs one.
    let plain = text.replacing("the {", with: "{").replacing("The {", with: "{")
    var rest = plain[...]
    let known = ["source.Name": "{source}", "target.Name": "{target}", "flow.Name": "{flow}"]
    while let first = rest.first {
      guard first == "{", let end = rest.firstIndex(of: "}") else {
        if first != "{", first != "}" { result.append(first) }
        rest = rest.dropFirst()
        continue
      }
      let name = String(rest[rest.index(after: rest.startIndex)..<end])
      result += known[name] ?? name.split(separator: ".").joined(separator: " ")
      rest = rest[rest.index(after: end)...]
    }
    return result
  }

  /// An advice speaks about no place of the model, so it names the ends as such.
  private static func advice(_ text: String) -> String {
    let advice = ImportedText.condensed(ImportedText.withoutTags(text, keepsAddresses: true))
      .replacing("the {", with: "{").replacing("{source.Name}", with: "the source")
      .replacing("{target.Name}", with: "the target").replacing("{flow.Name}", with: "the flow")
    return advice.prefix(1).uppercased() + advice.dropFirst()
  }
}
