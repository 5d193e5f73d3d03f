// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

asset images "Images" {
  class: phi, diagnosis
  confidentiality: high
  integrity: high
  availability: high
  harm: HAZ-21, HAZ-22

  threat altered-at-rest {
    controls: stored-digests
    harm: HAZ-21
    score: "CVSS:4.0/AV:N/AC:L/AT:P/PR:N/UI:N/VC:N/VI:H/VA:N/SC:N/SI:N/SA:N"
    residual: "CVSS:4.0/AV:N/AC:H/AT:P/PR:H/UI:N/VC:N/VI:L/VA:N/SC:N/SI:N/SA:N/E:U"
    actor: "Intruder in the data centre"
    scenario: "Adds or removes a finding in stored CT images, as shown in published research."
  }
  threat lost-at-rest {
    harm: HAZ-22
    score: "CVSS:4.0/AV:N/AC:L/AT:P/PR:N/UI:N/VC:N/VI:N/VA:H/SC:N/SI:N/SA:N"
    residual: "CVSS:4.0/AV:N/AC:H/AT:P/PR:H/UI:N/VC:N/VI:N/VA:L/SC:N/SI:N/SA:N/E:U"
    actor: "Extortionist"
    scenario: "Ransomware encrypts the short-term store; the long-term copy at the other site is out of its reach."
  }
}
asset imaging-order "Imaging order" {
  class: phi, workflow
  confidentiality: medium
  integrity: high
  availability: medium
  harm: HAZ-21
}
asset worklist "Worklist entries" {
  class: phi, workflow
  confidentiality: medium
  integrity: high
  availability: high
  harm: HAZ-21, HAZ-22
}
asset report "Radiology report" {
  class: phi, diagnosis
  confidentiality: high
  integrity: high
  availability: medium
  harm: HAZ-21
}
asset scan-protocol "Scan protocol" {
  class: therapy, clinical-function
  confidentiality: low
  integrity: high
  availability: high
  harm: HAZ-23
  content: command
}
asset stop-command "Stop command" {
  class: clinical-function
  confidentiality: none
  integrity: high
  availability: high
  harm: HAZ-23
  content: command
}
asset scanner-software "Scanner software" {
  class: firmware
  confidentiality: low
  integrity: high
  availability: medium
  harm: HAZ-22, HAZ-23
}
asset staff-login "Staff login" {
  class: credentials
  confidentiality: high
  integrity: high
}
/// Keys of the cloud copies; they never leave the hospital.
asset archive-keys "Archive keys" {
  class: keys
  confidentiality: high
  integrity: high
  availability: high
}
asset audit-events "Audit events" {
  class: log
  confidentiality: medium
  integrity: high
  availability: medium
}

hazard HAZ-21 "Diagnosis on images of another patient or on altered images" {
  severity: critical
  multi-patient: yes
  link: "Risk management file, line 21"
}
hazard HAZ-22 "Images are not available in an emergency" {
  severity: critical
  multi-patient: yes
  link: "Risk management file, line 22"
}
hazard HAZ-23 "Unneeded radiation from a changed or repeated scan" {
  severity: serious
  link: "Risk management file, line 23"
}
hazard HAZ-24 "An examination or its result comes hours late" {
  severity: serious
  multi-patient: yes
  link: "Risk management file, line 24"
}
