// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax

/// Reads models of Threagile.
struct ThreagileReader {
  let model: ImportedModel
  let root: SourceCursor
  var places = ThreagilePlaces()
  private var sources: [(id: String, element: ImportedDeclaration, source: SourceCursor)] = []

  /// - Parameter risks: what Threagile printed as `risks.json`, where that is at hand.
  static func read(
    _ root: SourceCursor, risks: SourceCursor?
  ) throws(SourceFault) -> ImportedModel {
    var reader = ThreagileReader(
      model: ImportedModel(title: try root.text("title") ?? "Imported model"), root: root)
    try reader.read(risks)
    return reader.model
  }

  private mutating func read(_ risks: SourceCursor?) throws(SourceFault) {
    let system = model.system
    system.add(.owner, text: try root.field("author")?.text("name"))
    if let day = try root.word("date", as: ImportedText.date) { system.add(.date, day) }
    system.document(try root.prose("management_summary_comment"))
    system.document(try root.field("business_overview")?.prose("description"))
    system.document(try root.field("technical_overview")?.prose("description"))
    system.add(.method, "stride")
    for overview in ["business_overview", "technical_overview"] {
      for picture in try root.field(overview)?.list("images") ?? [] {
        let names = try picture.fields().map(\.key).joined(separator: ", ")
        model.losses.add(
          .dropped, "picture", at: picture.path, line: picture.line, names,
          why: "pictures of the report are drawn anew, of the model")
        picture.ignore()
      }
    }
    for (question, answer) in try root.mapping("questions") {
      var text = ""
      if case .scalar = answer.node.content { text = try answer.scalar() }
      model.losses.add(
        .dropped, "question", at: answer.path, line: answer.line,
        text.isEmpty ? question : "\(question) \(text)",
        why: "a model has no questions; an answer may be an `assumption`")
    }
    model.losses.add(
      version: try root.text("threagile_version"), known: ["1"], at: "threagile_version",
      line: root.line)
    try root.ignore(
      "tags_available", "diagram_tweak_nodesep", "diagram_tweak_ranksep",
      "diagram_tweak_edge_layout", "diagram_tweak_suppress_edge_labels",
      "diagram_tweak_layout_left_to_right",
      "diagram_tweak_invisible_connections_between_assets", "diagram_tweak_same_rank_assets")
    for (name, value) in try root.mapping("abuse_cases") {
      guard case .scalar = value.node.content else { continue }
      let text = ImportedText.withoutTags(try value.scalar())
      model.losses.add(
        .dropped, "abuse case", at: value.path, line: value.line,
        "\(ImportedText.withoutTags(name)): \(text)",
        why: "what somebody does is a threat of something: state it there")
    }
    for (name, value) in try root.mapping("security_requirements") {
      let title = ImportedText.withoutTags(name)
      let requirement = ImportedDeclaration(
        .requirement, model.names.id("r \(title)", orElse: "requirement"), title)
      if case .scalar = value.node.content {
        requirement.document(ImportedText.withoutTags(try value.scalar(), keepsAddresses: true))
      }
      model.add(requirement)
    }
    try readData()
    try readElements()
    try readLinks()
    try readRuntimes()
    try ThreagileRisks(model, places).read(root, risks: risks)
  }

  /// A usage that is `business` says nothing: Threagile knows one other, and each thing has to have one.
  private func passUsage(of source: SourceCursor) throws(SourceFault) {
    _ = try source.word("usage", as: { $0 == "business" ? $0 : nil })
  }

  private func addTags(_ source: SourceCursor, _ declaration: ImportedDeclaration)
    throws(SourceFault)
  {
    model.addTags(try source.texts("tags"), to: declaration, at: source)
  }

  // MARK: - Data

