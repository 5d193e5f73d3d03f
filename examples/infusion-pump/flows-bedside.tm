// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

// Nurse, patient and pump.

@allow(unauthenticated-crossing, "In an emergency a nurse must reach the keys at once; the ward is staffed.")
flow program-infusion: nurse <-> front-panel.keypad "Programs dose, reads state" {
  carries: dose-order
  crosses: pump, pump-core
  function: therapy
  on-error: "A value outside the limits is refused and named; without a key press for two minutes the entry is dropped"
}

/// Wired to the delivery control, past the front panel's software.
flow press-stop: nurse -> delivery-control.stop-key "Presses stop" {
  carries: stop-command
  crosses: pump, pump-core
  function: emergency-stop
  on-error: "A broken wire counts as a press"

  threat denial-of-service {
    actor: "Software of the panel that hangs, or was taken over"
    scenario: "The key press is not passed on while too much drug flows."
    score: "CVSS:3.0/AV:P/AC:L/PR:N/UI:N/S:U/C:N/I:H/A:H"
    residual: "CVSS:3.0/AV:P/AC:H/PR:N/UI:N/S:U/C:N/I:N/A:L"
    because: "The key is wired past the software of the panel; who cuts the wire stops the pump."
  }
}

/// A sound proves nothing to the listener; the pump beside the bed is its source.
flow sound-alarm: alarm-handler -> nurse "Sounds and shows alarm" {
  carries: alarm
  via: speaker
  crosses: pump-core, pump
  function: alarm
  on-error: "The lamp goes on if the speaker draws no current"
}

/// Drug in a tube; the nurse checks wristband, label and line at the bed.
flow deliver-drug: motor-control -> patient "Delivers drug" {
  carries: infusion-rate
  via: drug-line
  crosses: pump-module, pump
  function: therapy
  on-error: "The motor stops, the clamp shuts, the pump alarms"

  threat wrong-recipient {
    scenario: "The line of one patient is connected to another."
    controls: confirm-order
    score: "CVSS:3.0/AV:P/AC:L/PR:N/UI:R/S:U/C:N/I:H/A:H"
    residual: "CVSS:3.0/AV:P/AC:H/PR:N/UI:R/S:U/C:N/I:L/A:L"
    about: dose-double-check
    because: "The nurse compares wristband, label and line before confirming, for high-alert drugs with a second nurse."
  }
}

/// A physical signal; plausibility is checked against the motor's steps.
flow sense-line: patient -> motor-control "Line pressure and air" {
  carries: line-signals
  via: line-sensors
  crosses: pump, pump-module
  function: measurement
  on-error: "A sensor without a plausible value stops the motor and alarms"
}

// Inside the pump.

/// Readable and changeable at the connector: CVE-2023-30561 of the source.
@allow(unauthenticated-crossing, "Open gap P1 (CVE-2023-30561): modules in the field cannot prove who they are.")
@allow(clear-text-protocol, "Open gap P1 (CVE-2023-30561): `encrypted-bus` comes with the next module.")
flow module-bus: delivery-control <-> motor-control "Rate commands and status" {
  carries: infusion-rate, line-signals
  via: module-connector
  crosses: pump-core, pump-module
  protocol: can
  function: therapy
  hand-off: "None: one bus"
  on-error: "Frames with a wrong checksum are dropped; without a frame for 100 ms the module stops and alarms"

  threat tampering {
    status: accepted
    cve: CVE-2023-30561
    actor: "Somebody with the module in their hands"
    scenario: "A device between unit and module rewrites rate commands during an infusion."
    vulnerability: "Nothing on the bus proves who speaks."
    score: "CVSS:3.0/AV:P/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:H"
    about: ward-staffed
    because: "One pump at a time, with tools, at the bed; the motor control keeps its own hard limits until `encrypted-bus` comes with the next module."
    benefit-risk: "RMF-112, section 6.1: withdrawing modules would interrupt more therapies than it protects"
    approver: "Chief medical officer"
    date: 2026-09-14
    until: 2028-03-31
  }
}

flow confirmed-order: front-panel <-> delivery-control "Confirmed order, pump state" {
  carries: dose-order, infusion-rate
  function: therapy
}

flow check-limits: library-manager -> delivery-control "Dose limits in force" {
  carries: drug-library
}

flow raise-alarm: delivery-control -> alarm-handler "Alarm condition" {
  carries: alarm
  function: alarm
}

flow log-infusion: delivery-control -> pump-log "Records each infusion event" {
  carries: event-log, infusion-record
  function: logging
}

flow activate-library: library-manager <-> library-flash "Stores and loads library" {
  carries: drug-library
}

flow new-library: server-link -> library-manager "Received library" {
  carries: drug-library
}

