// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

// The library `medical`: threats of medical devices, with what they can lead to for a patient.
//
// Beside what STRIDE finds, in two kinds. A template with `replaces` says a general threat in the words
// of the ward; it has the id of the general one, and adds nothing to the count. One without it finds what
// STRIDE per interaction has no question for. This part goes by what things are for (`function`).

// ---- What flows for a function -----------------------------------------------------------------

threat altered-alarm "Alarms are wrong or missing because {somebody} alters {carries} {way}" {
  category: tampering
  applies-to: flow
  when: function has alarm
  replaces: tampering
  answered-by: integrity-protected
  consequence: "Help comes too late, or nobody believes alarms any more."
  advice: "Raise the alarm at the device itself in any case, authenticate what is passed on, and show when the remote alarm system is not connected."
  cwe: 345, 924
  capec: 94, 384
  attack: T0838, T0878
}

threat lost-alarm "Nobody comes to the patient because {somebody} blocks {carries} {way}" {
  category: denial-of-service
  applies-to: flow
  // An alarm is also what some flow with that function carries, and what a process that raises alarms sends.
  when: function has alarm or (any carries where (harm and any flows where function has alarm)) or
    source.function has alarm and not two-way and any carries where (harm and not personal)
  replaces: denial-of-service
  consequence: "Help comes too late to a patient in danger."
  advice: "Sound the alarm at the device in any case, supervise the connection with a heartbeat, and give an alarm when it is down."
  cwe: 400, 754
  capec: 125, 607
  attack: T0815, T0878
}

threat muffled-alarm "Nobody notices {carries} because somebody mutes or covers what {source} sounds or shows" {
  category: denial-of-service
  applies-to: flow
  when: function has alarm and target.human
  replaces: lost-signal
  consequence: "Help comes too late to a patient in danger."
  answered-with: watchdog, redundancy, range-check
  advice: "Give alarms a second way that somebody at the bed cannot muffle, and limit muting in time."
  cwe: 400, 754
  capec: 607
  attack: T0878
}

threat ignored-stop "An emergency stop does not get from {source} to {target}, because {somebody} blocks {carries}" {
  category: denial-of-service
  applies-to: flow
  when: function has emergency-stop
  replaces: denial-of-service, lost-signal
  consequence: "A harmful movement, dose or exposure cannot be ended."
  advice: "Wire the stop past all software, let a broken wire stop as well, and test it at each start."
  cwe: 400, 754
  capec: 607
  attack: T0814, T0880
}

threat forged-stop "{target} stops while a patient depends on it, because somebody poses as {source}" {
  category: spoofing
  applies-to: flow
  when: function has emergency-stop
  replaces: spoofing
  answered-by: authenticated
  consequence: "Therapy or an intervention is interrupted at the wrong moment."
  advice: "Let only somebody at the device stop it, say who or what stopped it, and make going on quick and safe."
  cwe: 290, 306
  capec: 151
}

threat deceived-interlock "An unsafe state passes for a safe one because {somebody} alters {carries} {way}" {
  category: tampering
  applies-to: flow
  when: function has interlock
  replaces: tampering
  answered-by: integrity-protected
  consequence: "The device runs while somebody is within its reach."
  advice: "Wire the interlock past all software, take silence for unsafe, and compare two signals that cannot fail alike."
  cwe: 345, 636
  capec: 384
  attack: T0837, T0880
}

threat altered-radiation "Somebody gets a dose of radiation that was not ordered because {somebody} alters {carries} {way}" {
  category: tampering
  applies-to: flow
  when: function has radiation
  replaces: tampering
  answered-by: integrity-protected
  consequence: "Burns or late effects, or a tumour that is missed."
  advice: "Check dose and geometry at the source against the order and against fixed limits, and measure what is really given."
  cwe: 345, 353
  capec: 94, 384
  attack: T0831, T0836
}

threat altered-motion "{target} moves otherwise than the operator wants because {somebody} alters {carries} {way}" {
  category: tampering
  applies-to: flow
  when: function has motion
  replaces: tampering
  answered-by: integrity-protected
  consequence: "Patient or staff are crushed, or lines and tubes are torn out."
  advice: "Bound speed, force and range in hardware, and move only while somebody holds a switch."
  cwe: 345, 353
  capec: 94, 384
  attack: T0831, T0836
}

