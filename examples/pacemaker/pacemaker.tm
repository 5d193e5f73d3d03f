// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// An implanted pacemaker with the programmer of the clinic, the bedside monitor of the patient and the
/// service through which physicians follow up. Nobody operates the implant but by radio; what it does
/// wrong cannot be switched off at the device.
model "Implanted pacemaker" {
  version: "2.1"
  owner: "Device security team"
  method: stride
  scoring: cvss-3.1
}

import medical
import "assets.tm"
import "implant.tm"
import "clinic.tm"
import "flows-implant.tm"
import "flows-follow-up.tm"
import "controls.tm"
import "requirements.tm"
import "policy.tm"
import "decisions.tm"

/// The implant paces by itself: programmer, monitor and service can all be gone.
assumption paces-alone "Pacing needs neither programmer, monitor nor service" {
  about: pacing-control, lead
  owner: "Device security team"
  review-by: 2028-06-30
}

/// The implant, the clinic and the home, the service behind them.
view overview "Implant, clinic, home and service" {
  kind: global
  include: body, clinic, home, follow-up-service, manufacturer-site
  depth: 2
}

/// What changes the therapy goes through one radio of short range and one key agreed at the skin.
view programming "From the programmer to the heart" {
  kind: use-case
  function: therapy, measurement
  include: program-pacing, apply-parameters, pace, sense
}

/// Who owns the service or the signing key could reach every monitor: monitors may read an implant, and
/// no monitor can program one.
view fleet "When many patients are reached at once" {
  kind: multi-patient-harm
  include: update-monitor, install-monitor, fetch-episodes, upload-episodes, publish-image
}

/// Software of monitors comes from the manufacturer through the service; the implant takes new firmware
/// from the programmer alone, in a clinic.
view updates "How software is renewed" {
  kind: updateability
  include: publish-image, update-monitor, install-monitor, load-firmware, program-firmware
}
