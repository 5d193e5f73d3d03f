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
  profile: fda
}

import medical
import "assets.tm"
import "controls.tm"
import "controls-hospital.tm"
import "requirements.tm"
import "evidence.tm"
import "documents.tm"
import "hospital.tm"
import "flows-bedside.tm"
import "flows-network.tm"
import "flows-service.tm"
import "policy.tm"
import "decisions.tm"
import "decisions-network.tm"
import "ratings.tm"
import "inside.tm"

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

// The views that FDA's premarket guidance asks for

/// The hospital with its zones, and the manufacturer's support outside it. A firewall of the hospital
/// stands between any two zones; pumps reach their server over the wireless LAN and nothing else. New
/// firmware comes from the manufacturer through the remote access zone. There is no cloud and no
/// patient's home in this system.
view zones "Zones of the hospital" {
  kind: global
  include: hospital, manufacturer-support
  depth: 2
}

/// Whoever owns the pump server, the drug library or a firmware image reaches all pumps of a hospital
/// at once. The pumps do not trust the server: they verify the signatures of libraries and images
/// themselves, keep hard limits that no message changes, and start no order that a nurse has not
/// confirmed. When something is wrong, each goes on by itself with what it has, alarms at the bed,
/// and reports to a log that the server cannot alter unseen.
view fleet "When many pumps are reached at once" {
  kind: multi-patient-harm
  include: push-library, push-order, push-firmware, report-status, join-wlan, frames-in,
      submit-library, manage-fleet, import-firmware, supervised-console, alarm-out, route-order,
      release-library, fleet-data
}

/// New firmware is signed by the manufacturer, crosses the gateway and the server of the hospital,
/// which the manufacturer does not control, and is verified in the pump before it can start. Two slots
/// keep the version that worked; slots are switched between infusions, when somebody at the pump
/// agrees. A version that was withdrawn is not started again.
view firmware-path "How new firmware reaches the pump" {
  kind: updateability
  include: deliver-firmware, import-firmware, push-firmware, frames-in, stage-firmware
}

/// A drug library changes more often than firmware, and takes a way of its own: two pharmacists
/// release it, their token signs it, and the pump verifies the signature before the limits change.
view library-path "How a drug library reaches the pump" {
  kind: updateability
  include: edit-library, submit-library, keep-library, release-library, push-library,
      frames-in, new-library, activate-library, check-limits
}

/// An order of the health record waits at the pump until a nurse has compared it with patient and
/// drug. Programming by hand takes the same way from the panel on. Whatever the values say, unit and
/// module keep their hard limits, and the sensors stop the motor when the line contradicts it.
view programming "From the order to the drug" {
  kind: use-case
  function: therapy, measurement
  state: programming, therapy, send-receive
  include: send-order, route-order, push-order, frames-in, remote-order, program-infusion,
      confirmed-order, check-limits, module-bus, deliver-drug, sense-line
}

/// The pump alarms at the bed without any network. The way to the nurse station is the second one; a
/// pump whose alarm nobody acknowledges shows it.
view alarming "From the alarm condition to the nurse" {
  kind: use-case
  function: alarm
  state: alarming, send-receive
  include: raise-alarm, sound-alarm, forward-alarm, frames-out, report-status, alarm-out,
      show-alarms
}

/// The stop key is a wire to the delivery control. It works while the panel is busy, starting or
/// halted, and needs no login.
view stopping "Stop" {
  kind: use-case
  function: emergency-stop
  state: power-on, standby, therapy, alarming
  include: press-stop, module-bus
}

/// Settings and the image of the radio card are changed at the opened or idle pump, with a cable. Both
/// ways are open gaps, P2 and P3; seal, comparison by the server and a pump out of use are what holds
/// until they are closed.
view servicing "Service at the device" {
  kind: use-case
  function: update
  state: maintenance
  include: configure-pump, load-radio, manage-fleet
}
