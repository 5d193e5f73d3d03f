// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

// Threats that a control answers, rated in groups of one kind: first as if there were no control, then with it. A
// network counts as AV:N before measures, inside the hospital too. E:U after measures rests on the assumption
// `no-known-exploit`. Where no status is stated, it follows from the control.

decision imaging-nodes "Another node on the way between imaging nodes" {
  covers: about in (send-ct, send-import, read-study, worklist-query) and
      name in (spoofing, spoofing-reverse, spoofed-target, tampering)
  harm: HAZ-21
  score: "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:N/VI:H/VA:N/SC:N/SI:N/SA:N"
  residual: "CVSS:4.0/AV:N/AC:H/AT:P/PR:H/UI:N/VC:N/VI:H/VA:N/SC:N/SI:N/SA:N/E:U"
  actor: "Intruder on the hospital network"
  scenario: "Poses as a scanner or the archive, or alters a study on its way."
}

decision read-on-the-way "Somebody reads along between imaging nodes" {
  covers: about in (send-ct, send-import, read-study, worklist-query) and category is information-disclosure
  score: "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:N/VA:N/SC:N/SI:N/SA:N"
  residual: "CVSS:4.0/AV:N/AC:H/AT:P/PR:H/UI:N/VC:H/VI:N/VA:N/SC:N/SI:N/SA:N/E:U"
  actor: "Intruder on the hospital network"
}

decision copies-altered "Copies are altered on the way to the cloud, or there" {
  covers: about is copy-to-cloud and category is tampering
  controls: stored-digests
  harm: HAZ-21
  score: "CVSS:4.0/AV:N/AC:L/AT:P/PR:N/UI:N/VC:N/VI:H/VA:N/SC:N/SI:N/SA:N"
  residual: "CVSS:4.0/AV:N/AC:H/AT:P/PR:H/UI:N/VC:N/VI:L/VA:N/SC:N/SI:N/SA:N/E:U"
  scenario: "A copy whose digest does not fit is not used."
}

decision staff-login-stolen "Somebody logs in as a member of the staff" {
  covers: about in (read-images, sign-report, view-images, read-at-home) and name is spoofing
  harm: HAZ-21
  score: "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:N/SC:N/SI:N/SA:N"
  residual: "CVSS:4.0/AV:N/AC:H/AT:P/PR:N/UI:P/VC:H/VI:L/VA:N/SC:N/SI:N/SA:N/E:U"
  actor: "Criminal with a password from a phishing mail"
}

decision screens-left-open "A session that its user left open" {
  covers: about in (console-keys, reading-screens, viewer-address, ris-screens) and
      name in (borrowed-session, stolen-session)
  controls: auto-logoff
  harm: HAZ-21
  score: "CVSS:4.0/AV:L/AC:L/AT:P/PR:N/UI:N/VC:H/VI:L/VA:N/SC:N/SI:N/SA:N"
  residual: "CVSS:4.0/AV:P/AC:H/AT:P/PR:N/UI:N/VC:L/VI:L/VA:N/SC:N/SI:N/SA:N/E:P"
  actor: "Colleague or visitor at an open screen"
}

decision node-asks-too-much "A node, or what poses as one, asks for the images of any patient" {
  covers: about in (archive-node, retrieve-node) and name in (stolen-session, broken-access-control)
  controls: node-list, node-certificates
  harm: none
  score: "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:N/VA:N/SC:N/SI:N/SA:N"
  residual: "CVSS:4.0/AV:N/AC:H/AT:P/PR:N/UI:N/VC:L/VI:N/VA:N/SC:N/SI:N/SA:N/E:P"
  actor: "Intruder on the hospital network"
  because: "Who asks for images reads them: nothing is altered or taken away."
}

