// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

// One rating and decision for all threats of a kind; the triage of a single threat wins.

decision traceable-requests "Who did it can be told" {
  covers: open and category is repudiation
  controls: request-log
  score: "CVSS:4.0/AV:N/AC:L/AT:N/PR:L/UI:N/VC:N/VI:L/VA:N/SC:N/SI:N/SA:N"
  residual: "CVSS:4.0/AV:N/AC:L/AT:P/PR:L/UI:N/VC:N/VI:L/VA:N/SC:N/SI:N/SA:N"
  because: "Only who holds the keys of the log service can alter what was logged."
}

decision shop-stays-open "Selling goes on when a part fails" {
  covers: open and category is denial-of-service
  controls: second-site
  score: "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:N/VI:N/VA:H/SC:N/SI:N/SA:N"
  residual: "CVSS:4.0/AV:N/AC:L/AT:P/PR:N/UI:N/VC:N/VI:N/VA:L/SC:N/SI:N/SA:N"
  because: "An attack has to reach both sites; an order that is late harms nobody."
}

decision confined-services "A service that was taken over stays alone" {
  covers: open and category is elevation-of-privilege
  controls: least-privilege
  score: "CVSS:4.0/AV:N/AC:L/AT:N/PR:L/UI:N/VC:H/VI:H/VA:N/SC:N/SI:N/SA:N"
  residual: "CVSS:4.0/AV:N/AC:H/AT:P/PR:L/UI:N/VC:L/VI:L/VA:N/SC:N/SI:N/SA:N"
  because: "Its account reads and writes what it needs, and nothing else."
}

decision closed-network "Nobody else is on the networks of the services" {
  covers: open and category in (spoofing, tampering, information-disclosure) and
      about is not log-in
  controls: isolated-services
  score: "CVSS:4.0/AV:A/AC:L/AT:N/PR:L/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N"
  residual: "CVSS:4.0/AV:A/AC:L/AT:P/PR:L/UI:N/VC:L/VI:L/VA:N/SC:N/SI:N/SA:N"
  because: "What remains needs a foothold inside, and is cut off when it is seen."
}
