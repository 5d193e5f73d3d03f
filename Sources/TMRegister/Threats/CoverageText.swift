// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax
import TMThreats
import TMWriting

/// Prints for each element, flow and asset, and each category, its threats or the reason why there is
/// none.
package struct CoverageText {
  private let model: Model
  private let register: ThreatRegister
  private let coverage: Coverage
  private let width: Int
  private let colouring: Colouring

  package init(_ model: Model, _ register: ThreatRegister, width: Int, colouring: Colouring) {
    self.model = model
    self.register = register
    self.width = width
    self.colouring = colouring
    coverage = Coverage(model, register)
  }

  /// The whole table: counts, `(n)` for threats of flows, parts and assets only, a letter for each
  /// reason, `!` where a method asks and nothing answers. Under it the reasons, and what was not
  /// examined.
  package func table() -> String {
    var reasons: [String] = []
    var table = TerminalTable(
      [.init("about", limit: 1000)]
        + coverage.categories.map { .init($0.abbreviation, .right) } + [.init("kind")])
    for row in coverage.rows {
      let cells = zip(row.cells, coverage.categories).map { cell, category in
        self.cell(cell, row.subject, category, &reasons)
      }
      table.append(
        [.init(model.path(row.subject))] + cells + [.init(model[row.subject].keyword.word)])
    }
    var text = coverage.rows.isEmpty ? "" : table.text(width: width, colouring: colouring) + "\n"
    if coverage.rows.isEmpty { text += line("The model has nothing that threats could be about.") }
    for (index, reason) in reasons.enumerated() {
      text += line("\(Self.letter(index))  \(reason)", hanging: 4)
    }
    if coverage.rows.contains(where: { $0.cells.contains { $0.isGap } }) {
      text += line(
        "!  A method asks it of this kind of thing, and no template answers.", hanging: 4)
    }
    text += line("(n) of its flows, interfaces, parts and assets, none of its own")
    for remark in Unexamined(model, register).lines {
      // The rows and reasons above are what it leads to.
      let own = remark.replacing(": " + Unexamined.way, with: ": see its reasons above")
      text += line(own)
    }
    return text
  }

  /// Each category of one thing with the ids of its threats, or the reason; nil for what has no row.
  package func text(about id: EntityID) -> String? {
    guard let row = coverage.rows.first(where: { $0.subject == id }) else { return nil }
    var text =
      colouring.paint(TerminalText.condensed(model.path(id), to: 1000), .strong)
      + "  \(model[id].keyword.word)  \(TerminalText.condensed(model.title(id), to: 200))\n"
    for (cell, category) in zip(row.cells, coverage.categories) {
      text += "\n" + colouring.paint(category.rawValue, .strong) + "\n"
      switch cell {
      case .threats(let threats): text += ids(threats)
      case .elsewhere(let threats):
        text +=
          line("  none of its own; of its flows, interfaces, parts and assets:") + ids(threats)
      case .absent(let absence):
        text += line("  " + CoverageReason(model, id, category).words(absence), hanging: 2)
      case .gap:
        text += line("  The method asks it of this kind of thing, and no template answers.")
      }
    }
    return text
  }

  private func ids(_ threats: [Int]) -> String {
    threats.map { index in
      let threat = register.threats[index]
      return "  " + TerminalText.condensed(threat.id, to: 1000) + "  "
        + colouring.paint(threat.status.rawValue, threat.status.style) + "\n"
    }.joined()
  }

  private func cell(
    _ cell: Coverage.Cell, _ id: EntityID, _ category: ThreatCategory, _ reasons: inout [String]
  ) -> TerminalTable.Cell {
    switch cell {
    case .threats(let threats): return .init("\(threats.count)", .strong)
    case .elsewhere(let threats): return .init("(\(threats.count))")
    case .gap: return .init("!", .error)
    case .absent(let absence):
      let reason = CoverageReason(model, id, category).words(absence)
      let place = reasons.firstIndex(of: reason) ?? reasons.count
      if place == reasons.count { reasons.append(reason) }
      return .init(Self.letter(place), .frame)
    }
  }

  /// `a` to `z`, then `aa` and on.
  static func letter(_ index: Int) -> String {
    let scalar = Character(UnicodeScalar(UInt8(97 + index % 26)))
    return index < 26 ? String(scalar) : letter(index / 26 - 1) + String(scalar)
  }

  private func line(_ text: String, hanging: Int = 0) -> String {
    let margin = String(repeating: " ", count: hanging)
    let lines = TextWrapping.lines(
      of: TerminalText.condensed(text, to: 2000), width: max(width - hanging, 20))
    return lines.joined(separator: "\n" + margin) + "\n"
  }
}

extension Coverage.Cell {
  fileprivate var isGap: Bool { if case .gap = self { true } else { false } }
}