threat altered-calibration "{target} works a little wrong from then on because {somebody} alters {carries} {way}" {
  category: tampering
  applies-to: flow
  when: function has calibration
  replaces: tampering
  answered-by: integrity-protected
  consequence: "Wrong results or doses that nobody doubts, for many patients."
  advice: "Authenticate calibration data, bound how far it may differ from the last one, and check it against a reference."
  cwe: 345, 353
  capec: 94, 384
  attack: T0836
}

// Encryption of the way is no answer: software is trusted by the signature it carries.
threat altered-software "{target} gets manipulated software because {somebody} alters {carries} from {source}" {
  category: tampering
  applies-to: flow
  // Who passes it on is asked as for any data: what arrives at the device has to be genuine.
  when: function has update and (any carries where class has firmware) and
    (not target.zone or target.zone in (device, device-internal, body, phone))
  replaces: tampering
  consequence: "Each device that takes it does what the attacker wants; many patients at once."
  answered-with: signature, secure-boot
  advice: "Sign software where it is made, with its version, and verify the signature at the device before it is installed and at each start."
  cwe: 347, 494
  capec: 186, 187
  attack: T1195.002, T0857
}

threat missed-change "A change in the patient goes unnoticed because somebody disturbs {carries} between {source} and {target}" {
  category: denial-of-service
  applies-to: flow
  when: function has measurement
  replaces: lost-signal
  consequence: "Treatment comes late, or goes on as if nothing had happened."
  answered-with: watchdog, redundancy, range-check, tamper-seal
  advice: "Notice that the signal is missing or implausible, say so at once, and never fill the gap with old values."
  cwe: 400, 754
  capec: 607
}

threat false-reading "A false reading counts because {target} {takes|take} the signal of somebody or something else for {carries}" {
  category: spoofing
  applies-to: flow
  when: function has measurement
  replaces: false-signal
  consequence: "Wrong treatment, or none."
  answered-with: range-check, redundancy, tamper-seal, review
  advice: "Check contact, plausibility and agreement with other signals, and mark readings that fail the check."
  cwe: 290, 345
  capec: 148
  attack: T0856
}

threat blocked-therapy "Therapy does not reach the patient because somebody blocks {carries} from {source}" {
  category: denial-of-service
  applies-to: flow
  when: function has therapy
  replaces: lost-signal
  consequence: "Under-treatment that looks like treatment."
  answered-with: watchdog, redundancy, range-check, tamper-seal
  advice: "Measure what reaches the patient rather than what was commanded, and give an alarm when the two differ."
  cwe: 400, 754
  capec: 607
}

// ---- What runs for a function ------------------------------------------------------------------

threat limitless-therapy "A permitted command makes {element} give more, faster or longer than any patient can bear" {
  category: tampering
  applies-to: process
  // Of a chain that ends in a beam, what gives the beam is asked as `excess-radiation`.
  when: function has therapy and not any flows-out where (target is process and target.function has radiation)
  consequence: "Overdose or injury, although nobody broke a rule of the protocol."
  answered-with: range-check, review
  advice: "Bound the output by limits that no message can change, check the range of each value and their combination, and ask a person to confirm what is unusual."
  cwe: 20, 1284
  capec: 153
  attack: T0836
}

// Under STRIDE per element, `process-denial` asks this of every process.
threat stopped-therapy "{element} stops or restarts in the middle of a therapy" {
  category: denial-of-service
  applies-to: process
  when: function has therapy or function has radiation and any flows-out where (any carries where class has therapy)
  method: stride
  consequence: "Therapy is interrupted, and its state is unknown after the restart."
  answered-with: fallback, redundancy
  advice: "Keep the therapy apart from the network and from other tasks, restart into the same state, and give an alarm that does not depend on the same processor."
  cwe: 400, 754
  capec: 607
  attack: T0814, T0826
}

