// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSyntax

/// What a use-case view adds to its diagram: the function it is about, the states, who takes part and
/// what could be harmed.
struct UseCaseView {
  private let section: ViewSection
  private let book: PathBook
  private let model: Model

  init(_ section: ViewSection) {
    self.section = section
    book = section.book
    model = section.book.model
  }

  var blocks: [ReportBlock] {
    [
      .facts([
        ReportFact("Function", words(.function, "function: …")),
        ReportFact("States", words(.state, "state: …")),
        ReportFact("Persons", persons), ReportFact("Hazards", hazards),
      ])
    ]
  }

  private func words(_ property: Property, _ statement: String) -> [ReportText] {
    let words = model.words(section.view, property)
    if !words.isEmpty { return [.words(words.joined(separator: ", "))] }
    return [.strong("not stated"), .words(": add "), .code(statement), .words(" to the view")]
  }

  private var persons: [ReportText] {
    var found: [EntityID] = []
    for end in section.selection.flows.flatMap({ [$0.source, $0.target] })
    where model.boolean(end, .human) == true && !found.contains(end) {
      found.append(end)
    }
    return found.isEmpty ? [.words("none")] : book.titles(found)
  }

  private var hazards: [ReportText] {
    var found: [EntityID] = []
    for flow in section.selection.flows {
      for hazard in book.threats(about: flow.entity).flatMap(\.hazards)
      where !found.contains(hazard) {
        found.append(hazard)
      }
    }
    return found.isEmpty ? [.words("none")] : book.ids(found)
  }
}
