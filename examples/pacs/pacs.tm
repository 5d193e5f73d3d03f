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
  profile: fda, mdr
}

import medical
import "assets.tm"
import "controls.tm"
import "controls-data.tm"
import "requirements.tm"
import "evidence.tm"
import "documents.tm"
import "hospital.tm"
import "flows-imaging.tm"
import "flows-archive.tm"
import "flows-reading.tm"
import "flows-services.tm"
import "policy.tm"
import "decisions.tm"
import "acceptances.tm"
import "inside.tm"

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

view outside-access "Ways in from outside" {
  include: home-office, scanner-vendor, archive-cloud, remote-zone, imaging-core
  overlay: threats
}

// The views that FDA's premarket guidance asks for

/// Departments, rooms and network segments of the hospital, the cloud archive, the radiologist's home
/// and the scanner's vendor. Every way in from outside ends at the access gateway or starts in the
/// neutral archive; a firewall stands between any two segments.
view segments "Segments of the hospital" {
  kind: global
  include: hospital, home-office, scanner-vendor, archive-cloud
  depth: 2
}

/// The archive holds the images of all patients: who alters or locks it reaches every reading. Keyed
/// digests show what was altered, a second copy at another site brings back what was lost, and each
/// workstation keeps an emergency account and the study at hand.
view archive-wide "When the archive is taken over" {
  kind: multi-patient-harm
  include: send-ct, send-ultrasound, send-import, store-images, fetch-images, index-study,
      find-study, archive-study, keep-images, copy-to-cloud, read-study, viewer-images, view-images
}

/// The software of the scanner comes from its vendor, over the gateway of the hospital, in a session
/// that the hospital opens and records. The scanner verifies the signature before it installs.
view scanner-update "How new software reaches the scanner" {
  kind: updateability
  include: deliver-software, install-software
}
view other-updates "Updates of archive, viewer and workstation" {
  kind: updateability
  omitted: "Their makers bring them on site, and each has a model of its own; none crosses a boundary of this one."
}

/// From the order in the health record over worklist, scan and archive to the signed report. Patient
/// and order are matched at each step, and shown with the image.
view study "A study from order to report" {
  kind: use-case
  function: measurement
  state: programming, send-receive, reporting
  include: place-order, order-radiology, schedule, worklist-query, send-ct, store-images,
      read-study, dictate, sign-report, return-report
}

/// The technologist plans and runs the scan at the console. The emergency stop is wired into the power
/// of the gantry, past all software; dose limits hold whatever the protocol says.
view scan "A scan and its stop" {
  kind: use-case
  function: radiation, emergency-stop
  state: power-on, standby, programming
  include: run-scan, load-protocol, emergency-stop, raw-images, next-patients
}
