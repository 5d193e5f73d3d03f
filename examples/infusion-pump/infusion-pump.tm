// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// A large-volume infusion pump, a central unit with a pump module, on the wireless network of a
/// hospital; with its server, drug library editor, orders from the health record, remote support.
model "Wireless infusion pump" {
  version: "2.1"
  intended-use: """
    Controlled infusion of fluids, drugs and blood into adults and children, by nurses on wards and
    in intensive care, with drug libraries of the hospital's pharmacy.
    """
  document-number: "SEC-RMR-2.1"
  owner: "Device security team"
  approver: "Head of device security", "Head of clinical safety"
  date: 2026-09-30
  because: """
    Most attacks on a networked pump come over its data flows, so each is asked for both of its
    ends; what is special to therapy, alarms and updates comes from the medical library. CVSS 3.0 is
    the version that the MITRE rubric for medical devices is qualified for.
    """
  method: stride
  scoring: cvss-3.0
  matrix: pump-risk
}

import medical
import "assets.tm"
import "controls.tm"
import "controls-hospital.tm"
import "requirements.tm"
import "evidence.tm"
import "hospital.tm"
import "flows-bedside.tm"
import "flows-network.tm"
import "flows-service.tm"
import "policy.tm"
import "decisions.tm"
import "decisions-network.tm"
import "ratings.tm"

/// The manufacturer's remote support, reached over the internet.
boundary manufacturer-support "Manufacturer's support" {
  zone: vendor
  kind: organisation
  owner: "Manufacturer"

  external support-engineer "Support engineer" { human: yes }
}

assumption ward-staffed "Nurses are on the ward day and night, and strangers are noticed" {
  about: ward, program-infusion, press-stop
  owner: "Ward management"
  review-by: 2028-06-30
}
assumption dose-double-check "Two nurses check each high-alert drug before the start" {
  about: dose-order
  owner: "Pharmacy committee"
  review-by: 2028-06-30
}
assumption network-loss "The pump infuses and alarms without any network" {
  about: delivery-control, alarm-handler
  owner: "Device security team"
  review-by: 2028-06-30
}

view bedside "At the bedside" {
  include: ward
  overlay: threats
}
view library-path "How a drug library reaches the pump" {
  kind: updateability
  include: edit-library, submit-library, keep-library, release-library, push-library,
      frames-in, new-library, activate-library, check-limits
}
view zones "Zones of the hospital" {
  kind: global
  include: hospital, manufacturer-support
  depth: 2
}
