// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

// Reading and reporting.

flow read-study: query-service -> reading-software "Study with prior images" {
  carries: images
  via: retrieve-node
  crosses: imaging-core, radiology, reading-room, workstation
  protocol: dicom-tls
  authenticated: mutual, node-certificates
  encrypted: tls-1.2
  port: 2762
  hand-off: "None: one wired network"
  on-error: "The workstation shows which images are missing"
}

flow read-images: radiologist <-> reading-software.reading-screens "Reads images" {
  carries: images
  crosses: workstation
  authenticated: mfa
}

flow dictate: reading-software -> ris "Dictated report" {
  carries: report
  via: ris-screens
  crosses: workstation, reading-room, radiology, clinical-apps
  protocol: https
  authenticated: token
}

flow sign-report: radiologist -> ris.ris-screens "Signs the report" {
  carries: report
  crosses: reading-room, radiology, clinical-apps
  protocol: https
  authenticated: mfa
  controls: two-factor
}

flow report-out: ris -> interface-engine "Signed report" {
  carries: report
  protocol: hl7-tls
  authenticated: mutual
}

flow return-report: interface-engine -> health-record "Report for the record" {
  carries: report
  crosses: record-system
  protocol: hl7-tls
  authenticated: mutual

  threat tampering {
    controls: stored-digests
    score: "CVSS:4.0/AV:A/AC:L/AT:N/PR:N/UI:N/VC:N/VI:H/VA:N/SC:N/SI:N/SA:N"
    residual: "CVSS:4.0/AV:A/AC:H/AT:P/PR:L/UI:N/VC:N/VI:L/VA:N/SC:N/SI:N/SA:N/E:U"
  }
}

flow viewer-images: neutral-archive -> web-viewer "Images for the viewer" {
  carries: images
  protocol: dicomweb-https
  authenticated: token
}

flow view-images: physician <-> web-viewer.viewer-address "Views images on the ward" {
  carries: images
  crosses: wards, imaging-core
  protocol: https
  authenticated: mfa
  controls: two-factor

  threat exceeded-rights {
    score: "CVSS:4.0/AV:N/AC:L/AT:N/PR:L/UI:N/VC:H/VI:N/VA:N/SC:N/SI:N/SA:N"
    residual: "CVSS:4.0/AV:N/AC:H/AT:P/PR:L/UI:N/VC:L/VI:N/VA:N/SC:N/SI:N/SA:N/E:U"
    actor: "Curious member of staff"
    scenario: "Opens the images of a neighbour or of somebody known; images are shown to those who treat the patient."
  }
}

flow read-at-home: teleradiologist <-> access-gateway.vpn-address "Reads from home" {
  carries: images
  crosses: home-office, hospital, remote-zone
  protocol: vpn
  authenticated: mfa
  controls: two-factor, clinical-roles

  threat no-reading-at-home "The radiologist on call cannot read at home because the connection is blocked" {
    category: denial-of-service
    status: accepted
    harm: HAZ-24
    score: "CVSS:4.0/AV:N/AC:L/AT:P/PR:N/UI:N/VC:N/VI:N/VA:L/SC:N/SI:N/SA:N/E:P"
    because: "A radiologist on call comes to the hospital when reading from home fails for half an hour."
    approver: "Head of radiology"
    date: 2026-10-14
    until: 2027-10-31
  }
}

flow home-reading: access-gateway <-> web-viewer "Viewer through the gateway" {
  carries: images
  via: viewer-address
  crosses: remote-zone, imaging-core
  protocol: https
  authenticated: mfa, certificate
}
