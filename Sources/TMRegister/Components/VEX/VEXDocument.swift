// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMComponents
import TMModel
import TMSyntax

/// What a VEX document says beside its decisions.
package struct VEXDocument: Sendable {
  package let decisions: [VEXDecision]
  /// The product that the document is about: title and version of the model.
  package let product: String
  package let version: String?
  /// Who says it.
  package let author: String
  /// An address that the author's names start from.
  package let namespace: String
  /// What the document is called.
  package let id: String
  /// The day on which it is said.
  package let day: CalendarDate

  package init(
    _ decisions: [VEXDecision], of model: Model, author: String, namespace: String, id: String?,
    day: CalendarDate
  ) {
    self.decisions = decisions
    product = model.system.map { model.title($0) } ?? "Product"
    version = model.system.flatMap { model.text($0, .version) }
    (self.author, self.namespace, self.day) = (author, namespace, day)
    let plain = product.lowercased().map { character in
      character.isASCII && (character.isLetter || character.isNumber) ? character : "-"
    }
    self.id = id ?? "vex-\(String(plain))-\(day)"
  }

  var time: String { "\(day)T00:00:00Z" }

  /// The instances of components that decisions are about, each once, in the order of the model.
  var products: [VEXDecision.Product] {
    var seen: Set<String> = []
    return decisions.flatMap(\.products).filter { seen.insert($0.id).inserted }
  }
}
