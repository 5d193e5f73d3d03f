// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

// One rating and decision for threats that are alike: at the patient's home, in the device and in the
// phone. Each names what it covers, so that a new flow has to be looked at.

decision recorded-events "What the device was told can be told" {
  covers: category is repudiation and about in (ble-commands, relay-commands)
  controls: device-events
  score: "CVSS:4.0/AV:A/AC:L/AT:N/PR:L/UI:N/VC:N/VI:L/VA:N/SC:N/SI:N/SA:N"
  residual: "CVSS:4.0/AV:A/AC:L/AT:P/PR:H/UI:N/VC:N/VI:L/VA:N/SC:N/SI:N/SA:N"
  because: "Pairings, commands, updates and resets are kept with their time, and uploaded with the readings."
}

decision crafted-frames "A frame is checked before it is used" {
  covers: name is elevation-of-privilege and
      about in (ble-commands, ble-readings, relay-commands, relay-readings)
  controls: strict-frames
  score: "CVSS:4.0/AV:A/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N"
  residual: "CVSS:4.0/AV:A/AC:H/AT:P/PR:N/UI:A/VC:L/VI:L/VA:L/SC:N/SI:N/SA:N/E:U"
  because: "A million malformed frames changed nothing; what gets past the radio's stack is ciphertext there."
  vulnerability: "Bluetooth stacks have had flaws that a frame before pairing exploits."
}

/// Of the playbook's threats to the device: input that crashes it, and a radio that is jammed.
decision silent-radio "Silence of the radio loses nothing" {
  covers: name is denial-of-service and about in (ble-commands, ble-firmware, ble-readings)
  controls: two-week-buffer
  harm: HAZ-04
  score: "CVSS:4.0/AV:A/AC:L/AT:N/PR:N/UI:N/VC:N/VI:N/VA:L/SC:N/SI:N/SA:N"
  residual: "CVSS:4.0/AV:A/AC:L/AT:P/PR:N/UI:N/VC:N/VI:N/VA:L/SC:N/SI:N/SA:N"
  because: "Jamming delays an upload; to lose a night it has to last for two weeks."
}

decision restarted-core "The control plane comes back by itself" {
  covers: name is denial-of-service and
      about in (relay-commands, relay-firmware, relay-readings, battery-state)
  controls: self-restart
  harm: HAZ-04
  score: "CVSS:4.0/AV:A/AC:L/AT:N/PR:N/UI:N/VC:N/VI:N/VA:H/SC:N/SI:N/SA:N"
  residual: "CVSS:4.0/AV:A/AC:L/AT:P/PR:N/UI:N/VC:N/VI:N/VA:L/SC:N/SI:N/SA:N"
  because: "A minute of a night is lost, and the readings before it stay."
}

/// A button carries one bit, a charging plug none.
decision buttons-and-plug "Whoever holds the device can switch it off" {
  covers: about in (press-pairing, switch-and-charge) and
      category in (spoofing, tampering, denial-of-service, elevation-of-privilege) and
      not (about is press-pairing and name is spoofing) or about is usb-c or
      name is borrowed-session and about in (power-switch, pairing-button)
  status: accepted
  harm: HAZ-04
  score: "CVSS:4.0/AV:P/AC:L/AT:N/PR:N/UI:N/VC:N/VI:N/VA:L/SC:N/SI:N/SA:N"
  because: "It costs a night, and shows the next morning. Nothing is set with them; pairing asks for the passkey as well."
  actor: "Anybody in the patient's home"
  approver: "Product security lead"
  date: 2026-05-18
}

decision no-name-on-a-press "A press has no name on it" {
  covers: category is repudiation and about in (press-pairing, switch-and-charge)
  status: accepted
  score: "CVSS:4.0/AV:P/AC:L/AT:N/PR:N/UI:N/VC:N/VI:L/VA:N/SC:N/SI:N/SA:N"
  because: "The device records when it was switched and paired. Who pressed is of no consequence: what pairing opens, the passkey and the app's login guard."
  approver: "Product security lead"
  date: 2026-05-18
}

decision inside-the-housing "Inside the housing of one device" {
  covers: about is battery-state and name in (spoofing, tampering, elevation-of-privilege) or
      about is device-command or
      name in (altered-at-rest, lost-at-rest) and about is pairing-keys or
      name is lost-at-rest and about is device-firmware
  controls: sealed-housing
  harm: HAZ-01
  score: "CVSS:4.0/AV:P/AC:L/AT:N/PR:N/UI:N/VC:L/VI:H/VA:H/SC:N/SI:N/SA:N"
  residual: "CVSS:4.0/AV:P/AC:H/AT:P/PR:N/UI:A/VC:L/VI:L/VA:L/SC:N/SI:N/SA:N/E:P"
  because: "It takes a workshop, leaves a trace, and gains one device: no key, signature or account of another."
}

/// Told in the labeling, as the phone belongs to the patient and everybody knows how to lock one.
decision patients-phone "Who may use the phone is for the patient to say" {
  covers: about is phone-screen and name is borrowed-session or
      about is use-app and not name is spoofing
  status: transferred
  harm: HAZ-04
  about: phone-locked
  score: "CVSS:4.0/AV:P/AC:L/AT:P/PR:N/UI:N/VC:H/VI:L/VA:L/SC:N/SI:N/SA:N"
  because: "The app asks for its PIN and cannot know who holds the phone. What it can do to the device is at worst a wipe of nights that were uploaded."
  transferred-to: "Patients: instructions for use, section 5.2 \"Your phone\""
  approver: "Chief medical officer"
  date: 2026-05-18
}

decision lost-app-data "What the app loses, it asks for again" {
  covers: name in (altered-at-rest, lost-at-rest) and about in (device-status, service-token) or
      name is lost-at-rest and about is app-package
  status: accepted
  score: "CVSS:4.0/AV:L/AC:L/AT:P/PR:L/UI:P/VC:N/VI:L/VA:L/SC:N/SI:N/SA:N"
  because: "The patient logs in again or installs the app again; the status comes with the next connection, and the readings are still in the device."
  approver: "Product security lead"
  date: 2026-05-18
}

decision through-the-store "The app comes through the store alone" {
  covers: about is app-install and name in (malicious-update, outdated-update) or
      about is app-package and name is altered-at-rest
  score: "CVSS:4.0/AV:N/AC:L/AT:P/PR:N/UI:A/VC:H/VI:H/VA:N/SC:N/SI:L/SA:L"
  residual: "CVSS:4.0/AV:N/AC:H/AT:P/PR:N/UI:A/VC:L/VI:L/VA:N/SC:N/SI:N/SA:N/E:U"
  because: "Phone and store check the signature at installation and at start, and install no older version over a newer one."
}
