// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax

/// Reads models of Microsoft's Threat Modeling Tool (`.tm7`, version 4.3).
struct TM7Reader {
  private let model: ImportedModel
  private let root: XMLElement
  /// What stands on the diagram that is read, by id.
  private var byID: [String: ImportedDeclaration] = [:]
  /// The same of all diagrams: the first of an id, and that of a diagram with the id of that in front.
  private var everything: [String: ImportedDeclaration] = [:]
  private var boxes: [(declaration: ImportedDeclaration, box: DiagramBox)] = []
  /// The names of the types of elements, by id, as the template of the file has them.
  private var typeNames: [String: String] = [:]
  private let options: ImportOptions

  /// Elements of the template with pictures in them, which say nothing about the model.
  static let skipped: Set<String> = [
    "Image", "ImageSource", "ImageStream", "StrokeDashArray", "Validations",
  ]

  /// Elements, and attributes behind `@`, that say how the tool shows a model, or that repeat what others say.
  static let presentation: Set<String> = [
    "Zoom", "StrokeThickness", "PortSource", "PortTarget", "ThreatGenerationEnabled", "Profile",
    "@Id", "@type", "@nil",
  ]

  static func read(
    _ root: XMLElement, fileName: String, _ options: ImportOptions
  ) throws(SourceFault) -> ImportedModel {
    let version = root.text("Version").map(ImportedText.condensed)
    if let version, !version.hasPrefix("4.") {
      throw SourceFault(
        "the file is of version \(version) of the format, and 4.3 is read",
        line: root.child("Version")?.line,
        help: "open it in a current Threat Modeling Tool and save it")
    }
    let title = root.child("MetaInformation")?.text("ThreatModelName") ?? fileName
    var reader = TM7Reader(
      model: ImportedModel(title: title), root: root, options: options)
    reader.model.losses.add(
      version: version, known: ["4.3"], at: "ThreatModel/Version", line: root.line)
    try reader.read()
    return reader.model
  }

  private mutating func read() throws(SourceFault) {
    readInformation()
    for type in root.child("KnowledgeBase", "StandardElements")?.children("ElementType") ?? [] {
      if let id = type.text("Id"), let name = type.text("Name") { typeNames[id] = name }
    }
    model.system.add(.method, "stride")
    let surfaces = root.child("DrawingSurfaceList")?.children("DrawingSurfaceModel") ?? []
    guard !surfaces.isEmpty else {
      throw SourceFault(
        "the file has no diagram", line: root.line,
        help: "draw one in the Threat Modeling Tool first")
    }
    for (index, surface) in surfaces.enumerated() { try readSurface(surface, index) }
    // What of ours a threat of the tool is, depends on what the flows cross.
    model.settle(options)
    TM7Threats(model, root, everything).read()
    for note in root.child("Notes")?.children ?? [] {
      let facts = note.children.filter { !["Id", "Message"].contains($0.name) }.map { $0.text() }
      let texts = [note.text("Message") ?? note.text()] + facts
      model.losses.add(
        .dropped, "note", at: "ThreatModel/Notes", line: note.line,
        texts.filter { $0.contains { !$0.isWhitespace } }.joined(separator: ", "),
        why: "there is no place for it in a model")
      note.ignore("Id")
    }
    readTemplate()
  }

  /// The template that the file carries is none of the model's, and what the tool makes of it stands in the model.
  private func readTemplate() {
    guard let template = root.child("KnowledgeBase") else { return }
    template.ignore()
    let manifest = template.child("Manifest")
    let types = template.child("ThreatTypes")?.children.count ?? 0
    guard types > 0, manifest?.text("Author") != TM7Mark.author else { return }
    model.losses.add(
      .dropped, "template of the file", at: "ThreatModel/KnowledgeBase", line: template.line,
      [manifest?.text("Name"), manifest?.text("Version")].compactMap { $0 }.joined(separator: " "),
      why:
        "its \(types) types of threats become a library of their own: import the `.tb7` file of it")
  }

