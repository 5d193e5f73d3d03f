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
  covers: about in (pace, sense) and name in (information-disclosure, false-signal)
  score: "CVSS:3.1/AV:P/AC:H/PR:N/UI:N/S:U/C:L/I:L/A:N"
  residual: "CVSS:3.1/AV:P/AC:H/PR:N/UI:N/S:U/C:L/I:L/A:N"
  because: "Who reaches a lead in the body does not need to attack a device; noise on it leads to fixed-rate pacing."
  status: accepted
  approver: "Product safety board"
  date: 2026-04-20
}

decision at-the-programmer "The programmer in the hands of others" {
  covers: (about is operate-programmer and
      category in (spoofing, tampering, information-disclosure, elevation-of-privilege)) or
      (about is programmer-screen and name in (borrowed-session, menu-escape))
  controls: programmer-login, unseen-screen
  score: "CVSS:3.1/AV:P/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:N"
  residual: "CVSS:3.1/AV:P/AC:H/PR:L/UI:N/S:U/C:L/I:L/A:N"
  because: "It stands in a staffed room, locks itself after two minutes, and programs nothing without the coil at the skin."
}

decision no-programmer "A programmer that lets nobody in" {
  covers: about is programmer-screen and name is locked-out
  score: "CVSS:3.1/AV:P/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H"
  residual: "CVSS:3.1/AV:P/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H"
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
  score: "CVSS:3.1/AV:N/AC:H/PR:L/UI:N/S:U/C:H/I:N/A:N"
  residual: "CVSS:3.1/AV:N/AC:H/PR:H/UI:N/S:U/C:L/I:N/A:N"
  because: "Database and log are encrypted, with keys that no support account can use."
}

decision past-the-service "Records reached past the service" {
  covers: about is episode-store and name is bypassed-service
  controls: service-accounts
  score: "CVSS:3.1/AV:N/AC:H/PR:L/UI:N/S:U/C:H/I:H/A:N"
  residual: "CVSS:3.1/AV:N/AC:H/PR:H/UI:N/S:U/C:L/I:L/A:N"
  because: "No person has an account of the database; a repair needs one that two people open for a day."
}

decision former-clinicians "Who once treated a patient" {
  covers: about is clinician-browser and name is access-after-relationship
  controls: service-rights
  score: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N"
  residual: "CVSS:3.1/AV:N/AC:H/PR:L/UI:N/S:U/C:L/I:N/A:N"
  because: "A clinic loses the rights to a patient who moves on. Who leaves a clinic has a login until the clinic takes it away, and each clinic confirms its list every three months."
}

decision foreign-pages "Requests from a page of somebody else" {
  covers: about is review and name is forged-request
  controls: request-tokens
  score: "CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:U/C:N/I:H/A:N"
  residual: "CVSS:3.1/AV:N/AC:H/PR:N/UI:R/S:U/C:N/I:L/A:N"
  because: "Another page can neither read the token nor send the cookie."
}

decision forged-entries "Entries that tell of what did not happen" {
  covers: about in (audit-portal, audit-ingestion, audit-updates) and name is forged-entries
  controls: entry-fields
  score: "CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:N/I:L/A:N"
  residual: "CVSS:3.1/AV:N/AC:H/PR:H/UI:N/S:U/C:N/I:L/A:N"
  because: "What arrives is one field of an entry, and cannot begin another."
}

decision false-implant-image "False firmware for an implant" {
  covers: about is program-firmware and category in (spoofing, tampering)
  controls: signed-firmware
  score: "CVSS:3.1/AV:A/AC:H/PR:N/UI:N/S:U/C:N/I:H/A:H"
  residual: "CVSS:3.1/AV:P/AC:H/PR:H/UI:R/S:U/C:N/I:L/A:L"
  because: "The implant takes an image in a session with the coil at the skin alone, and checks signature and version itself."
}

decision false-monitor-image "False firmware for a monitor" {
  covers: about is update-monitor and category in (spoofing, tampering)
  controls: signed-firmware
  score: "CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:U/C:N/I:H/A:H"
  residual: "CVSS:3.1/AV:N/AC:H/PR:H/UI:R/S:U/C:N/I:L/A:L"
  because: "Whoever carries the image, the monitor checks signature and version before it starts it."
}

decision released-by-two "Who controls the updates" {
  covers: name in (fleet-update, malicious-update, outdated-update) or
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

decision returned-monitor "A monitor that somebody else gets" {
  covers: about is uploader and name is next-owner
  controls: monitor-registration
  score: "CVSS:3.1/AV:P/AC:L/PR:N/UI:N/S:U/C:L/I:N/A:N"
  residual: "CVSS:3.1/AV:P/AC:H/PR:N/UI:N/S:U/C:L/I:N/A:N"
  because: "The clinic ends the registration when the monitor comes back; what is left in it is encrypted, and the implant answers it no more."
}
