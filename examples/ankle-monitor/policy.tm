// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Exploitability against severity of harm, after section VI of the FDA postmarket guidance; the
/// cells are this manufacturer's. A critical harm is controlled at low exploitability, because the
/// risk score never decides alone: a clinician confirms it with other findings before treating.
/// For a catastrophic harm nothing is controlled.
matrix harm-matrix "Exploitability and severity of patient harm" {
  columns: negligible, minor, serious, critical, catastrophic
  acceptable: controlled
  row high { cells: controlled, uncontrolled, uncontrolled, uncontrolled, uncontrolled }
  row medium { cells: controlled, controlled, uncontrolled, uncontrolled, uncontrolled }
  row low { cells: controlled, controlled, controlled, controlled, uncontrolled }
}

// What the team accepts and demands. Scores before measures leave exploit maturity undefined, which
// is the worst case. A residual score says `E:U` only where a test of the attack itself found no way:
// PT-301, PT-302 or the threat mitigation test of the control.
policy {
  missing-boundary: error
  unrated-flow: error
  requirement-without-verification: error
  // Where a patient can come to harm, the matrix decides, and below 7.0. Elsewhere, as for personal
  // data alone, the score decides.
  accept: risk is controlled and score < 7.0, not any harm and score < 4.0
  require: because on (accepted or transferred or avoided or not-applicable),
      approver on (accepted or transferred), date on (accepted or transferred),
      transferred-to on transferred,
      // Beyond 4.0 an acceptance needs an interim measure and a date.
      until on (accepted and score >= 4.0), any controls on (accepted and score >= 4.0),
      // A password alone keeps nobody out.
      any controls on (name is spoofing and about is flow and about.authenticated has password),
      // The keystore of the phone says nothing about the copy in the device.
      controls has key-storage on (about is pairing-keys and name is read-at-rest),
      // Nothing touches firmware but the signature is checked behind it.
      controls has signed-firmware on (assets has device-firmware and name is tampering)
}

/// The link of the phone's and the radio's vendor is not relied on alone.
rule radio-session "radio frames are not in the encrypted device session" {
  applies-to: flow
  when: wireless and (source is radio or target is radio) and not controls has device-session
  severity: error
  advice: "Add `device-session` to its `controls`: pairing alone protects no longer than the phone's Bluetooth stack does."
}

rule open-debug-port "a debug port is neither disabled nor planned to be" {
  applies-to: interface
  when: kind in (jtag, swd, serial) and not disabled and not controls has debug-lock
  severity: error
  advice: "Say `disabled: yes` once production fuses it off; until then name `debug-lock`."
}
