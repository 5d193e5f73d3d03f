// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

// What is worth protecting, and the harm its loss can lead to.

asset readings "Raw readings" {
  class: phi, diagnosis
  confidentiality: high
  integrity: high
  availability: medium
  harm: HAZ-01, HAZ-02
}
asset risk-score "Stroke risk score" {
  class: phi, diagnosis
  confidentiality: high
  integrity: high
  availability: medium
  harm: HAZ-01, HAZ-02
}
/// Start, stop, wipe, factory reset and the sampling settings.
asset device-command "Device command" {
  class: clinical-function
  confidentiality: low
  integrity: high
  availability: medium
  harm: HAZ-01
}
asset device-status "Device status" {
  class: telemetry
  confidentiality: low
  integrity: medium
  availability: low
}
asset device-firmware "Device firmware" {
  class: firmware
  confidentiality: low
  integrity: high
  availability: medium
  harm: HAZ-01, HAZ-02, HAZ-03
}
asset app-package "App package" {
  class: firmware
  confidentiality: none
  integrity: high
  availability: low
}
asset pairing-keys "Pairing and session keys" {
  class: keys
  confidentiality: high
  integrity: high
}
asset service-token "Service token" {
  class: credentials
  confidentiality: high
  integrity: high
}
/// Name, address, login, registered device, and the clinicians whom the patient has authorised.
asset account "Patient account" {
  class: pii, credentials
  confidentiality: high
  integrity: high
  availability: medium
}
asset reminder "Upload reminder" {
  class: pii
  confidentiality: medium
  integrity: low
}
asset audit-trail "Audit trail" {
  class: log
  confidentiality: medium
  integrity: high
}

// Entries of the safety risk file that security threats can lead to.

hazard HAZ-01 "Stroke risk is not recognised in time" { severity: critical }
hazard HAZ-02 "Unneeded treatment after a false risk score" { severity: serious }
hazard HAZ-03 "Skin burn from an overheating battery" { severity: serious }
