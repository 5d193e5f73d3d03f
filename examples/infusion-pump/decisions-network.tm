// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

// One rating and decision for threats that are alike, continued: server, network and hospital.

// Answered by a measure

/// A vulnerability of the source with the rating that its advisory published.
decision imported-users "A list of users takes over a session of the console" {
  covers: about is console-web and name is stolen-session
  cve: CVE-2023-30563
  actor: "Somebody who sends a prepared list of users to an administrator"
  scenario: "A script in the name of a user is stored, and runs in the browser of whoever looks at the list."
  vulnerability: "Names were shown as they came."
  score: "CVSS:3.0/AV:N/AC:L/PR:N/UI:R/S:C/C:H/I:L/A:N"
  residual: "CVSS:3.0/AV:N/AC:H/PR:H/UI:R/S:C/C:L/I:N/A:N"
  because: "What users are called is encoded wherever it is shown."
}
decision parsed-strictly "Crafted messages between pump, server and hospital" {
  covers: name in (elevation-of-privilege, elevation-of-privilege-reverse) and
      not about in (module-bus, frames-out, join-wlan)
  controls: strict-parsing
  scenario: "A message with an overlong or unexpected field runs code at its receiver."
  score: "CVSS:3.0/AV:A/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"
  residual: "CVSS:3.0/AV:A/AC:H/PR:L/UI:N/S:U/C:L/I:L/A:N"
  because: "Length, type and range are checked by code that was fuzzed, and partners need a certificate."
}
decision rights-of-roles "Rights at the console of the pump server" {
  covers: open and about is console-web and name is broken-access-control
  controls: server-roles
  score: "CVSS:3.0/AV:A/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:N"
  residual: "CVSS:3.0/AV:A/AC:H/PR:H/UI:N/S:U/C:L/I:L/A:N"
  because: "Each request is checked for its role; what remains is an administrator who goes too far, and is recorded."
}
decision fleet-reach "The pump server, turned against all pumps" {
  covers: open and (about is device-gateway or
      about is pump-service and name is broken-access-control)
  controls: server-roles, hard-limits
  scenario: "Who has taken over the server sends firmware, libraries and orders to each pump of the hospital."
  score: "CVSS:3.0/AV:A/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H"
  residual: "CVSS:3.0/AV:A/AC:H/PR:H/UI:R/S:C/C:L/I:L/A:N"
  harm: HAZ-07, HAZ-08
  because: "The pump itself checks signatures and limits and asks a nurse, so that no server can treat a patient."
}
decision office-malware "Malware on the workstations of pharmacy and quality" {
  covers: name is reached-by-malware
  scenario: "Ransomware spreads from the office network, and the library cannot be edited."
  score: "CVSS:3.0/AV:A/AC:L/PR:N/UI:N/S:U/C:L/I:H/A:L"
  residual: "CVSS:3.0/AV:A/AC:H/PR:H/UI:R/S:U/C:L/I:L/A:L"
  because: "Only listed programs run, and two pharmacists release what the editor sends."
}
// Accepted

decision little-on-the-cable "Content of service cables and of the editor's screen" {
  covers: open and category is information-disclosure and
      about in (configure-pump, load-radio, radio-card-port, edit-library)
  status: accepted
  score: "CVSS:3.0/AV:P/AC:L/PR:N/UI:N/S:U/C:L/I:N/A:N"
  because: "It names no patient; workshop and pharmacy are locked."
  approver: "Product security lead"
  date: 2026-09-14
}
decision therapy-needs-no-link "Links that the therapy does not depend on" {
  covers: open and category is denial-of-service and
      about in (frames-in, deliver-firmware, support-session, quality-report, edit-library)
  status: accepted
  score: "CVSS:3.0/AV:A/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:L"
  harm: HAZ-11
  about: network-loss
  because: "Nurses program by hand, the library in force stays, and updates, support and reports can wait."
  approver: "Product safety board"
  date: 2026-09-14
  until: 2028-09-30
}
// Transferred to the hospital, and told in the labeling

decision records-of-returned-pumps "Records in a pump that leaves the hospital" {
  covers: open and name is patient-in-log
  status: transferred
  score: "CVSS:3.0/AV:P/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N"
  transferred-to: "Biomedical engineering: Security guide, section 7.2, Erase a pump before return or disposal"
  because: "Only the hospital knows when a pump leaves it; erasing takes one step, and the pump confirms it."
  approver: "Product security lead"
  date: 2026-09-14
  until: 2028-09-30
}
decision alarm-manager-of-the-hospital "Alarm fatigue and rights at the alarm manager" {
  covers: open and (about is alarm-manager or
      about is show-alarms and category is elevation-of-privilege)
  status: transferred
  score: "CVSS:3.0/AV:A/AC:L/PR:L/UI:N/S:U/C:N/I:L/A:L"
  harm: HAZ-10
  transferred-to: "Clinical engineering: Integration guide, section 3, Responsibilities for distributed alarms (IEC 80001-1)"
  because: "Priorities, delays and rights at the nurse station are the hospital's; the alarm at the bed stays the one that counts."
  approver: "Chief medical officer"
  date: 2026-09-14
  until: 2028-09-30
}
