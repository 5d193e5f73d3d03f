// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax

/// What some writers add to a Threat Dragon model beside its diagrams: requirements, verifications, assumptions,
/// and what is traced to what.
struct ThreatDragonMetadata {
  private let model: ImportedModel

  init(_ model: ImportedModel) { self.model = model }

  /// Reads what stands beside the diagrams: in `modelMetadata` of the file, of its summary, its detail or a diagram, or in
  /// one of these itself. What is of another kind stays unread, and so is a loss.
  func read(_ places: [SourceCursor]) throws(SourceFault) {
    let places = places.filter(Self.isMapping)
    var beside: [SourceCursor] = []
    for place in places {
      if let metadata = try place.field("modelMetadata") { beside.append(metadata) }
    }
    beside = beside.filter(Self.isMapping)
    var claims: [Claim] = []
    for place in places + beside {
      for (key, value) in try place.fields() {
        guard let keyword = Self.keyword(key) else { continue }
        for entry in try Self.listed(value) { claims += try declare(keyword, entry) }
      }
    }
    for claim in claims { verify(claim) }
    for place in places {
      for (key, value) in try place.fields() where key.lowercased() == "traceability" {
        try link(traceability: value)
      }
    }
    for metadata in beside { try trace(metadata) }
  }

  private static func isMapping(_ place: SourceCursor) -> Bool {
    if case .mapping = place.node.content { true } else { false }
  }

  /// An entry of a list, with its id where it has one.
  private struct Entry {
    let id: String?
    let text: String
    let source: SourceCursor
  }

  /// What an entry says that it verifies, or is verified by.
  private struct Claim {
    let declaration: ImportedDeclaration
    let name: String
    let source: SourceCursor
  }

  private static func keyword(_ key: String) -> Keyword? {
    switch key.lowercased() {
    case "requirements", "securityrequirements": .requirement
    case "validation", "validations", "verification", "verifications": .verification
    case "assumptions": .assumption
    default: nil
    }
  }

  private func declare(_ keyword: Keyword, _ entry: Entry) throws(SourceFault) -> [Claim] {
    let text = ImportedText.condensed(entry.text)
    let declaration = ImportedDeclaration(keyword, nil, text)
    if let id = entry.id, Self.isName(id), model.made["named \(id)"] == nil {
      declaration.id = id
      model.names.take(id)
    } else {
      declaration.id = model.names.id(entry.id ?? text, orElse: keyword.word)
    }
    if let id = entry.id {
      if model.made["named \(id)"] != nil {
        model.nameDouble(id, at: entry.source.path, line: entry.source.line, declaration)
      } else {
        model.made["named \(id)"] = declaration
      }
    }
    // Nobody says that it was done.
    if keyword == .verification { declaration.add(.status, "planned") }
    model.add(declaration)
    guard keyword != .assumption, case .mapping = entry.source.node.content else { return [] }
    var claims: [Claim] = []
    for (key, value) in try entry.source.fields() where Self.isClaim(key, of: keyword) {
      var names: [SourceCursor] = [value]
      if case .list = value.node.content { names = try value.elements() }
      for name in names {
        guard case .scalar = name.node.content else { continue }
        claims.append(Claim(declaration: declaration, name: try name.scalar(), source: name))
      }
    }
    return claims
  }

  private static func isClaim(_ key: String, of keyword: Keyword) -> Bool {
    let plain = key.lowercased().filter(\.isLetter)
    return keyword == .verification
      ? ["requirement", "requirements", "verifies", "validates"].contains(plain)
      : [
        "validation", "validations", "verification", "verifications", "verifiedby", "validatedby",
      ].contains(plain)
  }

  private func verify(_ claim: Claim) {
    let other = model.made["named \(claim.name)"]
    let isRequirement = claim.declaration.keyword == .requirement
    let requirement = isRequirement ? claim.declaration : other
    let check = isRequirement ? other : claim.declaration
    guard let requirement, requirement.keyword == .requirement, let check, let id = check.id,
      check.keyword == .verification
    else {
      let what = isRequirement ? "verification" : "requirement"
      return model.losses.add(
        .dropped, "unknown \(what)", at: claim.source.path, line: claim.source.line, claim.name,
        target: claim.declaration.id ?? "", why: "no \(what) of the file is called so")
    }
    requirement.add(.verifiedBy, id)
  }

