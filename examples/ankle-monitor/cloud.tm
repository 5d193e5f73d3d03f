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
      interface public-web "Public web address" {
        kind: web
        port: 443
        version: "HTTP/2 over TLS 1.3"
        settings: "Older versions of TLS are refused; nothing else listens"
      }

      threat fleet-update {
        harm: HAZ-01, HAZ-02, HAZ-03
        score: "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:N/VI:H/VA:H/SC:N/SI:H/SA:H"
        residual: "CVSS:4.0/AV:N/AC:H/AT:P/PR:H/UI:N/VC:N/VI:L/VA:L/SC:N/SI:L/SA:L/E:U"
        because: "The service cannot sign; a signed update that does harm is stopped at the first fifty devices."
        about: signing-offline
      }
      /// The attack path of the playbook: from an outdated web server to the patient database.
      threat outdated-server "Somebody uses a published flaw of the web server, stays in the service and reaches the databases with credentials found there" {
        category: elevation-of-privilege
        controls: patched-servers
        cwe: 1104, 522
        attack: T1190, T1552
        harm: HAZ-01, HAZ-02
        score: "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:N"
        residual: "CVSS:4.0/AV:N/AC:H/AT:P/PR:L/UI:N/VC:L/VI:L/VA:L/SC:L/SI:L/SA:N/E:U"
        because: "Flaws are closed before most are used. The edge holds no credentials, so that from there it takes the login of a service as well."
      }
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
      interface ops-login "Operations login" {
        kind: web
        port: 443
        version: "HTTP/2 over TLS 1.3"
      }
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
