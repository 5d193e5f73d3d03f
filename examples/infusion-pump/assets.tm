// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

// Therapy

asset dose-order "Dose order" {
  class: phi, therapy
  confidentiality: medium
  integrity: high
  availability: high
  harm: HAZ-07, HAZ-08
  content: command
}
asset infusion-rate "Infusion rate" {
  class: therapy, clinical-function
  confidentiality: low
  integrity: high
  availability: high
  harm: HAZ-07, HAZ-08
  content: command, data
}
asset stop-command "Stop command" {
  class: clinical-function
  confidentiality: none
  integrity: high
  availability: high
  harm: HAZ-07
  content: command
}
/// Drugs, concentrations, and the hard and soft dose limits of each care area.
asset drug-library "Drug library" {
  class: therapy, configuration
  confidentiality: low
  integrity: high
  availability: medium
  harm: HAZ-07, HAZ-08
  content: data

  threat altered-at-rest {
    cve: CVE-2023-30562
    actor: "Somebody with a login of the pharmacy's network"
    scenario: "A data set with other limits takes the place of the released one in the library database, and goes out to all pumps."
    vulnerability: "The pump took a data set as it came."
    score: "CVSS:3.0/AV:A/AC:L/PR:L/UI:R/S:U/C:N/I:H/A:H"
    residual: "CVSS:3.0/AV:A/AC:L/PR:L/UI:R/S:U/C:N/I:L/A:N"
    because: "The pump verifies the signature before it activates a library; what remains is a signed library released for the wrong care area."
  }
}
asset line-signals "Line pressure and air" {
  class: clinical-function
  confidentiality: low
  integrity: high
  availability: high
  harm: HAZ-09
  content: data
}
asset alarm "Pump alarm" {
  class: clinical-function
  confidentiality: low
  integrity: high
  availability: high
  harm: HAZ-08, HAZ-09
  content: data
}

// Records

asset infusion-record "Infusion record" {
  class: phi
  confidentiality: high
  integrity: high
  availability: medium
}
/// Events without a patient's name, for the review of limits and overrides.
asset quality-data "Quality data" {
  class: workflow
  confidentiality: medium
  integrity: medium
  availability: low
}
asset event-log "Event log" {
  class: log
  confidentiality: medium
  integrity: high
  availability: medium
}

// Product and secrets

asset pump-firmware "Pump firmware" {
  class: firmware
  confidentiality: low
  integrity: high
  availability: medium
  harm: HAZ-07, HAZ-08
}
asset radio-firmware "Radio card firmware" {
  class: firmware
  confidentiality: low
  integrity: high
  availability: low
  harm: HAZ-10, HAZ-11
}
asset pump-settings "Pump settings" {
  class: configuration
  confidentiality: low
  integrity: high
  availability: medium
  harm: HAZ-08
}
asset device-key "Device key and certificate" {
  class: keys
  confidentiality: high
  integrity: high
}
asset staff-login "Staff login" {
  class: credentials
  confidentiality: high
  integrity: high
}

// Entries of the safety risk file; their severities are decided there.

hazard HAZ-07 "Over-infusion" {
  severity: catastrophic
  multi-patient: yes
  link: "RMF-112, line 7"
}
hazard HAZ-08 "Under-infusion or interrupted therapy" {
  severity: critical
  multi-patient: yes
  link: "RMF-112, line 8"
}
hazard HAZ-09 "Air or occlusion is not recognised" { severity: critical; link: "RMF-112, line 9" }
hazard HAZ-10 "Nurse station learns of an alarm late" {
  severity: serious
  multi-patient: yes
  link: "RMF-112, line 10"
}
hazard HAZ-11 "Therapy starts late, or with last week's limits" {
  severity: minor
  multi-patient: yes
  link: "RMF-112, line 11"
}