  private static func isName(_ text: String) -> Bool {
    guard let first = text.utf8.first, let last = text.utf8.last else { return false }
    let isLetter = { (byte: UInt8) in (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) }
    let isDigit = { (byte: UInt8) in (0x30...0x39).contains(byte) }
    return isLetter(first) && (isLetter(last) || isDigit(last)) && text.utf8.count <= 40
      && text.utf8.allSatisfy { isLetter($0) || isDigit($0) || $0 == 0x2D || $0 == 0x5F }
      && !["yes", "no"].contains(text)
  }

  /// A list of texts or objects, or an object whose keys are ids, or the names of groups of such.
  private static func listed(_ value: SourceCursor) throws(SourceFault) -> [Entry] {
    switch value.node.content {
    case .list:
      var found: [Entry] = []
      for element in try value.elements() {
        if case .scalar = element.node.content {
          found.append(try entry(ofText: element))
        } else if case .mapping = element.node.content {
          let id = try element.text("id")
          found.append(Entry(id: id, text: try text(of: element) ?? id ?? "", source: element))
        }
      }
      return found
    case .mapping:
      var found: [Entry] = []
      for (key, inner) in try value.fields() {
        switch inner.node.content {
        case .scalar: found.append(Entry(id: key, text: try inner.scalar(), source: inner))
        case .mapping:
          if let text = try text(of: inner) {
            found.append(Entry(id: key, text: text, source: inner))
          } else {
            found += try listed(inner)
          }
        case .list: found += try listed(inner)
        case .empty: break
        }
      }
      return found
    case .scalar: return [try entry(ofText: value)]
    case .empty: return []
    }
  }

  private static func text(of entry: SourceCursor) throws(SourceFault) -> String? {
    try entry.text(firstOf: "text", "title", "description", "requirement", "statement", "name")
  }

  /// `R01: The scanner shall …`
  private static func entry(ofText source: SourceCursor) throws(SourceFault) -> Entry {
    let text = try source.scalar()
    let parts = text.split(separator: ":", maxSplits: 1)
    let head = parts.first.map(String.init) ?? ""
    let isID = parts.count == 2 && head.count <= 12 && isName(head)
    return Entry(id: isID ? head : nil, text: isID ? String(parts[1]) : text, source: source)
  }

  // MARK: - Traces

  /// Follows objects called `traceability`: a requirement is verified by the verification beside it, and a threat
  /// answered by a control that satisfies the requirement.
  private func trace(_ place: SourceCursor) throws(SourceFault) {
    guard case .mapping = place.node.content else { return }
    for (key, value) in try place.fields() {
      if key.lowercased() == "traceability" {
        try link(traceability: value)
      } else {
        try trace(value)
      }
    }
  }

  /// One object, or a list of them.
  private func link(traceability value: SourceCursor) throws(SourceFault) {
    var links = [value]
    if case .list = value.node.content { links = try value.elements() }
    for link in links {
      guard case .mapping = link.node.content else { continue }
      try self.link(
        link, threat: "threat", requirement: "requirement", verification: "validation")
      try self.link(
        link, threat: nil, requirement: "related_existing_requirement",
        verification: "related_existing_validation")
    }
  }

  private func link(
    _ value: SourceCursor, threat: String?, requirement: String, verification: String
  ) throws(SourceFault) {
    guard let requirementID = try named(value, requirement),
      let declared = model.made["named \(requirementID)"], declared.keyword == .requirement
    else { return }
    if let id = try named(value, verification), let check = model.made["named \(id)"]?.id {
      declared.add(.verifiedBy, check)
    }
    guard let threat, let number = try named(value, threat),
      let found = model.all(.threat).first(where: { $0.title?.hasPrefix("\(number) ") == true }),
      let target = declared.id
    else { return }
    let advice = found.properties(.advice).first.map { String($0.dropFirst().dropLast()) }
    let title = advice.map { String($0.prefix { !".;".contains($0) }) } ?? found.title ?? number
    let id = model.names.id("c \(title)", orElse: "control")
    let control = ImportedDeclaration(.control, id, title)
    control.add(.mitigates, words: found.properties(.category))
    control.add(.satisfies, target)
    control.add(.status, "proposed")
    model.add(control)
    found.add(.controls, id)
    model.losses.add(
      .guessed, "control", at: value.path, line: value.line, title, target: id,
      why: "\(number) is traced to \(requirementID): a control that is proposed stands between them"
    )
  }

  private func named(_ value: SourceCursor, _ key: String) throws(SourceFault) -> String? {
    guard let field = try value.field(key), case .scalar = field.node.content else { return nil }
    return try field.scalar()
  }
}
