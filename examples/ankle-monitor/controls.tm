// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

// Device

control le-pairing "LE Secure Connections with passkey" {
  mitigates: spoofing, information-disclosure
  capability: NAUT
  category: authentication
  satisfies: SRS-101
  status: verified
}
/// Ends in the control plane, so the radio and the phone's Bluetooth stack see ciphertext only.
control device-session "Encrypted device session" {
  mitigates: spoofing, tampering, information-disclosure
  mechanism: aead
  capability: TXCF, TXIG
  category: cryptography
  satisfies: SRS-102
  status: verified
}
control pairing-press "Pairing only after a button press" {
  mitigates: spoofing
  protects: radio
  capability: AUTH
  category: authorization
  satisfies: SRS-101
  status: verified
}
control signed-firmware "Signed firmware, no downgrade" {
  mitigates: tampering, spoofing, elevation-of-privilege
  protects: device-firmware
  mechanism: signature, secure-boot
  capability: CSUP
  category: code-data-execution-integrity
  satisfies: SRS-103
  status: verified
}
control key-storage "Keys in protected flash" {
  mitigates: information-disclosure
  protects: device-keys
  mechanism: aes-256
  capability: STCF
  category: confidentiality
  satisfies: SRS-104
  status: implemented
}
control signal-checks "Plausibility checks on signals" {
  mitigates: tampering
  protects: sampler
  mechanism: range-check
  category: code-data-execution-integrity
  satisfies: SRS-105
  status: verified
}
/// Two weeks of readings fit in the device, so an outage of phone or cloud loses nothing.
control two-week-buffer "Two weeks of readings on board" {
  mitigates: denial-of-service
  protects: readings-flash
  mechanism: backup
  capability: DTBK
  category: resiliency-and-recovery
  satisfies: SRS-106
  status: verified
}

// App

control phone-keystore "Keystore of the phone" {
  mitigates: information-disclosure, spoofing
  protects: app-secrets
  capability: STCF
  category: confidentiality
  satisfies: SRS-104
  status: implemented
}
control signed-app "App signed for the store" {
  mitigates: tampering, spoofing
  mechanism: signature
  capability: CSUP
  category: code-data-execution-integrity
  satisfies: SRS-107
  status: verified
}

// Cloud

control request-inspection "Request inspection and limits" {
  mitigates: tampering, denial-of-service
  protects: gateway
  mechanism: rate-limit, firewall
  capability: SAHD
  category: resiliency-and-recovery
  satisfies: SRS-201
  status: implemented
}
control patient-consent "Access only with consent" {
  mitigates: information-disclosure, elevation-of-privilege
  protects: clinician-portal
  mechanism: role-based-access
  capability: AUTH
  category: authorization
  satisfies: SRS-202
  status: verified
}
control append-only "Append-only audit trail" {
  mitigates: repudiation, tampering
  protects: audit-log
  mechanism: audit-log
  capability: AUDT
  category: event-detection-and-logging
  satisfies: SRS-203
  status: implemented
}
control operator-mfa "Hardware token for operators" {
  mitigates: spoofing, elevation-of-privilege
  mechanism: mfa
  capability: PAUT
  category: authentication
  satisfies: SRS-204
  status: verified
}
/// The playbook's clinician login is user name and password; a second factor is on the road map.
control clinician-mfa "Second factor for clinicians" {
  mitigates: spoofing
  protects: clinician-session
  mechanism: mfa
  capability: PAUT
  category: authentication
  satisfies: SRS-205
  status: proposed
}

// Requirements

requirement SRS-101 "The device pairs only after a press of its button, with a passkey" {
  verified-by: TC-101, TC-102
}
requirement SRS-102 "Commands and readings are encrypted from the app to the control plane" {
  verified-by: TC-110
}
requirement SRS-103 "The device starts only firmware signed by the manufacturer, never older" {
  verified-by: TC-120, TC-121
}
requirement SRS-104 "Keys rest only in protected storage" { verified-by: TC-130 }
requirement SRS-105 "Signals outside physiological limits are marked as invalid" {
  verified-by: TC-140
}
requirement SRS-106 "The device keeps two weeks of readings without an upload" {
  verified-by: TC-141
}
requirement SRS-107 "The app is distributed only through the phone's app store" {
  verified-by: TC-150
}
requirement SRS-201 "The service refuses malformed and excessive requests" {
  verified-by: TC-201
}
requirement SRS-202 "A clinician sees only patients who have authorised the access" {
  verified-by: TC-202
}
requirement SRS-203 "Each access to patient data is recorded" { verified-by: TC-203 }
requirement SRS-204 "Operators log in with a hardware token" { verified-by: TC-204 }
requirement SRS-205 "Clinicians log in with a second factor" { verified-by: TC-205 }
