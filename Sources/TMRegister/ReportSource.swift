// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMComponents
import TMModel
import TMRisk
import TMThreats

/// What a report is made from.
package struct ReportSource: Sendable {
  package let model: Model
  package let register: ThreatRegister
  package let risks: RiskRegister
  package let trace: Trace
  /// The diagrams: first that of the system, then the views in their order, then other levels of the
  /// system.
  package let pictures: [ReportPicture]
  /// How the pictures look inside one page; their own style sheets are for files of their own.
  package let pictureStyle: ReportPictureStyle
  /// The diagrams that could not be drawn, and why.
  package let missingPictures: [ReportMissingPicture]
  /// What files of others say of the software in the product; nil without such files.
  package let software: SoftwareReport?
  /// The day that dates are held against; nil where none was given.
  package let day: CalendarDate?
  /// The version of the program, for the annex.
  package let toolVersion: String

  package init(
    _ model: Model, _ register: ThreatRegister, _ risks: RiskRegister, _ trace: Trace,
    pictures: [ReportPicture], pictureStyle: ReportPictureStyle = ReportPictureStyle(),
    missingPictures: [ReportMissingPicture] = [], software: SoftwareReport? = nil,
    day: CalendarDate? = nil, toolVersion: String
  ) {
    self.model = model
    self.register = register
    self.risks = risks
    self.trace = trace
    self.pictures = pictures
    self.pictureStyle = pictureStyle
    self.missingPictures = missingPictures
    self.software = software
    self.day = day
    self.toolVersion = toolVersion
  }
}
