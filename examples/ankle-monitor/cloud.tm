// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// The AMPS cloud service: virtual machines behind one application gateway.
boundary amps-cloud "AMPS cloud service" {
  zone: cloud
  kind: network
  owner: "Manufacturer"

  boundary cloud-edge "Edge" {
    kind: network

    process gateway "Application gateway" {
      technology: "Reverse proxy with request inspection"
      component nginx "nginx" { version: "1.26.2"; purl: "pkg:generic/nginx@1.26.2" }
      interface public-web "Public web address" { kind: web }
    }
  }

  boundary cloud-services "Application services" {
    trust: 6
    kind: network

    process patient-services "Patient services" {
      process app-api "App interface" {
        privilege: service
        handles: readings, account
      }
      process patient-portal "Patient portal" { privilege: service }
      process reminders "Reminder service" { privilege: service }
    }
    process clinic-services "Clinic services" {
      /// Summary of raw data and analysis; download as an encrypted archive.
      process clinician-portal "Clinician portal" { privilege: service }
    }
    process analysis "Stroke analysis" {
      function: measurement
      privilege: service
    }
    process ops-console "Operations console" {
      privilege: admin
      interface ops-login "Operations login" { kind: web }
    }
  }

  boundary cloud-data "Data tier" {
    trust: 7
    kind: network

    store readings-db "Readings database" {
      kind: sql
      holds: readings, risk-score
      encrypted: aes-256
    }
    store account-db "Account database" {
      kind: sql
      holds: account
      encrypted: aes-256
    }
    store audit-log "Access log" { kind: database; log: yes; holds: audit-trail }
    store firmware-repo "Firmware repository" { kind: object-storage; holds: device-firmware }
  }
}
