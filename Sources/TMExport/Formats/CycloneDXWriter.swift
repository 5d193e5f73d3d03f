// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMComponents
import TMModel
import TMRegister
import TMSyntax

/// Writes the components of a model as CycloneDX, with what it decided about their vulnerabilities.
struct CycloneDXWriter {
  private let outgoing: OutgoingModel
  private let software: SoftwareReport
  private let day: CalendarDate

  init(_ outgoing: OutgoingModel, _ software: SoftwareReport, _ day: CalendarDate) {
    self.outgoing = outgoing
    self.software = software
    self.day = day
  }

  func bytes(_ version: CycloneDXVersion) -> [UInt8] {
    let model = outgoing.model
    let found = VEXDecisions(software, in: model, today: day)
    let system = model.system
    if let system {
      outgoing.carry(system)
      outgoing.carry(system, .owner, .version)
    }
    for component in software.components {
      let id = component.entity
      outgoing.carry(id)
      outgoing.carry(id, .version, .purl, .cpe, .supplier)
      if let place = component.place {
        outgoing.lose(
          .dropped, "element around a component", id, outgoing.path(place),
          why: "a bill of materials does not say where in the product something runs")
      }
    }
    for sentence in found.leftOut {
      outgoing.losses.add(
        .dropped, "vulnerability", at: "vulnerabilities", sentence,
        why: "only what somebody decided is written")
    }
    let document = VEXDocument(
      found.decisions, of: model,
      author: system.flatMap { model.text($0, .owner) } ?? "unspecified", namespace: "", id: nil,
      day: day)
    outgoing.nameRest(summed: Set(Keyword.allCases).subtracting([.component, .model]))
    return CycloneDXVEX.text(
      of: document, as: version, besides: software.components.flatMap { $0.products(in: model) })
  }
}
