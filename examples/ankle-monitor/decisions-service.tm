// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

// One rating and decision for threats that are alike: the cloud service and the way of firmware into
// it. Each names what it covers, so that a new flow has to be looked at.

/// Seven hops, and on each the same answer; `ble-firmware` is rated beside its flow.
decision signed-way "Firmware is checked behind every hop" {
  covers: name is tampering and
      about in (upload-release, publish-firmware, serve-firmware, offer-firmware, fetch-firmware,
      relay-firmware)
  score: "CVSS:4.0/AV:N/AC:L/AT:P/PR:L/UI:N/VC:H/VI:H/VA:H/SC:N/SI:H/SA:H"
  residual: "CVSS:4.0/AV:N/AC:H/AT:P/PR:H/UI:N/VC:N/VI:L/VA:L/SC:N/SI:L/SA:L/E:U"
  because: "Whoever alters an image on its way alters one that no device starts."
  actor: "Somebody who got into the service, or into the phone"
}

decision recorded-requests "What was asked can be told" {
  covers: category is repudiation and
      about in (upload-readings, register-device, fetch-firmware, browse-portal, clinician-session,
      clinician-requests, app-requests, portal-requests, save-readings, save-account, analyse,
      patient-results, overdue-uploads, send-reminder, operate, upload-release, publish-firmware,
      serve-firmware, offer-firmware)
  controls: request-log
  score: "CVSS:4.0/AV:N/AC:L/AT:N/PR:L/UI:N/VC:N/VI:L/VA:N/SC:N/SI:N/SA:N"
  residual: "CVSS:4.0/AV:N/AC:L/AT:P/PR:H/UI:N/VC:N/VI:L/VA:N/SC:N/SI:N/SA:N"
  because: "Only an administrator of the log could alter what was recorded, and would leave a trace there."
}

decision rights-at-the-record "A login opens what belongs to it" {
  covers: about is public-web and name is broken-access-control or
      about is ops-login and name is broken-access-control or
      name is exceeded-rights and about in (browse-portal, clinician-session, operate)
  controls: rights-per-record
  harm: HAZ-02
  score: "CVSS:4.0/AV:N/AC:L/AT:N/PR:L/UI:N/VC:H/VI:H/VA:N/SC:N/SI:N/SA:N"
  residual: "CVSS:4.0/AV:N/AC:H/AT:P/PR:L/UI:N/VC:L/VI:L/VA:N/SC:N/SI:N/SA:N/E:U"
  because: "The right is looked up for each record and each request; the portals have no function that all records pass through."
  actor: "A patient or clinician with a login, or somebody who has theirs"
}

decision stolen-sessions "A copied session is worth little" {
  covers: name is stolen-session
  controls: short-sessions
  score: "CVSS:4.0/AV:N/AC:L/AT:P/PR:N/UI:P/VC:H/VI:L/VA:N/SC:N/SI:N/SA:N"
  residual: "CVSS:4.0/AV:N/AC:H/AT:P/PR:N/UI:A/VC:L/VI:L/VA:N/SC:N/SI:N/SA:N/E:U"
  because: "It works from one client, and for a quarter of an hour."
}

decision crafted-requests "Content is checked before it is used" {
  covers: name in (elevation-of-privilege, elevation-of-privilege-reverse) and
      about in (upload-readings, register-device, app-requests, portal-requests, clinician-requests, analyse,
      patient-results,
      overdue-uploads, review-log)
  controls: strict-requests
  score: "CVSS:4.0/AV:N/AC:L/AT:P/PR:L/UI:N/VC:H/VI:H/VA:L/SC:N/SI:N/SA:N"
  residual: "CVSS:4.0/AV:N/AC:H/AT:P/PR:L/UI:N/VC:L/VI:L/VA:L/SC:N/SI:N/SA:N/E:U"
  because: "Fuzz tests of each interface found no way; each service runs with little."
  scenario: "A modified app uploads a reading that is read as a statement or a template."
}

decision altered-rows "Only the service that owns a row writes it" {
  covers: name is altered-at-rest and about in (readings, risk-score, account)
  controls: own-accounts
  score: "CVSS:4.0/AV:N/AC:L/AT:P/PR:L/UI:N/VC:N/VI:H/VA:N/SC:N/SI:N/SA:N"
  residual: "CVSS:4.0/AV:N/AC:H/AT:P/PR:H/UI:N/VC:N/VI:L/VA:N/SC:N/SI:N/SA:N/E:U"
  because: "Changing a result takes the account of the analysis itself; readings are never updated, only added."
  actor: "Insider, or somebody who got into one service"
}

decision locked-away "What is deleted or encrypted is restored" {
  covers: name is lost-at-rest and about in (readings, risk-score, account, audit-trail)
  controls: second-copy
  harm: HAZ-04
  score: "CVSS:4.0/AV:N/AC:L/AT:N/PR:L/UI:N/VC:N/VI:N/VA:H/SC:N/SI:N/SA:N"
  residual: "CVSS:4.0/AV:N/AC:L/AT:P/PR:H/UI:N/VC:N/VI:N/VA:L/SC:N/SI:N/SA:N"
  because: "The copy is out of reach of the service's administrators; a day of work is lost at most."
  actor: "Blackmailers"
}

decision flooded-edge "The edge sheds load" {
  covers: name in (denial-of-service, overload) and
      about in (public-web, register-device, upload-readings, fetch-firmware, browse-portal,
      clinician-session)
  harm: HAZ-05
  score: "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:N/VI:N/VA:H/SC:N/SI:N/SA:N"
  residual: "CVSS:4.0/AV:N/AC:L/AT:P/PR:N/UI:N/VC:N/VI:N/VA:L/SC:N/SI:N/SA:N"
  because: "No alarm depends on the service; the app repeats the upload, and the device keeps two weeks."
}

/// Nothing of this reaches a patient, and all of it is made up for the next day.
decision office-work-waits "Administration, reminders and reviews can wait" {
  covers: name in (denial-of-service, overload) and
      about in (operate, ops-login, review-log, log-access, check-consent, save-account,
      overdue-uploads, send-reminder)
  harm: none
  status: accepted
  score: "CVSS:4.0/AV:A/AC:L/AT:P/PR:L/UI:N/VC:N/VI:N/VA:L/SC:N/SI:N/SA:N"
  because: "A clinician whose access cannot be checked or recorded is refused, and comes back; reminders are sent the next day. The console and the data tier are reached from inside only."
  approver: "Product security lead"
  date: 2026-05-18
}

decision little-to-read "What rests beside the results says little" {
  covers: about is audit-trail and name is read-at-rest or about is reminder
  status: accepted
  score: "CVSS:4.0/AV:L/AC:L/AT:P/PR:H/UI:N/VC:L/VI:L/VA:L/SC:N/SI:N/SA:N"
  because: "The trail holds account numbers, the reminder one address for seconds; neither holds a result. Both lie with services that hold more."
  approver: "Data protection officer"
  date: 2026-05-18
}
