// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

// Confidentiality, integrity and availability (CIA), asked of every element, flow, interface and asset.
//
// With STRIDE beside it, a threat of STRIDE that violates the same property of the same thing says it
// already: tampering stands for integrity, information disclosure for confidentiality, denial of service
// for availability. It is then listed once, with the categories of both.

// ---- External entities --------------------------------------------------------------------------

threat external-confidentiality "Something confidential gets out through {element}" {
  category: confidentiality
  applies-to: external
  method: cia
  // Whoever gets something that is worth hiding; a password is the person's own.
  when: not (any flows where carries) or any flows where (not physical and any carries where
    (not class has credentials and not confidentiality in (none, low) and
      (confidentiality or personal or sensitive or not class and not content)))
  advice: "Give no more than is needed, agree on how it is kept, and do not rely on secrets that others hold."
  cwe: 200, 359
  capec: 410
}

threat external-integrity "What {element} tells the system is wrong, by mistake or by intent" {
  category: integrity
  applies-to: external
  method: cia
  // Who only looks at readings, or gives what a sensor takes, tells nothing.
  when: not flows or any flows-out where (not physical and (not carries or any carries where
    (not integrity in (none, low) and not (class has telemetry and two-way))))
  advice: "Check what comes for plausibility, and do not let it cause more than it has to."
  cwe: 20, 345
  capec: 153
}

threat external-availability "{element} cannot be reached, or does not act, when needed" {
  category: availability
  applies-to: external
  method: cia
  // Whom something waits for, as the model says.
  when: not flows or any flows-out where (not physical and (function has emergency-stop or not carries or
    any carries where (availability and not availability in (none, low) and not (class has telemetry and two-way))))
  advice: "Decide what works without it and for how long, and show that it is missing."
  cwe: 754
  capec: 603
}

// ---- Processes ----------------------------------------------------------------------------------

threat process-confidentiality "Somebody unauthorised reads the code, the memory or the output of {element}" {
  category: confidentiality
  applies-to: process
  method: cia
  // Where something is worth hiding, or nothing is said; at a page, `interface-confidentiality` asks it.
  when: not (any interfaces where kind in (web, api)) and
    (not handles and (not flows or not any flows where carries) or
      (any handles where (not confidentiality in (none, low) and (confidentiality or personal or sensitive or not class and not content))) or
      any flows where (any carries where (not confidentiality in (none, low) and
        (confidentiality or personal or sensitive or not class and not content))))
  advice: "Check rights before anything is answered, keep secrets in protected memory, and out of messages and logs."
  cwe: 200, 532
  capec: 116
}

threat process-integrity "{element} does other than designed, because {its|their} code, data or settings were changed" {
  category: integrity
  applies-to: process
  method: cia
  advice: "Sign code and settings, verify them at each start, check input, and bound effects by independent limits."
  cwe: 20, 345, 494
  capec: 176, 184
}

threat process-availability "{element} does not run or does not answer when needed" {
  category: availability
  applies-to: process
  method: cia
  // Where something waits for it, or nothing is said; at a page, `interface-availability` asks it.
  when: not (any interfaces where kind in (web, api)) and
    (function in (therapy, alarm, radiation, motion, interlock, emergency-stop, clinical-display) or
      not handles and (not flows or not any flows where carries) or
      (any handles where (availability and not availability in (none, low) or not class and not content and not availability)) or
      any flows where (any carries where (availability and not availability in (none, low) or
        not class and not content and not availability)))
  advice: "Bound what a request can cost, watch it and restart it safely, and keep the essential function apart."
  cwe: 400, 770
  capec: 125, 130
}

// ---- Data stores --------------------------------------------------------------------------------

threat store-confidentiality "Somebody unauthorised reads the content of {element}" {
  category: confidentiality
  applies-to: store
  method: cia
  when: not holds or any holds where not confidentiality in (none, low)
  answered-by: encrypted
  advice: "Encrypt it at rest, keep the key elsewhere, restrict who can read, and erase it at the end."
  cwe: 311, 312
  capec: 150
}

threat store-integrity "The content of {element} is changed, and nobody notices" {
  category: integrity
  applies-to: store
  method: cia
  when: not holds or any holds where not integrity in (none, low)
  advice: "Restrict who can write, authenticate the content, and check it when it is read."
  cwe: 284, 345
  capec: 165
}

threat store-availability "The content of {element} is lost, or out of reach, when needed" {
  category: availability
  applies-to: store
  method: cia
  when: not holds or any holds where not availability in (none, low)
  advice: "Keep a copy that the same fault or attacker cannot reach, watch the space, and practise restoring."
  cwe: 400, 404
  capec: 130
}

// ---- Data flows ---------------------------------------------------------------------------------