decision records-of-others "Staff open the records of patients whom they do not treat" {
  covers: about in (viewer-address, ris-screens) and name is broken-access-control
  score: "CVSS:4.0/AV:N/AC:L/AT:N/PR:L/UI:N/VC:H/VI:N/VA:N/SC:N/SI:N/SA:N"
  residual: "CVSS:4.0/AV:N/AC:H/AT:P/PR:L/UI:N/VC:L/VI:N/VA:N/SC:N/SI:N/SA:N/E:U"
  actor: "Curious member of staff"
}

decision vendor-way-in "The vendor's way in is used by others, or for more than service" {
  covers: about is vpn-address, about in (vendor-session, deliver-software) and name is exceeded-rights
  controls: vendor-recording
  harm: HAZ-22
  score: "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:L/SI:L/SA:L"
  residual: "CVSS:4.0/AV:N/AC:H/AT:P/PR:L/UI:P/VC:L/VI:H/VA:H/SC:N/SI:N/SA:N/E:U"
  actor: "Former vendor engineer, or who has an engineer's password"
  scenario: "A session begins when the hospital opens it, and a member of staff watches."
}

decision crafted-content "Crafted content in images, messages and tokens" {
  covers: name in (elevation-of-privilege, elevation-of-privilege-reverse) and
      not about in (install-software, copy-to-cloud),
      about is copy-to-cloud and name is elevation-of-privilege-reverse
  controls: safe-parsing
  harm: HAZ-21, HAZ-22
  score: "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N"
  residual: "CVSS:4.0/AV:N/AC:H/AT:P/PR:L/UI:N/VC:L/VI:L/VA:L/SC:N/SI:N/SA:N/E:U"
  actor: "Intruder on the hospital network, or a disc from outside"
}

decision core-cut-off "The imaging core is flooded or cut off" {
  covers: category is denial-of-service and crosses has imaging-core and not assets has audit-events and
      not about in (worklist-query, copy-to-cloud)
  harm: HAZ-22
  score: "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:N/VI:N/VA:H/SC:N/SI:N/SA:N"
  residual: "CVSS:4.0/AV:N/AC:H/AT:P/PR:L/UI:N/VC:N/VI:N/VA:L/SC:N/SI:N/SA:N/E:U"
  actor: "Malware on any system of the hospital"
}

decision traces-cut-off "Audit events do not reach the monitoring" {
  covers: category is denial-of-service and crosses has imaging-core and assets has audit-events
  harm: none
  score: "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:N/VI:N/VA:L/SC:N/SI:N/SA:N"
  residual: "CVSS:4.0/AV:N/AC:H/AT:P/PR:L/UI:N/VC:N/VI:N/VA:L/SC:N/SI:N/SA:N"
  actor: "Intruder who hides"
}

decision foreign-server "A foreign server reads or writes the stores, or poses as one" {
  covers: crosses has storage-net and name in (spoofing, spoofing-reverse, spoofed-target)
  harm: HAZ-21
  score: "CVSS:4.0/AV:A/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:N/SC:N/SI:N/SA:N"
  residual: "CVSS:4.0/AV:A/AC:H/AT:P/PR:H/UI:N/VC:H/VI:L/VA:N/SC:N/SI:N/SA:N/E:U"
  actor: "Intruder in the data centre"
}

decision too-many-requests "So many requests that a service answers nobody" {
  covers: about in (archive-node, retrieve-node, viewer-address, ris-screens) and name is overload
  harm: HAZ-22
  score: "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:N/VI:N/VA:H/SC:N/SI:N/SA:N"
  residual: "CVSS:4.0/AV:N/AC:H/AT:P/PR:L/UI:N/VC:N/VI:N/VA:L/SC:N/SI:N/SA:N/E:U"
}

decision messages-lost "Orders and reports do not arrive" {
  covers: about in (place-order, return-report, dictate, sign-report) and category is denial-of-service
  harm: HAZ-24
  because: "What does not arrive is late, and not wrong."
  score: "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:N/VI:N/VA:H/SC:N/SI:N/SA:N"
  residual: "CVSS:4.0/AV:N/AC:L/AT:P/PR:L/UI:N/VC:N/VI:N/VA:L/SC:N/SI:N/SA:N"
}

