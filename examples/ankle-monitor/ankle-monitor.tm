// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// A wearable that measures at night for one to three months and predicts strokes. It has no alarm
/// function: results reach patient and clinician through the app and the cloud. There is no direct
/// link from the device to the cloud.
model "Ankle Monitor Predictor of Stroke" {
  version: "1.0"
  intended-use: """
    Measurement of gait and pulse at night in adults at raised risk of stroke, worn at home for one
    to three months; a clinician reads the prediction and decides.
    """
  document-number: "AMPS-SEC-010"
  owner: "Product security team"
  approver: "Head of product security", "Head of regulatory affairs"
  date: 2026-09-30
  because: """
    The product is a chain of radio, phone and cloud that different people own, so each data flow is
    asked for both of its ends. CVSS 4.0 keeps harm in the product apart from harm beyond it, which a
    prediction that others act on needs.
    """
  method: stride
  scoring: cvss-4.0
  matrix: harm-matrix
}

import medical
import "assets.tm"
import "controls.tm"
import "controls-service.tm"
import "requirements.tm"
import "home.tm"
import "cloud.tm"
import "flows-device.tm"
import "flows-service.tm"
import "flows-firmware.tm"
import "decisions-device.tm"
import "decisions-service.tm"
import "evidence.tm"
import "policy.tm"

// People and organisations outside the product

boundary clinic "Clinic" {
  zone: hospital
  kind: organisation

  /// The playbook draws person and computer apart; both are outside our control, so they are one
  /// external entity here. The browser is whatever the clinic runs.
  external clinician "Clinician's browser" { human: yes }
}

boundary others "Services of others" {
  zone: third-party
  kind: organisation

  external app-store "App store"
  external mail-provider "Mail provider"
}

boundary operations "Operations office" {
  zone: manufacturer
  kind: organisation

  /// Runs the cloud and uploads firmware that the release process, outside this model, has signed.
  external operator "Operations engineer" { human: yes }
}

assumption phone-locked "The patient's phone has a screen lock and a supported system" {
  about: phone, app-secrets
  owner: "Product security team"
  review-by: 2028-03-31
}
assumption signing-offline "Firmware is signed on an offline machine by two people" {
  about: signed-firmware, upload-release
  owner: "Release management"
  review-by: 2028-03-31
}

view device-inside "Inside the ankle device" {
  include: device, patient
  overlay: threats
}
view firmware-path "How firmware reaches the device" {
  kind: updateability
  include: upload-release, publish-firmware, serve-firmware, offer-firmware, fetch-firmware,
      hand-over-firmware, ble-firmware, relay-firmware, swap-slot
}
view service "Cloud service" {
  include: amps-cloud, clinic, others, operations
  exclude: app-store
  depth: 2
}
