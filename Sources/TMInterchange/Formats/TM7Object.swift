// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax

/// A stencil of a diagram of the Threat Modeling Tool.
struct TM7Object {
  enum Kind: Equatable {
    case element(Keyword)
    case boundary
    case annotation
    case flow
    case lineBoundary
  }

  /// A property of a stencil. Lists give the text that is chosen, not its number: stencils narrow them.
  struct Attribute {
    /// The key of the tool; a GUID for those of a template; empty in files of other writers.
    let key: String
    let label: String
    let value: String
    /// Whether the value is the one that a new stencil has.
    let isDefault: Bool
    /// Whether somebody chose `No` where a new stencil says nothing.
    var isRefused = false
  }

  let id: String
  let kind: Kind
  let path: String
  let line: Int
  let title: String?
  /// What the stencil is called in its template: `Web Server`.
  let header: String?
  let type: String
  let box: DiagramBox
  let source: String
  let target: String
  let attributes: [Attribute]
  /// How a line runs; nil where the file does not say it.
  let drawn: DrawnLine?

  /// What it says, for the report, where it does not come into the model.
  var told: String { Self.told(title, attributes) }

  static func told(_ title: String?, _ attributes: [Attribute]) -> String {
    let facts = attributes.filter { !$0.isDefault && $0.label != "Name" }
      .map { "\($0.label): \($0.value)" }
    let name = title ?? ""
    return facts.isEmpty ? name : "\(name) (\(facts.joined(separator: ", ")))"
  }

  /// Whether the title says that the flow is an answer, for which the source is the server.
  var isAnswer: Bool { ImportedProtocol.isAnswer(title) }

  /// Reads a pair of key and value of `Borders` or `Lines`; nil for what is no stencil.
  init?(_ pair: XMLElement) {
    guard let value = pair.child("Value") else { return nil }
    let key = pair.text("Key")
    let guid = value.text("Guid")
    id = guid ?? key ?? "line-\(pair.line)"
    path = "DrawingSurfaceModel[\(ImportedText.condensed(id))]"
    line = pair.line
    type = value.text("TypeId") ?? ""
    let generic = value.text("GenericTypeId") ?? ""
    let shape = value.attribute("type").map { String($0.split(separator: ":").last ?? "") } ?? ""
    switch (shape, generic) {
    case (_, "GE.A"): kind = .annotation
    case ("StencilEllipse", _): kind = .element(.process)
    case ("StencilParallelLines", _): kind = .element(.store)
    case ("StencilRectangle", _): kind = .element(.external)
    case ("BorderBoundary", _): kind = .boundary
    case ("LineBoundary", _): kind = .lineBoundary
    case ("Connector", _): kind = .flow
    case (_, "GE.P"): kind = .element(.process)
    case (_, "GE.DS"): kind = .element(.store)
    case (_, "GE.EI"): kind = .element(.external)
    case (_, "GE.DF"): kind = .flow
    default: return nil
    }
    attributes = Self.attributes(value)
    title =
      attributes.first { $0.label == "Name" && $0.key.isEmpty }?.value
      ?? attributes.first { $0.label == "Name" }?.value
    header = value.child("Properties")?.children("anyType").first {
      $0.attribute("type")?.hasSuffix("HeaderDisplayAttribute") == true
    }?.text("DisplayName")
    let number = { (name: String) in
      value.text(name).flatMap(Double.init).flatMap { $0.isFinite ? $0 : nil } ?? 0
    }
    box = DiagramBox(
      left: number("Left"), top: number("Top"), width: number("Width"), height: number("Height"))
    let point = { (name: String) -> DiagramPoint? in
      guard value.text("\(name)X") != nil, value.text("\(name)Y") != nil else { return nil }
      return DiagramPoint(x: number("\(name)X"), y: number("\(name)Y"))
    }
    if let start = point("Source"), let end = point("Target") {
      drawn =
        point("Handle").map { DrawnLine(from: start, over: $0, to: end) }
        ?? DrawnLine([start, end])
    } else {
      drawn = nil
    }
    source = value.text("SourceGuid") ?? ""
    target = value.text("TargetGuid") ?? ""
  }

  static func attributes(_ value: XMLElement) -> [Attribute] {
    (value.child("Properties")?.children("anyType") ?? []).compactMap { attribute in
      let type = attribute.attribute("type") ?? ""
      let label = attribute.text("DisplayName") ?? ""
      // A header is a line of the tool's list, and the first of them the name of the stencil.
      guard !type.hasSuffix("HeaderDisplayAttribute"), let content = attribute.child("Value") else {
        return nil
      }
      let key = attribute.text("Name") ?? ""
      let choices = content.children("string")
      if choices.isEmpty {
        let text = content.text()
        guard text.contains(where: { !$0.isWhitespace }) else { return nil }
        return Attribute(key: key, label: label, value: text, isDefault: text == "false")
      }
      let texts = choices.map { $0.text() }
      let number = attribute.text("SelectedIndex")
      // Without a number the first is chosen, and less than zero is none.
      let index = number.map { Int($0) } ?? 0
      if let index, index < 0 { return nil }
      guard let index, texts.indices.contains(index) else {
        return Attribute(
          key: key, label: label, value: "number \(number ?? "") of \(texts.count)",
          isDefault: false)
      }
      let chosen = texts[index]
      let isDefault =
        index == 0 && (texts.count > 1 || chosen != "Yes")
        || ["No", "Not Selected", "Select", ""].contains(chosen)
      return Attribute(
        key: key, label: label, value: chosen, isDefault: isDefault,
        isRefused: chosen == "No" && index > 0 && texts[0] != "No")
    }
  }
}
