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

  static func read(_ root: XMLElement, fileName: String) -> ImportedModel {
    let manifest = root.child("Manifest")
    let name = manifest?.attributes["name"] ?? fileName
    let model = ImportedModel(title: name)
    model.isLibrary = true
    var reader = TB7Reader(model: model, root: root)
    // Templates of several makers share an id: the version and the name tell them apart.
    let facts = ["version", "author", "id"].compactMap { key in
      manifest?.attributes[key].map { "\(key) \(ImportedText.condensed($0))" }
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
      if let id = category.text("Id"), let name = category.text("Name") { categories[id] = name }
    }
    for type in root.child("ThreatTypes")?.children ?? [] { readType(type) }
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
      return
    }
    let word = type.text("Category").map { categories[$0] ?? $0 } ?? ""
    let category = ImportedCategory.named(word) ?? model.ownCategory(word)
    let name = title.replacing("{source.Name}", with: "source")
      .replacing("{target.Name}", with: "target").replacing("{flow.Name}", with: "flow")
    let sentence = Self.sentence(title)
    let threat = ImportedDeclaration(
      .threatTemplate, model.names.id("tb7 \(name)", orElse: "tb7-threat"), sentence)
    threat.add(.category, category ?? "tampering")
    threat.add(.appliesTo, "flow")
    if let condition { threat.add(.when, condition) }
    threat.add(.advice, text: type.text("Description").map(Self.advice))
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
    let advice = ImportedText.condensed(ImportedText.withoutTags(text))
      .replacing("the {", with: "{").replacing("{source.Name}", with: "the source")
      .replacing("{target.Name}", with: "the target").replacing("{flow.Name}", with: "the flow")
    return advice.prefix(1).uppercased() + advice.dropFirst()
  }
}
