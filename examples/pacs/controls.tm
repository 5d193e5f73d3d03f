// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

// Network and platforms

control segment-firewall "Segments with a firewall between" {
  mitigates: denial-of-service, elevation-of-privilege
  protects: imaging-core
  mechanism: segmentation, firewall
  capability: SAHD
  category: resiliency-and-recovery
  foundational: FR5
  satisfies: REQ-101
  status: implemented
}
control node-certificates "Certificates for imaging nodes" {
  mitigates: spoofing, tampering, information-disclosure
  mechanism: certificate, tls-1.2
  capability: NAUT, TXCF, TXIG
  category: authentication, cryptography
  foundational: FR1, FR4
  satisfies: REQ-102
  new-risks: "A node whose certificate has expired is refused; the archive warns eight weeks before."
  status: implemented
  crypto: "TLS 1.2 with ECDHE on P-256 and AES-128-GCM; RSA keys of 2048 bits for signatures alone"
  verified-at: archive-manager, query-service
  credentials: "Issued by the hospital's authority, renewed each year, revoked on the list of permitted nodes"
  identity: "One certificate a node, entered when the node goes into service and taken out when it leaves"
  session: "One association a study"
  settings: "DICOM over TLS alone, but for the ultrasound unit (gap M2)"
}
/// Known application titles from known addresses, each with the services it may use.
control node-list "List of permitted nodes and what each may ask" {
  answers: broken-access-control
  mitigates: spoofing, elevation-of-privilege
  mechanism: address-allow-list, access-check
  capability: NAUT
  category: authorization
  foundational: FR1, FR2
  satisfies: REQ-126
  status: implemented
}
/// Ends gap M2.
control tls-proxy "TLS proxy beside old scanners" {
  mitigates: spoofing, tampering, information-disclosure
  protects: send-ultrasound
  mechanism: tls-1.2
  capability: TXCF, TXIG
  category: cryptography
  foundational: FR4
  satisfies: REQ-102
  status: planned
}
/// Until `tls-proxy` is there: nothing else is on the way between the unit and the firewall.
control ultrasound-segment "Network segment for the ultrasound unit alone" {
  mitigates: spoofing, tampering, information-disclosure
  mechanism: segmentation
  capability: SAHD
  category: confidentiality
  foundational: FR5
  satisfies: REQ-125
  status: verified
}
control storage-network "Doubled storage network that serves listed servers only" {
  mitigates: spoofing, denial-of-service
  protects: storage-net, find-study, fetch-images, index-study, keep-images, store-images, use-archive-keys
  mechanism: segmentation, address-allow-list
  capability: NAUT
  category: resiliency-and-recovery
  foundational: FR1, FR7
  satisfies: REQ-113
  status: verified
}
/// What was refused waits at its sender, and comes again.
control request-limits "Limits of rate, size and duration of requests" {
  mitigates: denial-of-service
  protects: archive-node, retrieve-node, viewer-address, ris-screens, read-study
  mechanism: rate-limit, fallback
  capability: OTHR
  category: resiliency-and-recovery
  foundational: FR7
  satisfies: REQ-116
  status: implemented
}
/// Images and messages are parsed in a process without rights, and dropped if they break a rule.
control safe-parsing "Strict parsing, apart from the data" {
  mitigates: elevation-of-privilege
  mechanism: range-check, input-validation
  capability: SAHD
  category: code-data-execution-integrity
  foundational: FR3
  satisfies: REQ-115
  status: verified
}
/// Only listed programs run, services that nobody needs are off, nobody logs in at the host.
control host-hardening "Hardened hosts" {
  mitigates: tampering, information-disclosure, denial-of-service, elevation-of-privilege
  mechanism: application-allow-list, least-privilege
  capability: SAHD, MLDP
  category: code-data-execution-integrity
  foundational: FR3
  satisfies: REQ-118
  status: implemented
}
/// Ends gap M1.
control port-lock "Locks on unused ports" {
  mitigates: information-disclosure, elevation-of-privilege
  protects: ct-usb
  mechanism: tamper-seal
  capability: PLOK
  category: authorization
  foundational: FR2
  satisfies: REQ-118
  status: planned
}

// People

control leaver-logins "Logins of leavers end with the contract, and are looked for twice a year" {
  answers: sign-report.forgotten-account
  mitigates: spoofing
  protects: ris
  mechanism: review
  capability: PAUT
  category: authentication
  foundational: FR1
  satisfies: REQ-103
  status: implemented
}
control two-factor "Two factors for clinical staff" {
  mitigates: spoofing
  mechanism: mfa
  capability: PAUT
  category: authentication
  foundational: FR1
  satisfies: REQ-103
  status: verified
  verified-at: directory
  credentials: "Staff card and PIN, handed out with the employment and blocked with its end"
  identity: "Personal accounts of the hospital's directory"
  session: "Ends with the card, or after ten minutes"
}
/// Keys that work at the right address alone, for staff and for the vendor's engineers.
control bound-factors "Second factors that no false page can pass on" {
  answers: relayed-login
  mitigates: spoofing
  mechanism: passkey
  capability: PAUT
  category: authentication
  foundational: FR1
  satisfies: REQ-103
  status: verified
}
/// Issuer, audience and time as well, by a library that does nothing else.
control checked-tokens "The viewer checks the signature of each token" {
  answers: web-viewer.foreign-token
  mitigates: spoofing
  protects: web-viewer
  mechanism: signature
  capability: PAUT
  category: authentication
  foundational: FR1
  satisfies: REQ-103
  status: verified
}
/// Images and reports are shown to those who treat the patient.
control clinical-roles "Roles and treatment relation" {
  answers: physician.access-after-relationship
  mitigates: elevation-of-privilege
  protects: viewer-address, ris-screens
  mechanism: role-based-access
  capability: AUTH
  category: authorization
  foundational: FR2
  satisfies: REQ-104
  status: verified
}
/// After fifteen minutes, in the browser after ten; never during a scan.
control auto-logoff "Automatic logoff" {
  answers: stolen-session, borrowed-session
  mitigates: spoofing
  capability: ALOF
  category: authorization
  foundational: FR2
  satisfies: REQ-104
  status: implemented
}
/// Opens the studies of today without the identity provider.
control emergency-access "Emergency account at each reading workstation" {
  answers: locked-out-in-emergency, login-outage
  mitigates: denial-of-service
  capability: EMRG
  category: resiliency-and-recovery
  foundational: FR7
  satisfies: REQ-119
  safety-impact: HAZ-22
  new-risks: "Somebody could use it without an emergency: each use raises an alarm and is reviewed."
  status: verified
}
control vendor-recording "Vendor sessions opened on request and recorded" {
  mitigates: repudiation, spoofing, elevation-of-privilege
  mechanism: audit-log, mfa
  capability: RMOT
  category: event-detection-and-logging
  foundational: FR2, FR6
  satisfies: REQ-105
  status: implemented
}
