// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

// What shows that the requirements are met. TR: test report.

verification TC-101 "A scan from each segment reaches only the named services" {
  method: penetration-test
  status: passed
  date: 2026-05-19
  link: "TR-101"
}
verification TC-102 "Nodes without a certificate, or with a foreign one, are refused" {
  method: penetration-test
  status: passed
  date: 2026-05-20
  link: "TR-102"
}
verification TC-103 "A password alone opens nothing" {
  method: threat-mitigation-test
  status: passed
  date: 2026-04-14
  link: "TR-103"
}
verification TC-104 "Images of a foreign patient, and a session left open" {
  method: threat-mitigation-test
  status: passed
  date: 2026-04-15
  link: "TR-104"
}
verification TC-105 "Requests and recordings of forty vendor sessions" {
  method: inspection
  status: passed
  date: 2026-06-02
  link: "TR-105"
}
verification TC-106 "Discs with malware and malformed files" {
  method: vulnerability-test
  status: passed
  date: 2026-03-24
  link: "TR-106"
}
verification TC-107 "Studies with exchanged patients and orders" {
  method: test
  status: passed
  date: 2026-03-25
  link: "TR-107"
}
verification TC-108 "What the cloud provider sees of a copy" {
  method: inspection
  status: passed
  date: 2026-04-28
  link: "TR-108"
}
verification TC-109 "Restore of the archive and the report database" {
  method: test
  status: passed
  date: 2026-09-12
  link: "TR-109"
}
verification TC-110 "Views are found again in the central record" {
  method: test
  status: passed
  date: 2026-06-03
  link: "TR-110"
}
verification TC-111 "Changed, unsigned and older packages are refused" {
  method: threat-mitigation-test
  status: passed
  date: 2026-02-17
  link: "TR-111"
}
verification TC-112 "Protocols above each limit" {
  method: test
  status: passed
  date: 2026-02-18
  link: "TR-112"
}
verification TC-113 "A foreign server, and each path cut in turn" {
  method: test
  status: passed
  date: 2026-05-21
  link: "TR-113"
}
verification TC-114 "Changed bytes in each kind of record" {
  method: threat-mitigation-test
  status: passed
  date: 2026-05-05
  link: "TR-114"
}
verification TC-115 "DICOM, HL7 and token parsers, two million cases each" {
  method: fuzz-test
  status: passed
  date: 2026-07-08
  link: "TR-115"
}
verification TC-116 "Load from one node and from a thousand browsers" {
  method: test
  status: passed
  date: 2026-07-09
  link: "TR-116"
}
verification TC-117 "Each receiver down for four hours" {
  method: test
  status: passed
  date: 2026-06-16
  link: "TR-117"
}
verification TC-118 "Authenticated scan, and a foreign program on each host" {
  method: vulnerability-test
  status: passed
  date: 2026-05-26
  link: "TR-118"
}
verification TC-119 "Reading for a shift without login service" {
  method: test
  status: passed
  date: 2026-09-13
  link: "TR-119"
}
verification TC-120 "Stop with each processor halted, and a cut line" {
  method: test
  status: passed
  date: 2026-02-19
  link: "TR-120"
}
verification TC-121 "Service functions without key, and with a weight on the table" {
  method: threat-mitigation-test
  status: passed
  date: 2026-02-19
  link: "TR-121"
}
verification TC-122 "Power and processes cut during an exposure" {
  method: test
  status: passed
  date: 2026-02-20
  link: "TR-122"
}
verification TC-123 "Exchanged patients, late and frozen pictures" {
  method: test
  status: passed
  date: 2026-03-26
  link: "TR-123"
}
verification TC-124 "Restore of the keys from the safe" {
  method: test
  status: passed
  date: 2026-09-12
  link: "TR-124"
}
verification TC-125 "What is heard and reached on the segment of the unit" {
  method: penetration-test
  status: passed
  date: 2026-05-20
  link: "TR-125"
}
verification TC-126 "Foreign titles, and services beyond the list" {
  method: threat-mitigation-test
  status: passed
  date: 2026-05-20
  link: "TR-126"
}
