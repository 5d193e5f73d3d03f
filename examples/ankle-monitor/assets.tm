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
/// Pairing, settings, update, wipe: afterwards it has to be known who asked for it.
asset device-command "Device command" {
  class: clinical-function
  confidentiality: low
  integrity: high
  availability: medium
  accountability: medium
  harm: HAZ-01
  content: command
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

  threat altered-at-rest {
    controls: signed-firmware
    score: "CVSS:4.0/AV:N/AC:L/AT:P/PR:H/UI:N/VC:N/VI:H/VA:H/SC:N/SI:H/SA:H"
    residual: "CVSS:4.0/AV:N/AC:H/AT:P/PR:H/UI:N/VC:N/VI:L/VA:L/SC:N/SI:L/SA:L/E:U"
    because: "Slot and repository hold signed images only; the device checks before each start."
    actor: "Insider at the hosting provider, or somebody with a stolen operator login"
  }
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

  threat read-at-rest {
    score: "CVSS:4.0/AV:L/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:N/SC:N/SI:N/SA:N"
    residual: "CVSS:4.0/AV:P/AC:H/AT:P/PR:N/UI:N/VC:L/VI:L/VA:N/SC:N/SI:N/SA:N/E:U"
    because: "In the device they rest in protected flash, in the phone in its keystore."
  }
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

// Entries of the safety risk file that security threats can lead to. Each can be brought about for
// many patients at once, through the cloud service or an update.

hazard HAZ-01 "Stroke risk is not recognised" {
  severity: critical
  multi-patient: yes
  link: "RMF-AMPS-07, line 1"
}
hazard HAZ-02 "Unneeded treatment after a false risk score" {
  severity: serious
  multi-patient: yes
  link: "RMF-AMPS-07, line 2"
}
hazard HAZ-03 "Skin burn from an overheating battery" {
  severity: serious
  multi-patient: yes
  link: "RMF-AMPS-07, line 5"
}
/// The prediction rests on one to three months of nights; no therapy and no alarm waits for a single
/// night, and app and portal show that it is missing.
hazard HAZ-04 "The risk score comes days late" {
  severity: minor
  multi-patient: yes
  link: "RMF-AMPS-07, line 3"
}
hazard HAZ-05 "Patient or clinician waits some hours for a result" {
  severity: negligible
  multi-patient: yes
  link: "RMF-AMPS-07, line 4"
}
