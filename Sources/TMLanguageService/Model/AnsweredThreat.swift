// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource
import TMSyntax
import TMThreats

/// A threat that a control names in `answers`: by its id, `send.tampering`, or by the name of its template.
struct AnsweredThreat {
  let node: SyntaxNode
  /// What the threat is about, where its id says so.
  let subject: EntityID?
  /// The bytes of the id in front of its last dot; none in the name of a template.
  let path: ArraySlice<UInt8>
  /// The last name of the id.
  let name: String
  let nameRange: SourceRange
  /// The triage of the threat, or the template that the model declares.
  let declaration: EntityID?

  var pathRange: SourceRange {
    SourceRange(
      file: node.tree.file, start: UInt32(path.startIndex), end: UInt32(path.endIndex))
  }
}

extension Model {
  /// What the controls of the model answer by name, in the order of the controls.
  var answeredThreats: [AnsweredThreat] {
    let controls = all(.control).filter { entry($0, .answers) != nil && !isBuiltIn($0) }
    if controls.isEmpty { return [] }
    // The id of a threat has the shortest path of its subject, and no other.
    let subjects = Dictionary(
      allEntities.filter { ThreatRegister.subjects.contains(self[$0].keyword) }
        .map { (path($0), $0) }, uniquingKeysWith: { first, _ in first })
    let templates = Dictionary(
      all(.threatTemplate).filter { !isBuiltIn($0) }.map { (name($0), $0) },
      uniquingKeysWith: { first, _ in first })
    return controls.flatMap { control in
      values(control, .answers).compactMap { value in
        guard word(value) != nil else { return nil }
        let node = SyntaxNode(tree: syntax(control).tree, index: Int(value.node))
        return answered(node, subjects, templates)
      }
    }
  }

  private func answered(
    _ node: SyntaxNode, _ subjects: [String: EntityID], _ templates: [String: EntityID]
  ) -> AnsweredThreat {
    let bytes = node.bytes
    let last = Self.segments(of: bytes).last ?? bytes
    let path = bytes[..<max(bytes.startIndex, last.startIndex - 1)]
    let name = String(decoding: last, as: UTF8.self)
    let subject = path.isEmpty ? nil : subjects[String(decoding: path, as: UTF8.self)]
    return AnsweredThreat(
      node: node, subject: subject, path: path, name: name,
      nameRange: SourceRange(
        file: node.tree.file, start: UInt32(last.startIndex), end: UInt32(last.endIndex)),
      declaration: path.isEmpty
        ? templates[name]
        : subject.flatMap { children($0, .threat).first { self.name($0) == name } })
  }
}
