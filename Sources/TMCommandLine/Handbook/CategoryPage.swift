// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMReport
import TMThreats

/// What `tm explain` prints about a category of threat.
enum CategoryPage {
  /// One word of the page's heading: "category of STRIDE".
  static func kind(_ category: ThreatCategory) -> String { "category of \(category.methodName)" }

  /// The page below its heading.
  static func text(
    _ facts: CategoryFacts, _ colouring: Colouring, width: Int
  ) -> String {
    var text = wrapped(facts.question, width)
    text += wrapped(property(facts.category), width)
    text += "\n" + colouring.paint("what is usually done", .strong) + "\n"
    for measure in facts.measures { text += item(measure, width) }
    for group in CategoryReferences(facts).groups {
      text += "\n" + colouring.paint(group.title, .strong) + "\n"
      for entry in group.entries { text += item("\(entry.id) \(entry.name)", width) }
    }
    return text
  }

  private static func property(_ category: ThreatCategory) -> String {
    let lost = "The property that is lost is \(category.violatedProperty)"
    let others = category.cia + category.stride
    guard let first = others.first else { return lost + "." }
    let names = others.map(\.rawValue).joined(separator: ", ")
    return "\(lost); under \(first.methodName), such a threat is one of \(names)."
  }

  private static func item(_ text: String, _ width: Int) -> String {
    TextWrapping.lines(of: text, width: max(width - 2, 20)).map { "  \($0)\n" }.joined()
  }

  private static func wrapped(_ text: String, _ width: Int) -> String {
    TextWrapping.lines(of: text, width: width).map { $0 + "\n" }.joined()
  }
}