  private func readInformation() {
    guard let information = root.child("MetaInformation") else { return }
    let system = model.system
    system.document(information.text("HighLevelSystemDescription"))
    if let owner = information.text("Owner") { system.add(.owner, text: owner) }
    if let reviewer = information.text("Reviewer") {
      system.add(.approver, text: reviewer)
      model.losses.add(
        .guessed, "reviewer", at: "MetaInformation/Reviewer", line: information.line, reviewer,
        why: "who reviewed it stands as `approver`; take it out if nobody approved")
    }
    if let contributors = information.text("Contributors") {
      model.losses.add(
        .dropped, "contributors", at: "MetaInformation/Contributors", line: information.line,
        contributors, why: "a model names its owner and its approver")
    }
    for line in ImportedText.lines(information.text("Assumptions") ?? "") {
      let text = line.drop { "-*• ".contains($0) }
      model.add(
        ImportedDeclaration(
          .assumption, model.names.id("a \(text)", orElse: "assumption"), String(text)))
    }
    if let dependencies = information.text("ExternalDependencies") {
      model.losses.add(
        .dropped, "external dependencies", at: "MetaInformation/ExternalDependencies",
        line: information.line, dependencies, why: "declare them as `external` or `component`")
    }
  }

  // MARK: - Diagrams

  private mutating func readSurface(_ surface: XMLElement, _ index: Int) throws(SourceFault) {
    byID = [:]
    defer {
      let place = surface.text("Guid") ?? ""
      for (id, declaration) in byID {
        everything["\(place) \(id)"] = declaration
        if everything[id] == nil { everything[id] = declaration }
      }
    }
    surface.ignore("GenericTypeId", "TypeId")
    let objects = stencils(surface.child("Borders"))
    let lines = stencils(surface.child("Lines"))
    try addBoundaries(objects.filter { $0.kind == .boundary }, index)
    let nesting = BoxNesting(boundaries: boxes.map(\.box))
    var elements: [ImportedDeclaration] = []
    for object in objects {
      switch object.kind {
      case .element(let keyword): elements.append(addElement(object, keyword, nesting, index))
      case .annotation:
        model.losses.add(
          .dropped, "annotation", at: object.path, line: object.line, object.told,
          why: "a diagram here has no free texts")
      case .boundary, .flow, .lineBoundary: break
      }
    }
    var flows: [(flow: ImportedDeclaration, line: DrawnLine)] = []
    // A connector without coordinates runs from one stencil to the other.
    var centres: [String: DiagramPoint] = [:]
    for object in objects where object.box.area > 0 && centres[object.id] == nil {
      if case .element = object.kind { centres[object.id] = object.box.centre }
    }
    for line in lines where line.kind == .flow {
      guard let flow = addFlow(line) else { continue }
      if let drawn = line.drawn {
        flows.append((flow, drawn))
      } else if let start = centres[line.source], let end = centres[line.target], start != end {
        flows.append((flow, DrawnLine([start, end])))
      }
    }
    var boundaries = LineBoundaries(model, elements: elements, flows: flows)
    boundaries.add(
      lines.filter { $0.kind == .lineBoundary }.map { line in
        .init(
          title: DefaultTitles.isDefault(line.title) ? nil : line.title,
          description: description(of: line),
          path: line.drawn, link: "tm7:\(line.id)", source: line.path, sourceLine: line.line)
      })
    let included = elements.compactMap(\.id)
    let attributes = TM7Object.attributes(surface)
    let header = surface.text("Header")
    let name = attributes.first { $0.label == "Name" }?.value ?? header
    for attribute in attributes where !attribute.isDefault && attribute.label != "Name" {
      model.losses.add(
        .dropped, "attribute of a diagram", at: "DrawingSurfaceList", line: surface.line,
        "\(attribute.label): \(attribute.value)", why: "a view has no attributes")
    }
    guard !included.isEmpty else {
      model.losses.add(
        .dropped, "empty diagram", at: "DrawingSurfaceList", line: surface.line, name ?? "",
        why: "a view of nothing cannot be drawn")
      return
    }
    // One diagram without a name shows the whole model, as any picture does.
    if name == nil, root.child("DrawingSurfaceList")?.children.count == 1 { return }
    let view = ImportedDeclaration(
      .view, model.names.id("view \(name ?? "\(index + 1)")", orElse: "view"), name)
    view.add(.include, words: included)
    model.add(view)
  }