threat non-production-mode "Somebody puts {element} into a test or service mode that skips all limits while in use" {
  category: elevation-of-privilege
  applies-to: process
  // Of a chain of commands, what has the actuator is asked, or else what moves in the end: what only reports back
  // where it stands gives no command.
  when: not zone is phone and (function in (therapy, radiation) or function has motion and
    ((any interfaces where kind is actuator) or
      (any flows-out where (physical and not any via where kind in (display, audio))) or not any flows-out where (target is process and target.function has motion and
        (function has motion or any carries where content has command) and
        ((any target.interfaces where kind is actuator) or
          (any target.flows-out where (physical and not any via where kind in (display, audio))) or
          not (any target.flows-out where (target is process and target.function has motion and
            (function has motion or any carries where content has command))) or
          any target.flows-out where (target is process and target.function has motion and
            (function has motion or any carries where content has command) and
            ((any target.interfaces where kind is actuator) or
              (any target.flows-out where (physical and not any via where kind in (display, audio))) or
              not any target.flows-out where (target is process and target.function has motion and
                (function has motion or any carries where content has command))))))))
  consequence: "The device does harm that its limits would have prevented."
  answered-with: role-based-access, access-check, password, mfa, passkey, certificate, tamper-seal, review
  advice: "Leave test functions out of the product, let a service mode need a key and an empty device, and show it so that nobody can overlook it."
  cwe: 489, 912
  capec: 36
}

threat widened-alarm-limits "Somebody widens or switches off the alarm limits of {element}" {
  category: tampering
  applies-to: process
  // An app that doses warns of what it does.
  when: function has alarm and (zone in (device, device-internal, body) or zone is phone and function has therapy)
  consequence: "A patient in danger raises no alarm."
  answered-with: role-based-access, access-check, password, mfa, passkey, range-check, review, signature
  advice: "Let limits be changed at the device by a person with the right to, show what differs from the default, and bound how far they can be moved."
  cwe: 284, 306
  capec: 176
  attack: T0838
}

threat excess-radiation "{element} exposes somebody to radiation that nobody ordered, or to more than was ordered" {
  category: tampering
  applies-to: process
  when: function has radiation
  consequence: "Burns or late effects; staff in the room can be hit too."
  answered-with: range-check, redundancy, fallback
  advice: "End each exposure by a timer and a dosimeter that the software cannot reach, and start it only while a person holds a switch."
  cwe: 20, 1284
  capec: 153
  attack: T0831, T0836
}

threat repeated-exposure "{element} fails during an exposure, so that it has to be repeated" {
  category: denial-of-service
  applies-to: process
  // A therapy that stops is completed, not repeated.
  when: function has radiation and not any flows-out where (any carries where class has therapy)
  consequence: "The patient gets the dose twice, or contrast agent for nothing."
  answered-with: fallback, redundancy, backup
  advice: "Keep the exposure and its raw data apart from networks and displays, and save what was measured before anything else."
  cwe: 400, 754
  capec: 607
  attack: T0826
}

threat stuck-motion "{element} {blocks|block} in the middle of a movement" {
  category: denial-of-service
  applies-to: process
  // Of a chain of commands, what has the actuator is asked, or else what moves in the end: what only reports back
  // where it stands gives no command.
  when: function has motion and
    ((any interfaces where kind is actuator) or
      (any flows-out where (physical and not any via where kind in (display, audio))) or not any flows-out where (target is process and target.function has motion and
        (function has motion or any carries where content has command) and
        ((any target.interfaces where kind is actuator) or
          (any target.flows-out where (physical and not any via where kind in (display, audio))) or
          not (any target.flows-out where (target is process and target.function has motion and
            (function has motion or any carries where content has command))) or
          any target.flows-out where (target is process and target.function has motion and
            (function has motion or any carries where content has command) and
            ((any target.interfaces where kind is actuator) or
              (any target.flows-out where (physical and not any via where kind in (display, audio))) or
              not any target.flows-out where (target is process and target.function has motion and
                (function has motion or any carries where content has command)))))))
  consequence: "Help in an emergency comes late, or what was begun cannot be ended."
  answered-with: fallback, redundancy
  advice: "Let it be moved by hand without power and without software."
  cwe: 400, 754
  capec: 607
  attack: T0826
}

threat shifted-calibration "Somebody shifts the calibration of {element} so little that every result looks right" {
  category: tampering
  applies-to: process
  // What is calibrated, and not the tool that does it, or who passes it on.
  when: function has calibration and not function has service-access and
      not (any flows-out where (function has calibration and target is process)) or
    zone in (device, device-internal, body) and
    (any flows-in where (not physical and source is process and
      (function has calibration or source.function has calibration and source.function has service-access))) and
    not any flows-out where (function has calibration and target is process)
  consequence: "Wrong results or doses that nobody doubts, for many patients."
  answered-with: access-check, role-based-access, certificate, mfa, passkey, password, signature, mac, review, redundancy, tamper-seal
  advice: "Let calibration need a person with the right to, keep the values it had before, and check against a reference that the same person cannot change."
  cwe: 284, 345
  capec: 176
  attack: T0836
}

