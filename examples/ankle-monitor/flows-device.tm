// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

// From the patient's skin through the device to the app.

/// Signals are analogue and carry no proof of who wears the device; the app asks for it at pairing.
flow skin-signals: patient -> sampler "Stroke, pulse and skin signals" {
  carries: readings
  via: stroke-sensor, pulse-sensor, skin-thermometer
  crosses: device, device-core
  on-error: "A sensor without contact is marked, and the night counts as incomplete"

  threat false-signal {
    score: "CVSS:4.0/AV:P/AC:L/AT:N/PR:N/UI:N/VC:N/VI:H/VA:N/SC:N/SI:N/SA:N"
    residual: "CVSS:4.0/AV:P/AC:L/AT:P/PR:N/UI:N/VC:N/VI:L/VA:N/SC:N/SI:N/SA:N/E:U"
    because: "Contact, pulse and temperature have to agree. Another wearer is noticed only if the pulse differs, so no single night decides."
    scenario: "Somebody else wears the device for a night, or a simulator does."
  }
  threat lost-signal {
    controls: gap-notice
    harm: HAZ-01
    score: "CVSS:4.0/AV:P/AC:L/AT:N/PR:N/UI:N/VC:N/VI:N/VA:H/SC:N/SI:N/SA:N"
    residual: "CVSS:4.0/AV:P/AC:L/AT:P/PR:N/UI:N/VC:N/VI:N/VA:L/SC:N/SI:N/SA:N/E:U"
    because: "A night without contact is never taken for a quiet one: it is seen the next morning, and repeated."
  }
}

@allow(unauthenticated-crossing, "The press is itself the proof that somebody holds the device.")
flow press-pairing: patient -> radio.pairing-button "Presses pairing button" {
  carries: device-command
  crosses: device, device-io
  on-error: "A stuck button is ignored after a minute"
}

@allow(unauthenticated-crossing, "A switch and a charging plug; neither takes data.")
flow switch-and-charge: patient -> power "Switches on, charges" {
  carries: device-command
  via: power-switch, usb-c
  crosses: device, device-io
  on-error: "Charging stops above 45 °C"
}

@allow(unauthenticated-crossing, "One discrete line on the board; it can only shorten a night's measurement.")
flow battery-state: power -> sampler "Battery state" {
  carries: device-status
  crosses: device-io, device-core
}

flow ble-commands: device-link -> radio "Commands to the device" {
  carries: device-command
  via: phone-ble, device-ble
  crosses: app, phone, device, device-io
  protocol: ble
  authenticated: le-pairing
  encrypted: ble-lesc
  controls: device-session
  hand-off: "None: one radio link"
  on-error: "A command outside its bounds or order is refused, and the app is told"

  threat spoofing {
    score: "CVSS:4.0/AV:A/AC:L/AT:N/PR:N/UI:N/VC:N/VI:H/VA:L/SC:N/SI:N/SA:N"
    residual: "CVSS:4.0/AV:A/AC:H/AT:P/PR:N/UI:A/VC:N/VI:L/VA:L/SC:N/SI:N/SA:N/E:U"
    because: "Pairing needs a press of the button and a passkey; each session proves both ends."
    actor: "Somebody in radio range, such as a neighbour or a former partner"
    scenario: "They pose as the app and change the sampling, so that nights are measured wrongly."
  }
  threat tampering {
    score: "CVSS:4.0/AV:A/AC:L/AT:P/PR:N/UI:N/VC:N/VI:H/VA:L/SC:N/SI:N/SA:N"
    residual: "CVSS:4.0/AV:A/AC:H/AT:P/PR:N/UI:A/VC:N/VI:L/VA:N/SC:N/SI:N/SA:N/E:U"
    because: "Frames are authenticated up to the control plane, also if the link is broken."
  }
  threat repeated-command {
    score: "CVSS:4.0/AV:A/AC:L/AT:P/PR:N/UI:N/VC:N/VI:L/VA:H/SC:N/SI:N/SA:N"
    residual: "CVSS:4.0/AV:A/AC:H/AT:P/PR:N/UI:A/VC:N/VI:N/VA:L/SC:N/SI:N/SA:N/E:U"
    because: "Each frame carries a counter; an old one is refused. Repeating a wipe is the worst case."
  }
}

