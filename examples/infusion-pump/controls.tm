// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

// Measures in the pump.

// Therapy and alarms

control hard-limits "Hard limits of pump and module" {
  answers: fleet-therapy
  mitigates: tampering
  mechanism: range-check
  capability: SAHD
  category: code-data-execution-integrity
  satisfies: SRS-031
  safety-impact: HAZ-08
  new-risks: "A dose above the hard limits cannot be given, even where a physician wants it."
  status: verified
}
control confirm-order "Nurse confirms each remote order" {
  answers: device-gateway.wrong-patient-linked, send-order.spoofing, send-order.tampering, push-order.tampering,
      frames-in.tampering, wifi-card.wrong-machine
  mitigates: spoofing, tampering
  protects: dose-order
  mechanism: review
  capability: AUTH
  category: authorization
  satisfies: SRS-032
  safety-impact: HAZ-11
  new-risks: "An order waits until somebody is at the bed."
  status: verified
}
control checked-values "Therapy values in two protected memories, compared" {
  answers: module-bus.tampering
  mitigates: tampering, denial-of-service
  protects: infusion-rate
  capability: IGAU
  category: code-data-execution-integrity
  satisfies: SRS-033
  status: verified
}
control watchdog "Independent watchdog of delivery" {
  mitigates: denial-of-service
  mechanism: watchdog, fallback
  category: resiliency-and-recovery
  satisfies: SRS-034
  safety-impact: HAZ-08
  new-risks: "The pump stops and alarms where it might have gone on."
  status: verified
}
control line-clamp "Free-flow clamp at the line" {
  answers: drug-line.driven-actuator, deliver-drug.lost-signal
  mitigates: tampering, denial-of-service
  protects: drug-line
  category: resiliency-and-recovery
  satisfies: SRS-035
  status: verified
}
control sensor-check "Sensors compared with the motor's steps" {
  mitigates: spoofing, tampering, denial-of-service, elevation-of-privilege
  protects: line-sensors
  mechanism: range-check
  category: code-data-execution-integrity
  satisfies: SRS-036
  safety-impact: HAZ-08
  new-risks: "A false alarm interrupts the infusion."
  status: verified
}
control display-check "Display is read back and compared" {
  answers: frozen-display
  mitigates: tampering
  category: code-data-execution-integrity
  satisfies: SRS-037
  status: verified
}
control wired-stop "Stop key wired to the delivery control" {
  answers: disabled-stop
  mitigates: tampering, denial-of-service
  protects: stop-key
  category: resiliency-and-recovery
  satisfies: SRS-038
  status: verified
}
control local-alarm "Alarm that needs no network" {
  answers: frames-out.denial-of-service, alarm-out.denial-of-service, show-alarms.denial-of-service
  mitigates: denial-of-service
  protects: alarm
  mechanism: watchdog
  capability: EMRG
  category: resiliency-and-recovery
  satisfies: SRS-051
  status: verified
}
control local-operation "What the network does not bring waits, and the pump goes on as it was set at the bed" {
  mitigates: denial-of-service
  protects: send-order, document-infusion, manage-fleet, submit-library, supervised-console, push-firmware,
      report-status, join-wlan
  mechanism: fallback
  capability: EMRG
  category: resiliency-and-recovery
  satisfies: SRS-073
  status: verified
}
control erased-pump "A pump is erased before it leaves the hospital" {
  mitigates: information-disclosure
  protects: pump-log
  mechanism: erasure
  capability: STCF
  category: confidentiality
  satisfies: SRS-074
  status: verified
}
control alarm-bounds "Bounds of alarm limits and loudness" {
  mitigates: tampering, denial-of-service
  protects: alarm-handler
  mechanism: range-check
  category: resiliency-and-recovery
  satisfies: SRS-039
  status: verified
}

// Software and keys

