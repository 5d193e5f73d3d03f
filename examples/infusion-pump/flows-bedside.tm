// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

// Nurse, patient and pump.

@allow(unauthenticated-crossing, "In an emergency a nurse must reach the keys at once; the ward is staffed.")
flow program-infusion: nurse <-> front-panel.keypad "Programs dose, reads state" {
  carries: dose-order
  crosses: pump, pump-core
  function: therapy

  threat spoofing {
    status: accepted
    about: ward-staffed
    because: "A login would delay therapy in an emergency; the hard limits apply to everybody."
  }
  threat repudiation {
    status: mitigated
    because: "Each step is in the event log."
  }
}

/// Wired to the delivery control, past the front panel's software.
@allow(unauthenticated-crossing, "A stop never waits for a login.")
flow press-stop: nurse -> delivery-control.stop-key "Presses stop" {
  carries: stop-command
  crosses: pump, pump-core
  function: emergency-stop

  threat denial-of-service {
    status: mitigated
    because: "Wired past the software of the front panel."
  }
}

/// A sound proves nothing to the listener; the pump beside the bed is its source.
flow sound-alarm: alarm-handler -> nurse "Sounds and shows alarm" {
  carries: alarm
  via: speaker
  crosses: pump-core, pump
  function: alarm
  controls: local-alarm
}

/// Drug in a tube; the nurse checks wristband, label and line at the bed.
flow deliver-drug: motor-control -> patient "Delivers drug" {
  carries: infusion-rate
  via: drug-line
  crosses: pump-module, pump
  function: therapy
}

/// A physical signal; plausibility is checked against the motor's steps.
flow sense-line: patient -> motor-control "Line pressure and air" {
  carries: line-signals
  via: line-sensors
  crosses: pump, pump-module
  function: measurement
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

  threat tampering {
    score: "CVSS:3.0/AV:P/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:H"
    status: open
    because: "Open gap of the source (CVE-2023-30561); `encrypted-bus` is planned."
  }
}

flow confirmed-order: front-panel <-> delivery-control "Confirmed order, pump state" {
  carries: dose-order, infusion-rate
  function: therapy
  controls: confirm-order
}

flow check-limits: library-manager -> delivery-control "Dose limits in force" {
  carries: drug-library
  controls: hard-limits
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
  controls: signed-library
}

flow new-library: server-link -> library-manager "Received library" {
  carries: drug-library
  controls: signed-library
}

flow remote-order: server-link -> front-panel "Order to be confirmed" {
  carries: dose-order
  controls: confirm-order
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
  controls: signed-firmware
}

flow use-keys: server-link <-> pump-keys "Proves the pump's identity" {
  carries: device-key
}

/// TLS ends in the server link, so the radio card sees ciphertext only.
flow frames-out: server-link -> wifi-card "Encrypted frames out" {
  carries: infusion-record, event-log, alarm
  crosses: pump-core, pump-radio
  protocol: tls
  authenticated: mutual
  encrypted: tls-1.2
  controls: device-certificate
}

flow frames-in: wifi-card -> server-link "Encrypted frames in" {
  carries: drug-library, dose-order, pump-firmware
  crosses: pump-radio, pump-core
  protocol: tls
  authenticated: mutual
  encrypted: tls-1.2
  controls: device-certificate, signed-library, signed-firmware
}

// Service at the device.

/// CVE-2023-30560 of the source: whoever holds the pump can change its configuration.
@allow(unauthenticated-crossing, "Open gap P2 (CVE-2023-30560): the maintenance mode asks for no code; a PIN is planned.")
@allow(clear-text-protocol, "A cable in the workshop; nothing on it is confidential.")
flow configure-pump: biomed-technician -> front-panel "Changes pump settings" {
  carries: pump-settings
  via: maintenance-port
  crosses: biomed-workshop, ward, pump, pump-core
  protocol: serial

  threat spoofing {
    score: "CVSS:3.0/AV:P/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"
    status: open
    because: "Open gap of the source (CVE-2023-30560); a service PIN is planned."
  }
}

/// CVE-2023-30559 of the source: the card takes any image.
@allow(unsigned-update, "Open gap P3 (CVE-2023-30559): the card cannot verify an image; `signed-radio` is planned.")
@allow(unauthenticated-crossing, "Open gap P3 (CVE-2023-30559): the card asks nobody; the port lies under a seal.")
@allow(clear-text-protocol, "A cable at the opened case; the image is public.")
flow load-radio: biomed-technician -> wifi-card "Loads radio card firmware" {
  carries: radio-firmware
  via: radio-card-port
  crosses: biomed-workshop, ward, pump, pump-radio
  protocol: usb
  function: update
  controls: service-seal

  threat tampering {
    score: "CVSS:3.0/AV:P/AC:L/PR:N/UI:N/S:U/C:L/I:N/A:H"
    status: open
    because: "Open gap of the source (CVE-2023-30559); `signed-radio` is planned."
  }
}
