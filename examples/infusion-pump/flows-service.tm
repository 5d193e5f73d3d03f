// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

// The drug library's way from the pharmacist to the server.

flow edit-library: pharmacist <-> library-editor "Edits drug library" {
  carries: drug-library
  crosses: editor-workstation
  authenticated: password
}

/// CVE-2023-30562 of the source: a changed data set was sent on to the pumps.
flow submit-library: library-editor -> library-service "Submits library for release" {
  carries: drug-library
  crosses: editor-workstation, pharmacy, biomed-net
  protocol: https
  authenticated: token

  threat tampering {
    score: "CVSS:3.0/AV:A/AC:L/PR:L/UI:R/S:U/C:N/I:H/A:H"
    residual: "CVSS:3.0/AV:A/AC:H/PR:H/UI:R/S:U/C:N/I:L/A:N"
    because: "The server refuses a library without the signature of the editor."
  }
}

// Administration of the server.

/// Lists of users and devices are imported here: CVE-2023-30563 and CVE-2023-30564 of the source.
flow manage-fleet: biomed-technician <-> web-console.console-web "Manages pumps and users" {
  carries: pump-settings, staff-login
  crosses: biomed-workshop, biomed-net
  protocol: https
  authenticated: password
  threat exceeded-rights {
    cve: CVE-2023-30564
    actor: "Somebody who may import lists of devices"
    scenario: "A script in the name of a device runs in the browser of an administrator."
    vulnerability: "Names were shown as they came."
    controls: input-encoding
    score: "CVSS:3.0/AV:A/AC:L/PR:L/UI:R/S:C/C:H/I:L/A:N"
    residual: "CVSS:3.0/AV:A/AC:H/PR:H/UI:R/S:C/C:L/I:N/A:N"
    because: "What devices are called is encoded wherever it is shown."
  }
}

flow check-login: web-console <-> directory "Checks staff login" {
  carries: staff-login
  crosses: biomed-net, enterprise
  protocol: ldaps
  authenticated: certificate
}

/// CVE-2023-30565 of the source.
@allow(clear-text-protocol, "Open gap P4 (CVE-2023-30565): the reporter has no TLS; no patient's name is sent, and a firewall limits the path to the two hosts.")
flow send-quality: web-console -> quality-reporter "Infusion statistics" {
  carries: quality-data
  crosses: biomed-net, enterprise, report-host
  protocol: http
  authenticated: token

  threat information-disclosure {
    status: accepted
    cve: CVE-2023-30565
    score: "CVSS:3.0/AV:A/AC:L/PR:L/UI:N/S:U/C:L/I:N/A:N"
    because: "The records carry no name of a patient, and the firewall lets nothing but the two hosts use the way."
    approver: "Product security lead"
    date: 2026-09-14
    until: 2027-12-31
  }
  threat tampering {
    status: accepted
    score: "CVSS:3.0/AV:A/AC:L/PR:L/UI:N/S:U/C:N/I:L/A:N"
    because: "A pharmacist reads the report and decides; no limit changes by itself."
    approver: "Product security lead"
    date: 2026-09-14
    until: 2027-12-31
  }
}

flow quality-report: quality-reporter -> pharmacist "Report on limits and overrides" {
  carries: quality-data
  crosses: report-host, enterprise, pharmacy
  protocol: https
  authenticated: certificate
}

// Remote support and new firmware.

flow support-session: support-engineer <-> support-gateway "Support session" {
  carries: event-log
  crosses: manufacturer-support, hospital, remote-access
  protocol: vpn
  authenticated: supervised-support

  threat spoofing {
    score: "CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:N"
    residual: "CVSS:3.0/AV:N/AC:H/PR:H/UI:R/S:U/C:L/I:N/A:N"
    because: "Opened by the hospital for one session, with a second factor."
  }
  threat exceeded-rights {
    score: "CVSS:3.0/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:N"
    residual: "CVSS:3.0/AV:N/AC:H/PR:H/UI:R/S:U/C:L/I:N/A:N"
    because: "Somebody of the hospital watches and can end the session."
  }
}

flow supervised-console: support-gateway <-> web-console "Recorded session" {
  carries: event-log
  via: console-web
  crosses: remote-access, biomed-net
  protocol: https
  authenticated: supervised-support
}

flow deliver-firmware: support-engineer -> support-gateway "New pump firmware" {
  carries: pump-firmware
  crosses: manufacturer-support, hospital, remote-access
  protocol: vpn
  authenticated: supervised-support
  function: update

  threat tampering {
    score: "CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:H/A:H"
    residual: "CVSS:3.0/AV:N/AC:H/PR:H/UI:R/S:U/C:N/I:L/A:N"
    because: "The pump starts nothing that the manufacturer's key did not sign, whoever delivers it."
  }
}

flow import-firmware: support-gateway -> device-gateway "Approved pump firmware" {
  carries: pump-firmware
  crosses: remote-access, biomed-net
  protocol: https
  authenticated: mutual
  function: update

  threat tampering {
    score: "CVSS:3.0/AV:A/AC:L/PR:N/UI:N/S:U/C:N/I:H/A:H"
    residual: "CVSS:3.0/AV:A/AC:H/PR:H/UI:R/S:U/C:N/I:L/A:N"
    because: "The pump starts nothing that the manufacturer's key did not sign, whoever imports it."
  }
}
