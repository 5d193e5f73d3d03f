// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax

/// Reads the JSON of pytm: what it prints with `--json`, and what it reads.
struct PytmReader {
  let model: ImportedModel
  let root: SourceCursor
  /// Declarations by the name that pytm knows them by.
  var byName: [String: ImportedDeclaration] = [:]
  var findings: PytmFindings
  var controls: PytmControls
  var assumptions: PytmAssumptions

  static func read(_ root: SourceCursor) throws(SourceFault) -> ImportedModel {
    let model = ImportedModel(title: try root.text("name") ?? "Imported model")
    var reader = PytmReader(
      model: model, root: root, findings: PytmFindings(model), controls: PytmControls(model),
      assumptions: PytmAssumptions(model))
    try reader.read()
    return reader.model
  }

  private mutating func read() throws(SourceFault) {
    model.system.document(try root.stated("description"))
    model.system.add(.method, "stride")
    try root.ignore(
      "isOrdered", "mergeResponses", "onDuplicates", "ignoreUnused")
    try readData()
    try readBoundaries()
    for (name, element) in try elements() { try readElement(element, name) }
    try readFlows()
    try assumptions.read(root, about: nil)
    try findings.read(of: root, byName)
    try findings.readExcluded(of: root, byName, assumptions)
  }

  /// The elements, each once: what is printed in `elements` is printed again in `actors` and `assets`, and the entry
  /// that says the most counts.
  private func elements() throws(SourceFault) -> [(name: String, source: SourceCursor)] {
    var found: [(name: String, source: SourceCursor)] = []
    var places: [String: Int] = [:]
    for list in ["elements", "actors", "assets"] {
      var counts: [String: Int] = [:]
      for element in try root.list(list) {
        let name = try element.text("name") ?? ""
        // Two of one name in one list are two.
        counts[name, default: 0] += 1
        let key = "\(counts[name] ?? 0) \(name)"
        guard let place = places[key] else {
          places[key] = found.count
          found.append((name, element))
          continue
        }
        if try element.fields().count > found[place].source.fields().count {
          found[place].source.ignore()
          found[place].source = element
        } else {
          element.ignore()
        }
      }
    }
    return found
  }

  /// Whether a value is what pytm prints where nobody said anything.
  static func isDefault(_ value: String) -> Bool {
    ["None", "-1", "0", "Unmanaged"].contains(value)
      || [".NONE", ".UNKNOWN", ".NO_ACTION"].contains { value.hasSuffix($0) }
  }

  mutating func declare(
    _ keyword: Keyword, _ name: String, _ element: SourceCursor
  ) -> ImportedDeclaration {
    let declaration = ImportedDeclaration(keyword, model.names.id(name, orElse: keyword.word), name)
    declaration.add(.link, text: "pytm:\(name)")
    if byName[name] != nil {
      findings.share(name)
      model.losses.add(
        .guessed, "second of a name", at: element.path, line: element.line, name,
        target: declaration.id ?? "", why: "references by name lead to the first")
    } else {
      byName[name] = declaration
    }
    return declaration
  }

  // MARK: - Data and boundaries

  private mutating func readData() throws(SourceFault) {
    for data in try root.list("data") {
      guard case .mapping = data.node.content else {
        data.ignore()
        continue
      }
      let name = try data.text("name") ?? ""
      let asset = declare(.asset, name, data)
      asset.document(try data.stated("description"))
      if try data.truth("isPII") == true { asset.add(.class, "pii") }
      if try data.truth("isCredentials") == true { asset.add(.class, "credentials") }
      if let level = try data.text("classification") {
        let word = level.split(separator: ".").last.map { $0.uppercased() } ?? ""
        let levels = [
          "PUBLIC": "none", "RESTRICTED": "low", "SENSITIVE": "medium", "SECRET": "high",
          "TOP_SECRET": "high",
        ]
        if let found = levels[word] {
          asset.add(.confidentiality, found)
        } else if !Self.isDefault(level) {
          model.loseUnknown("classification", level, at: data, "classification", asset)
        }
        if word == "TOP_SECRET" {
          model.losses.add(
            .guessed, "classification", at: "\(data.path).classification", line: data.line, level,
            target: asset.id ?? "", why: "the highest level here is `high`, as of `SECRET`")
        }
      }
      for file in try data.texts("sourceFiles") { asset.add(.link, text: file) }
      try data.ignore(
        "__class__", "carriedBy", "processedBy", "traverses")
      model.add(asset)
    }
  }

