// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

// What came in at the edge, where it is used inside; and what stands at the origin of what devices do.

requirement SRS-216 "What comes in is data, never a query, a command, a page or an address" {
  verified-by: TC-216
}

verification TC-216 "Attacks of the OWASP testing guide on each service" {
  method: penetration-test
  status: passed
  date: 2026-06-23
  link: "TR-63"
}

requirement SRS-217 "A service, an account or a supplier that was taken over is found and cut off" {
  verified-by: TC-217
}

verification TC-217 "A stolen administrator account in an exercise" {
  method: test
  status: passed
  date: 2026-06-23
  link: "TR-63a"
}

/// Queries with parameters, encoding in pages, closed lists of fields, names and addresses, one check of rights
/// for each record.
control bound-input "Input is bound, encoded and checked where it is used" {
  mitigates: tampering, spoofing, elevation-of-privilege, information-disclosure, repudiation
  mechanism: parameterised-query, input-validation, output-encoding
  capability: SAHD
  category: code-data-execution-integrity
  satisfies: SRS-216
  status: verified
}
control request-tokens "Token in each request that changes something" {
  mitigates: spoofing
  mechanism: anti-forgery-token
  capability: SAHD
  category: authentication
  satisfies: SRS-216
  status: verified
}
/// Stores answer only to the account of their service; logins and calls that nobody expects are cut off; there
/// is a second way to log in.
control watched-services "Each service has an account of its own, and is watched" {
  answers: login-outage, locked-out
  mitigates: elevation-of-privilege, information-disclosure, tampering, spoofing, denial-of-service
  mechanism: role-based-access, audit-log, fallback
  capability: AUDT
  category: event-detection-and-logging
  satisfies: SRS-217
  status: verified
}

decision bound-content "Content from outside reaches an interpreter" {
  covers: open and name in (injection, injection-reverse, mass-assignment, file-path, scripting, scripting-reverse,
      reflected-scripting, server-side-request, forged-request, forged-request-reverse, object-access,
      forged-entries)
  controls: bound-input, request-tokens, rights-per-record
  score: "CVSS:4.0/AV:N/AC:L/AT:N/PR:L/UI:N/VC:H/VI:H/VA:N/SC:N/SI:N/SA:N"
  residual: "CVSS:4.0/AV:N/AC:H/AT:P/PR:H/UI:N/VC:L/VI:L/VA:N/SC:N/SI:N/SA:N/E:U"
  because: "Tested from outside and with the rights of each role; what is left takes a flaw of the framework."
}
decision by-the-back-door "Ways around a service, and logins that are guessed or forged" {
  covers: open and name in (bypassed-service, stored-credentials, guessed-login, guessed-login-reverse, foreign-logins,
      forgotten-version, next-owner)
  controls: watched-services
  score: "CVSS:4.0/AV:N/AC:L/AT:N/PR:L/UI:N/VC:H/VI:H/VA:N/SC:N/SI:N/SA:N"
  residual: "CVSS:4.0/AV:N/AC:H/AT:P/PR:H/UI:N/VC:L/VI:L/VA:N/SC:N/SI:N/SA:N/E:U"
  because: "It takes an account inside, and is seen and cut off."
}
decision login-fails "Nobody can log in" {
  covers: open and name in (login-outage, locked-out)
  controls: watched-services
  score: "CVSS:4.0/AV:N/AC:L/AT:N/PR:L/UI:N/VC:N/VI:N/VA:H/SC:N/SI:N/SA:N"
  residual: "CVSS:4.0/AV:N/AC:H/AT:P/PR:H/UI:N/VC:N/VI:N/VA:L/SC:N/SI:N/SA:N/E:U"
  because: "A second way in is kept for those who need it at once."
}
decision one-device-one-patient "Whose device it is" {
  covers: open and name is wrong-patient-linked
  controls: pairing-press
  score: "CVSS:4.0/AV:N/AC:L/AT:N/PR:L/UI:N/VC:N/VI:H/VA:N/SC:N/SI:N/SA:N"
  residual: "CVSS:4.0/AV:N/AC:H/AT:P/PR:H/UI:N/VC:N/VI:L/VA:N/SC:N/SI:N/SA:N/E:U"
  because: "A device belongs to the account in whose app it was paired, by somebody who holds it."
}
decision service-away "The service is out for days" {
  covers: name is backend-outage
  controls: two-sites
  score: "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:N/VI:N/VA:H/SC:N/SI:N/SA:N"
  residual: "CVSS:4.0/AV:N/AC:H/AT:P/PR:N/UI:N/VC:N/VI:N/VA:L/SC:N/SI:N/SA:N/E:U"
  because: "The device keeps two weeks of readings, and the app shows each night that is missing."
}
