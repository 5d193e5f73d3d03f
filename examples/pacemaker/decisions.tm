// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

// One rating and decision for threats that are alike; the triage of a single threat wins.

decision recorded-care "Who programmed, sensed and paced what" {
  covers: category is repudiation and about in (program-pacing, program-firmware, interrogate, fetch-episodes, operate-programmer, pace, sense)
  controls: visit-log
  score: "CVSS:3.1/AV:P/AC:L/PR:L/UI:N/S:U/C:N/I:L/A:N"
  residual: "CVSS:3.1/AV:P/AC:H/PR:L/UI:N/S:U/C:N/I:L/A:N"
  because: "Implant and programmer each keep a record, and a visit compares them."
}

decision recorded-service "Who read and released what" {
  covers: category is repudiation and about in (review, update-monitor, publish-image, upload-episodes, release)
  controls: service-audit
  score: "CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:N/I:L/A:N"
  residual: "CVSS:3.1/AV:N/AC:H/PR:H/UI:N/S:U/C:N/I:L/A:N"
  because: "No right of the service reaches the log; what is missing shows in the sequence."
}

decision at-the-lead "A lead in somebody's hand" {
  covers: about in (pace, sense) and name in (information-disclosure, spoofed-target, false-signal)
  score: "CVSS:3.1/AV:P/AC:H/PR:N/UI:N/S:U/C:L/I:L/A:N"
  residual: "CVSS:3.1/AV:P/AC:H/PR:N/UI:N/S:U/C:L/I:L/A:N"
  because: "Who reaches a lead in the body does not need to attack a device; noise on it leads to fixed-rate pacing."
  status: accepted
  approver: "Product safety board"
  date: 2026-04-20
}

decision at-the-programmer "The programmer in the hands of others" {
  covers: (about is operate-programmer and category in (spoofing, tampering, information-disclosure, elevation-of-privilege)) or about is programmer-screen
  controls: programmer-login
  score: "CVSS:3.1/AV:P/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:N"
  residual: "CVSS:3.1/AV:P/AC:H/PR:L/UI:N/S:U/C:L/I:L/A:N"
  because: "It stands in a staffed room, locks itself after two minutes, and programs nothing without the coil at the skin."
}

decision no-programmer "A programmer that does not answer" {
  covers: about is operate-programmer and category is denial-of-service
  score: "CVSS:3.1/AV:P/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:L"
  residual: "CVSS:3.1/AV:P/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:L"
  because: "The implant paces on, and each clinic has a second programmer."
  status: accepted
  approver: "Product safety board"
  date: 2026-04-20
}

decision values-in-the-implant "Values and images in the implant" {
  covers: name in (altered-at-rest, lost-at-rest) and about in (pacing-parameters, pacing-pulse, cardiac-signal, session-key, implant-firmware)
  controls: checked-memory
  score: "CVSS:3.1/AV:P/AC:H/PR:N/UI:N/S:U/C:N/I:H/A:H"
  residual: "CVSS:3.1/AV:P/AC:H/PR:N/UI:N/S:U/C:N/I:L/A:L"
  because: "Both copies would have to change alike; else the implant paces at its fixed rate and tells the next visit."
}

decision secrets-in-the-implant "Secrets and parameters that are read out" {
  covers: name is read-at-rest and about in (pacing-parameters, session-key, implant-firmware, episodes)
  controls: sealed-memory
  score: "CVSS:3.1/AV:P/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N"
  residual: "CVSS:3.1/AV:P/AC:H/PR:N/UI:N/S:U/C:L/I:N/A:N"
  because: "A session key opens nothing once the session ended; disks of programmer and monitor are encrypted."
}

decision kept-by-the-service "Records in the service" {
  covers: name is lost-at-rest and about in (episodes, patient-record, service-log, monitor-firmware)
  controls: backup-copies
  score: "CVSS:3.1/AV:N/AC:H/PR:H/UI:N/S:U/C:N/I:N/A:H"
  residual: "CVSS:3.1/AV:N/AC:H/PR:H/UI:N/S:U/C:N/I:N/A:L"
  because: "Copies are held in an account of their own; the implant keeps its episodes until the next visit."
}