  private mutating func readData() throws(SourceFault) {
    for (title, source) in try root.mapping("data_assets") {
      let asset = ImportedDeclaration(.asset, model.names.id(title, orElse: "asset"), title)
      let id = try source.text("id") ?? title
      if places.data[id] == nil {
        places.data[id] = asset
      } else {
        model.nameDouble(id, at: source.path, line: source.line, asset)
      }
      asset.document(try source.prose("description"))
      try passUsage(of: source)
      asset.add(.owner, text: try source.text("owner"))
      asset.add(.link, text: "threagile:\(id)")
      try addTags(source, asset)
      if let word = try source.text("confidentiality") {
        let levels = [
          "public": "none", "internal": "low", "restricted": "medium", "confidential": "high",
          "strictly-confidential": "high",
        ]
        if let level = levels[word] {
          asset.add(.confidentiality, level)
        } else {
          model.loseUnknown("confidentiality", word, at: source, "confidentiality", asset)
        }
        if word == "strictly-confidential" {
          model.losses.add(
            .guessed, "confidentiality", at: "\(source.path).confidentiality", line: source.line,
            word, target: asset.id ?? "",
            why: "the highest level here is `high`, as of `confidential`")
        }
      }
      for (key, property) in [("integrity", Property.integrity), ("availability", .availability)] {
        guard let word = try source.text(key) else { continue }
        let levels = [
          "archive": "none", "operational": "low", "important": "medium", "critical": "high",
          "mission-critical": "high",
        ]
        if let level = levels[word] {
          asset.add(property, level)
        } else {
          model.loseUnknown(key, word, at: source, key, asset)
        }
        if word == "mission-critical" {
          model.losses.add(
            .guessed, key, at: "\(source.path).\(key)", line: source.line, word,
            target: asset.id ?? "", why: "the highest level here is `high`, as of `critical`")
        }
      }
      model.add(asset)
    }
  }

  // MARK: - Boundaries and elements

  private mutating func readElements() throws(SourceFault) {
    var boundaryOf: [String: ImportedDeclaration] = [:]
    var boundaries: [String: ImportedDeclaration] = [:]
    var nested: [(outer: String, inner: [String])] = []
    var order: [(id: String, boundary: ImportedDeclaration)] = []
    let known = try Set(
      root.mapping("technical_assets").map { (entry) throws(SourceFault) in
        try entry.value.text("id") ?? entry.key
      })
    for (title, source) in try root.mapping("trust_boundaries") {
      let boundary = ImportedDeclaration(
        .boundary, model.names.id(title, orElse: "boundary"), title)
      let id = try source.text("id") ?? title
      boundary.document(try source.prose("description"))
      boundary.add(.link, text: "threagile:\(id)")
      try addTags(source, boundary)
      if let type = try source.text("type") { addKind(type, boundary, source) }
      if boundaries[id] == nil {
        boundaries[id] = boundary
      } else {
        model.nameDouble(id, at: source.path, line: source.line, boundary)
      }
      order.append((id, boundary))
      for element in try source.texts("technical_assets_inside") {
        if let other = boundaryOf[element] {
          model.losses.add(
            .guessed, "asset in two boundaries", at: "\(source.path).technical_assets_inside",
            line: source.line, element, target: boundary.id ?? "",
            why: "it stands in the one that names it last; the other is `\(other.id ?? "")`")
        }
        boundaryOf[element] = boundary
        if !known.contains(element) {
          model.loseUnknown(
            "technical asset", element, at: source, "technical_assets_inside", boundary)
        }
      }
      nested.append((id, try source.texts("trust_boundaries_nested")))
    }
    for (title, source) in try root.mapping("trust_boundaries") {
      let id = try source.text("id") ?? title
      for inner in try source.texts("trust_boundaries_nested") where boundaries[inner] == nil {
        model.loseUnknown(
          "boundary", inner, at: source, "trust_boundaries_nested", boundaries[id])
      }
    }
    var outerOf: [String: String] = [:]
    for (outer, inner) in nested {
      for id in inner {
        guard let other = outerOf[id], other != outer else {
          outerOf[id] = outer
          continue
        }
        model.losses.add(
          .guessed, "boundary in two boundaries", at: "trust_boundaries", outer,
          target: boundaries[id]?.id ?? "",
          why: "it stands in the one that names it first: `\(boundaries[other]?.id ?? "")`")
      }
    }
    places.boundaries = boundaries
    model.place(
      order.map { id, boundary in
        .init(
          declaration: boundary, outer: outerOf[id].flatMap { boundaries[$0] },
          source: "trust_boundaries", line: nil)
      })
    for (title, source) in try root.mapping("technical_assets") {
      let id = try source.text("id") ?? title
      sources.append((id, try readElement(id, title, source, inside: boundaryOf[id]), source))
    }
  }

