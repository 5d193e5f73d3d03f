// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

// What is accepted or handed on in groups. Every acceptance ends, and is then decided again.

decision hands-on "Somebody works at a machine in a room of the department" {
  covers: about in (examine, run-scan, read-images) and
      name in (tampering, information-disclosure, denial-of-service, exceeded-rights),
      about is examine and name in (spoofing, spoofed-target),
      about is import-disc and name in (spoofed-target, information-disclosure, exceeded-rights),
      name is menu-escape and about in (console-keys, probe-keys, reading-screens),
      about is probe-keys and name is borrowed-session
  status: accepted
  score: "CVSS:4.0/AV:P/AC:L/AT:P/PR:N/UI:N/VC:L/VI:L/VA:L/SC:N/SI:N/SA:N/E:P"
  actor: "Visitor or patient in an unlocked room"
  scenario: "Somebody reaches a keyboard, a screen or the disc drive for minutes, with staff in sight or the door locked."
  about: rooms-locked
  because: "One patient at a time, at a machine that staff stand beside or that is locked in; a login for each touch would delay each examination."
  approver: "Chief medical officer"
  date: 2026-10-14
  until: 2027-10-31
}

decision who-was-there "Who worked at a machine in the room" {
  covers: category is repudiation and about in (examine, run-scan, read-images, import-disc)
  status: accepted
  score: "CVSS:4.0/AV:P/AC:L/AT:N/PR:N/UI:N/VC:N/VI:L/VA:N/SC:N/SI:N/SA:N"
  because: "The examination record names the technologist and the reader, and the roster who had the shift."
  approver: "Head of radiology"
  date: 2026-10-14
  until: 2027-10-31
}

decision stick-in-the-scanner "A prepared stick in the scanner's ports" {
  covers: about is ct-usb and name is planted-device
  status: accepted
  controls: host-hardening
  harm: HAZ-22, HAZ-23
  score: "CVSS:4.0/AV:P/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N"
  residual: "CVSS:4.0/AV:P/AC:H/AT:P/PR:N/UI:N/VC:L/VI:H/VA:H/SC:N/SI:N/SA:N/E:U"
  about: rooms-locked, no-known-exploit
  because: "Engineers boot from these ports until the refit brings `port-lock`; until then, a plugged-in device can start no program."
  approver: "Chief medical officer"
  date: 2026-10-14
  until: 2028-06-30
}

decision carried-away "Images are carried away on a stick or disc" {
  covers: name is copied-out and about in (ct-usb, disc-drive)
  status: accepted
  score: "CVSS:4.0/AV:P/AC:L/AT:P/PR:N/UI:N/VC:H/VI:N/VA:N/SC:N/SI:N/SA:N/E:P"
  about: rooms-locked
  because: "Patients have a right to their images on a disc, so the clerk's drive must write; the scanner's ports are locked in until `port-lock`."
  approver: "Data protection officer"
  date: 2026-10-14
  until: 2027-10-31
}

decision service-waits "Service and updates of the scanner wait" {
  covers: about in (deliver-software, vendor-session, audit-vendor) and category is denial-of-service,
      about is scanner-software and name is lost-at-rest
  status: accepted
  harm: HAZ-24
  score: "CVSS:4.0/AV:N/AC:L/AT:P/PR:N/UI:N/VC:N/VI:N/VA:L/SC:N/SI:N/SA:N/E:P"
  because: "The scanner works without the vendor, the gateway keeps its recordings for 90 days, and the vendor comes on site within a day."
  approver: "Head of radiology"
  date: 2026-10-14
  until: 2027-10-31
}

decision cloud-operation "Attacks on the archive service of the provider" {
  covers: about is cloud-address
  status: transferred
  controls: hospital-held-keys
  harm: HAZ-24
  score: "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:L/VA:L/SC:N/SI:N/SA:N"
  residual: "CVSS:4.0/AV:N/AC:H/AT:P/PR:N/UI:N/VC:N/VI:N/VA:L/SC:N/SI:N/SA:N/E:P"
  because: "The provider runs the service and its logins. What an intruder finds there is ciphertext, and the hospital has two more copies."
  transferred-to: "Cloud provider: contract, annex B, security of the service"
  approver: "Product security lead"
  date: 2026-10-14
}

/// Ciphertext hides from an intruder there, and stops no parser.
decision cloud-parser "Crafted content at the archive service of the provider" {
  covers: id == "copy-to-cloud.elevation-of-privilege"
  status: transferred
  harm: HAZ-24
  score: "CVSS:4.0/AV:N/AC:H/AT:P/PR:L/UI:N/VC:N/VI:L/VA:L/SC:N/SI:N/SA:N"
  because: "Only the archive of the hospital can send there, and the service keeps what it gets as it is, unopened."
  transferred-to: "Cloud provider: contract, annex B, security of the service"
  approver: "Product security lead"
  date: 2026-10-14
}
