// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMComponents
import TMModel
import TMSource

extension LintContext {
  /// "component `log4net` of process `pump-server`".
  func phrase(_ component: SoftwareReport.Component) -> String {
    let name = "component `\(model.path(component.entity))`"
    guard let place = component.place else { return name }
    return "\(name) of \(model[place].keyword.word) `\(model.path(place))`"
  }

  /// A label at the element that contains a component.
  func placeLabel(_ component: SoftwareReport.Component, _ text: String) -> [Label] {
    component.place.map { [Label(model.nameRange($0), text)] } ?? []
  }

  /// "`CVE-2018-1285` (3.0 low)", with what is left to say on one line.
  func phrase(_ vulnerability: Vulnerability) -> String {
    let score = [
      vulnerability.worst?.score?.description, vulnerability.worst?.severity?.rawValue,
    ].compactMap { $0 }.joined(separator: " ")
    return "`\(vulnerability.id)`" + (score.isEmpty ? "" : " (\(score))")
  }
}