threat update-in-use "An update restarts or breaks {element} while a patient depends on the device" {
  category: denial-of-service
  applies-to: process
  // Who installs it, and not who passes it on; at a port for service, `service-during-care` asks it.
  when: zone is phone and function has therapy and (any flows-in where function has update) or
    zone in (device, device-internal, body) and
    ((any flows-out where (function has update and target is store)) or
      any flows-in where ((function has update or any carries where class has firmware) and source is process and
        not any via where kind in (service, usb, serial, removable-media))) and
    not any flows-out where ((function has update or any carries where class has firmware) and target is process and
      target.zone in (device, device-internal, body))
  consequence: "Therapy or monitoring is interrupted, or the device does not start again."
  answered-with: fallback, review, redundancy, backup
  advice: "Install only when no patient is connected and a person agrees, keep the version that worked, and go back to it by itself."
  cwe: 400, 404
  capec: 607
  attack: T0816
}

threat fleet-update "Whoever controls {element} sends a harmful update to all devices at once" {
  category: tampering
  applies-to: process, store
  // Of a build, `planted-in-build` asks it; of software that a store holds, `altered-at-rest`.
  // A tool that is plugged in gets at one device at a time: that is `carried-malware`.
  when: zone in (cloud, datacentre, manufacturer, enterprise, hospital, clinical, biomed, vendor) and
    not function in (build, signing) and not (any holds where class has firmware) and
    not ((any flows-out where ((function has update or any carries where class has firmware) and
        any via where kind in (usb, serial, jtag, swd, removable-media))) and
      all flows-out where (not (function has update or any carries where class has firmware) or
        any via where kind in (usb, serial, jtag, swd, removable-media))) and
    (supplies has code or
      any flows-out where function has update and target.zone in (device, device-internal, body, phone, home))
  consequence: "Many patients at once; hospitals lose all devices of a kind."
  answered-with: signature, secure-boot, review
  advice: "Let devices trust the signature and not the server, keep signing keys offline, and release in stages that can be stopped."
  cwe: 345, 494
  capec: 186
  attack: T1195.002, T0857
}

threat emergency-access-misused "Somebody uses {subject} without an emergency, and works past all rights" {
  category: elevation-of-privilege
  applies-to: process, interface
  when: function has emergency-access
  answered-by: disabled
  consequence: "Orders and settings that nobody is answerable for; records of patients are open to all."
  answered-with: audit-log, review
  advice: "Show and record each use, ask for the reason afterwards, let it end by itself, and give it no more than an emergency needs."
  cwe: 269, 285
  capec: 122
}

threat locked-out-in-emergency "Nobody can use {element} in an emergency, because the login at {interface} fails or is locked" {
  category: denial-of-service
  applies-to: interface
  when: kind in (user-interface, keypad, touchscreen) and not function has emergency-access and
    element.function in (therapy, alarm, radiation, motion, clinical-display) and
    any flows where authenticated
  answered-by: disabled
  consequence: "Treatment comes late."
  answered-with: fallback, redundancy, rate-limit
  advice: "Keep what an emergency needs within reach without a login, or give it an emergency access that is recorded; let failed logins slow down rather than lock."
  cwe: 645
  capec: 2
}

threat other-patient-shown "{element} shows the data of one patient under the name of another" {
  category: tampering
  applies-to: process
  // A device at one bed that gets its values from that bed alone shows no other patient, nor does the own phone.
  // Who works at a page or screen with the plans and findings of many looks at one of them at a time.
  when: (function has clinical-display or not zone in (device, device-internal, body) and
      any flows-in where (two-way and source.human and source.on-behalf and
        any carries where (class has therapy and class has phi))) and
    not zone is phone and
    (not zone in (device, device-internal, body) or
      any flows-in where (not in-person and not physical and (any carries where class in (phi, diagnosis)) and
        (crosses or source is process and
          any source.flows-in where (crosses and not in-person and not physical and
            not source.zone in (device, device-internal, body) and any carries where class in (phi, diagnosis)))))
  consequence: "The wrong patient is treated, or not treated."
  answered-with: review
  advice: "Carry the identity of the patient with each value, compare it at each step, and let a person confirm it when the patient changes."
  cwe: 345, 488
  capec: 148
}
