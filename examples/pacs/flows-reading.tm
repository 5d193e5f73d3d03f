// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

// Reading and reporting.

flow read-study: query-service -> reading-software "Study with prior images" {
  carries: images
  via: retrieve-node
  crosses: imaging-core, radiology, reading-room, workstation
  protocol: dicom-tls
  authenticated: mutual
  encrypted: tls-1.2
  controls: node-certificates
}

flow read-images: radiologist <-> reading-software.reading-screens "Reads images" {
  carries: images
  crosses: workstation
  authenticated: mfa
  controls: two-factor
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
  controls: two-factor, clinical-roles

  threat exceeded-rights {
    status: mitigated
    controls: clinical-roles
    because: "Images are shown to those who treat the patient."
  }
}

flow read-at-home: teleradiologist <-> access-gateway.vpn-address "Reads from home" {
  carries: images
  crosses: home-office, hospital, remote-zone
  protocol: vpn
  authenticated: mfa
  controls: two-factor

  threat spoofing {
    status: mitigated
    controls: two-factor
    because: "A second factor is asked for at each login."
  }
}

flow home-reading: access-gateway <-> web-viewer "Viewer through the gateway" {
  carries: images
  via: viewer-address
  crosses: remote-zone, imaging-core
  protocol: https
  authenticated: mfa
  controls: clinical-roles
}