threat flow-confidentiality "Somebody unauthorised gets to know {carries} {way}" {
  category: confidentiality
  applies-to: flow
  method: cia
  // Of what goes to the own store at its side, the store is asked.
  when: (not in-person or any carries where (sensitive or personal)) and not physical and
    not (not crosses and (source is store or target is store)) and
    (not carries or any carries where (not confidentiality in (none, low) and
      (confidentiality or personal or sensitive or not class and not content)))
  answered-by: encrypted
  ways: once
  advice: "Encrypt the content on the way, and send no more than the receiver needs."
  cwe: 311, 319
  capec: 117, 158
}

threat flow-integrity "A fault or an attack changes {carries} {way}" {
  category: integrity
  applies-to: flow
  method: cia
  // What a sensor or an actuator is made to do is asked of that interface, and what goes to the own store of the store.
  when: not in-person and not (physical and any via where kind in (sensor, actuator)) and
    not (not crosses and (source is store or target is store)) and
    (not carries or any carries where not integrity in (none, low))
  answered-by: integrity-protected
  ways: once
  advice: "Protect the content with authenticated encryption or a signature that the receiver checks."
  cwe: 345, 353, 924
  capec: 94, 384
}

threat flow-availability "The connection fails or is too slow, so that {carries} {arrival}" {
  category: availability
  applies-to: flow
  method: cia
  // A person loads a program again, and nobody stands between the servers of one place.
  when: not in-person and not server-side and
    not (not crosses and (source is store or target is store)) and
    (not carries or any carries where not availability in (none, low)) and
    not ((source is store or target is store) and within and not (within.kind is organisation) and carries and
      not any carries where availability) and
    not (source.human and source.zone in (enterprise, manufacturer, vendor, datacentre) and
      (not (any carries where availability) or any via where kind in (web, api))) and
    not (carries and (all carries where (class has firmware and not availability)) and
      (source.human or any source.flows-in where source.human))
  ways: once
  advice: "Decide what still works without the flow, show that it is down, and deliver later what must not be lost."
  cwe: 400, 754
  capec: 125, 607
}

// ---- Interfaces ---------------------------------------------------------------------------------

threat interface-confidentiality "{interface} of {element} reveals data to somebody unauthorised" {
  category: confidentiality
  applies-to: interface
  method: cia
  when: not kind in (sensor, actuator, power, consumable) and not function has emergency-stop and
    (not flows or any flows where (not function has emergency-stop and (not carries or any carries where
      (not confidentiality in (none, low) and (confidentiality or personal or sensitive or not class and not content)))))
  answered-by: disabled
  advice: "Ask for a login before anything is shown or exported, and show no more than the task needs."
  cwe: 200, 1263
  capec: 651
}

threat interface-integrity "Somebody unauthorised changes data or settings of {element} through {interface}" {
  category: integrity
  applies-to: interface
  method: cia
  // A button that stops takes no data.
  when: not function has emergency-stop and not (flows and all flows where function has emergency-stop)
  answered-by: disabled
  advice: "Authenticate what comes in, accept only what is meant for this interface, and check it."
  cwe: 284, 345
  capec: 153
}

threat interface-availability "{interface} of {element} cannot be used when needed" {
  category: availability
  applies-to: interface
  method: cia
  // What is switched off is not needed.
  when: not disabled
  advice: "Keep a second way to what must always work, limit what one user can take, and show that it is down."
  cwe: 400, 754
  capec: 607
}

// ---- Assets -------------------------------------------------------------------------------------

threat asset-confidentiality "Somebody unauthorised gets to know {asset}" {
  category: confidentiality
  applies-to: asset
  method: cia
  // Where it rests or goes, the stores and flows are asked. A program rests somewhere, also where no store is drawn.
  when: not stores and not confidentiality in (none, low) and
    (not flows and not class is clinical-function or
      class in (firmware, configuration) and (confidentiality or sensitive))
  advice: "Restrict who can read it, encrypt it where it rests and travels, and erase it at the end."
  cwe: 200, 311
  capec: 150
}

threat asset-integrity "A fault or an attack changes {asset}, so that nobody can rely on it" {
  category: integrity
  applies-to: asset
  method: cia
  // Where it rests or goes, the stores and flows are asked.
  when: not stores and not flows and not integrity in (none, low)
  advice: "Restrict who can change it, authenticate it, detect changes, and keep a copy to compare with."
  cwe: 284, 345
  capec: 176
}

threat asset-availability "Nobody can use {asset} when needed" {
  category: availability
  applies-to: asset
  method: cia
  // Where it rests or goes, the stores and flows are asked. A program rests somewhere, also where no store is drawn.
  when: not stores and not availability in (none, low) and (not flows or class in (firmware, configuration))
  advice: "Keep what is needed to go on without it: copies, a second way, a safe state."
  cwe: 400, 693
  capec: 607
}
