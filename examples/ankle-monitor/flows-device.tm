// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

// From the patient's skin through the device to the app.

/// Signals are analogue and carry no proof of who wears the device; the app asks for it at pairing.
flow skin-signals: patient -> sampler "Stroke, pulse and skin signals" {
  carries: readings
  via: stroke-sensor, pulse-sensor, skin-thermometer
  crosses: device, device-core
  controls: signal-checks

  threat tampering {
    status: mitigated
    controls: signal-checks
    because: "Signals outside physiological limits are marked as invalid."
  }
}

@allow(unauthenticated-crossing, "The press is itself the proof that somebody holds the device.")
flow press-pairing: patient -> radio.pairing-button "Presses pairing button" {
  carries: device-command
  crosses: device, device-io
  controls: pairing-press
}

@allow(unauthenticated-crossing, "A switch and a charging plug; neither takes data.")
flow switch-and-charge: patient -> power "Switches on, charges" {
  carries: device-command
  via: power-switch, usb-c
  crosses: device, device-io

  threat denial-of-service {
    status: accepted
    because: "A flat battery loses one night; the app shows the gap the next day."
  }
}

@allow(unauthenticated-crossing, "One discrete line on the board; it can only shorten a night's measurement.")
@allow(unencrypted-crossing, "The battery level is not confidential.")
flow battery-state: power -> sampler "Battery state" {
  carries: device-status
  crosses: device-io, device-core
}

flow ble-commands: device-link -> radio "Commands to the device" {
  carries: device-command
  via: phone-ble, device-ble
  crosses: app, phone, device, device-io
  protocol: ble
  authenticated: mutual
  encrypted: ble-lesc
  controls: le-pairing, device-session

  threat spoofing {
    status: mitigated
    controls: le-pairing, device-session
    because: "Pairing needs a press of the button and a passkey; each session proves both ends."
  }
  threat tampering {
    status: mitigated
    controls: device-session
    because: "Frames are authenticated up to the control plane."
  }
}

/// The single radio link carries data, commands and code.
flow ble-firmware: device-link -> radio "Firmware to the device" {
  carries: device-firmware
  via: phone-ble, device-ble
  crosses: app, phone, device, device-io
  protocol: ble
  authenticated: mutual
  encrypted: ble-lesc
  function: update
  controls: le-pairing, device-session, signed-firmware

  threat tampering {
    status: mitigated
    controls: signed-firmware
    because: "The signature is checked before a slot is made bootable; older versions are refused."
  }
}

flow ble-readings: radio -> device-link "Readings to the app" {
  carries: readings, device-status
  via: device-ble, phone-ble
  crosses: device-io, device, phone, app
  protocol: ble
  authenticated: mutual
  encrypted: ble-lesc
  controls: le-pairing, device-session

  threat denial-of-service {
    status: accepted
    controls: two-week-buffer
    because: "Jamming delays an upload; two weeks of readings stay on the device."
  }
}

// Inside the device. The session ends in the control plane: the radio relays ciphertext.

flow relay-commands: radio -> command-handler "Command frames" {
  carries: device-command
  crosses: device-io, device-core
  protocol: spi
  authenticated: mutual
  encrypted: aes-128
  controls: device-session
}

flow relay-firmware: radio -> updater "Firmware frames" {
  carries: device-firmware
  crosses: device-io, device-core
  protocol: spi
  authenticated: mutual
  encrypted: aes-128
  function: update
  controls: device-session, signed-firmware
}

flow relay-readings: command-handler -> radio "Reading frames" {
  carries: readings, device-status
  crosses: device-core, device-io
  protocol: spi
  authenticated: mutual
  encrypted: aes-128
  controls: device-session
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
  controls: signed-firmware
}

// Inside the phone.

flow use-app: patient <-> app-screens.phone-screen "Uses the app" {
  carries: risk-score, device-command
  crosses: phone, app
  authenticated: pin
}

flow install-app: app-store -> app-screens.app-install "App installation and updates" {
  carries: app-package
  crosses: others, patient-home, phone, app
  protocol: https
  authenticated: certificate
  controls: signed-app
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
  controls: signed-firmware
}
