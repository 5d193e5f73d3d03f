// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

// Measures in the device and the app; those of the cloud service are in `controls-service.tm`.

// Device

/// Binds one phone to one device; `device-session` does not rely on it alone.
control le-pairing "LE Secure Connections with passkey" {
  answers: radio.next-owner, phone-ble.rogue-pairing
  mitigates: spoofing
  capability: NAUT
  category: authentication
  foundational: FR1
  satisfies: SRS-101
  status: verified
  crypto: "LE Secure Connections: ECDH on P-256, AES-128-CCM on the air"
  verified-at: radio, device-link
  credentials: "A passkey on the label of each device; the key that comes of it is renewed at each pairing and deleted by a factory reset"
  identity: "One phone a device; a new pairing withdraws the old one"
}
/// Ends in the control plane, so the radio and the phone's Bluetooth stack see ciphertext only. Frames
/// carry a counter; an old one is refused.
control device-session "Encrypted device session" {
  mitigates: spoofing, tampering, information-disclosure
  mechanism: aead
  capability: TXCF, TXIG
  category: cryptography
  foundational: FR3, FR4
  satisfies: SRS-102
  status: verified
  crypto: "AES-256-GCM with keys of each session, agreed by X25519; counters of 64 bits against repetition"
  verified-at: command-handler, device-link
  session: "New at each connection, and after an hour; none outlives a restart"
  settings: "Always on; frames outside a session are dropped"
}
control pairing-press "Pairing only after a button press" {
  answers: wrong-patient-linked
  mitigates: spoofing
  mechanism: review
  capability: AUTH
  category: authorization
  foundational: FR2
  satisfies: SRS-101
  status: verified
}
control factory-reset "A reset destroys the keys of what device and app keep" {
  mitigates: information-disclosure
  protects: readings-flash, app-data
  mechanism: erasure
  capability: STCF
  category: confidentiality
  foundational: FR4
  satisfies: SRS-104
  status: verified
}
control signed-firmware "Signed firmware, no downgrade" {
  mitigates: tampering, spoofing, elevation-of-privilege
  mechanism: signature, secure-boot, version-check
  capability: CSUP
  category: code-data-execution-integrity
  foundational: FR3
  satisfies: SRS-103
  safety-impact: HAZ-04
  new-risks: "An image whose signature cannot be checked is refused: the device keeps the older version."
  status: verified
  crypto: "ECDSA on P-256 over SHA-256; the key signs firmware and nothing else"
}
control charger-update "Updates start at the charger, when the user asks for it" {
  mitigates: denial-of-service, tampering
  mechanism: review
  capability: CSUP
  category: updatability-and-patchability
  foundational: FR7
  satisfies: SRS-120
  status: verified
}
control key-storage "Keys of each device's own in protected flash" {
  mitigates: information-disclosure
  mechanism: aes-256
  capability: STCF
  category: confidentiality
  foundational: FR4
  satisfies: SRS-104, SRS-114
  status: verified
}
control signal-checks "Plausibility and contact checks on signals" {
  mitigates: tampering, spoofing, elevation-of-privilege
  protects: sampler
  mechanism: range-check
  capability: IGAU
  category: code-data-execution-integrity
  foundational: FR3
  satisfies: SRS-105
  safety-impact: HAZ-01
  new-risks: "A limit that is too narrow hides true signals of an unusual patient: limits are validated clinically."
  status: verified
}
/// Two weeks of readings fit in the device, so an outage of phone or cloud loses nothing.
control two-week-buffer "Two weeks of readings on board" {
  answers: backend-outage
  mitigates: denial-of-service
  mechanism: backup, fallback
  capability: DTBK
  category: resiliency-and-recovery
  foundational: FR7
  satisfies: SRS-106
  status: verified
}
/// App and portal mark a night without readings; after 24 hours the app reminds, after 72 a mail does.
control gap-notice "Missing nights are shown" {
  mitigates: denial-of-service
  mechanism: watchdog
  category: event-detection-and-logging
  foundational: FR6
  satisfies: SRS-108
  status: verified
}
control strict-frames "Strict parsing of frames" {
  mitigates: elevation-of-privilege
  mechanism: range-check, input-validation
  capability: SAHD
  category: code-data-execution-integrity
  foundational: FR3
  satisfies: SRS-109
  status: verified
}
control self-restart "Watchdog, with a restart that keeps readings" {
  mitigates: denial-of-service
  mechanism: watchdog
  category: resiliency-and-recovery
  foundational: FR7
  satisfies: SRS-110
  status: verified
}
control radio-budget "The radio has a share of the charge" {
  mitigates: denial-of-service
  mechanism: rate-limit
  capability: CONN
  category: resiliency-and-recovery
  foundational: FR7
  satisfies: SRS-111
  safety-impact: HAZ-04
  new-risks: "Under attack the device goes silent for the night; the readings stay on board."
  status: verified
}
control private-address "Changing Bluetooth addresses, no name, no serial number" {
  mechanism: address-rotation
  mitigates: information-disclosure
  capability: MPII
  category: confidentiality
  foundational: FR4
  satisfies: SRS-112
  status: verified
}
control device-events "Event log of the device" {
  mitigates: repudiation
  mechanism: audit-log
  capability: AUDT
  category: event-detection-and-logging
  foundational: FR6
  satisfies: SRS-113
  status: verified
}
/// The interim measure against the debug ports, until `debug-lock` is there.
control sealed-housing "Housing that cannot be opened without a trace" {
  answers: battery-state.elevation-of-privilege
  mitigates: spoofing, tampering, information-disclosure, elevation-of-privilege, denial-of-service
  mechanism: tamper-seal
  capability: PLOK
  category: code-data-execution-integrity
  foundational: FR2
  satisfies: SRS-115
  status: verified
}
/// Waits for the repair concept: gaps G1 and G2.
control debug-lock "JTAG and serial console are fused off" {
  answers: debug-patching, console-access
  mitigates: tampering, elevation-of-privilege
  capability: SAHD
  category: authorization
  foundational: FR2
  satisfies: SRS-116
  status: planned
}

// App

control phone-keystore "Keystore of the phone" {
  answers: stored-credentials, app-screens.lost-machine
  mitigates: information-disclosure, spoofing
  capability: STCF
  category: confidentiality
  foundational: FR4
  satisfies: SRS-121
  status: verified
}
control signed-app "App signed for the store" {
  mitigates: tampering, spoofing, elevation-of-privilege
  mechanism: signature, version-check
  capability: CSUP
  category: code-data-execution-integrity
  foundational: FR3
  satisfies: SRS-107
  status: verified
}
/// The service answers an outdated app with the request to update it, and nothing else.
control least-version "Oldest version that the service still serves" {
  answers: blocked-update, fetch-firmware.denial-of-service
  mitigates: denial-of-service
  capability: CSUP
  category: updatability-and-patchability
  foundational: FR3
  satisfies: SRS-117
  status: verified
}
control pinned-service "Certificate of the service pinned in the app" {
  mitigates: spoofing
  mechanism: certificate
  capability: NAUT
  category: authentication
  foundational: FR1
  satisfies: SRS-118
  status: verified
}
control phone-check "No device management on a rooted phone: the app asks the system whether it started verified" {
  mitigates: elevation-of-privilege
  mechanism: secure-boot
  capability: SAHD
  category: authorization
  foundational: FR2
  satisfies: SRS-119
  status: verified
}
