// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

// The clinic with the programmer, the service, and the manufacturer.

boundary clinic "Cardiology clinic" {
  zone: clinical
  kind: physical
  access: staff

  external cardiologist "Cardiologist" { human: yes }

  boundary programmer "Programmer" {
    zone: device
    kind: machine
    access: staff

    process programmer-app "Programmer application" {
      handles: session-key
      interface programmer-screen "Programmer screen" { kind: touchscreen; access: staff }
      interface wand "Programming wand" {
        kind: radio
        channel: "Coil at the skin, then 402 to 405 MHz"
        access: staff
      }
      interface programmer-usb "Programmer USB port" {
        kind: usb
        physical: yes
        access: staff
        disabled: yes
      }
    }
    store programmer-disk "Programmer disk" {
      kind: file
      encrypted: aes-256
      holds: episodes, implant-firmware
    }
  }

  external clinician-browser "Clinician's browser" { human: yes }
}

boundary follow-up-service "Follow-up service" {
  zone: cloud
  kind: network
  access: restricted

  process ingestion "Ingestion service" {
    interface ingestion-api "Ingestion API" { kind: api; access: public }
  }
  process portal "Follow-up portal" {
    interface portal-web "Portal address" { kind: web; access: public }
  }
  process update-server "Update server" {
    interface update-api "Update API" { kind: update; access: public }
  }
  store episode-store "Episode database" {
    kind: database
    encrypted: database-encryption
    holds: episodes, patient-record
  }
  store audit-log "Audit log" {
    kind: file
    encrypted: aes-256
    log: yes
    holds: service-log
  }
}

boundary manufacturer-site "Manufacturer" {
  zone: manufacturer
  kind: organisation
  access: restricted

  external release-team "Release team" { human: yes }
  boundary signing-room "Signing room" {
    zone: manufacturer
    kind: physical
    access: locked

    process release-station "Release station" {
      technology: "Signs with a key in a hardware module"
    }
  }
}
