// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

// Pump

control hard-limits "Hard limits of the pump itself" {
  mitigates: tampering
  protects: delivery-control
  mechanism: range-check
  category: code-data-execution-integrity
  satisfies: SRS-031
  status: verified
}
control confirm-order "Nurse confirms each remote order" {
  mitigates: spoofing, tampering
  protects: dose-order
  mechanism: review
  capability: AUTH
  category: authorization
  satisfies: SRS-032
  status: verified
}
/// Decided after ICSMA-23-194-01 (CVE-2023-30562): the data set had been accepted as it came.
control signed-library "Signed drug library" {
  mitigates: tampering, spoofing
  mechanism: signature
  capability: CSUP, TXIG
  category: code-data-execution-integrity
  satisfies: SRS-041
  status: implemented
}
control signed-firmware "Signed pump firmware" {
  mitigates: tampering, spoofing, elevation-of-privilege
  mechanism: signature, secure-boot
  capability: CSUP
  category: code-data-execution-integrity
  satisfies: SRS-042
  status: verified
}
/// The radio card of a future hardware revision verifies its image.
control signed-radio "Signed radio card firmware" {
  mitigates: tampering
  protects: radio-firmware
  mechanism: signature
  capability: CSUP
  category: code-data-execution-integrity
  satisfies: SRS-042
  status: planned
}
control device-certificate "One certificate for each pump" {
  mitigates: spoofing
  mechanism: certificate
  capability: NAUT
  category: authentication
  satisfies: SRS-043
  status: verified
}
control sealed-keys "Keys in a secure element" {
  mitigates: information-disclosure, spoofing
  protects: pump-keys
  mechanism: aes-256
  capability: STCF
  category: confidentiality
  satisfies: SRS-043
  status: implemented
}
control local-alarm "Alarm that needs no network" {
  mitigates: denial-of-service
  protects: alarm
  mechanism: watchdog
  capability: EMRG
  category: resiliency-and-recovery
  satisfies: SRS-051
  status: verified
}
control service-seal "Seal over the service ports" {
  mitigates: tampering
  protects: radio-card-port
  mechanism: tamper-seal
  capability: PLOK
  satisfies: SRS-052
  status: implemented
}
control encrypted-bus "Authenticated module bus" {
  mitigates: tampering, information-disclosure
  protects: module-bus
  mechanism: mac
  capability: TXIG
  category: cryptography
  satisfies: SRS-053
  status: planned
}

// Hospital

control wlan-certificates "WPA2-Enterprise with EAP-TLS" {
  mitigates: spoofing, information-disclosure
  mechanism: certificate
  capability: NAUT
  category: authentication
  satisfies: SRS-061
  status: implemented
}
control network-zones "Zones with a firewall between" {
  mitigates: denial-of-service, elevation-of-privilege
  protects: biomed-net, pump-wlan
  mechanism: segmentation, firewall
  capability: SGUD
  satisfies: SRS-061
  status: implemented
}
control server-hardening "Allow-listing on the pump server" {
  mitigates: tampering, elevation-of-privilege
  protects: device-gateway, web-console
  mechanism: allow-list
  capability: MLDP
  status: implemented
  satisfies: SRS-062
}
control input-encoding "Encoding of imported names" {
  mitigates: tampering, elevation-of-privilege
  protects: web-console
  capability: SAHD
  category: code-data-execution-integrity
  satisfies: SRS-063
  status: implemented
}
control supervised-support "Support only by invitation" {
  mitigates: spoofing, elevation-of-privilege, repudiation
  mechanism: mfa, audit-log
  capability: RMOT
  category: authorization
  satisfies: SRS-064
  status: implemented
}

// Requirements

requirement SRS-031 "The pump refuses a rate outside its hard limits" { verified-by: TC-031 }
requirement SRS-032 "An order from the network starts only after confirmation at the pump" {
  verified-by: TC-032
}
requirement SRS-041 "The pump accepts only drug libraries with a valid signature" {
  verified-by: TC-212
}
requirement SRS-042 "The pump starts only firmware signed by the manufacturer" {
  verified-by: TC-213, TC-214
}
requirement SRS-043 "Each pump has a key of its own that cannot be read out" {
  verified-by: TC-220
}
requirement SRS-051 "Alarms sound at the pump whatever the state of the network" {
  verified-by: TC-251
}
requirement SRS-052 "Opening the case leaves a visible trace" { verified-by: TC-252 }
requirement SRS-053 "A module accepts commands only from its own pump" { verified-by: TC-253 }
requirement SRS-061 "Only pumps reach the pump network, and only the server reaches pumps" {
  verified-by: TC-261
}
requirement SRS-062 "The pump server runs only approved programs" { verified-by: TC-262 }
requirement SRS-063 "Imported text is never executed" { verified-by: TC-263 }
requirement SRS-064 "Remote support is opened by the hospital and recorded" {
  verified-by: TC-264
}
