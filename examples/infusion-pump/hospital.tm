// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// The hospital and its zones; a firewall stands between any two of them.
boundary hospital "Hospital" {
  zone: hospital
  kind: organisation
  owner: "Hospital"

  boundary ward "Ward" {
    zone: clinical
    kind: physical
    access: staff

    external nurse "Nurse" { human: yes }
    external patient "Patient" { human: yes }

    boundary pump "Infusion pump" {
      zone: device
      kind: machine, physical
      access: public

      boundary pump-radio "Radio card" {
        zone: device
        kind: machine

        process wifi-card "Wi-Fi card" {
          technology: "Radio module with firmware of its own"
          component radio-card-firmware "Wireless card firmware" {
            version: "12.1.3"
            cpe: "cpe:2.3:o:bd:alaris_8015_pcu_wireless_card_firmware:12.1.3:*:*:*:*:*:*:*"
            supplier: "Radio vendor"
            support: maintained
          }
          component wifi-stack "Wi-Fi supplicant" {
            version: "2.10"
            cpe: "cpe:2.3:a:w1.fi:wpa_supplicant:2.10:*:*:*:*:*:*:*"
            supplier: "Radio vendor"
            support: limited
          }
          interface pump-wifi "Wi-Fi" {
            kind: wifi
            access: staff
            version: "IEEE 802.11n"
            channel: "2.4 and 5 GHz"
          }
          interface radio-card-port "Radio card port" {
            kind: usb
            physical: yes
            access: restricted
            version: "USB 2.0"
            channel: "Inside the case"
            settings: "Takes an image after the case was opened; nothing switches that off (gap P3)"
          }
        }
      }

      boundary pump-core "Central unit" {
        zone: device-internal
        kind: machine

        process pump-unit "Pump unit software" {
          technology: "Real-time operating system"
          component pcu-firmware "Pump unit firmware" {
            version: "12.1.3"
            cpe: "cpe:2.3:o:bd:alaris_8015_pcu_firmware:12.1.3:*:*:*:*:*:*:*"
            support: maintained
          }
          component pump-rtos "FreeRTOS kernel" {
            version: "10.6.2"
            purl: "pkg:github/FreeRTOS/FreeRTOS-Kernel@V10.6.2"
            support: maintained
          }
          /// A long-term branch of the library.
          component pump-tls "Mbed TLS" {
            version: "3.6.2"
            purl: "pkg:github/Mbed-TLS/mbedtls@v3.6.2"
            support: maintained
            end-of-support: 2027-03-31
          }

          /// The remote shell of CVE-2015-3459 and the file upload beside it; not in the image.
          interface maintenance-shell "Telnet and FTP" {
            kind: service
            disabled: yes
            access: locked
            harm: HAZ-08
          }

          process front-panel "Front panel" {
            function: clinical-display
            interface keypad "Keypad and screen" {
              kind: user-interface
              physical: yes
              access: public
              settings: "Keys lock after a minute of infusion, and a nurse unlocks them with two keys"
            }
            interface maintenance-port "Maintenance port" {
              kind: serial
              physical: yes
              access: restricted
              version: "RS-232"
              channel: "Behind the flap at the back"
              settings: "Open while the pump does not infuse; asks for no code (gap P2)"
            }
          }
          process delivery-control "Delivery control" {
            function: therapy
            interface stop-key "Stop key" {
              kind: user-interface
              physical: yes
              function: emergency-stop
              access: public
              settings: "None: the key always stops"
            }
          }
          process alarm-handler "Alarm handler" {
            function: alarm
            interface speaker "Speaker and lamp" {
              kind: audio
              physical: yes
              access: public

              threat silenced-alarm {
                scenario: "A visitor turns the loudness down or covers the speaker."
                score: "CVSS:3.0/AV:P/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H"
                residual: "CVSS:3.0/AV:P/AC:H/PR:N/UI:N/S:U/C:N/I:N/A:L"
                because: "A least loudness cannot be changed, the lamp goes on, and the nurse station is told."
              }
            }
          }
          process library-manager "Library manager" { handles: drug-library }
          process server-link "Server link" { privilege: service }
        }
        store library-flash "Active drug library" { kind: flash; holds: drug-library }
        store firmware-slots "Firmware slots" { kind: flash; holds: pump-firmware }
        store pump-log "Pump event log" {
          kind: flash
          log: yes
          holds: event-log, infusion-record
          encrypted: aes-256
        }
        store pump-keys "Secure element" {
          kind: vault
          holds: device-key
          encrypted: sealed-keys
        }
      }

      /// A module clicks onto the central unit; a pump can carry several.
      boundary pump-module "Pump module" {
        zone: device-internal
        kind: machine, physical

        process motor-control "Motor control" {
          function: therapy
          interface drug-line "Drug line" {
            kind: actuator
            physical: yes
            access: public

            threat driven-actuator {
              actor: "Visitor, or the patient"
              scenario: "The line is opened or lifted out of the pump, so that the drug runs freely."
              score: "CVSS:3.0/AV:P/AC:L/PR:N/UI:N/S:U/C:N/I:H/A:H"
              residual: "CVSS:3.0/AV:P/AC:H/PR:N/UI:N/S:U/C:N/I:L/A:L"
              because: "The clamp shuts when the line leaves the pump; a line that is cut alarms."
            }
          }
          interface line-sensors "Pressure and air sensors" {
            kind: sensor
            physical: yes
            access: public
          }
          interface module-connector "Module connector" {
            kind: internal-bus
            physical: yes
            access: restricted
            version: "CAN 2.0B"
            channel: "Contacts between unit and module"
            settings: "None: whatever is connected is a module (gap P1)"
          }
        }
      }
    }
  }

  boundary pump-wlan "Pump wireless LAN" {
    zone: biomed
    kind: network

    process wlan-controller "Wireless controller" { technology: "WLAN controller of the hospital" }
  }

  boundary biomed-net "Biomedical network" {
    zone: biomed
    kind: network
    access: restricted

    process pump-server "Pump server" {
      technology: "Windows Server"
      privilege: service

      threat external-entities "An altered configuration makes the logging library open other files" {
        category: tampering
        cwe: 611
        cve: CVE-2018-1285
        status: accepted
        precondition: "Rights of an administrator at the pump server"
        score: "CVSS:3.0/AV:L/AC:H/PR:H/UI:N/S:U/C:N/I:L/A:L"
        because: "Who can alter the configuration owns the server already; the next server release brings 2.0.17."
        approver: "Product security lead"
        date: 2026-09-14
        until: 2027-06-30
      }

      /// Before 2.0.10 the logging library reads external XML entities (CVE-2018-1285).
      component log4net "Apache log4net" {
        version: "2.0.8"
        purl: "pkg:nuget/log4net@2.0.8"
        supplier: "Apache Software Foundation"
        support: supported
      }
      component server-windows "Windows Server 2022" {
        version: "10.0.20348"
        cpe: "cpe:2.3:o:microsoft:windows_server_2022:10.0.20348:*:*:*:*:*:*:*"
        supplier: "Microsoft"
        support: maintained
        end-of-support: 2031-10-14
      }

      process device-gateway "Device gateway" {
        interface pump-service "Pump service" {
          kind: api
          port: 443
          version: "HTTP/1.1"
        }
      }
      @allow(unstated-facet, "Each request is a flow of its own here, and asked there")
      process library-service "Library service" { handles: drug-library }
      process web-console "Web console" {
        component systems-manager "Systems Manager" {
          version: "12.3"
          cpe: "cpe:2.3:a:bd:alaris_systems_manager:12.3:*:*:*:*:*:*:*"
          support: maintained
        }
        interface console-web "Console address" {
          kind: web
          port: 443
          version: "HTTP/1.1 over TLS 1.2"
          settings: "No account as shipped; the first one is made at installation"
        }
      }
      process order-adapter "Order adapter" { handles: dose-order, infusion-record }
    }
    store pump-db "Pump database" {
      kind: sql
      holds: infusion-record, pump-settings
      encrypted: aes-256
    }
    store library-db "Library database" { kind: sql; holds: drug-library }
  }

  boundary biomed-workshop "Biomedical workshop" {
    zone: biomed
    kind: physical
    access: restricted

    external biomed-technician "Biomedical technician" { human: yes }
  }

  boundary pharmacy "Pharmacy" {
    zone: clinical
    kind: physical
    access: staff

    external pharmacist "Pharmacist" { human: yes }

    boundary editor-workstation "Editor workstation" {
      kind: machine

      process library-editor "Library editor" {
        handles: drug-library
        component guardrails-editor "Guardrails Editor" {
          version: "12.1.2"
          cpe: "cpe:2.3:a:bd:alaris_guardrails_editor:12.1.2:*:*:*:*:*:*:*"
          support: maintained
        }
      }
    }
  }

  boundary clinical-apps "Clinical applications" {
    zone: datacentre
    kind: network

    external health-record "Health record"

    boundary alarm-host "Alarm host" {
      kind: machine

      @allow(unstated-facet, "Each request is a flow of its own here, and asked there")
      process alarm-manager "Alarm manager" { function: alarm }
    }
  }

  boundary enterprise "Enterprise services" {
    zone: enterprise
    kind: network

    external directory "Directory and RADIUS" { function: authentication; harm: HAZ-11 }

    boundary report-host "Report host" {
      kind: machine

      process quality-reporter "Quality reporter" {
        handles: quality-data
        component cqi-reporter "CQI Reporter" {
          version: "10.17"
          cpe: "cpe:2.3:a:bd:alaris_cqi_reporter:10.17:*:*:*:*:*:*:*"
          support: maintained
        }
      }
    }
  }

  boundary remote-access "Remote access zone" {
    zone: vendor
    kind: network

    process support-gateway "Support gateway" { technology: "VPN gateway with session recording" }
  }
}
