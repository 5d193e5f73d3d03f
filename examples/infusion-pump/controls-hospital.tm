// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

// Measures at the pump server and in the hospital.

control wlan-certificates "WPA2-Enterprise with EAP-TLS" {
  mitigates: spoofing, information-disclosure
  protects: pump-wifi
  mechanism: certificate
  capability: NAUT
  category: authentication
  satisfies: SRS-060
  status: implemented
  crypto: "EAP-TLS with ECDSA on P-256; AES-128-CCMP on the air, with keys of each pump and session"
  verified-at: directory, wifi-card
  credentials: "Issued by the hospital when the pump goes into service, renewed each year, revoked in the directory"
  identity: "One account a pump in the directory of the hospital"
  session: "New keys at each association"
  settings: "WPA2-Enterprise alone as shipped; open networks and shared keys are refused"
}
control network-zones "Zones with a firewall between" {
  answers: send-order.spoofed-target
  mitigates: denial-of-service
  protects: biomed-net, pump-wlan
  mechanism: segmentation, firewall
  capability: CONN
  category: resiliency-and-recovery
  satisfies: SRS-061
  status: implemented
}
control server-hardening "Allow-listing on the pump server and the workstations of its users" {
  answers: staff-login.read-at-rest
  mitigates: tampering, elevation-of-privilege
  protects: device-gateway, library-editor, quality-reporter
  mechanism: application-allow-list
  capability: MLDP
  category: code-data-execution-integrity
  satisfies: SRS-062
  status: implemented
}
control input-encoding "Encoding of imported names" {
  answers: console-web.stolen-session, manage-fleet.exceeded-rights
  mitigates: tampering, elevation-of-privilege
  capability: SAHD
  category: code-data-execution-integrity
  satisfies: SRS-063
  status: implemented
}
control strict-parsing "Messages are checked before they are used" {
  mitigates: elevation-of-privilege
  mechanism: range-check, input-validation
  capability: SAHD
  category: code-data-execution-integrity
  satisfies: SRS-070
  status: verified
}
control leaver-logins "Logins of leavers end with the contract, and are looked for twice a year" {
  answers: manage-fleet.forgotten-account, show-alarms.forgotten-account-reverse
  mitigates: spoofing
  protects: web-console, alarm-manager
  mechanism: review
  capability: PAUT
  category: authentication
  satisfies: SRS-065
  status: implemented
}
control server-roles "Personal logins with roles" {
  mitigates: elevation-of-privilege, information-disclosure
  mechanism: role-based-access
  capability: AUTH
  category: authorization
  satisfies: SRS-065
  status: implemented
}
control second-factor "A second factor for logins to the console and at the station" {
  mitigates: spoofing
  protects: manage-fleet, show-alarms
  mechanism: mfa
  capability: PAUT
  category: authentication
  satisfies: SRS-065
  status: implemented
}
control request-limits "Limits for each caller of the server" {
  mitigates: denial-of-service
  protects: pump-service, console-web
  mechanism: rate-limit
  category: resiliency-and-recovery
  satisfies: SRS-066
  status: implemented
}
control database-accounts "Databases answer only to their service" {
  mitigates: tampering, elevation-of-privilege
  protects: pump-db
  mechanism: role-based-access
  capability: AUTH
  category: authorization
  satisfies: SRS-067
  status: implemented
}
control server-backup "Backup that the server cannot reach" {
  answers: drug-library.lost-at-rest, pump-settings.lost-at-rest
  mitigates: denial-of-service
  protects: pump-db
  mechanism: backup
  capability: DTBK
  category: resiliency-and-recovery
  satisfies: SRS-068
  status: verified
}
control two-person-release "Two pharmacists release a library" {
  mitigates: tampering, elevation-of-privilege
  protects: library-editor
  mechanism: review
  capability: AUTH
  category: authorization
  satisfies: SRS-069
  status: verified
}
control supervised-support "Support only by invitation" {
  mitigates: spoofing, elevation-of-privilege, repudiation
  mechanism: mfa, certificate, audit-log, review
  capability: RMOT
  category: authorization
  satisfies: SRS-064
  status: implemented
  crypto: "IPsec with AES-256-GCM; certificates with RSA keys of 3072 bits, for signatures alone"
  verified-at: support-gateway
  credentials: "A certificate and a one-time code of each engineer, given and withdrawn by hospital IT"
  identity: "Personal accounts at the gateway; none is shared"
  session: "Opened by the hospital, ends after an hour or when the hospital closes it"
  settings: "Closed as shipped; the hospital opens it for one session"
}
