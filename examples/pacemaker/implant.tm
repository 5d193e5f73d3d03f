// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

// The patient with the implant, and the home.

boundary home "Patient's home" {
  zone: home
  kind: physical
  access: public

  boundary body "Patient's body" {
    zone: body
    kind: physical
    access: locked

    external heart "Heart"

    boundary implant "Pacemaker" {
      zone: body
      kind: machine
      access: locked

      process pacing-control "Pacing control" {
        function: therapy
        handles: pacing-parameters
        technology: "Pacing circuit with limits in hardware"
        interface lead "Lead" { kind: actuator; physical: yes; access: locked }
      }
      process telemetry "Implant telemetry" {
        handles: session-key
        interface implant-radio "Implant radio" {
          kind: radio
          channel: "402 to 405 MHz, MICS"
          access: public
          settings: "Wakes up by a coil at the skin for programming; at night at a fixed time for the monitor"
        }
      }
      store implant-memory "Implant memory" {
        kind: flash
        holds: pacing-parameters, episodes, implant-firmware
      }
    }
  }

  boundary monitor "Bedside monitor" {
    zone: device
    kind: machine
    access: public

    process reader "Implant reader" {
      interface monitor-radio "Monitor radio" {
        kind: radio
        channel: "402 to 405 MHz, MICS"
        access: public
      }
    }
    process uploader "Monitor uploader" {
      interface monitor-modem "Cellular modem" { kind: cellular; access: public }
      interface monitor-debug "Debug pads" {
        kind: jtag
        physical: yes
        disabled: yes
        access: restricted
      }
    }
    store monitor-memory "Monitor memory" {
      kind: flash
      encrypted: aes-256
      holds: episodes, monitor-firmware
    }
  }
}
