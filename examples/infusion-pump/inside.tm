// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

// What came in at the edge, where it is used inside; and what stands at the origin of what devices do.

requirement SRS-071 "What comes in is data, never a query, a command, a page or an address" {
  verified-by: TC-271
}

verification TC-271 "Attacks of the OWASP testing guide on each service" {
  method: penetration-test
  status: passed
  date: 2026-06-23
  link: "TR-271"
}

requirement SRS-072 "A service, an account or a supplier that was taken over is found and cut off" {
  verified-by: TC-272
}

verification TC-272 "A stolen administrator account in an exercise" {
  method: test
  status: passed
  date: 2026-06-23
  link: "TR-271a"
}

/// Queries with parameters, encoding in pages, closed lists of fields, names and addresses, one check of rights
/// for each record.
control bound-input "Input is bound, encoded and checked where it is used" {
  mitigates: tampering, spoofing, elevation-of-privilege, information-disclosure, repudiation
  mechanism: parameterised-query, input-validation, output-encoding
  capability: SAHD
  category: code-data-execution-integrity
  satisfies: SRS-071
  status: verified
}
control request-tokens "Token in each request that changes something" {
  mitigates: spoofing
  mechanism: anti-forgery-token
  capability: SAHD
  category: authentication
  satisfies: SRS-071
  status: verified
}
/// Stores answer only to the account of their service; logins and calls that nobody expects are cut off; there
/// is a second way to log in.
control watched-services "Each service has an account of its own, and is watched" {
  answers: login-outage
  mitigates: elevation-of-privilege, information-disclosure, tampering, spoofing, denial-of-service
  mechanism: role-based-access, audit-log, fallback
  capability: AUDT
  category: event-detection-and-logging
  satisfies: SRS-072
  status: verified
}

decision bound-content "Content from outside reaches an interpreter" {
  covers: open and name in (injection, injection-reverse, mass-assignment, file-path, scripting, scripting-reverse,
      reflected-scripting, server-side-request, forged-request, forged-request-reverse, object-access,
      forged-entries)
  controls: bound-input, request-tokens, server-roles
  score: "CVSS:3.0/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:N"
  residual: "CVSS:3.0/AV:A/AC:H/PR:H/UI:N/S:U/C:L/I:L/A:N"
  because: "Tested from outside and with the rights of each role; what is left takes a flaw of the framework."
}
decision by-the-back-door "Ways around a service, and logins that are guessed or forged" {
  covers: open and name in (bypassed-service, stored-credentials, guessed-login, guessed-login-reverse, foreign-logins,
      forgotten-version, next-owner)
  controls: watched-services
  score: "CVSS:3.0/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:N"
  residual: "CVSS:3.0/AV:A/AC:H/PR:H/UI:N/S:U/C:L/I:L/A:N"
  because: "It takes an account inside, and is seen and cut off."
}
decision login-fails "Nobody can log in" {
  covers: open and name in (login-outage, locked-out)
  controls: watched-services
  score: "CVSS:3.0/AV:N/AC:L/PR:L/UI:N/S:U/C:N/I:N/A:H"
  residual: "CVSS:3.0/AV:A/AC:H/PR:H/UI:N/S:U/C:N/I:N/A:L"
  because: "A second way in is kept for those who need it at once."
}
decision all-devices-at-once "What decides over all devices" {
  covers: open and name in (fleet-update, fleet-therapy, rolled-back, wrong-patient-linked) and
      not about is device-gateway
  controls: hard-limits
  score: "CVSS:3.0/AV:N/AC:L/PR:L/UI:N/S:U/C:N/I:H/A:N"
  residual: "CVSS:3.0/AV:A/AC:H/PR:H/UI:N/S:U/C:N/I:L/A:N"
  because: "The pump takes nothing unsigned, refuses a rate beyond its limits, and asks a nurse before an order starts."
}
