// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Where the patient sleeps: the device at the ankle, the phone on the table.
boundary patient-home "Patient's home" {
  zone: home
  kind: physical
  access: public

  external patient "Patient" { human: yes }

  /// The wearable: 0.13 kg, lithium-ion battery, USB-C charging, skin sensors, Bluetooth LE.
  boundary device "AMPS device" {
    zone: device
    kind: machine, physical

    boundary device-io "External interfaces" {
      zone: device
      kind: process

      process radio "Bluetooth radio" {
        technology: "Radio controller with vendor stack"
        component ble-stack "Bluetooth LE controller stack" { supplier: "Radio vendor" }
        interface device-ble "Bluetooth Low Energy" { kind: ble }
        interface pairing-button "Pairing button" { kind: user-interface; physical: yes }
      }
      process power "Power manager" {
        interface power-switch "On/off switch" { kind: user-interface; physical: yes }
        /// Charging only: the data lines of the connector are not wired.
        interface usb-c "USB-C charging port" { kind: power; physical: yes }
      }
    }

    boundary device-core "Control plane and OS" {
      zone: device-internal
      kind: process

      process control-plane "Control plane" {
        technology: "Real-time operating system on a microcontroller"
        component rtos "Zephyr RTOS" {
          version: "3.7.0"
          purl: "pkg:github/zephyrproject-rtos/zephyr@v3.7.0"
        }

        @allow(unused-port, "Open gap G1: JTAG has no actor in the source; fusing it off waits for the repair concept.")
        interface jtag "JTAG pads" {
          kind: jtag
          physical: yes
          exposes: device-firmware, pairing-keys
        }
        @allow(unused-port, "Open gap G2: the serial port has no actor in the source; service decides whether to keep it.")
        interface serial-port "Serial console" {
          kind: serial
          physical: yes
          exposes: control-plane
        }

        process sampler "Sensor sampling" {
          function: measurement
          interface stroke-sensor "Stroke sensor" { kind: sensor; physical: yes }
          interface pulse-sensor "Heart rate sensor" { kind: sensor; physical: yes }
          interface skin-thermometer "Temperature sensor" { kind: sensor; physical: yes }
        }
        process command-handler "Command handler" { handles: device-command, readings }
        process updater "Firmware updater" { function: update }
      }
      store readings-flash "Readings flash" {
        kind: flash
        holds: readings
        encrypted: aes-256
      }
      store firmware-slots "Firmware slots" { kind: flash; holds: device-firmware }
      store device-keys "Device key store" {
        kind: flash
        holds: pairing-keys
        encrypted: aes-256
        controls: key-storage
      }
    }
  }

  /// The patient's own phone. The product controls the app on it, not the phone.
  boundary phone "Patient's phone" {
    zone: phone
    kind: machine
    owner: "Patient"

    boundary app "App sandbox" {
      kind: process

      process companion-app "AMPS app" {
        technology: "iOS and Android"

        process app-screens "App screens" {
          interface phone-screen "Phone screen" { kind: user-interface; physical: yes }
          interface app-install "App installation" { kind: update }
        }
        process device-link "Device link" {
          interface phone-ble "Phone's Bluetooth" { kind: ble }
        }
        process uploader "Upload service" {
          interface phone-internet "Phone's Wi-Fi or cellular" { kind: cellular }
        }
        store app-data "App data" {
          kind: file
          holds: readings, device-status
          encrypted: aes-256
        }
        store app-secrets "App secrets" {
          kind: vault
          holds: service-token, pairing-keys
          encrypted: phone-keystore
        }
      }
    }
  }
}
