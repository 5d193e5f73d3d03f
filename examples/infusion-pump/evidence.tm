// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

// What was tested, analysed and reviewed, and where the report lies.

verification TC-212 "A library with a changed byte, a foreign key or an old version is refused" {
  method: threat-mitigation-test
  status: passed
  date: 2026-05-12
  link: "TR-212"
}
verification TC-213 "An image without a valid signature does not start" {
  method: threat-mitigation-test
  status: passed
  date: 2026-05-13
  link: "TR-213"
}
verification TC-214 "An older image is not started again" {
  method: threat-mitigation-test
  status: passed
  date: 2026-05-13
  link: "TR-213"
}
verification TC-220 "A pump with the certificate of another is refused" {
  method: penetration-test
  status: passed
  date: 2026-06-18
  link: "TR-300, section 4"
}
verification TC-231 "Rates at and beyond the hard limits, from panel, network and bus" {
  method: test
  status: passed
  date: 2026-04-20
  link: "TR-231"
}
verification TC-232 "No order starts without the key press at the pump" {
  method: threat-mitigation-test
  status: passed
  date: 2026-04-21
  link: "TR-232"
}
verification TC-233 "Bits of therapy values flipped in memory" {
  method: test
  status: passed
  date: 2026-04-22
  link: "TR-233"
}
verification TC-234 "Delivery control halted, slowed and restarted" {
  method: test
  status: passed
  date: 2026-04-22
  link: "TR-234"
}
verification TC-235 "Line opened, pulled and squeezed at each state of the pump" {
  method: test
  status: passed
  date: 2026-04-23
  link: "TR-235"
}
verification TC-236 "Sensors disturbed, shorted and driven to their extremes" {
  method: test
  status: passed
  date: 2026-04-24
  link: "TR-236"
}
verification TC-237 "Display frozen and altered during an infusion" {
  method: test
  status: passed
  date: 2026-04-24
  link: "TR-237"
}
verification TC-238 "Stop with a halted, flooded and powerless panel" {
  method: test
  status: passed
  date: 2026-04-27
  link: "TR-238"
}
verification TC-239 "Alarm limits and loudness set beyond their bounds" {
  method: test
  status: passed
  date: 2026-04-27
  link: "TR-239"
}
verification TC-244 "Power cut at each step of an update" {
  method: test
  status: passed
  date: 2026-05-14
  link: "TR-244"
}
verification TC-245 "Ports, menus and hidden keys of the released image" {
  method: penetration-test
  status: passed
  date: 2026-06-18
  link: "TR-300, section 5"
}
verification TC-246 "Reading and replacing keys at the opened case" {
  method: penetration-test
  status: passed
  date: 2026-06-19
  link: "TR-300, section 6"
}
verification TC-247 "Entries of the log removed, altered and reordered" {
  method: threat-mitigation-test
  status: passed
  date: 2026-05-18
  link: "TR-247"
}
verification TC-248 "Each recorded action traced back to its author" {
  method: test
  status: passed
  date: 2026-05-19
  link: "TR-248"
}
verification TC-249 "Scans, floods and malformed frames at the radio during an infusion" {
  method: fuzz-test
  status: passed
  date: 2026-06-22
  link: "TR-249"
}
verification TC-251 "Alarms with the network cut, slow and flooded" {
  method: test
  status: passed
  date: 2026-04-28
  link: "TR-251"
}
verification TC-252 "Seals after opening, heating and cooling" {
  method: inspection
  status: passed
  date: 2026-04-29
  link: "TR-252"
}
verification TC-253 "Design review of the authenticated bus" {
  method: review
  status: passed
  date: 2026-07-02
  link: "DR-053"
}
verification TC-254 "Design review of the service code" {
  method: review
  status: passed
  date: 2026-07-02
  link: "DR-054"
}
verification TC-255 "Settings altered at the port are reported at the next connection" {
  method: threat-mitigation-test
  status: passed
  date: 2026-05-20
  link: "TR-255"
}
verification TC-256 "Design review of the radio card's next revision" {
  method: review
  status: passed
  date: 2026-07-03
  link: "DR-056"
}
verification TC-260 "Joining the pump network with no, a foreign and an expired certificate" {
  method: penetration-test
  status: passed
  date: 2026-06-23
  link: "TR-301, section 2"
}
verification TC-261 "Ways between the zones, from each of them" {
  method: penetration-test
  status: passed
  date: 2026-06-23
  link: "TR-301"
}
verification TC-262 "Unknown programs on the pump server" {
  method: vulnerability-test
  status: passed
  date: 2026-06-24
  link: "TR-302"
}
verification TC-263 "Scripts and formulas in imported lists" {
  method: vulnerability-test
  status: passed
  date: 2026-06-24
  link: "TR-302, section 3"
}
verification TC-264 "Support sessions without invitation, second factor or supervision" {
  method: penetration-test
  status: passed
  date: 2026-06-25
  link: "TR-303"
}
verification TC-265 "Each request of the console with each role" {
  method: vulnerability-test
  status: passed
  date: 2026-06-25
  link: "TR-302, section 4"
}
verification TC-266 "Ten times the load of the largest hospital" {
  method: test
  status: passed
  date: 2026-06-26
  link: "TR-266"
}
verification TC-267 "Access to the databases past the services" {
  method: vulnerability-test
  status: passed
  date: 2026-06-26
  link: "TR-302, section 5"
}
verification TC-268 "Restoring the databases on an empty server" {
  method: test
  status: passed
  date: 2026-06-29
  link: "TR-268"
}
verification TC-269 "A library released by one person alone" {
  method: test
  status: passed
  date: 2026-05-12
  link: "TR-269"
}
verification TC-270 "Malformed orders, libraries, events and certificates" {
  method: fuzz-test
  status: passed
  date: 2026-06-22
  link: "TR-270"
}
verification TC-273 "Network cut for a day in each state of the pump" {
  method: test
  status: passed
  date: 2026-06-24
  link: "TR-273"
}
verification TC-274 "Memory read out after a pump was erased" {
  method: test
  status: passed
  date: 2026-06-24
  link: "TR-274"
}
