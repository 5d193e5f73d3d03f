// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMFormat
import TMSource
import TMSyntax

/// What lies elsewhere in the newer version of a source.
extension UpdateComparison {
  /// Moves what the source moved; the outermost first, and one inside another in a further round.
  ///
  /// What comes into a place stands behind the last that lies there, so nothing leaves a place in a round in which
  /// something comes.
  func moves() -> Plan {
    var plan = Plan()
    var moved: [OutlineDeclaration] = []
    var left: Set<ObjectIdentifier?> = []
    var entered: Set<ObjectIdentifier?> = []
    var targets: [OutlineDeclaration] = []
    var edits: [ObjectIdentifier: DeclarationEdit] = [:]
    var order: [ObjectIdentifier] = []
    var top: [(keyword: Keyword, text: String)] = []
    for declaration in newer.all
    where declaration.keyword.isElement || declaration.keyword == .boundary {
      guard let old = toBase?.counterpart(declaration), let found = counterpart(declaration),
        let target = home(of: declaration), let before = home(ofOld: old)
      else { continue }
      let (from, into) = (
        found.parent.map { ObjectIdentifier($0) }, target.map { ObjectIdentifier($0) }
      )
      guard target !== before, found.parent === before,
        !moved.contains(where: { found.lies(in: $0) }),
        target.map({ target in !target.lies(in: found) && !moved.contains { target.lies(in: $0) } })
          ?? true,
        !entered.contains(from), !left.contains(into),
        !targets.contains(where: { $0.lies(in: found) })
      else { continue }
      moved.append(found)
      left.insert(from)
      entered.insert(into)
      let bytes = found.node.tree.bytes
      let text = Self.unindented(
        String(decoding: bytes[found.range.offsets], as: UTF8.self),
        by: SourceLines.indentation(of: found.range, in: bytes) ?? "")
      plan.edits.append(DeclarationEdit.removal(of: found.node))
      if let target {
        let key = ObjectIdentifier(target)
        if edits[key] == nil {
          edits[key] = DeclarationEdit(target.node)
          order.append(key)
          targets.append(target)
        }
        edits[key]?.append(declaration: text)
      } else {
        top.append((found.keyword, text))
      }
    }
    plan.edits += order.flatMap { edits[$0]?.edits ?? [] }
    plan.edits += Self.appending(top, to: current)
    return plan
  }

  /// Where the text had room for a declaration of the last import.
  private func home(ofOld declaration: OutlineDeclaration) -> OutlineDeclaration?? {
    guard let parent = declaration.parent else { return .some(nil) }
    if let place = fromBase?.counterpart(parent) { return .some(place) }
    return home(ofOld: parent)
  }

  private static func unindented(_ text: String, by indent: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.hasPrefix(indent) ? String($0.dropFirst(indent.count)) : String($0) }
      .joined(separator: "\n")
  }
}