  /// The stencils of a list; one of a kind that is not known is named.
  private func stencils(_ list: XMLElement?) -> [TM7Object] {
    (list?.children ?? []).compactMap { pair in
      if let object = TM7Object(pair) { return object }
      guard let value = pair.child("Value") else { return nil }
      let attributes = TM7Object.attributes(value)
      let name = TM7Object.told(attributes.first { $0.label == "Name" }?.value, attributes)
      let shape = value.attribute("type") ?? value.text("GenericTypeId") ?? ""
      model.losses.add(
        .dropped, "stencil of an unknown kind", at: value.text("Guid") ?? "line \(pair.line)",
        line: pair.line, "\(shape): \(name)",
        why: "it is no process, store, external, flow, boundary or annotation")
      value.ignore()
      return nil
    }
  }

  /// Stencils that say no more than that there is a boundary.
  private static let plainBoundaries: Set<String> = [
    "B", "Boundary", "Trust Boundary", "Trust Border Boundary", "Generic Trust Border Boundary",
    "Generic Trust Boundary", "Border Boundary", "Trust Line Boundary",
    "Generic Trust Line Boundary",
    "L", "Line", "Line Boundary",
  ]

  /// What the stencil of a boundary is called, where that says more than that it is one.
  private func kind(ofBoundary object: TM7Object) -> String? {
    guard let stencil = object.header ?? typeNames[object.type],
      !Self.plainBoundaries.contains(stencil), stencil.lowercased() != object.title?.lowercased()
    else { return nil }
    return stencil
  }

  /// What a boundary that is drawn as a line says beside its title.
  private func description(of line: TM7Object) -> String? {
    let scope = line.attributes.first { $0.label == "Reason For Out Of Scope" }?.value
    let isOut = line.attributes.contains {
      $0.label == "Out Of Scope" && $0.value.lowercased() == "true"
    }
    let texts =
      [
        kind(ofBoundary: line).map { "Kind of boundary: \($0)" },
        isOut
          ? "Out of scope: \(scope ?? "no reason is given")"
          : scope.map { "Note on the scope: \($0)" },
      ].compactMap { $0 }
      + line.attributes.filter {
        !$0.isDefault && !["Name", "Out Of Scope", "Reason For Out Of Scope"].contains($0.label)
      }.map { "\($0.label): \($0.value)" }
    return texts.isEmpty ? nil : texts.joined(separator: "\n")
  }

  private mutating func addBoundaries(
    _ found: [TM7Object], _ diagram: Int
  ) throws(SourceFault) {
    try SourceLimits.check(boundaries: found.count, line: found.last?.line)
    boxes = []
    for object in found {
      let declaration = ImportedDeclaration(
        .boundary, model.names.id(object.title ?? "", orElse: "boundary"),
        object.title ?? "Trust boundary")
      if let stencil = kind(ofBoundary: object) {
        declaration.document("Kind of boundary: \(stencil)")
        model.losses.add(
          .keptAsText, "kind of boundary", at: object.path, line: object.line, stencil,
          target: declaration.id ?? "", why: "stencils of a template are its author's own")
      }
      declaration.add(.link, text: "tm7:\(object.id)")
      declaration.diagram = diagram
      boxes.append((declaration, object.box))
      register(declaration, of: object)
    }
    let nesting = BoxNesting(boundaries: boxes.map(\.box))
    var placements: [ImportedModel.Placement] = []
    for (index, object) in found.enumerated() {
      let declaration = boxes[index].declaration
      let outer = nesting.parent(ofBoundary: index).map { boxes[$0].declaration }
      placements.append(
        .init(declaration: declaration, outer: outer, source: object.path, line: object.line))
      TM7Facts.add(object, to: declaration, in: model)
    }
    model.place(placements)
  }

