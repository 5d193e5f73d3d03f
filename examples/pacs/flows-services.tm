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
  controls: central-audit
}

flow audit-viewer: web-viewer -> event-monitor "Audit of the viewer" {
  carries: audit-events
  crosses: imaging-core, enterprise
  protocol: syslog-tls
  authenticated: mutual
  function: logging
  controls: central-audit
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

  threat repudiation {
    status: mitigated
    controls: vendor-recording
    because: "The session is recorded."
  }
}

flow deliver-software: vendor-engineer -> access-gateway.vpn-address "New scanner software" {
  carries: scanner-software
  crosses: scanner-vendor, hospital, remote-zone
  protocol: vpn
  authenticated: mfa
  function: update
  controls: vendor-recording, signed-software
}

flow install-software: access-gateway -> scanner-console "Installs scanner software" {
  carries: scanner-software
  crosses: remote-zone, radiology, scanner-room, modality-net
  protocol: rdp
  authenticated: mfa
  encrypted: tls-1.2
  function: update
  controls: vendor-recording, signed-software

  threat tampering {
    status: mitigated
    controls: signed-software
    because: "Packages are signed, and the signature is verified before installing."
  }
}
