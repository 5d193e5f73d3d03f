// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

// Network

control segment-firewall "Segments with a firewall between" {
  mitigates: denial-of-service, elevation-of-privilege, tampering
  protects: modality-net, imaging-core
  mechanism: segmentation, firewall
  capability: SGUD
  satisfies: REQ-101
  status: implemented
}
control node-certificates "Certificates for imaging nodes" {
  mitigates: spoofing, tampering, information-disclosure
  mechanism: certificate, tls-1.2
  capability: NAUT, TXCF, TXIG
  category: authentication
  satisfies: REQ-102
  status: implemented
}
/// A fallback for scanners without TLS: known application titles from known addresses.
control node-list "List of permitted nodes" {
  mitigates: spoofing
  mechanism: allow-list
  capability: NAUT
  satisfies: REQ-102
  status: implemented
}
control tls-proxy "TLS proxy beside old scanners" {
  mitigates: spoofing, tampering, information-disclosure
  protects: send-ultrasound
  mechanism: tls-1.2
  capability: TXCF, TXIG
  satisfies: REQ-102
  status: planned
}

// People

control two-factor "Two factors for clinical staff" {
  mitigates: spoofing
  mechanism: mfa
  capability: PAUT
  category: authentication
  satisfies: REQ-103
  status: verified
}
control clinical-roles "Roles and treatment relation" {
  mitigates: information-disclosure, elevation-of-privilege
  protects: images, report
  mechanism: role-based-access
  capability: AUTH
  category: authorization
  satisfies: REQ-104
  status: verified
}
control vendor-recording "Recorded vendor sessions" {
  mitigates: repudiation, spoofing, elevation-of-privilege
  mechanism: audit-log, mfa
  capability: RMOT
  category: event-detection-and-logging
  satisfies: REQ-105
  status: implemented
}
control auto-logoff "Automatic logoff" {
  mitigates: spoofing, information-disclosure
  protects: reading-software, scanner-console
  capability: ALOF
  satisfies: REQ-104
  status: implemented
}

// Data

control media-check "Import in a closed machine" {
  mitigates: tampering, elevation-of-privilege, denial-of-service
  protects: media-import
  mechanism: allow-list
  capability: MLDP
  satisfies: REQ-106
  status: implemented
}
control patient-match "Match of patient and order" {
  mitigates: tampering, spoofing
  protects: archive-manager
  mechanism: range-check
  capability: IGAU
  satisfies: REQ-107
  status: verified
}
control hospital-held-keys "Encryption with own keys" {
  mitigates: information-disclosure, tampering
  protects: cloud-images
  mechanism: aes-256
  capability: STCF
  category: confidentiality
  satisfies: REQ-108
  status: verified
}
control second-copy "Second copy at another site" {
  mitigates: denial-of-service
  protects: images
  mechanism: backup
  capability: DTBK
  category: resiliency-and-recovery
  satisfies: REQ-109
  status: verified
}
control central-audit "Central audit record" {
  mitigates: repudiation
  protects: archive-manager, web-viewer
  mechanism: audit-log
  capability: AUDT
  category: event-detection-and-logging
  satisfies: REQ-110
  status: implemented
}

// Scanner

control signed-software "Signed scanner software" {
  mitigates: tampering, spoofing, elevation-of-privilege
  protects: scanner-software
  mechanism: signature
  capability: CSUP
  category: code-data-execution-integrity
  satisfies: REQ-111
  status: implemented
}
control dose-limits "Dose limits in the scanner" {
  mitigates: tampering
  protects: acquisition
  mechanism: range-check
  category: code-data-execution-integrity
  satisfies: REQ-112
  status: verified
}

// Requirements

requirement REQ-101 "Only named services pass between two segments" { verified-by: TC-101 }
requirement REQ-102 "The archive talks only to nodes that it knows" { verified-by: TC-102 }
requirement REQ-103 "Clinical staff log in with two factors" { verified-by: TC-103 }
requirement REQ-104 "Images are shown only to staff who treat the patient" {
  verified-by: TC-104
}
requirement REQ-105 "A vendor's session is opened by the hospital and recorded" {
  verified-by: TC-105
}
requirement REQ-106 "Media from outside are read on a machine that runs nothing from them" {
  verified-by: TC-106
}
requirement REQ-107 "A study without a matching order is held back" { verified-by: TC-107 }
requirement REQ-108 "Images leave the hospital encrypted under its own keys" {
  verified-by: TC-108
}
requirement REQ-109 "Images can be restored from another site within four hours" {
  verified-by: TC-109
}
requirement REQ-110 "Each view of an image is recorded centrally" { verified-by: TC-110 }
requirement REQ-111 "Scanners install only software signed by their manufacturer" {
  verified-by: TC-111
}
requirement REQ-112 "The scanner refuses a protocol above its dose limits" {
  verified-by: TC-112
}