decision true-records "Records that are altered" {
  covers: name is altered-at-rest and about in (episodes, patient-record, service-log)
  controls: service-audit
  score: "CVSS:3.1/AV:N/AC:H/PR:H/UI:N/S:U/C:N/I:H/A:N"
  residual: "CVSS:3.1/AV:N/AC:H/PR:H/UI:N/S:U/C:N/I:L/A:N"
  because: "Each change is in the log with who made it, and implant and service are compared at a visit."
}

decision seen-records "Records that are read" {
  covers: name is read-at-rest and about in (patient-record, service-log)
  controls: service-rights
  score: "CVSS:3.1/AV:N/AC:H/PR:L/UI:N/S:U/C:H/I:N/A:N"
  residual: "CVSS:3.1/AV:N/AC:H/PR:H/UI:N/S:U/C:L/I:N/A:N"
  because: "A clinic reaches its own patients, support none."
}

decision released-by-two "Who controls the updates" {
  covers: name in (fleet-update, malicious-update) or
      about in (publish-image, release) and category in (spoofing, tampering, elevation-of-privilege)
  controls: two-signers
  score: "CVSS:3.1/AV:N/AC:H/PR:H/UI:N/S:C/C:N/I:H/A:H"
  residual: "CVSS:3.1/AV:N/AC:H/PR:H/UI:R/S:U/C:N/I:L/A:L"
  because: "Monitors verify the signature and the version themselves, and no monitor can program an implant."
}

decision sessions "Sessions that are taken over" {
  covers: name is stolen-session
  controls: short-sessions
  score: "CVSS:3.1/AV:N/AC:H/PR:N/UI:R/S:U/C:H/I:L/A:N"
  residual: "CVSS:3.1/AV:N/AC:H/PR:L/UI:R/S:U/C:L/I:N/A:N"
  because: "A session is bound to the certificate or the security key with which it began."
}

decision false-base-station "A network of somebody else" {
  covers: about is monitor-modem
  controls: private-network
  score: "CVSS:3.1/AV:A/AC:H/PR:N/UI:N/S:U/C:N/I:L/A:L"
  residual: "CVSS:3.1/AV:A/AC:H/PR:N/UI:N/S:U/C:N/I:N/A:L"
  because: "Whoever carries the packets sees TLS with certificates at both ends."
}

decision explanted "What stays in a device that is taken out" {
  covers: name is scrapped-with-data
  controls: explant-erasure
  score: "CVSS:3.1/AV:P/AC:L/PR:N/UI:N/S:U/C:L/I:N/A:N"
  residual: "CVSS:3.1/AV:P/AC:H/PR:N/UI:N/S:U/C:L/I:N/A:N"
  because: "Clinics send explanted devices back, and they are erased on arrival."
}

decision no-release "A release that waits" {
  covers: about in (release, publish-image) and category is denial-of-service
  score: "CVSS:3.1/AV:L/AC:L/PR:L/UI:N/S:U/C:N/I:N/A:L"
  residual: "CVSS:3.1/AV:L/AC:L/PR:L/UI:N/S:U/C:N/I:N/A:L"
  because: "A release that comes some days later harms nobody; monitors go on with the version they have."
  status: accepted
  approver: "Product safety board"
  date: 2026-04-20
}

decision public-image "An image that is read" {
  covers: about in (release, publish-image) and category is information-disclosure
  score: "CVSS:3.1/AV:L/AC:L/PR:L/UI:N/S:U/C:L/I:N/A:N"
  residual: "CVSS:3.1/AV:L/AC:L/PR:L/UI:N/S:U/C:L/I:N/A:N"
  because: "The image holds no keys and no data of patients, and is in every monitor."
  status: accepted
  approver: "Product safety board"
  date: 2026-04-20
}