/// The single radio link carries data, commands and code.
flow ble-firmware: device-link -> radio "Firmware to the device" {
  carries: device-firmware
  via: phone-ble, device-ble
  crosses: app, phone, device, device-io
  protocol: ble
  authenticated: le-pairing
  encrypted: ble-lesc
  function: update
  controls: device-session, signed-firmware
  hand-off: "None: one radio link"
  on-error: "A transfer that breaks off is resumed; an image that does not verify is deleted"

  threat tampering {
    score: "CVSS:4.0/AV:A/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N"
    residual: "CVSS:4.0/AV:A/AC:H/AT:P/PR:N/UI:A/VC:L/VI:L/VA:L/SC:N/SI:N/SA:N/E:U"
    because: "The signature is checked before a slot is made bootable; older versions are refused."
    actor: "Somebody in radio range with a modified app"
  }
}

flow ble-readings: radio -> device-link "Readings to the app" {
  carries: readings, device-status
  via: device-ble, phone-ble
  crosses: device-io, device, phone, app
  over: ble-commands
  protocol: ble
  authenticated: le-pairing
  encrypted: ble-lesc
  controls: device-session
  hand-off: "None: one radio link"
  on-error: "Readings stay on board until the app has acknowledged them"
}

// Inside the device. The session ends in the control plane: the radio relays ciphertext.

flow relay-commands: radio -> command-handler "Command frames" {
  carries: device-command
  crosses: device-io, device-core
  protocol: spi
  authenticated: device-session
  encrypted: device-session
  hand-off: "Between the air and the board, by the radio, which does not open the frames"
  on-error: "A frame that does not verify is dropped"
}

flow relay-firmware: radio -> updater "Firmware frames" {
  carries: device-firmware
  crosses: device-io, device-core
  protocol: spi
  authenticated: device-session
  encrypted: device-session
  function: update
  controls: signed-firmware
  hand-off: "Between the air and the board, by the radio, which does not open the frames"
  on-error: "A frame that does not verify is dropped"
}

flow relay-readings: command-handler -> radio "Reading frames" {
  carries: readings, device-status
  crosses: device-core, device-io
  protocol: spi
  authenticated: device-session
  encrypted: device-session
  hand-off: "Between the air and the board, by the radio, which does not open the frames"
  on-error: "A frame that does not verify is dropped"
}

flow store-readings: sampler -> readings-flash "Stores a night's readings" {
  carries: readings
}

flow load-readings: readings-flash -> command-handler "Readings not yet sent" {
  carries: readings
}

flow set-sampling: command-handler -> sampler "Start, stop, settings" {
  carries: device-command
}

flow session-keys: command-handler <-> device-keys "Reads and renews device keys" {
  carries: pairing-keys
}

flow swap-slot: updater <-> firmware-slots "Writes image, reads version" {
  carries: device-firmware
  function: update
  controls: signed-firmware
}

// Inside the phone.

flow use-app: patient <-> app-screens.phone-screen "Uses the app" {
  carries: risk-score, device-command
  crosses: phone, app
  authenticated: pin
  on-error: "After five wrong PINs the app waits, longer each time"
  verified-at: app-secrets
  credentials: "A PIN or the phone's own biometrics, chosen at installation"
  identity: "One patient a phone"
  session: "Locks after five minutes"
  settings: "Lock on as shipped; a patient can choose biometrics"
}

flow install-app: app-store -> app-screens.app-install "App installation and updates" {
  carries: app-package
  crosses: others, patient-home, phone, app
  harm: HAZ-05
  protocol: https
  authenticated: certificate
  function: update
  controls: signed-app

  threat tampering {
    score: "CVSS:4.0/AV:N/AC:L/AT:P/PR:N/UI:A/VC:H/VI:H/VA:N/SC:N/SI:L/SA:L"
    residual: "CVSS:4.0/AV:N/AC:H/AT:P/PR:N/UI:A/VC:L/VI:L/VA:N/SC:N/SI:N/SA:N/E:U"
    because: "Phone and store check the signature; an app signed otherwise gets no service."
    scenario: "The patient installs a copy with additions from elsewhere."
  }
}

flow request-action: app-screens -> device-link "Actions on the device" {
  carries: device-command
}

flow cache-readings: device-link -> app-data "Keeps readings for upload" {
  carries: readings, device-status
}

flow pending-readings: app-data -> uploader "Readings to upload" {
  carries: readings, device-status
}

flow pairing-secrets: device-link <-> app-secrets "Pairing keys" {
  carries: pairing-keys
}

flow token-secrets: uploader <-> app-secrets "Access and refresh tokens" {
  carries: service-token
}

flow hand-over-firmware: uploader -> device-link "Downloaded firmware" {
  carries: device-firmware
  function: update
  controls: signed-firmware
}
