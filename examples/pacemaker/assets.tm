// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

asset pacing-parameters "Pacing parameters" {
  class: therapy, phi
  confidentiality: medium
  integrity: high
  availability: high
  harm: HAZ-01, HAZ-02
  content: command
}
asset pacing-pulse "Pacing pulse" {
  class: therapy, clinical-function
  confidentiality: none
  integrity: high
  availability: high
  harm: HAZ-01, HAZ-02
  content: command
}
asset cardiac-signal "Cardiac signal" {
  class: clinical-function
  confidentiality: none
  integrity: high
  availability: high
  harm: HAZ-02
  content: data
}
asset episodes "Episodes and trends" {
  class: phi, diagnosis
  confidentiality: high
  integrity: high
  availability: medium
  harm: HAZ-03
  content: data
}
asset implant-firmware "Firmware of the implant" {
  class: firmware
  confidentiality: low
  integrity: high
  availability: medium
  harm: HAZ-01, HAZ-02
  content: data
}
asset monitor-firmware "Firmware of the monitor" {
  class: firmware
  confidentiality: low
  integrity: high
  availability: medium
  harm: HAZ-03, HAZ-04
  content: data
}
/// Made by programmer and implant at each visit, and gone when the session ends.
asset session-key "Session key" {
  class: keys
  confidentiality: high
  integrity: high
  availability: low
  harm: HAZ-01
  content: data
}
asset patient-record "Patient and device registration" {
  class: phi, pii
  confidentiality: high
  integrity: high
  availability: medium
  harm: HAZ-03
  content: data
}
asset service-log "Audit log entries" {
  class: log
  confidentiality: medium
  integrity: high
  availability: medium
  content: data
}

hazard HAZ-01 "The heart is paced too fast, or an arrhythmia is induced" {
  severity: catastrophic
  link: "RMF-20, line 1"
}
hazard HAZ-02 "The heart is not paced when it has to be" {
  severity: catastrophic
  link: "RMF-20, line 2"
}
hazard HAZ-03 "A change of the patient or the device is recognised late" {
  severity: serious
  multi-patient: yes
  link: "RMF-20, line 3"
}
hazard HAZ-04 "The battery is empty before its time, and the implant is exchanged early" {
  severity: critical
  multi-patient: yes
  link: "RMF-20, line 4"
}
