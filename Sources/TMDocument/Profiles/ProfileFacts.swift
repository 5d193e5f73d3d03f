// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMRegister
import TMRisk
import TMSyntax
import TMThreats

/// What the parts of a profile look at.
package struct ProfileFacts: Sendable {
  let source: ReportSource
  let model: Model
  let threats: [AssessedThreat]

  init(_ source: ReportSource) {
    self.source = source
    model = source.model
    threats = source.risks.threats
  }

  /// Declarations of a kind that are part of the model, and not of a library.
  func all(_ keyword: Keyword) -> [EntityID] {
    model.all(keyword).filter { !model.isBuiltIn($0) }
  }

  /// A text of the declaration of the model.
  func text(_ property: Property) -> String? {
    model.system.flatMap { model.text($0, property) }
  }

  func states(_ property: Property) -> Bool {
    model.system.map { model.entry($0, property) != nil } ?? false
  }

  var controlsInPlace: [EntityID] {
    all(.control).filter { model.isInPlace(control: $0) }
  }

  /// The flows that leave or enter a trust boundary.
  var crossingFlows: [Flow] { model.graph.flows.filter { model.graph.crosses($0) } }

  /// The declared verifications of some methods that passed.
  func passed(_ methods: [String]) -> [EntityID] {
    all(.verification).filter { verification in
      model.word(verification, .method).map(methods.contains) == true
        && model.result(of: .declared(verification)) == .passed
    }
  }

  /// "1 control", "3 controls".
  static func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    "\(number) \(number == 1 ? one : many ?? one + "s")"
  }

  /// The detail of a part that some of many lack: "2 of 30 controls: `a`, `b`".
  func lacking(_ lacking: [EntityID], of all: [EntityID], _ many: String) -> String {
    let shown = lacking.prefix(4).map { "`\(model.path($0))`" }
    let rest = lacking.count - shown.count
    let names = shown.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
    return "\(lacking.count) of \(all.count) \(many): \(names)"
  }
}
