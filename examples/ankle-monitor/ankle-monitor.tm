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
  profile: fda
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
import "documents.tm"
import "policy.tm"
import "inside.tm"

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
view service "Cloud service" {
  include: amps-cloud, clinic, others, operations
  exclude: app-store
  depth: 2
}

// The views that FDA's premarket guidance asks for

/// Device and phone at the patient's home, the cloud service of the manufacturer with its operations
/// office, clinics, and the app store and mail provider between. The device has no way to the cloud but
/// through the phone, which belongs to the patient; the networks in between belong to others.
view whole "The whole system" {
  kind: global
  depth: 2
}

/// One service holds the readings of all patients and hands out the firmware of all devices. It cannot
/// sign firmware: two people do that on an offline machine, and each device verifies it. An update that
/// does harm is stopped after the first fifty devices. Altered scores show in keyed comparisons with
/// the raw readings, which stay on each phone for two weeks.
view fleet "When the service is taken over" {
  kind: multi-patient-harm
  include: upload-release, publish-firmware, serve-firmware, offer-firmware, fetch-firmware,
      upload-readings, app-requests, save-readings, analyse, clinic-results, clinician-requests,
      clinician-session, operate
}

/// Firmware is signed before it enters the system. It passes the cloud service, networks of others and
/// the patient's phone, none of which can alter it unseen; the device verifies it before a slot becomes
/// bootable, and changes slots at the charger.
view firmware-path "How firmware reaches the device" {
  kind: updateability
  include: upload-release, publish-firmware, serve-firmware, offer-firmware, fetch-firmware,
      hand-over-firmware, ble-firmware, relay-firmware, swap-slot
}

/// Who holds the device and presses its button can pair a phone with it for thirty seconds, and has to
/// know the passkey on the label. The new pairing ends the old one.
view pairing "Pairing and commands" {
  kind: use-case
  function: authentication
  state: power-on, standby, programming
  include: switch-and-charge, press-pairing, ble-commands, relay-commands, set-sampling,
      use-app, request-action, pairing-secrets
}

/// At night the device measures by itself; in the morning the phone collects and uploads. A night that
/// is missing shows in the app and in the portal; nothing waits for it.
view night "From the skin to the score" {
  kind: use-case
  function: measurement
  state: standby, send-receive, reporting
  include: skin-signals, store-readings, load-readings, relay-readings, ble-readings,
      cache-readings, pending-readings, upload-readings, app-requests, save-readings, analyse
}

/// Patient and clinician see the score in the browser. Clinicians see those patients who have
/// authorised them; the second factor of their login is proposed, and the gap accepted until then.
view results "Results in the browser" {
  kind: use-case
  function: clinical-display
  state: reporting
  include: browse-portal, portal-requests, patient-results, clinician-session, clinician-requests,
      clinic-results, check-consent, log-access
}