  /// Keeps what an id of the diagram means: the first that has it.
  private mutating func register(_ declaration: ImportedDeclaration, of object: TM7Object) {
    guard byID[object.id] != nil else {
      byID[object.id] = declaration
      return
    }
    model.nameDouble(object.id, at: object.path, line: object.line, declaration)
  }

  private mutating func addElement(
    _ object: TM7Object, _ keyword: Keyword, _ nesting: BoxNesting, _ diagram: Int
  ) -> ImportedDeclaration {
    let title = object.title ?? typeNames[object.type]
    let declaration = ImportedDeclaration(
      keyword, model.names.id(title ?? "", orElse: keyword.word), title)
    declaration.diagram = diagram
    let place = nesting.parent(ofElement: object.box).map { boxes[$0].declaration }
    if let straddled = nesting.isStraddling(object.box) {
      model.losses.add(
        .guessed, "element across a border", at: object.path, line: object.line, object.title ?? "",
        target: declaration.id ?? "",
        why: "it lies partly in `\(boxes[straddled].declaration.id ?? "")`; its centre decides")
    }
    if let technology = object.header ?? typeNames[object.type], !technology.hasPrefix("Generic"),
      technology.lowercased() != title?.lowercased()
    {
      declaration.add(.technology, text: technology)
    }
    if keyword == .external, object.type.hasSuffix(".User") { declaration.add(.human, "yes") }
    declaration.add(.link, text: "tm7:\(object.id)")
    register(declaration, of: object)
    model.add(declaration, inside: place)
    TM7Facts.add(object, to: declaration, in: model)
    return declaration
  }

  private mutating func addFlow(_ line: TM7Object) -> ImportedDeclaration? {
    guard let source = byID[line.source] ?? everything[line.source],
      let target = byID[line.target] ?? everything[line.target], source.keyword.isElement,
      target.keyword.isElement, let from = source.id, let to = target.id
    else {
      model.losses.add(
        .dropped, "flow with a loose end", at: line.path, line: line.line, line.told,
        why: "no element is where it starts or ends")
      return nil
    }
    let title = DefaultTitles.isDefault(line.title) ? nil : line.title
    let flow = ImportedDeclaration(
      .flow, model.names.id(title ?? "\(from)-\(to)", orElse: "flow"), title)
    if let text = line.title, title == nil {
      model.losses.add(
        .guessed, "default title", at: line.path, line: line.line, text, target: flow.id ?? "",
        why: "it says nothing about this flow, which has no title now")
    }
    flow.ends = .init(from, to, isTwoWay: false)
    // A generic stencil that is called after a protocol means it.
    let names = [line.header, typeNames[line.type], title == nil ? line.title : nil]
    if let stencil = names.lazy.compactMap({ $0 }).first(where: { !$0.hasPrefix("Generic") }) {
      let read = ImportedProtocol(stencil)
      if let word = read.word, line.isAnswer, ProtocolFacts.named(word)?.authenticatesServer == true
      {
        flow.add(.encrypted, "yes")
      } else {
        read.add(to: flow)
      }
      if read.rest != nil {
        flow.document("Kind of flow: \(stencil)")
        model.losses.add(
          .keptAsText, "kind of flow", at: line.path, line: line.line, stencil,
          target: flow.id ?? "",
          why: "it is no protocol that is known here")
      }
    }
    flow.add(.link, text: "tm7:\(line.id)")
    register(flow, of: line)
    model.add(flow)
    TM7Facts.add(line, to: flow, in: model)
    return flow
  }
}
