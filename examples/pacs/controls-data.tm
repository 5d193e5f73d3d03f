// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

// Studies, messages and records

control media-check "Import in a closed machine, and only what fits a patient and an order is filed" {
  mitigates: tampering, elevation-of-privilege, denial-of-service
  protects: disc-drive
  mechanism: application-allow-list, review
  capability: MLDP
  category: code-data-execution-integrity
  foundational: FR3
  satisfies: REQ-106
  status: implemented
}
control patient-match "Match of patient and order" {
  answers: copy-to-cloud.misfiled-findings-reverse
  mitigates: tampering
  mechanism: range-check
  capability: IGAU
  category: code-data-execution-integrity
  foundational: FR3
  satisfies: REQ-107
  safety-impact: HAZ-22
  new-risks: "A study whose order is missing waits for a technologist; in an emergency it is released by hand."
  status: verified
}
/// Compared by the program at each change of patient; a picture older than its heartbeat is struck through.
control patient-banner "Patient and time of the image on every screen" {
  answers: frozen-display, other-patient-shown
  mitigates: tampering
  capability: IGAU
  category: code-data-execution-integrity
  foundational: FR3
  satisfies: REQ-123
  status: verified
}
/// Made on arrival, checked on each reading.
control stored-digests "Keyed digests of studies, orders and reports" {
  mitigates: tampering
  mechanism: mac
  capability: IGAU
  category: code-data-execution-integrity
  foundational: FR3
  satisfies: REQ-114
  status: verified
}
control hospital-held-keys "Encryption with own keys" {
  answers: cloud-address.broken-access-control, cloud-address.forgotten-version
  mitigates: information-disclosure
  mechanism: aes-256
  capability: STCF
  category: confidentiality, cryptography
  foundational: FR4
  satisfies: REQ-108
  status: verified
}
control own-keys "The archive alone reads its keys" {
  mitigates: information-disclosure
  protects: key-vault
  mechanism: least-privilege
  capability: STCF
  category: confidentiality
  foundational: FR4
  satisfies: REQ-124
  status: verified
}
control key-escrow "Keys in two vaults and in a safe" {
  answers: archive-keys.lost-at-rest
  mitigates: tampering, denial-of-service
  protects: key-vault
  mechanism: backup
  capability: DTBK
  category: resiliency-and-recovery
  foundational: FR7
  satisfies: REQ-124
  status: verified
}
control second-copy "Second copy at another site" {
  answers: images.lost-at-rest, imaging-order.lost-at-rest, report.lost-at-rest
  mitigates: denial-of-service
  protects: ris-db
  mechanism: backup
  capability: DTBK
  category: resiliency-and-recovery
  foundational: FR7
  satisfies: REQ-109
  status: verified
}
control message-journal "Messages are kept until confirmed, and journaled" {
  mitigates: repudiation, denial-of-service
  protects: interface-engine, worklist-provider, sign-report, audit-archive, audit-neutral, audit-viewer
  mechanism: audit-log, fallback
  capability: AUDT
  category: event-detection-and-logging, resiliency-and-recovery
  foundational: FR6, FR7
  satisfies: REQ-117
  status: verified
}
control central-audit "Central audit record" {
  answers: radiologist.curious-insider, physician.curious-insider
  mitigates: repudiation
  protects: archive-manager, query-service, neutral-archive, web-viewer, read-at-home
  mechanism: audit-log
  capability: AUDT
  category: event-detection-and-logging
  foundational: FR6
  satisfies: REQ-110
  status: implemented
}

// Scanner

control signed-software "Signed scanner software" {
  mitigates: tampering, spoofing, elevation-of-privilege
  protects: scanner-software
  mechanism: signature
  capability: CSUP
  category: code-data-execution-integrity, updatability-and-patchability
  foundational: FR3
  satisfies: REQ-111
  status: implemented
}
control dose-limits "Dose limits in the scanner" {
  mitigates: tampering
  mechanism: range-check
  category: code-data-execution-integrity
  foundational: FR3
  satisfies: REQ-112
  safety-impact: HAZ-24
  new-risks: "A scan that needs a higher dose is refused until a physicist releases it."
  status: verified
}
/// Past all software; a cut or bridged line stops the gantry by itself.
control wired-stop "Emergency stop wired into the power of the gantry" {
  answers: disabled-stop
  mitigates: tampering, denial-of-service
  protects: stop-button
  category: resiliency-and-recovery
  foundational: FR7
  satisfies: REQ-120
  safety-impact: HAZ-24
  new-risks: "A stop by mistake interrupts the scan; the raw data of the exposure are kept."
  status: verified
}
control service-key "Service mode needs a key and an empty table" {
  answers: non-production-mode
  mitigates: elevation-of-privilege
  capability: AUTH
  category: authorization
  foundational: FR2
  satisfies: REQ-121
  status: verified
}
/// An exposure that was made can be reconstructed later; the console has a battery for ten minutes.
control kept-raw-data "Raw data of an exposure survive a failure" {
  mitigates: denial-of-service
  mechanism: backup
  category: resiliency-and-recovery
  foundational: FR7
  satisfies: REQ-122
  status: verified
}
