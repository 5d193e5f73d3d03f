// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMAnalysis
import TMThreats
import TMWriting

/// What a clean model is told on a terminal: that it was looked at, and how much of it.
enum CleanReport {
  /// How much of a model was looked at.
  static func text(_ compiled: CompiledModel) -> String {
    let model = compiled.model
    let name = TerminalText.condensed(model.system.map { model.title($0) } ?? "model", to: 60)
    let threats = compiled.register.threats
    let open = threats.count { $0.status == .open }
    let flows = model.graph.flows
    let crossing = flows.count { model.graph.crosses($0) }
    let elements = model.allEntities.count { model[$0].keyword.isElement }
    let text = [
      "\(elements) elements", "\(flows.count) flows (\(crossing) cross a boundary)",
      "\(threats.count) threats (\(open) open)",
    ].joined(separator: ", ")
    return "\(name): \(text)"
  }

  static func line(_ text: String, _ colouring: Colouring) -> String {
    colouring.paint("clean", .help) + ": \(text)\n"
  }
}
