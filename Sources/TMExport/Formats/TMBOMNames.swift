// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax

/// The symbolic names of a TM-BOM: lower-case letters, digits and hyphens, each once.
struct TMBOMNames {
  private var names: [EntityID: String] = [:]
  private var table = NameTable()
  private let outgoing: OutgoingModel

  /// - Parameter declarations: those with a name of their own, in the order in which names are given.
  init(_ declarations: [EntityID], _ outgoing: OutgoingModel) {
    self.outgoing = outgoing
    for id in declarations {
      let path = outgoing.path(id)
      let name = table.unique(Self.symbolic(path))
      names[id] = name
      if name != path {
        outgoing.lose(
          .guessed, "id", id, path, target: name,
          why: "names of the format are of lower-case letters, digits and hyphens")
      }
    }
  }

  /// The name of a declaration that was given one.
  subscript(id: EntityID) -> String { names[id] ?? Self.symbolic(outgoing.path(id)) }

  /// A name for what is no declaration.
  mutating func name(_ wish: String) -> String { table.unique(Self.symbolic(wish)) }

  static func symbolic(_ text: String) -> String {
    var name = ""
    for scalar in text.lowercased().unicodeScalars {
      let fits = ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
      if fits {
        name.unicodeScalars.append(scalar)
      } else if !name.isEmpty, name.last != "-" {
        name += "-"
      }
    }
    while name.last == "-" { name.removeLast() }
    return name.isEmpty ? "unnamed" : name
  }
}