  private func addKind(_ type: String, _ boundary: ImportedDeclaration, _ source: SourceCursor) {
    let kind: String
    switch type {
    case "network-cloud-provider": kind = "organisation"
    case "network-policy-namespace-isolation", "execution-environment": kind = "process"
    default: kind = "network"
    }
    boundary.add(.kind, kind)
    if type == "network-cloud-provider" { boundary.add(.zone, "cloud") }
    model.losses.add(
      .guessed, "type of a boundary", at: "\(source.path).type", line: source.line, type,
      target: boundary.id ?? "", why: "taken for `kind: \(kind)`")
  }

  private mutating func readElement(
    _ id: String, _ title: String, _ source: SourceCursor, inside boundary: ImportedDeclaration?
  ) throws(SourceFault) -> ImportedDeclaration {
    let type = try source.text("type") ?? "process"
    let keyword: Keyword =
      type == "external-entity" ? .external : type == "datastore" ? .store : .process
    let element = ImportedDeclaration(keyword, model.names.id(title, orElse: keyword.word), title)
    if places.elements[id] == nil {
      places.elements[id] = element
    } else {
      model.nameDouble(id, at: source.path, line: source.line, element)
    }
    if !["external-entity", "datastore", "process"].contains(type) {
      model.losses.add(
        .guessed, "type of a technical asset", at: "\(source.path).type", line: source.line, type,
        target: element.id ?? "", why: "it is none that is known; taken for a process")
    }
    element.document(try source.prose("description"))
    try passUsage(of: source)
    let technologies =
      try [source.text("technology")].compactMap { $0 } + source.texts("technologies")
    let technology = technologies.filter { $0 != "unknown-technology" }.joined(separator: ", ")
    element.add(.technology, text: technology)
    element.add(.owner, text: try source.text("owner"))
    element.add(.link, text: "threagile:\(id)")
    try addTags(source, element)
    if try source.truth("out_of_scope") == true {
      model.putOutOfScope(
        element, reason: try source.prose("justification_out_of_scope"),
        at: "\(source.path).out_of_scope", line: source.line)
    }
    if let encryption = try source.text("encryption"), encryption != "none" {
      if keyword == .store {
        element.add(.encrypted, "yes")
        model.losses.add(
          .guessed, "kind of encryption", at: "\(source.path).encryption", line: source.line,
          encryption, target: element.id ?? "",
          why: "it is encrypted; whose key it is, is not carried over")
      } else {
        model.losses.add(
          .dropped, "encryption of an element", at: "\(source.path).encryption", line: source.line,
          encryption, target: element.id ?? "", why: "\(keyword.phrase) has no encryption here")
      }
    }
    for key in ["data_assets_processed", "data_assets_stored"] {
      for asset in try source.texts(key) {
        guard let name = places.data[asset]?.id else {
          model.losses.add(
            .dropped, "unknown data", at: "\(source.path).\(key)", line: source.line, asset,
            target: element.id ?? "", why: "no data asset has this id")
          continue
        }
        switch keyword {
        case .store: element.add(.holds, name)
        case .process:
          element.add(.handles, name)
          if key == "data_assets_stored" {
            model.losses.add(
              .guessed, "asset stored in a process", at: "\(source.path).\(key)", line: source.line,
              asset, target: element.id ?? "", why: "a process handles it; only a store holds it")
          }
        default:
          model.losses.add(
            .dropped, "asset of an external entity", at: "\(source.path).\(key)", line: source.line,
            asset, target: element.id ?? "", why: "what an external entity keeps is not modelled")
        }
      }
    }
    return model.add(element, inside: boundary)
  }

