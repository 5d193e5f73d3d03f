// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

// What came in at the edge, where it is used inside; and what stands at the origin of what devices do.

requirement REQ-127 "What comes in is data, never a query, a command, a page or an address" {
  verified-by: TC-127
}

verification TC-127 "Attacks of the OWASP testing guide on each service" {
  method: penetration-test
  status: passed
  date: 2026-06-23
  link: "TR-127"
}

requirement REQ-128 "A service, an account or a supplier that was taken over is found and cut off" {
  verified-by: TC-128
}

verification TC-128 "A stolen administrator account in an exercise" {
  method: test
  status: passed
  date: 2026-06-23
  link: "TR-127a"
}

/// Queries with parameters, encoding in pages, closed lists of fields, names and addresses, one check of rights
/// for each record.
control bound-input "Input is bound, encoded and checked where it is used" {
  mitigates: tampering, spoofing, elevation-of-privilege, information-disclosure, repudiation
  mechanism: parameterised-query, input-validation, output-encoding
  capability: SAHD
  category: code-data-execution-integrity
  satisfies: REQ-127
  status: verified
}
control request-tokens "Token in each request that changes something" {
  mitigates: spoofing
  mechanism: anti-forgery-token
  capability: SAHD
  category: authentication
  satisfies: REQ-127
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
  satisfies: REQ-128
  status: verified
}

decision bound-content "Content from outside reaches an interpreter" {
  covers: open and name in (injection, injection-reverse, mass-assignment, file-path, scripting, scripting-reverse,
      reflected-scripting, server-side-request, forged-request, forged-request-reverse, object-access,
      forged-entries) and not about is copy-to-cloud
  controls: bound-input, request-tokens
  score: "CVSS:4.0/AV:N/AC:L/AT:N/PR:L/UI:N/VC:H/VI:H/VA:N/SC:N/SI:N/SA:N"
  residual: "CVSS:4.0/AV:N/AC:H/AT:P/PR:H/UI:N/VC:L/VI:L/VA:N/SC:N/SI:N/SA:N/E:U"
  because: "Tested from outside and with the rights of each role; what is left takes a flaw of the framework."
}
decision by-the-back-door "Ways around a service, and logins that are guessed or forged" {
  covers: open and name in (bypassed-service, stored-credentials, guessed-login, guessed-login-reverse, foreign-logins,
      forgotten-version, next-owner, public-bucket) and not about is cloud-address
  controls: watched-services, two-factor
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