decision locked-out "The login fails in an emergency" {
  covers: about is reading-screens and name is locked-out-in-emergency
  controls: emergency-access
  harm: HAZ-22
  score: "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:N/VI:N/VA:H/SC:N/SI:N/SA:N"
  residual: "CVSS:4.0/AV:N/AC:L/AT:P/PR:L/UI:N/VC:N/VI:N/VA:L/SC:N/SI:N/SA:N/E:U"
}

decision wrong-picture "A screen shows an old picture, or that of another patient" {
  covers: about in (reading-software, web-viewer) and name in (frozen-display, other-patient-shown)
  controls: patient-banner
  harm: HAZ-21
  score: "CVSS:4.0/AV:N/AC:L/AT:P/PR:N/UI:N/VC:N/VI:H/VA:N/SC:N/SI:N/SA:N"
  residual: "CVSS:4.0/AV:N/AC:H/AT:P/PR:N/UI:P/VC:N/VI:L/VA:N/SC:N/SI:N/SA:N/E:U"
}

decision records-altered "Somebody alters stored orders and reports" {
  covers: about in (imaging-order, report) and name is altered-at-rest
  controls: stored-digests
  harm: HAZ-21
  score: "CVSS:4.0/AV:N/AC:L/AT:P/PR:N/UI:N/VC:N/VI:H/VA:N/SC:N/SI:N/SA:N"
  residual: "CVSS:4.0/AV:N/AC:H/AT:P/PR:H/UI:N/VC:N/VI:L/VA:N/SC:N/SI:N/SA:N/E:U"
}

decision records-lost "Stored orders and reports are encrypted or deleted" {
  covers: about in (imaging-order, report) and name is lost-at-rest
  harm: HAZ-24
  because: "What is gone is late, and not wrong."
  score: "CVSS:4.0/AV:N/AC:L/AT:P/PR:N/UI:N/VC:N/VI:N/VA:H/SC:N/SI:N/SA:N"
  residual: "CVSS:4.0/AV:N/AC:H/AT:P/PR:H/UI:N/VC:N/VI:N/VA:L/SC:N/SI:N/SA:N"
}

decision malware-at-desks "Malware of the hospital network on the workstations" {
  covers: name is reached-by-malware
  controls: host-hardening
  harm: HAZ-22
  score: "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:L/SI:L/SA:L"
  residual: "CVSS:4.0/AV:N/AC:H/AT:P/PR:H/UI:N/VC:L/VI:L/VA:L/SC:N/SI:N/SA:N/E:U"
  actor: "Malware on any system of the hospital"
}

decision in-memory "Data in the memory of servers, workstations and the scanner" {
  covers: about in (worklist, scan-protocol, staff-login, audit-events) and
      name in (altered-at-rest, read-at-rest, lost-at-rest)
  controls: host-hardening
  score: "CVSS:4.0/AV:N/AC:L/AT:P/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N"
  residual: "CVSS:4.0/AV:N/AC:H/AT:P/PR:H/UI:N/VC:L/VI:H/VA:L/SC:N/SI:N/SA:N/E:U"
  actor: "Malware on the host"
}

decision bound-logins "A second factor that a false page asks for" {
  covers: name is relayed-login
  controls: bound-factors
  score: "CVSS:4.0/AV:N/AC:L/AT:P/PR:N/UI:A/VC:H/VI:H/VA:N/SC:N/SI:N/SA:N"
  residual: "CVSS:4.0/AV:N/AC:H/AT:P/PR:H/UI:A/VC:L/VI:L/VA:N/SC:N/SI:N/SA:N/E:U"
  because: "The key answers the right address alone; what is left takes the card itself and its PIN."
}