  // MARK: - Links

  private mutating func readLinks() throws(SourceFault) {
    for (id, element, source) in sources {
      guard let from = element.id else { continue }
      for (title, link) in try source.mapping("communication_links") {
        let targetID = try link.text("target") ?? ""
        guard let to = places.elements[targetID]?.id else {
          model.losses.add(
            .dropped, "link to nothing", at: link.path, line: link.line,
            "\(title): \(targetID)",
            why: "no technical asset has this id")
          continue
        }
        let sentIDs = try link.texts("data_assets_sent")
        let receivedIDs = try link.texts("data_assets_received")
        for unknown in sentIDs + receivedIDs where places.data[unknown] == nil {
          model.losses.add(
            .dropped, "unknown data", at: link.path, line: link.line, unknown,
            why: "no data asset has this id")
        }
        let sent = sentIDs.compactMap { places.data[$0]?.id }
        let received = receivedIDs.compactMap { places.data[$0]?.id }
        let request = ImportedDeclaration(.flow, model.names.id(title, orElse: "flow"), title)
        let isOneFlow = receivedIDs.isEmpty || Set(sentIDs) == Set(receivedIDs)
        request.ends = .init(from, to, isTwoWay: isOneFlow && !receivedIDs.isEmpty)
        request.document(try link.prose("description"))
        request.add(.carries, words: sent)
        try addTags(link, request)
        try addProtection(link, request)
        let linkID = "\(id)>\(Self.linkID(title))"
        request.add(.link, text: "threagile:\(linkID)")
        model.add(request)
        places.add(request, linkID)
        if isOneFlow { continue }
        let answer = ImportedDeclaration(
          .flow, model.names.id("\(title) answer", orElse: "answer"), "\(title): answer")
        answer.ends = .init(to, from, isTwoWay: false)
        answer.add(.carries, words: received)
        answer.add(.link, text: "threagile:\(linkID):answer")
        if let property = Property(word: "over"), answer.takes(property), let over = request.id {
          answer.add(property, over)
        } else if request.isProtected {
          answer.add(.encrypted, "yes")
        }
        model.add(answer)
        model.losses.add(
          .guessed, "link in both directions", at: link.path, line: link.line, title,
          target: answer.id ?? "", why: "what is sent and what is received differ: two flows")
      }
    }
  }

  /// The id of a link, of its title.
  private static func linkID(_ title: String) -> String {
    String(title.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
  }

  private func addProtection(_ link: SourceCursor, _ flow: ImportedDeclaration) throws(SourceFault)
  {
    if let word = try link.text("protocol") {
      // `binary` and `text` say what runs there, and no protocol.
      let silent = ["unknown-protocol"]
      let read = ImportedProtocol(word)
      read.add(to: flow)
      if read.rest != nil {
        if word.hasSuffix("-encrypted") { flow.add(.encrypted, "yes") }
        if !silent.contains(word) {
          model.keep(
            "protocol", word, as: "Protocol: \(word)", at: "\(link.path).protocol",
            line: link.line, in: flow, why: "it is no protocol that is known here")
        }
      }
    }
    if !flow.has(.encrypted), try link.truth("vpn") == true { flow.add(.encrypted, "vpn") }
    if let word = try link.text("authentication") {
      let words = [
        "none": "no", "credentials": "password", "session-id": "token", "token": "token",
        "client-certificate": "certificate", "two-factor": "mfa",
      ]
      if let found = words[word] {
        flow.add(.authenticated, found)
      } else {
        model.losses.add(
          .dropped, "authentication", at: "\(link.path).authentication", line: link.line, word,
          target: flow.id ?? "", why: "how it is done elsewhere is not said")
      }
    }
    if let way = try link.text("authorization"), way != "none" {
      model.keep(
        "authorization", way, as: "Authorization: \(way.replacing("-", with: " "))",
        at: "\(link.path).authorization", line: link.line, in: flow)
    }
    try passUsage(of: link)
    try link.ignore("diagram_tweak_weight", "diagram_tweak_constraint")
  }
}
