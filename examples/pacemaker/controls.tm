// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

// What stands against the threats, and which category it answers.

control proximity-key "Key agreed through a coil at the skin" {
  mitigates: spoofing, tampering, information-disclosure, elevation-of-privilege
  protects: telemetry, program-pacing, interrogate, program-firmware
  mechanism: aead
  satisfies: SRS-01
  category: authentication
  status: verified
}
control rate-limits "Limits of rate and output in hardware" {
  mitigates: tampering, elevation-of-privilege
  protects: pacing-control, apply-parameters
  mechanism: range-check
  satisfies: SRS-02
  category: code-data-execution-integrity
  status: verified
}
control fallback-pacing "Fixed-rate pacing without software" {
  mitigates: denial-of-service
  protects: pacing-control, pace, sense
  mechanism: watchdog
  satisfies: SRS-03
  category: resiliency-and-recovery
  status: verified
}
control radio-budget "Energy budget of the radio" {
  mitigates: denial-of-service
  protects: implant-radio
  mechanism: rate-limit
  satisfies: SRS-04
  category: resiliency-and-recovery
  status: verified
}
control read-only-monitor "Monitors can only read" {
  mitigates: elevation-of-privilege, tampering
  protects: fetch-episodes, reader
  mechanism: allow-list
  satisfies: SRS-05
  category: authorization
  status: verified
}
control signed-firmware "Firmware is signed with its version" {
  mitigates: tampering, spoofing
  protects: implant-firmware, monitor-firmware
  mechanism: signature
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
control visit-log "Record of each session in implant and programmer" {
  mitigates: repudiation
  mechanism: audit-log
  satisfies: SRS-08
  category: event-detection-and-logging
  status: implemented
}
control service-rights "Rights for each clinic and patient" {
  mitigates: elevation-of-privilege, information-disclosure
  protects: portal, ingestion
  mechanism: role-based-access
  satisfies: SRS-09
  category: authorization
  status: verified
}
control second-region "Service in a second region, monitors that keep" {
  mitigates: denial-of-service
  protects: ingestion, portal, update-server, upload-episodes
  mechanism: backup
  satisfies: SRS-10
  category: resiliency-and-recovery
  status: implemented
}
