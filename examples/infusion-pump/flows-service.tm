// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

// The drug library's way from the pharmacist to the server.

flow edit-library: pharmacist <-> library-editor "Edits drug library" {
  carries: drug-library
  crosses: editor-workstation
  authenticated: password
  on-error: "An entry outside the bounds of a drug is refused"
  verified-at: library-editor
  credentials: "Personal passwords, set at first use and changed each year"
  identity: "Accounts that the pharmacy's administrator gives and withdraws"
  session: "Locks after ten minutes"
  settings: "No account as shipped; the first one is made at installation"
}

/// CVE-2023-30562 of the source: a changed data set was sent on to the pumps.
flow submit-library: library-editor -> library-service "Submits library for release" {
  carries: drug-library
  crosses: editor-workstation, pharmacy, biomed-net
  protocol: https
  authenticated: token
  version: "HTTP/1.1 over TLS 1.2"
  port: 443
  hand-off: "None: one wired network"
  on-error: "A library without a valid signature is refused, and the editor shows it"
  crypto: "ECDHE on P-256 and AES-128-GCM; libraries are signed with ECDSA on P-256, by a key of the pharmacy's token"
  verified-at: library-service
  credentials: "A signing token of each pharmacist, handed out and blocked by the pharmacy"
  identity: "One account a pharmacist"
  session: "One upload a session"
  settings: "TLS 1.2 as shipped; release needs two pharmacists, which cannot be switched off"

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
  hand-off: "None: one wired network"
  on-error: "A list with a name that cannot be shown is refused as a whole"
  crypto: "ECDHE on P-256 and AES-128-GCM; the server's RSA key of 2048 bits for signatures alone"
  verified-at: directory
  credentials: "Personal passwords of the hospital's directory, under its rules"
  identity: "Accounts of the directory; biomedical engineering gives and withdraws the role"
  session: "Ends after 15 minutes without a click"
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
  harm: HAZ-11
  protocol: ldaps
  authenticated: certificate
  version: "LDAP 3 over TLS 1.2"
  port: 636
  hand-off: "None: one wired network"
  on-error: "Without an answer nobody is let in; the pumps go on"
  crypto: "ECDHE on P-256 and AES-128-GCM; RSA keys of 2048 bits for signatures alone"
  verified-at: directory, web-console
  credentials: "A certificate of the server, issued and renewed by hospital IT"
  identity: "One account of the server in the directory, which may search and nothing else"
  session: "One connection a login"
  settings: "No directory as shipped; hospital IT enters its name and certificate"
}

/// CVE-2023-30565 of the source.
@allow(clear-text-protocol, "Open gap P4 (CVE-2023-30565): the reporter has no TLS; no patient's name is sent, and a firewall limits the path to the two hosts.")
@allow(misplaced-protection, "Open gap P4 (CVE-2023-30565): the token travels in clear text.")
flow send-quality: web-console -> quality-reporter "Infusion statistics" {
  carries: quality-data
  crosses: biomed-net, enterprise, report-host
  protocol: http
  authenticated: token
  version: "HTTP/1.1"
  port: 80
  hand-off: "None: one wired network"
  on-error: "Statistics wait a week, and are then dropped"
  crypto: "None: the token travels in clear text (gap P4)"
  verified-at: quality-reporter
  credentials: "One token, entered by hand on both hosts; it is changed when somebody leaves"
  identity: "One token for the pump server"
  session: "None: each request carries the token"
  settings: "Off as shipped; a firewall rule of the hospital limits it to the two hosts"

  // Whoever reads the token along can use it.
  threat spoofing {
    status: accepted
    score: "CVSS:3.0/AV:A/AC:L/PR:L/UI:N/S:U/C:N/I:L/A:N"
    because: "A pharmacist reads the report and decides; no limit changes by itself."
    approver: "Product security lead"
    date: 2026-09-14
    until: 2027-12-31
  }
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
  version: "HTTP/1.1 over TLS 1.2"
  port: 443
  hand-off: "None: one wired network"
  on-error: "The report says for which days it has no data"
  crypto: "ECDHE on P-256 and AES-128-GCM; the RSA key of the host of 2048 bits for signatures alone"
  verified-at: "The pharmacist's browser"
  credentials: "A certificate of the hospital's authority, renewed by hospital IT"
  identity: "The name of the report host"
  session: "One page a request; readers are not known to it"
  settings: "Read-only as shipped"

  threat wrong-recipient {
    status: accepted
    score: "CVSS:3.0/AV:A/AC:L/PR:L/UI:N/S:U/C:L/I:N/A:N"
    because: "Whoever is in the hospital can open the report; its records carry no name of a patient."
    approver: "Product security lead"
    date: 2026-09-14
    until: 2027-12-31
  }
}

// Remote support and new firmware.

flow support-session: support-engineer <-> support-gateway "Support session" {
  carries: event-log
  crosses: manufacturer-support, hospital, remote-access
  protocol: vpn
  authenticated: supervised-support
  version: "IKE version 2"
  channel: "UDP 500 and 4500, from the internet to the gateway"
  hand-off: "From the internet to the remote access zone, by the gateway"
  on-error: "The tunnel closes, and the session with it"

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
  hand-off: "None: one wired network"
  on-error: "The session ends, and its record is kept"
}

flow deliver-firmware: support-engineer -> support-gateway "New pump firmware" {
  carries: pump-firmware
  crosses: manufacturer-support, hospital, remote-access
  protocol: vpn
  authenticated: supervised-support
  function: update
  version: "IKE version 2"
  channel: "UDP 500 and 4500, from the internet to the gateway"
  hand-off: "From the internet to the remote access zone, by the gateway"
  on-error: "An incomplete image is deleted; somebody has to send it again"

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
  version: "HTTP/1.1 over TLS 1.2"
  port: 443
  hand-off: "None: one wired network"
  on-error: "An image without a valid signature is refused before any pump sees it"
  crypto: "ECDHE on P-256 and AES-128-GCM; images are signed with ECDSA on P-384"
  verified-at: device-gateway, support-gateway
  credentials: "Certificates of the hospital's authority for both hosts; the signing key stays with the manufacturer, in a hardware module"
  identity: "One certificate a host"
  session: "One upload a session"
  settings: "Import needs the click of an administrator, which cannot be switched off"

  threat tampering {
    score: "CVSS:3.0/AV:A/AC:L/PR:N/UI:N/S:U/C:N/I:H/A:H"
    residual: "CVSS:3.0/AV:A/AC:H/PR:H/UI:R/S:U/C:N/I:L/A:N"
    because: "The pump starts nothing that the manufacturer's key did not sign, whoever imports it."
  }
}
