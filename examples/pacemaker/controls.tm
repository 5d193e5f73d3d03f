// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

// What stands against the threats, and which category it answers.

control proximity-key "Key agreed through a coil at the skin" {
  answers: program-pacing.elevation-of-privilege, interrogate.elevation-of-privilege
  mitigates: spoofing, tampering, information-disclosure, elevation-of-privilege
  protects: telemetry, program-pacing, interrogate, program-firmware
  mechanism: aead
  satisfies: SRS-01
  category: authentication
  status: verified
}
control fresh-session "Each session has a key of its own; a recorded one is refused" {
  mitigates: spoofing
  protects: program-pacing
  mechanism: freshness
  satisfies: SRS-01
  category: authentication
  status: verified
}
control rate-limits "Limits of rate and output in hardware" {
  answers: pacing-control.non-production-mode
  mitigates: tampering, elevation-of-privilege
  protects: pacing-control, apply-parameters, lead
  mechanism: range-check
  satisfies: SRS-02
  category: code-data-execution-integrity
  status: verified
}
control fallback-pacing "Fixed-rate pacing without software" {
  answers: telemetry.update-in-use, uploader.update-in-use
  mitigates: denial-of-service
  protects: pacing-control, pace, sense
  mechanism: watchdog, fallback
  satisfies: SRS-03
  category: resiliency-and-recovery
  status: verified
}
control radio-budget "Energy budget of the radio, and channels that change" {
  answers: wand.radio-jamming
  mitigates: denial-of-service
  protects: implant-radio
  mechanism: rate-limit, frequency-hopping
  satisfies: SRS-04
  category: resiliency-and-recovery
  status: verified
}
control read-only-monitor "Monitors can only read" {
  mitigates: elevation-of-privilege, tampering
  protects: fetch-episodes, reader
  mechanism: access-check, least-privilege
  satisfies: SRS-05
  category: authorization
  status: verified
}
control monitor-registration "A monitor reads one implant, until the clinic ends it" {
  answers: uploader.next-owner, ingestion.wrong-patient-linked
  mitigates: spoofing
  mechanism: access-check
  satisfies: SRS-09
  category: authentication
  status: verified
}
control signed-firmware "Firmware is signed with its version" {
  answers: telemetry.rolled-back, uploader.rolled-back
  mitigates: tampering, spoofing
  protects: implant-firmware, monitor-firmware
  mechanism: signature, version-check
  satisfies: SRS-06
  category: code-data-execution-integrity
  status: verified
}
control monitor-boot "Verified start of the monitor" {
  mitigates: tampering, elevation-of-privilege
  protects: uploader, reader
  mechanism: secure-boot
  satisfies: SRS-07
  category: code-data-execution-integrity
  status: verified
}
control visit-log "Record of sessions and episodes in implant and programmer" {
  mitigates: repudiation
  mechanism: audit-log
  satisfies: SRS-08
  category: event-detection-and-logging
  status: implemented
}
control service-rights "Rights for each clinic and patient" {
  answers: clinician-browser.access-after-relationship
  mitigates: elevation-of-privilege, information-disclosure, tampering
  protects: portal, ingestion
  mechanism: role-based-access
  satisfies: SRS-09
  category: authorization
  status: verified
}
control second-region "Service in a second region, monitors that keep" {
  mitigates: denial-of-service
  protects: ingestion, portal, update-server, upload-episodes, review, update-monitor
  mechanism: backup, redundancy
  satisfies: SRS-10
  category: resiliency-and-recovery
  status: implemented
}
control programmer-login "Login with badge and code, and lock of the programmer" {
  answers: operate-programmer.exceeded-rights
  mitigates: spoofing, tampering, elevation-of-privilege
  mechanism: mfa
  satisfies: SRS-11
  category: authorization
  status: verified
}
control checked-memory "Two copies in the implant, each with a code of its own key" {
  mitigates: tampering, denial-of-service
  mechanism: mac, range-check, redundancy
  satisfies: SRS-12
  category: code-data-execution-integrity
  status: verified
}
control sealed-memory "No port leads to memory and keys" {
  mitigates: information-disclosure
  mechanism: tamper-seal
  satisfies: SRS-13
  category: confidentiality
  status: verified
}
control service-audit "Audit log that the service cannot alter" {
  answers: clinician-browser.curious-insider
  mitigates: repudiation, tampering
  mechanism: audit-log, access-check
  satisfies: SRS-14
  category: event-detection-and-logging
  status: verified
}
control two-signers "Two people release, the key stays in a module" {
  mitigates: elevation-of-privilege, tampering, spoofing
  mechanism: signature, review
  satisfies: SRS-15
  category: updatability-and-patchability
  status: verified
}
control short-sessions "Short sessions bound to a browser or monitor" {
  answers: review.relayed-login-reverse, monitor-modem.taken-sim
  mitigates: spoofing, elevation-of-privilege
  mechanism: certificate
  satisfies: SRS-16
  category: authentication
  status: verified
}
control private-network "Private network of the carrier, TLS in it" {
  mitigates: spoofing, tampering, information-disclosure, elevation-of-privilege
  mechanism: segmentation, tls-1.3
  satisfies: SRS-17
  category: authentication
  status: implemented
}
control known-version "Monitors speak one version of the interface, others are refused" {
  mitigates: elevation-of-privilege
  protects: ingestion-api
  mechanism: version-check
  satisfies: SRS-17
  category: authentication
  status: implemented
}
control unseen-screen "Staff are taught to program where nobody looks on" {
  mitigates: information-disclosure
  protects: operate-programmer
  mechanism: training
  satisfies: SRS-11
  category: confidentiality
  status: implemented
}
control explant-erasure "Erasure when an implant is taken out" {
  mitigates: information-disclosure
  mechanism: erasure
  satisfies: SRS-18
  category: confidentiality
  status: implemented
}
control backup-copies "Copies that the service cannot delete" {
  answers: monitor-firmware.lost-at-rest
  mitigates: denial-of-service
  mechanism: backup
  satisfies: SRS-19
  category: resiliency-and-recovery
  status: verified
}
control service-accounts "The database knows two services and nobody else" {
  mitigates: elevation-of-privilege
  mechanism: access-check
  satisfies: SRS-20
  category: authorization
  status: verified
}
control request-tokens "Token in each request that changes something" {
  mitigates: spoofing
  mechanism: mac, anti-forgery-token
  satisfies: SRS-21
  category: authentication
  status: verified
}
control entry-fields "Entries are written as fields, line ends encoded" {
  mitigates: repudiation
  mechanism: input-validation, output-encoding
  satisfies: SRS-22
  category: event-detection-and-logging
  status: verified
}
control bound-input "Input is bound, and encoded where it is shown" {
  answers: injection, scripting, mass-assignment
  mitigates: elevation-of-privilege
  protects: portal, ingestion
  mechanism: parameterised-query, input-validation, output-encoding
  satisfies: SRS-22
  category: code-data-execution-integrity
  status: verified
}