  private mutating func readBoundaries() throws(SourceFault) {
    var found: [(declaration: ImportedDeclaration, outer: String?, source: SourceCursor)] = []
    for boundary in try root.list("boundaries") {
      let declaration = declare(.boundary, try boundary.text("name") ?? "", boundary)
      declaration.document(try boundary.stated("description"))
      found.append((declaration, try boundary.stated("inBoundary"), boundary))
      try boundary.ignore("__class__", "inputs", "outputs")
      for file in try boundary.texts("sourceFiles") { declaration.add(.link, text: file) }
      if try boundary.truth("inScope") == false {
        model.putOutOfScope(
          declaration, reason: nil, at: "\(boundary.path).inScope", line: boundary.line)
      }
      try nameOverrides(of: boundary, declaration)
      try assumptions.read(boundary, about: declaration)
      for (_, control) in try boundary.mapping("controls") where PytmControls.isOff(control) {
        control.ignore()
      }
    }
    model.place(
      found.map { declaration, outer, source in
        .init(
          declaration: declaration, outer: boundary(outer, around: declaration, source),
          source: source.path, line: source.line)
      })
  }

  /// The boundary of a name; one that is not in the file is named.
  private func boundary(
    _ name: String?, around declaration: ImportedDeclaration, _ source: SourceCursor
  ) -> ImportedDeclaration? {
    guard let name else { return nil }
    if let found = byName[name], found.keyword == .boundary { return found }
    lose("unknown boundary", name, source, "inBoundary", declaration, "no boundary has this name")
    return nil
  }

  func lose(
    _ what: String, _ value: String, _ source: SourceCursor, _ key: String,
    _ declaration: ImportedDeclaration, _ why: String
  ) {
    model.losses.add(
      .dropped, what, at: "\(source.path).\(key)", line: source.line, value,
      target: declaration.id ?? "", why: why)
  }

  /// Names what a model says about threats of pytm in front of finding them; a finding says it again.
  func nameOverrides(
    of source: SourceCursor, _ declaration: ImportedDeclaration
  ) throws(SourceFault) {
    for entry in try source.list("overrides") {
      guard case .mapping = entry.node.content else { continue }
      var parts: [String] = []
      for (key, value) in try entry.fields() {
        guard case .scalar(let text) = value.node.content, !Self.isDefault(text) else { continue }
        parts.append("\(key): \(text)")
      }
      entry.ignore()
      model.losses.add(
        .dropped, "override of a threat", at: entry.path, line: entry.line,
        parts.joined(separator: ", "), target: declaration.id ?? "",
        why: "it is about a finding of pytm; state it at the threat that it is here")
    }
  }

  /// A port; what is none is named. Zero and less say that nobody stated it.
  func port(
    _ key: String, of source: SourceCursor, _ declaration: ImportedDeclaration
  ) throws(SourceFault) -> Int? {
    guard let number = try source.number(key), number > 0 else { return nil }
    if number == number.rounded(), number <= 65535 { return Int(number) }
    lose(
      "port", try source.text(key) ?? "", source, key, declaration,
      "a port is a whole number from 1 to 65535")
    return nil
  }

  /// The data of an element or flow; what is not in the file is named.
  func data(
    of source: SourceCursor, _ declaration: ImportedDeclaration
  ) throws(SourceFault) -> [String] {
    var found: [String] = []
    for data in try source.list("data") {
      guard case .scalar = data.node.content else { continue }
      let name = try data.scalar()
      if let asset = byName[name], asset.keyword == .asset, let id = asset.id {
        found.append(id)
      } else {
        lose("unknown data", name, source, "data", declaration, "no data has this name")
      }
    }
    return found
  }

  func keep(
    _ what: String, _ value: String, _ source: SourceCursor, _ key: String, _ text: String,
    _ declaration: ImportedDeclaration,
    _ why: String = "there is no property for it; it stands as a text"
  ) {
    model.keep(
      what, value, as: text, at: "\(source.path).\(key)", line: source.line, in: declaration,
      why: why)
  }

