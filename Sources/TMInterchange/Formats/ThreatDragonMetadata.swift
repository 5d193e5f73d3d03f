// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax

/// What some writers add to a Threat Dragon model beside its diagrams: requirements, verifications, assumptions,
/// and what is traced to what.
struct ThreatDragonMetadata {
  private let model: ImportedModel

  init(_ model: ImportedModel) { self.model = model }

  /// Reads `modelMetadata`; what is of another kind stays unread, and so is a loss.
  func read(_ metadata: SourceCursor) throws(SourceFault) {
    for (key, value) in try metadata.fields() {
      guard let keyword = Self.keyword(key) else { continue }
      for entry in try Self.listed(value) { declare(keyword, entry) }
    }
    try trace(metadata)
  }

  private static func keyword(_ key: String) -> Keyword? {
    switch key.lowercased() {
    case "requirements", "securityrequirements": .requirement
    case "validation", "validations", "verification", "verifications": .verification
    case "assumptions": .assumption
    default: nil
    }
  }

  private func declare(_ keyword: Keyword, _ entry: (id: String?, text: String)) {
    let text = ImportedText.condensed(entry.text)
    let declaration = ImportedDeclaration(keyword, nil, text)
    if let id = entry.id, Self.isName(id), model.made["named \(id)"] == nil {
      declaration.id = id
      model.names.take(id)
    } else {
      declaration.id = model.names.id(entry.id ?? text, orElse: keyword.word)
    }
    if let id = entry.id { model.made["named \(id)"] = declaration }
    // Nobody says that it was done.
    if keyword == .verification { declaration.add(.status, "planned") }
    model.add(declaration)
  }

  private static func isName(_ text: String) -> Bool {
    guard let first = text.utf8.first, let last = text.utf8.last else { return false }
    let isLetter = { (byte: UInt8) in (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) }
    let isDigit = { (byte: UInt8) in (0x30...0x39).contains(byte) }
    return isLetter(first) && (isLetter(last) || isDigit(last)) && text.utf8.count <= 40
      && text.utf8.allSatisfy { isLetter($0) || isDigit($0) || $0 == 0x2D || $0 == 0x5F }
      && !["yes", "no"].contains(text)
  }

  /// A list of texts or objects, or an object whose keys are ids.
  private static func listed(
    _ value: SourceCursor
  ) throws(SourceFault) -> [(id: String?, text: String)] {
    var found: [(id: String?, text: String)] = []
    switch value.node.content {
    case .list:
      for element in try value.elements() {
        if case .mapping = element.node.content {
          let id = try element.text("id")
          let text = try element.text(
            firstOf: "text", "title", "description", "requirement", "statement", "name")
          found.append((id, text ?? id ?? ""))
          continue
        }
        let text = try element.scalar()
        // `R01: The scanner shall …`
        let parts = text.split(separator: ":", maxSplits: 1)
        let head = parts.first.map(String.init) ?? ""
        let isID = parts.count == 2 && head.count <= 12 && isName(head)
        found.append((isID ? head : nil, isID ? String(parts[1]) : text))
      }
    case .mapping:
      for (key, entry) in try value.fields() {
        if case .scalar = entry.node.content {
          found.append((key, try entry.scalar()))
        } else {
          found.append((key, try entry.text(firstOf: "text", "title", "description") ?? key))
        }
      }
    case .scalar: found.append((nil, try value.scalar()))
    case .empty: break
    }
    return found
  }

  // MARK: - Traces

  /// Follows objects called `traceability`: a requirement is verified by the verification beside it, and a threat
  /// answered by a control that satisfies the requirement.
  private func trace(_ place: SourceCursor) throws(SourceFault) {
    guard case .mapping = place.node.content else { return }
    for (key, value) in try place.fields() {
      if key.lowercased() == "traceability", case .mapping = value.node.content {
        try link(value, threat: "threat", requirement: "requirement", verification: "validation")
        try link(
          value, threat: nil, requirement: "related_existing_requirement",
          verification: "related_existing_validation")
      } else {
        try trace(value)
      }
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
