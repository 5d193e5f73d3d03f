// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

// Evidence for the requirements. TC is a test case, PT a penetration test by an independent laboratory,
// DR a design review, AN an analysis. The links name reports in the design history file.

verification TC-101 "A phone without a press of the button cannot pair" {
  method: threat-mitigation-test
  status: passed
  date: 2026-03-04
  link: "TR-31, section 2"
}
verification TC-102 "Wrong and repeated passkeys are refused" {
  method: threat-mitigation-test
  status: passed
  date: 2026-03-04
  link: "TR-31, section 3"
}
verification TC-110 "Altered, repeated and foreign frames are refused by the control plane" {
  method: threat-mitigation-test
  status: passed
  date: 2026-03-06
  link: "TR-32"
}
verification PT-301 "Penetration test of device, radio link and app" {
  method: penetration-test
  status: passed
  date: 2026-04-24
  link: "PTR-07"
}
verification TC-120 "Altered, unsigned and foreign images do not start" {
  method: threat-mitigation-test
  status: passed
  date: 2026-03-09
  link: "TR-33, section 2"
}
verification TC-121 "Older images with a valid signature do not start" {
  method: threat-mitigation-test
  status: passed
  date: 2026-03-09
  link: "TR-33, section 3"
}
verification TC-122 "An update is offered during a night" {
  method: test
  status: passed
  date: 2026-03-10
  link: "TR-33, section 4"
}
verification TC-130 "Keys are not found in a copy of the flash" {
  method: vulnerability-test
  status: passed
  date: 2026-03-12
  link: "TR-34"
}
verification TC-131 "Keys of twenty devices are compared" {
  method: inspection
  status: passed
  date: 2026-03-12
  link: "TR-34, section 6"
}
verification TC-140 "Signals outside the limits, without contact, and of a simulator at its limits" {
  method: threat-mitigation-test
  status: passed
  date: 2026-02-17
  link: "TR-21"
}
verification TC-141 "Fifteen days without a phone" {
  method: test
  status: passed
  date: 2026-02-26
  link: "TR-22"
}
verification TC-142 "A lost night shows in app and portal" {
  method: threat-mitigation-test
  status: passed
  date: 2026-02-26
  link: "TR-22, section 4"
}
verification TC-150 "An app signed otherwise is neither installed nor served" {
  method: threat-mitigation-test
  status: passed
  date: 2026-03-18
  link: "TR-41"
}
verification TC-151 "An outdated app is sent to the store" {
  method: test
  status: passed
  date: 2026-03-18
  link: "TR-41, section 5"
}
verification TC-152 "A foreign certificate ends the connection" {
  method: threat-mitigation-test
  status: passed
  date: 2026-03-18
  link: "TR-41, section 6"
}
verification TC-153 "Rooted and emulated phones" {
  method: vulnerability-test
  status: passed
  date: 2026-03-19
  link: "TR-42"
}
verification TC-154 "Keys and tokens are not found in files and backups of the app" {
  method: vulnerability-test
  status: passed
  date: 2026-03-19
  link: "TR-42, section 4"
}
verification TC-160 "A million malformed frames to radio, command handler, updater and app" {
  method: fuzz-test
  status: passed
  date: 2026-03-24
  link: "TR-35"
}
verification TC-161 "Crashes in each task, and readings before and after" {
  method: test
  status: passed
  date: 2026-03-25
  link: "TR-36"
}
verification TC-162 "A night of refused connections" {
  method: vulnerability-test
  status: passed
  date: 2026-03-26
  link: "TR-37"
}
verification TC-163 "Broadcasts of a week, at home and on the way" {
  method: inspection
  status: passed
  date: 2026-03-27
  link: "TR-38"
}
verification TC-164 "Each event leaves an entry that survives a reset" {
  method: test
  status: passed
  date: 2026-03-25
  link: "TR-36, section 5"
}
verification TC-170 "Ten housings opened by a workshop" {
  method: inspection
  status: passed
  date: 2026-04-02
  link: "TR-39"
}
verification DR-171 "Design review of fused debug ports and the repair concept" {
  method: review
  status: passed
  date: 2026-05-11
  link: "DR-112"
}
verification TC-201 "Malformed, oversized and too many requests" {
  method: fuzz-test
  status: passed
  date: 2026-04-08
  link: "TR-51"
}
verification TC-202 "Access before, during and after a consent" {
  method: threat-mitigation-test
  status: passed
  date: 2026-04-09
  link: "TR-52"
}
verification TC-203 "Each access is in the trail, and no entry can be changed" {
  method: test
  status: passed
  date: 2026-04-09
  link: "TR-52, section 6"
}
verification TC-204 "Operations without a token are refused" {
  method: test
  status: passed
  date: 2026-04-10
  link: "TR-53"
}
verification DR-205 "Design review of the second factor for clinicians" {
  method: review
  status: passed
  date: 2026-05-12
  link: "DR-113"
}
verification TC-206 "Guessed, leaked and sprayed passwords" {
  method: threat-mitigation-test
  status: passed
  date: 2026-04-13
  link: "TR-54"
}
verification TC-207 "Requests of a day are assigned to their sessions" {
  method: inspection
  status: passed
  date: 2026-04-14
  link: "TR-55"
}
verification TC-208 "Each role calls each function with the records of others" {
  method: threat-mitigation-test
  status: passed
  date: 2026-04-15
  link: "TR-56"
}
verification PT-302 "Penetration test of portals, app interface and operations console" {
  method: penetration-test
  status: passed
  date: 2026-05-06
  link: "PTR-08"
}
verification TC-209 "Old, copied and foreign session tokens" {
  method: threat-mitigation-test
  status: passed
  date: 2026-04-16
  link: "TR-57"
}
verification TC-210 "Malformed uploads, accounts and database rows" {
  method: fuzz-test
  status: passed
  date: 2026-04-17
  link: "TR-58"
}
verification TC-211 "Each service account tries each statement" {
  method: test
  status: passed
  date: 2026-04-20
  link: "TR-59"
}
verification TC-212 "A restored day is compared with the lost one" {
  method: test
  status: passed
  date: 2026-04-21
  link: "TR-60"
}
verification TC-213 "One data centre is switched off under load" {
  method: test
  status: passed
  date: 2026-04-22
  link: "TR-61"
}
verification TC-214 "A harmful update is stopped in its first stage" {
  method: test
  status: passed
  date: 2026-04-23
  link: "TR-62"
}
verification AN-215 "Patch times of the last twelve months" {
  method: analysis
  status: passed
  date: 2026-05-04
  link: "AR-15"
}