  // MARK: - Elements

  /// Classes that are processes.
  private static let processes: Set<String> = [
    "Server", "Process", "SetOfProcesses", "Lambda", "Agent", "LLM", "Asset", "Element",
  ]

  private mutating func readElement(_ element: SourceCursor, _ name: String) throws(SourceFault) {
    let kind = try element.text("__class__") ?? "Element"
    let keyword: Keyword
    switch kind {
    case "Actor", "ExternalEntity": keyword = .external
    case "Datastore": keyword = .store
    case "Boundary", "Dataflow", "Data":
      model.losses.add(
        .dropped, "element that is none", at: element.path, line: element.line,
        "\(kind): \(name)", why: "a list of the file of its own has these")
      return
    default: keyword = .process
    }
    let declaration = declare(keyword, name, element)
    if !Self.processes.contains(kind), keyword == .process {
      model.losses.add(
        .guessed, "class of an element", at: "\(element.path).__class__", line: element.line, kind,
        target: declaration.id ?? "", why: "it is none that is known; taken for a process")
    }
    declaration.document(try element.stated("description"))
    if kind == "Actor" {
      declaration.add(.human, "yes")
      model.losses.add(
        .guessed, "actor", at: element.path, line: element.line, name, target: declaration.id ?? "",
        why: "an actor is taken for a person: `human: yes`")
    }
    if ["Lambda", "Server", "SetOfProcesses", "LLM", "Agent"].contains(kind) {
      declaration.add(
        .technology, text: try element.stated("OS").map { "\(kind) on \($0)" } ?? kind)
    } else {
      declaration.add(.technology, text: try element.stated("OS"))
    }
    if try element.truth("inScope") == false {
      model.putOutOfScope(
        declaration, reason: nil, at: "\(element.path).inScope", line: element.line)
    }
    try element.ignore("inputs", "outputs")
    if keyword == .store {
      if try element.truth("isSQL") == true { declaration.add(.kind, "sql") }
      let stores = [".SQL": "sql", ".FILE_SYSTEM": "file", ".AWS_S3": "object-storage"]
      let kind = try element.word("type") { type in
        stores.first { type.hasSuffix($0.key) }?.value
      }
      if let kind { declaration.add(.kind, kind) }
    }
    if let port = try port("port", of: element, declaration) {
      keep("port of an element", String(port), element, "port", "Port: \(port)", declaration)
    }
    if try element.truth("isAdmin") == true {
      if keyword == .process {
        declaration.add(.privilege, "admin")
      } else {
        keep("isAdmin", "true", element, "isAdmin", "Is an administrator.", declaration)
      }
    }
    if let version = try element.word("minTLSVersion", as: Self.version) {
      keep(
        "minTLSVersion", version, element, "minTLSVersion", "Least version of TLS: \(version)",
        declaration)
    }
    for file in try element.texts("sourceFiles") { declaration.add(.link, text: file) }
    for asset in try data(of: element, declaration) {
      if keyword == .store { declaration.add(.holds, asset) }
      if keyword == .process { declaration.add(.handles, asset) }
      if keyword == .external {
        lose(
          "data of an actor", asset, element, "data", declaration,
          "what an external entity keeps is not modelled")
      }
    }
    if keyword == .store, try element.truth("storesLogData") == true {
      declaration.add(.log, "yes")
    }
    if keyword == .store, try element.truth("storesPII") == true {
      keep(
        "storesPII", "true", element, "storesPII", "It is said to store personal data.", declaration
      )
    }
    try controls.read(element, declaration)
    try assumptions.read(element, about: declaration)
    try nameOverrides(of: element, declaration)
    let outer = try element.stated("inBoundary")
    model.add(declaration, inside: boundary(outer, around: declaration, element))
    try findings.read(element, declaration)
  }
}

extension SourceCursor {
  /// A text that is not Python's word for nothing.
  func stated(_ key: String) throws(SourceFault) -> String? {
    guard let text = try text(key), text != "None" else { return nil }
    return text
  }
}