flow remote-order: server-link -> front-panel "Order to be confirmed" {
  carries: dose-order
}

flow forward-alarm: alarm-handler -> server-link "Alarm for the nurse station" {
  carries: alarm
  function: alarm
}

flow unsent-events: pump-log -> server-link "Events not yet sent" {
  carries: event-log, infusion-record
}

flow stage-firmware: server-link <-> firmware-slots "Stages image, reads version" {
  carries: pump-firmware
  function: update
}

flow use-keys: server-link <-> pump-keys "Proves the pump's identity" {
  carries: device-key
}

/// TLS ends in the server link, so the radio card sees ciphertext only.
@allow(shared-connection, "Two modules on one board: none of them calls the other.")
flow frames-out: server-link -> wifi-card "Encrypted frames out" {
  carries: infusion-record, event-log, alarm
  crosses: pump-core, pump-radio
  protocol: tls
  authenticated: device-certificate
  encrypted: tls-1.2
  version: "TLS 1.2"
  channel: "Bus to the radio card"
  hand-off: "From the bus of the pump to the air, by the radio card, which does not open them"
  on-error: "Events wait in the log, and are sent when the link is back"

  threat spoofed-target {
    controls: device-certificate
    because: "The session is one with the pump server, whose certificate the server link checks: in the card's place there is ciphertext alone."
  }
}

flow frames-in: wifi-card -> server-link "Encrypted frames in" {
  carries: drug-library, dose-order, pump-firmware
  crosses: pump-radio, pump-core
  protocol: tls
  authenticated: device-certificate
  encrypted: tls-1.2
  version: "TLS 1.2"
  channel: "Bus to the radio card"
  hand-off: "From the air to the bus of the pump, by the radio card, which does not open them"
  on-error: "A record that cannot be verified ends the session; what it carried is dropped"

  threat spoofed-target {
    controls: device-certificate
    because: "The session is one of the server with the pump that has the key of this certificate: in the server link's place there is ciphertext alone."
  }
}

// Service at the device.

/// CVE-2023-30560 of the source: whoever holds the pump can change its configuration.
@allow(unauthenticated-crossing, "Open gap P2 (CVE-2023-30560): the maintenance mode asks for no code; a PIN is planned.")
flow configure-pump: biomed-technician -> front-panel "Changes pump settings" {
  carries: pump-settings
  via: maintenance-port
  crosses: biomed-workshop, ward, pump, pump-core
  protocol: serial
  hand-off: "None: one cable"
  on-error: "A setting outside its bounds is refused, and the last ones stay"

  threat spoofing {
    status: accepted
    cve: CVE-2023-30560
    actor: "Somebody alone with a pump, in the ward or in a store room"
    scenario: "A cable at the maintenance port changes settings of the pump, or reads its network login."
    vulnerability: "The maintenance mode asks for no code."
    score: "CVSS:3.0/AV:P/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"
    residual: "CVSS:3.0/AV:P/AC:L/PR:N/UI:N/S:U/C:H/I:L/A:L"
    because: "Until `service-pin`, the server finds settings that it did not release at the next connection, and takes the pump out of use."
    benefit-risk: "RMF-112, section 6.2: the pump stays in use, since no other has fewer known gaps"
    approver: "Chief medical officer"
    date: 2026-09-14
    until: 2027-12-31
  }
}

/// CVE-2023-30559 of the source: the card takes any image.
@allow(unsigned-update, "Open gap P3 (CVE-2023-30559): the card cannot verify an image; `signed-radio` is planned.")
@allow(unauthenticated-crossing, "Open gap P3 (CVE-2023-30559): the card asks nobody; the port lies under a seal.")
flow load-radio: biomed-technician -> wifi-card "Loads radio card firmware" {
  carries: radio-firmware
  via: radio-card-port
  crosses: biomed-workshop, ward, pump, pump-radio
  protocol: usb
  function: update
  hand-off: "None: one cable"
  on-error: "A card without a valid image stays silent, and the pump infuses without network"

  threat tampering {
    status: accepted
    cve: CVE-2023-30559
    actor: "Somebody alone with a pump and its opened case"
    scenario: "Manipulated firmware on the radio card cuts the pump off, or uses its place in the network."
    vulnerability: "The card takes any image."
    score: "CVSS:3.0/AV:P/AC:L/PR:N/UI:N/S:U/C:L/I:N/A:H"
    residual: "CVSS:3.0/AV:P/AC:H/PR:N/UI:N/S:U/C:L/I:N/A:H"
    about: network-loss
    because: "The card sees ciphertext only, therapy goes on without it, and the seal shows that the case was open. `signed-radio` comes with the next hardware revision."
    approver: "Product security lead"
    date: 2026-09-14
    until: 2028-03-31
  }
}