/// Decided after ICSMA-23-194-01 (CVE-2023-30562): the data set had been accepted as it came.
control signed-library "Signed drug library" {
  mitigates: tampering, spoofing
  protects: drug-library
  mechanism: signature
  capability: CSUP, TXIG
  category: code-data-execution-integrity
  satisfies: SRS-041
  safety-impact: HAZ-11
  new-risks: "A library whose certificate has expired is refused, and the old limits stay in force."
  status: verified
}
control signed-firmware "Signed pump firmware" {
  answers: server-link.rolled-back, device-gateway.fleet-update, support-gateway.fleet-update
  mitigates: tampering, spoofing, elevation-of-privilege
  protects: pump-firmware
  mechanism: signature, secure-boot, version-check
  capability: CSUP
  category: code-data-execution-integrity
  satisfies: SRS-042, SRS-057
  status: verified
}
control two-slots "Two firmware slots, switched between infusions" {
  answers: server-link.update-in-use
  mitigates: denial-of-service
  protects: firmware-slots
  mechanism: fallback
  capability: CSUP
  category: updatability-and-patchability
  satisfies: SRS-044
  status: verified
}
control release-image "Released image without shell and test modes" {
  mitigates: elevation-of-privilege
  mechanism: review, least-privilege
  capability: SAHD
  category: authorization
  satisfies: SRS-045
  status: verified
}
control device-certificate "One certificate for each pump" {
  answers: repeated-command
  mitigates: spoofing
  protects: pump-service
  mechanism: certificate, tls-1.2
  capability: NAUT
  category: authentication
  satisfies: SRS-043
  status: verified
  crypto: "TLS 1.2 with ECDHE on P-256 and AES-128-GCM; an ECDSA key on P-256 for each pump, used for nothing else"
  verified-at: device-gateway, server-link
  credentials: "The key is made in the secure element at production; its certificate is renewed every two years over the link, and revoked at the pump server"
  identity: "The serial number of the pump; hospital staff enter it in the pump server when the pump goes into service, and take it out when it leaves"
  session: "One TLS session a connection, renewed each day; none outlives a restart"
  settings: "Proof by both ends and TLS 1.2 as shipped; neither can be switched off"
}
control sealed-keys "Keys in a secure element" {
  mitigates: information-disclosure, tampering
  mechanism: hsm
  capability: STCF
  category: confidentiality
  satisfies: SRS-046
  status: implemented
}
control chained-log "Chained log entries, copied to the server" {
  mitigates: tampering, denial-of-service
  protects: pump-log
  mechanism: mac, backup
  capability: AUDT
  category: event-detection-and-logging, cryptography
  satisfies: SRS-047
  status: implemented
}
control audit-trail "Who, what and when, at pump and server" {
  mitigates: repudiation
  mechanism: audit-log
  capability: AUDT
  category: event-detection-and-logging
  satisfies: SRS-048
  status: implemented
}
/// And while no network answers, the pump goes on with the order and the library that it has.
control radio-filter "Radio card without open ports" {
  mitigates: denial-of-service, elevation-of-privilege
  protects: pump-wifi
  mechanism: firewall, rate-limit, least-privilege, fallback
  capability: CONN
  category: resiliency-and-recovery
  satisfies: SRS-049
  status: implemented
}

// Service at the device

control service-seal "Seal over the service ports" {
  answers: load-radio.tampering
  mitigates: spoofing, tampering
  protects: radio-card-port, maintenance-port
  mechanism: tamper-seal
  capability: PLOK
  category: authorization
  satisfies: SRS-052
  status: implemented
}
/// At each connection the server compares the settings of a pump with those it released.
control settings-check "Settings compared with the server's" {
  answers: configure-pump.exceeded-rights, keypad.menu-escape
  mitigates: tampering, spoofing
  protects: maintenance-port
  mechanism: review
  capability: CNFS
  category: event-detection-and-logging
  satisfies: SRS-055
  status: implemented
}

// Planned: each closes an open gap that is accepted until then.

/// P1, with the next module.
control encrypted-bus "Authenticated module bus" {
  mitigates: tampering, spoofing, information-disclosure
  protects: module-bus
  mechanism: mac
  capability: TXIG
  category: cryptography
  satisfies: SRS-053
  status: planned
}
/// P2, with the next software release.
control service-pin "Service code of one pump and day" {
  mitigates: spoofing, elevation-of-privilege
  protects: maintenance-port
  mechanism: password
  capability: PAUT
  category: authentication
  satisfies: SRS-054
  status: planned
}
/// P3: the radio card of the next hardware revision verifies its image.
control signed-radio "Signed radio card firmware" {
  mitigates: tampering, spoofing
  protects: radio-firmware
  mechanism: signature
  capability: CSUP
  category: code-data-execution-integrity
  satisfies: SRS-056
  status: planned
}
