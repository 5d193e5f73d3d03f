// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

// Login, audit, remote service.

flow viewer-login: web-viewer <-> directory "Checks viewer login" {
  carries: staff-login
  crosses: imaging-core, enterprise
  protocol: oauth
  authenticated: certificate
}

flow reading-login: reading-software <-> directory "Checks workstation login" {
  carries: staff-login
  crosses: workstation, reading-room, radiology, enterprise
  protocol: kerberos
  authenticated: mutual
}

flow audit-archive: archive-manager -> event-monitor "Audit of the archive" {
  carries: audit-events
  crosses: imaging-core, enterprise
  protocol: syslog-tls
  authenticated: mutual
  function: logging
}

flow audit-neutral: neutral-archive -> event-monitor "Audit of the neutral archive" {
  carries: audit-events
  crosses: imaging-core, enterprise
  protocol: syslog-tls
  authenticated: mutual
  function: logging
}

flow audit-viewer: web-viewer -> event-monitor "Audit of the viewer" {
  carries: audit-events
  crosses: imaging-core, enterprise
  protocol: syslog-tls
  authenticated: mutual
  function: logging
}

flow audit-vendor: access-gateway -> event-monitor "Recorded sessions" {
  carries: audit-events
  crosses: remote-zone, enterprise
  protocol: syslog-tls
  authenticated: mutual
  function: logging
  controls: vendor-recording
}

flow vendor-session: vendor-engineer <-> access-gateway.vpn-address "Remote service session" {
  carries: audit-events
  crosses: scanner-vendor, hospital, remote-zone
  protocol: vpn
  authenticated: mfa
  controls: vendor-recording
}

flow deliver-software: vendor-engineer -> access-gateway.vpn-address "New scanner software" {
  carries: scanner-software
  crosses: scanner-vendor, hospital, remote-zone
  protocol: vpn
  authenticated: mfa
  function: update
  controls: vendor-recording

  threat tampering {
    score: "CVSS:4.0/AV:N/AC:L/AT:P/PR:N/UI:N/VC:N/VI:H/VA:H/SC:N/SI:N/SA:N"
    residual: "CVSS:4.0/AV:N/AC:H/AT:P/PR:H/UI:N/VC:N/VI:H/VA:H/SC:N/SI:N/SA:N/E:U"
  }
}

flow install-software: access-gateway -> scanner-console "Installs scanner software" {
  carries: scanner-software
  crosses: remote-zone, radiology, scanner-room, modality-net
  protocol: rdp
  authenticated: mfa, certificate
  encrypted: tls-1.2
  function: update
  controls: vendor-recording

  threat tampering {
    score: "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N"
    residual: "CVSS:4.0/AV:N/AC:H/AT:P/PR:H/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N/E:U"
    scenario: "Somebody who has the gateway offers the scanner changed software; its signature is verified before it is installed."
  }
}
