// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Imaging in a hospital: scanners, radiology information system, picture archive, vendor neutral
/// archive with a cloud copy, reading at workstations, in the browser and from home.
model "PACS imaging network" {
  version: "3.4"
  intended-use: """
    Acquisition, keeping and reading of diagnostic images in a hospital with outside readers, by
    radiographers, radiologists and referring physicians.
    """
  document-number: "IMG-RISK-034"
  owner: "Imaging informatics"
  approver: "Head of radiology", "Information security officer"
  date: 2026-09-30
  because: """
    Many vendors' systems meet here, and what each does inside is not known: their data flows are,
    so each is asked for both of its ends. CVSS 4.0 keeps what a system loses apart from what the
    systems behind it lose.
    """
  method: stride
  scoring: cvss-4.0
  matrix: imaging-risk
}

import medical
import "assets.tm"
import "controls.tm"
import "controls-data.tm"
import "requirements.tm"
import "evidence.tm"
import "hospital.tm"
import "flows-imaging.tm"
import "flows-archive.tm"
import "flows-reading.tm"
import "flows-services.tm"
import "policy.tm"
import "decisions.tm"
import "acceptances.tm"

// Outside the hospital

boundary home-office "Radiologist's home" {
  zone: home
  kind: physical
  access: public

  external teleradiologist "Teleradiologist" { human: yes }
}

boundary scanner-vendor "Imaging vendor" {
  zone: vendor
  kind: organisation

  external vendor-engineer "Vendor engineer" { human: yes }
}

boundary archive-cloud "Cloud archive" {
  zone: cloud
  kind: network
  owner: "Cloud provider"

  process cloud-service "Archive service" {
    interface cloud-address "Archive address" { kind: api }
  }
  store cloud-images "Cloud image copies" {
    kind: object-storage
    holds: images
    encrypted: hospital-held-keys
  }
}

assumption rooms-locked "Scanner and reading rooms are locked when nobody works in them" {
  about: scanner-room, reading-room
  owner: "Radiology management"
  review-by: 2028-01-31
}
assumption old-modalities "Scanners stay in service for ten years and longer without new software" {
  about: modality-net
  owner: "Imaging informatics"
  review-by: 2028-01-31
}

view study "A study from order to report" {
  kind: use-case
  include: place-order, order-radiology, schedule, worklist-query, send-ct, store-images,
      read-study, dictate, sign-report, return-report
}
view segments "Segments of the hospital" {
  kind: global
  include: hospital
  depth: 2
}
view outside-access "Ways in from outside" {
  include: home-office, scanner-vendor, archive-cloud, remote-zone, imaging-core
  overlay: threats
}
