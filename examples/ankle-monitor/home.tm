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
        interface device-ble "Bluetooth Low Energy" {
          kind: ble
          version: "Bluetooth 5.2"
          channel: "2.4 GHz"
          access: public

          threat rogue-pairing {
            controls: pairing-press
            harm: HAZ-01, HAZ-02
            score: "CVSS:4.0/AV:A/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:N/SC:N/SI:N/SA:N"
            residual: "CVSS:4.0/AV:A/AC:H/AT:P/PR:N/UI:A/VC:L/VI:L/VA:N/SC:N/SI:N/SA:N/E:U"
            because: "For thirty seconds after a press, one phone can pair, and has to know the passkey."
          }
          threat tracked-patient {
            controls: private-address
            score: "CVSS:4.0/AV:A/AC:L/AT:N/PR:N/UI:N/VC:H/VI:N/VA:N/SC:N/SI:N/SA:N"
            residual: "CVSS:4.0/AV:A/AC:H/AT:P/PR:N/UI:N/VC:L/VI:N/VA:N/SC:N/SI:N/SA:N/E:U"
            because: "What is broadcast changes each quarter of an hour and names neither device nor use."
          }
          threat drained-battery {
            controls: radio-budget
            harm: HAZ-04
            score: "CVSS:4.0/AV:A/AC:L/AT:N/PR:N/UI:N/VC:N/VI:N/VA:H/SC:N/SI:N/SA:N"
            residual: "CVSS:4.0/AV:A/AC:L/AT:P/PR:N/UI:N/VC:N/VI:N/VA:L/SC:N/SI:N/SA:N"
            because: "Refused partners wait for growing times; past its share the radio sleeps, and the device goes on measuring."
          }
        }
        interface pairing-button "Pairing button" {
          kind: user-interface
          physical: yes
          access: public
        }
      }
      process power "Power manager" {
        interface power-switch "On/off switch" {
          kind: user-interface
          physical: yes
          access: public
        }
        /// Charging only: the data lines of the connector are not wired.
        interface usb-c "USB-C charging port" {
          kind: power
          physical: yes
          access: public
        }
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
          controls: debug-lock
          exposes: device-firmware, pairing-keys

          /// The device starts signed firmware only; memory can still be changed while it runs.
          threat debug-patching {
            status: accepted
            controls: sealed-housing
            score: "CVSS:4.0/AV:P/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N"
            residual: "CVSS:4.0/AV:P/AC:H/AT:P/PR:N/UI:A/VC:H/VI:H/VA:L/SC:N/SI:N/SA:N/E:P"
            because: "One device, held by an attacker who gives it back; the housing shows that it was opened. `debug-lock` waits for the repair concept."
            actor: "Somebody with a workshop and access to one patient's device"
            approver: "Chief medical officer"
            date: 2026-05-18
            until: 2027-06-30
          }
          threat debug-readout {
            controls: sealed-housing
            score: "CVSS:4.0/AV:P/AC:L/AT:N/PR:N/UI:N/VC:H/VI:N/VA:N/SC:H/SI:H/SA:N"
            residual: "CVSS:4.0/AV:P/AC:L/AT:P/PR:N/UI:N/VC:H/VI:N/VA:N/SC:N/SI:N/SA:N/E:P"
            because: "The keys of one device open that device, and no other, and the housing shows that it was opened."
            actor: "Somebody who bought or found a device"
          }
        }
        @allow(unused-port, "Open gap G2: the serial port has no actor in the source; service decides whether to keep it.")
        interface serial-port "Serial console" {
          kind: serial
          physical: yes
          controls: debug-lock
          exposes: control-plane

          threat console-access {
            status: accepted
            controls: sealed-housing
            harm: HAZ-01, HAZ-02
            score: "CVSS:4.0/AV:P/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N"
            residual: "CVSS:4.0/AV:P/AC:H/AT:P/PR:N/UI:A/VC:H/VI:H/VA:L/SC:N/SI:N/SA:N/E:P"
            because: "As with the JTAG pads: one device, opened with a trace, until service has decided."
            approver: "Chief medical officer"
            date: 2026-05-18
            until: 2027-06-30
          }
        }

        process sampler "Sensor sampling" {
          function: measurement
          interface stroke-sensor "Stroke sensor" {
            kind: sensor
            physical: yes
            access: public
          }
          interface pulse-sensor "Heart rate sensor" {
            kind: sensor
            physical: yes
            access: public
          }
          interface skin-thermometer "Temperature sensor" {
            kind: sensor
            physical: yes
            access: public
          }
        }
        process command-handler "Command handler" { handles: device-command, readings }
        process updater "Firmware updater" {
          function: update

          threat update-in-use {
            controls: charger-update
            harm: HAZ-04
            score: "CVSS:4.0/AV:N/AC:L/AT:N/PR:L/UI:N/VC:N/VI:N/VA:H/SC:N/SI:N/SA:N"
            residual: "CVSS:4.0/AV:N/AC:L/AT:P/PR:L/UI:P/VC:N/VI:N/VA:L/SC:N/SI:N/SA:N"
            because: "Slots are swapped at the charger only, and never during a night's measurement."
          }
        }
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
          interface phone-screen "Phone screen" {
            kind: user-interface
            physical: yes
            access: public
          }
          interface app-install "App installation" {
            kind: update

            threat blocked-update {
              controls: least-version
              score: "CVSS:4.0/AV:N/AC:L/AT:P/PR:N/UI:N/VC:N/VI:L/VA:N/SC:N/SI:N/SA:N"
              residual: "CVSS:4.0/AV:N/AC:L/AT:P/PR:L/UI:N/VC:N/VI:L/VA:N/SC:N/SI:N/SA:N"
              because: "An app with a known flaw is not served, so that staying old is noticed."
            }
          }
        }
        process device-link "Device link" {
          interface phone-ble "Phone's Bluetooth" {
            kind: ble

            threat rogue-pairing {
              controls: le-pairing
              score: "CVSS:4.0/AV:A/AC:L/AT:N/PR:N/UI:P/VC:N/VI:H/VA:N/SC:N/SI:N/SA:N"
              residual: "CVSS:4.0/AV:A/AC:H/AT:P/PR:N/UI:A/VC:N/VI:L/VA:N/SC:N/SI:N/SA:N/E:U"
              harm: HAZ-01, HAZ-02
              because: "A device that poses as the patient's has no passkey on its label that the patient would type."
            }
          }

          threat rooted-phone {
            controls: phone-check
            harm: HAZ-01, HAZ-04
            about: phone-locked
            score: "CVSS:4.0/AV:L/AC:L/AT:P/PR:L/UI:N/VC:H/VI:H/VA:L/SC:N/SI:L/SA:L"
            residual: "CVSS:4.0/AV:L/AC:H/AT:P/PR:L/UI:A/VC:H/VI:L/VA:N/SC:N/SI:L/SA:L/E:U"
            because: "The device bounds what any app can command, and on a rooted phone the app commands nothing."
          }
        }
        process uploader "Upload service" {
          interface phone-internet "Phone's Wi-Fi or cellular" {
            kind: cellular

            threat rogue-network {
              controls: pinned-service
              score: "CVSS:4.0/AV:A/AC:L/AT:N/PR:N/UI:P/VC:H/VI:H/VA:N/SC:N/SI:N/SA:N"
              residual: "CVSS:4.0/AV:A/AC:H/AT:P/PR:N/UI:A/VC:L/VI:N/VA:N/SC:N/SI:N/SA:N/E:U"
              because: "A network of strangers is what the app expects: it talks to one certificate only."
            }
            threat network-reach {
              status: not-applicable
              because: "The app listens on no port; nothing can be reached."
            }
          }
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
