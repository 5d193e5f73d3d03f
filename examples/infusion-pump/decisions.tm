// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

// One rating and decision for threats that are alike; the triage of a single threat wins.
// Here: pump and bedside.

// Answered by a measure

decision bounded-dose "A permitted command beyond what a patient can bear" {
  covers: open and name is limitless-therapy
  controls: hard-limits
  scenario: "A wrong library, order or key press asks for a rate that kills."
  score: "CVSS:3.0/AV:A/AC:L/PR:N/UI:N/S:U/C:N/I:H/A:H"
  residual: "CVSS:3.0/AV:A/AC:H/PR:N/UI:N/S:U/C:N/I:L/A:N"
  harm: HAZ-07
  because: "Unit and module each refuse it, with limits that no message and no setting changes."
}
decision safe-stop "A therapy that stops" {
  covers: open and name is stopped-therapy
  controls: watchdog
  score: "CVSS:3.0/AV:P/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H"
  residual: "CVSS:3.0/AV:P/AC:H/PR:N/UI:N/S:U/C:N/I:N/A:L"
  harm: HAZ-08
  because: "The watchdog alarms within a second, and the pump goes on from its last state."
}
decision nothing-below "Ways below the user interface" {
  covers: open and (name in (non-production-mode, console-access) or
      about is stop-key and name is menu-escape)
  controls: release-image
  score: "CVSS:3.0/AV:P/AC:L/PR:N/UI:N/S:U/C:N/I:H/A:H"
  residual: "CVSS:3.0/AV:P/AC:H/PR:N/UI:N/S:U/C:N/I:L/A:N"
  harm: HAZ-07
  because: "What was left out of the image cannot be entered; each release is searched for it."
}
decision true-display "What the panel shows" {
  covers: open and about is front-panel
  controls: display-check
  score: "CVSS:3.0/AV:P/AC:L/PR:N/UI:N/S:U/C:N/I:H/A:N"
  residual: "CVSS:3.0/AV:P/AC:H/PR:N/UI:N/S:U/C:N/I:L/A:N"
  harm: HAZ-07
  because: "The delivery control reads back what is shown; patient and drug are compared with the wristband."
}
decision update-between-infusions "An update while a patient depends on the pump" {
  covers: name is update-in-use
  score: "CVSS:3.0/AV:A/AC:L/PR:N/UI:R/S:U/C:N/I:N/A:H"
  residual: "CVSS:3.0/AV:A/AC:H/PR:H/UI:R/S:U/C:N/I:N/A:L"
  harm: HAZ-08
  because: "Slots are switched only after somebody at the idle pump agrees, and back if the start fails."
}
decision recorded-exchanges "Who sent what" {
  covers: category is repudiation and not name in (unrecorded-signal, forged-entries)
  controls: audit-trail
  score: "CVSS:3.0/AV:N/AC:L/PR:L/UI:N/S:U/C:N/I:L/A:N"
  residual: "CVSS:3.0/AV:N/AC:H/PR:H/UI:N/S:U/C:N/I:L/A:N"
  because: "Both ends record it with synchronised time; who wants to deny it has to alter both."
}
decision recorded-signals "What was delivered, measured and sounded" {
  covers: open and name is unrecorded-signal
  controls: audit-trail
  score: "CVSS:3.0/AV:P/AC:L/PR:N/UI:N/S:U/C:N/I:H/A:N"
  residual: "CVSS:3.0/AV:P/AC:H/PR:N/UI:N/S:U/C:N/I:L/A:N"
  because: "The delivery control records rate, pressure, air and alarms each second."
}

// Accepted: at the bed

/// Beyond what the matrix accepts, and so with its benefit weighed.
decision no-login-at-the-bed "A nurse needs no login" {
  covers: about in (program-infusion, keypad) and
      name in (spoofing, exceeded-rights, borrowed-session)
  status: accepted
  actor: "Visitor, or the patient"
  scenario: "Somebody else than a nurse changes the rate at the panel."
  score: "CVSS:3.0/AV:P/AC:L/PR:N/UI:N/S:U/C:N/I:H/A:H"
  about: ward-staffed
  harm: HAZ-07
  because: "A login would delay therapy in an emergency; one pump at a time, in a room that nurses watch, within hard limits."
  benefit-risk: "RMF-112, section 6.3: minutes without therapy harm more patients than strangers at the panel"
  approver: "Chief medical officer"
  date: 2026-09-14
  until: 2028-09-30
}
decision anybody-may-stop "Anybody at the bed can stop the pump" {
  covers: open and about in (press-stop, stop-key) and category in (spoofing, elevation-of-privilege) and
      not name is menu-escape
  status: accepted
  actor: "Visitor, or the patient"
  score: "CVSS:3.0/AV:P/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H"
  harm: HAZ-08
  about: ward-staffed
  because: "A stop never waits for a login, and a pump that was stopped alarms until somebody comes."
  approver: "Chief medical officer"
  date: 2026-09-14
  until: 2028-09-30
}
decision seen-at-the-bed "What can be seen and heard at the bed" {
  covers: open and category in (information-disclosure, spoofing) and
      (category is information-disclosure or about is sound-alarm) and
      about in (deliver-drug, press-stop, program-infusion, sense-line, sound-alarm)
  status: accepted
  score: "CVSS:3.0/AV:P/AC:L/PR:N/UI:N/S:U/C:L/I:N/A:N"
  about: ward-staffed
  because: "Rate, drug and alarm have to be seen and heard from the door; the screen names no diagnosis."
  approver: "Product safety board"
  date: 2026-09-14
}

// Accepted: open gaps, until their planned measure is there

decision open-bus "Gap P1, module bus: the same weakness in other words" {
  covers: open and about is module-bus and not category is repudiation
  status: accepted
  score: "CVSS:3.0/AV:P/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:H"
  about: ward-staffed
  because: "As for CVE-2023-30561: one pump at a time, with tools, at the bed, within the module's own hard limits, until `encrypted-bus`."
  benefit-risk: "RMF-112, section 6.1: withdrawing modules would interrupt more therapies than it protects"
  approver: "Chief medical officer"
  date: 2026-09-14
  until: 2028-03-31
}
decision open-maintenance-mode "Gap P2, maintenance mode: the same weakness in other words" {
  covers: (about is configure-pump or about is keypad and name is menu-escape) and
      category in (spoofing, elevation-of-privilege)
  status: accepted
  score: "CVSS:3.0/AV:P/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"
  residual: "CVSS:3.0/AV:P/AC:L/PR:N/UI:N/S:U/C:H/I:L/A:L"
  harm: HAZ-08
  because: "As for CVE-2023-30560: the server finds what it did not release at the next connection, until `service-pin`."
  benefit-risk: "RMF-112, section 6.2: the pump stays in use, since no other has fewer known gaps"
  approver: "Chief medical officer"
  date: 2026-09-14
  until: 2027-12-31
}
decision open-radio-card "Gap P3, radio card: the same weakness in other words" {
  covers: open and about in (load-radio, radio-card-port, radio-firmware) and
      category in (spoofing, tampering, denial-of-service, elevation-of-privilege)
  status: accepted
  score: "CVSS:3.0/AV:P/AC:L/PR:N/UI:N/S:U/C:L/I:N/A:H"
  about: network-loss
  harm: HAZ-10, HAZ-11
  because: "As for CVE-2023-30559: ciphertext only, therapy goes on, and the seal shows that the case was open, until `signed-radio`."
  approver: "Product security lead"
  date: 2026-09-14
  until: 2028-03-31
}
