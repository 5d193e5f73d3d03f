// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// The fields of threats in a file of the Threat Modeling Tool, as its template declares them: what is there until somebody
/// writes something else, and what a field of somebody's own is called.
struct TM7ThreatFields {
  /// A field that has no place in a threat here.
  struct Note {
    let label: String
    let text: String
  }

  /// What fields are called, by their names and by their ids.
  private var labels: [String: String] = [:]
  /// What a field says at first, by name; that of a type of threat by both.
  private var defaults: [String: [String]] = [:]
  /// Whether the file has types of threats with their texts.
  private(set) var knowsTypes = false

  init(_ root: XMLElement) {
    let base = root.child("KnowledgeBase")
    let shared = base?.child("ThreatMetaData", "PropertiesMetaData")?.children ?? []
    for datum in shared { read(datum, of: nil) }
    for type in base?.child("ThreatTypes")?.children ?? [] {
      guard let id = type.text("Id") else { continue }
      knowsTypes = true
      if let text = type.text("ShortTitle") { defaults["\(id) Title"] = [text] }
      if let text = type.text("Description") { defaults["\(id) UserThreatDescription"] = [text] }
      for datum in type.child("PropertiesMetaData")?.children ?? [] { read(datum, of: id) }
    }
  }

  private mutating func read(_ datum: XMLElement, of type: String?) {
    guard let name = datum.text("Name") else { return }
    let values = datum.child("Values")?.children("string").map { $0.text() } ?? []
    for key in [name, datum.text("Id")].compactMap({ $0 }) {
      if let label = datum.text("Label") { labels[key] = label }
      if let type {
        defaults["\(type) \(key)", default: []] += values.prefix(1)
      } else {
        defaults[key, default: []] += values.prefix(1)
      }
    }
  }

  /// Fields that have a place here, or that the tool fills in by itself.
  private static let known: Set<String> =
    Set(TM7Mark.all).union([
      "Title", "UserThreatCategory", "UserThreatShortDescription", "UserThreatDescription",
      "StateInformation", "InteractionString", "PossibleMitigations", "Priority",
    ])

  /// Whether the tool has a field by itself, so that it is of no template.
  static func isOfTool(_ name: String) -> Bool { known.contains(name) }

  /// What somebody wrote into other fields.
  func notes(_ fields: [(name: String, text: String)], type: String) -> [Note] {
    fields.filter { name, text in
      !Self.known.contains(name) && text.contains { !$0.isWhitespace }
        && !isDefault(text, name, type)
    }.map {
      Note(
        label: labels[$0.name] ?? $0.name,
        text: ImportedText.withoutTags($0.text, keepsAddresses: true))
    }
  }

  /// Whether a text of a threat is what the template says; where the file does not have it, that is not known.
  func isDefault(_ text: String, _ name: String, _ type: String) -> Bool {
    let all = (defaults["\(type) \(name)"] ?? []) + (defaults[name] ?? [])
    return all.contains { Self.fits(text, $0) }
  }

  /// Whether a text is one of the template with something in the place of each `{target.Name}`.
  private static func fits(_ text: String, _ template: String) -> Bool {
    var rest = ImportedText.condensed(text)[...]
    let pieces = ImportedText.condensed(template).split(
      separator: "{", omittingEmptySubsequences: false)
    for (index, piece) in pieces.enumerated() {
      let fixed =
        index == 0 ? piece : piece.firstIndex(of: "}").map { piece[$0...].dropFirst() } ?? piece
      if fixed.isEmpty {
        if index == 0 || index < pieces.count - 1 { continue }
        return true
      }
      guard let found = index == 0 ? rest.range(startingWith: fixed) : rest.firstRange(of: fixed)
      else { return false }
      rest = rest[found.upperBound...]
    }
    return rest.isEmpty
  }
}

extension Substring {
  fileprivate func range(startingWith start: Substring) -> Range<Index>? {
    hasPrefix(start) ? startIndex..<index(startIndex, offsetBy: start.count) : nil
  }
}
