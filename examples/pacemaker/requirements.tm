// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

// What the controls satisfy, and what shows it. Reports and dates are made up.

requirement SRS-01 "A session needs a key that was agreed at the skin" { verified-by: TC-01 }
requirement SRS-02 "No message paces outside the limits of the hardware" { verified-by: TC-02 }
requirement SRS-03 "Pacing goes on at a fixed rate when software stops" { verified-by: TC-03 }
requirement SRS-04 "Failed sessions cost no more than one day of battery a year" {
  verified-by: TC-04
}
requirement SRS-05 "A monitor is refused all commands but reading" { verified-by: TC-05 }
requirement SRS-06 "An altered or older image is refused" { verified-by: TC-06 }
requirement SRS-07 "A monitor starts no image without a valid signature" { verified-by: TC-07 }
requirement SRS-08 "Who programmed what, and when, is kept in two places" { verified-by: TC-08 }
requirement SRS-09 "A clinic sees its own patients only" { verified-by: TC-09 }
requirement SRS-10 "Episodes arrive after a day without the service" { verified-by: TC-10 }
requirement SRS-11 "The programmer locks itself and asks for a personal login" {
  verified-by: TC-11
}
requirement SRS-12 "An altered value is noticed, and the copy is used" { verified-by: TC-12 }
requirement SRS-13 "Memory and keys cannot be read at the opened implant" { verified-by: TC-13 }
requirement SRS-14 "Entries of the log cannot be changed or removed" { verified-by: TC-14 }
requirement SRS-15 "No image is released by one person" { verified-by: TC-15 }
requirement SRS-16 "A copied session is refused" { verified-by: TC-16 }
requirement SRS-17 "A monitor talks to the service and nobody else" { verified-by: TC-17 }
requirement SRS-18 "Nothing of a patient is left in an explanted device" { verified-by: TC-18 }
requirement SRS-19 "Data of a day can be restored" { verified-by: TC-19 }
requirement SRS-20 "The episode database refuses all but ingestion and portal" {
  verified-by: TC-20
}
requirement SRS-21 "The portal refuses requests that another page sends" { verified-by: TC-21 }
requirement SRS-22 "No content of a request begins an entry of the log" { verified-by: TC-22 }

verification TC-01 "Sessions without, and with a recorded, coil exchange are refused" {
  method: penetration-test
  status: passed
  date: 2026-03-11
  link: "TR-01"
}
verification TC-02 "Parameters at and beyond the limits, in all combinations" {
  method: threat-mitigation-test
  status: passed
  date: 2026-03-12
  link: "TR-02"
}
verification TC-03 "Halted and restarted software under load of the lead" {
  method: test
  status: passed
  date: 2026-03-13
  link: "TR-03"
}
verification TC-04 "A month of failed sessions at the bench" {
  method: threat-mitigation-test
  status: passed
  date: 2026-03-14
  link: "TR-04"
}
verification TC-05 "All commands of the protocol sent by a monitor" {
  method: fuzz-test
  status: passed
  date: 2026-03-15
  link: "TR-05"
}
verification TC-06 "Images with a changed byte, a foreign key and an older version" {
  method: threat-mitigation-test
  status: passed
  date: 2026-03-16
  link: "TR-06"
}
verification TC-07 "A monitor with a foreign image in its flash" {
  method: penetration-test
  status: passed
  date: 2026-03-17
  link: "TR-07"
}
verification TC-08 "Records of a session compared" {
  method: test
  status: passed
  date: 2026-03-18
  link: "TR-08"
}
verification TC-09 "Requests for patients of another clinic" {
  method: penetration-test
  status: passed
  date: 2026-03-19
  link: "TR-09"
}
verification TC-10 "A region switched off for a day" {
  method: test
  status: passed
  date: 2026-03-20
  link: "TR-10"
}
verification TC-11 "A locked and a stolen programmer" {
  method: penetration-test
  status: passed
  date: 2026-03-21
  link: "TR-11"
}
verification TC-12 "Bits of the memory changed one by one" {
  method: threat-mitigation-test
  status: passed
  date: 2026-03-22
  link: "TR-12"
}
verification TC-13 "An opened implant at the bench" {
  method: penetration-test
  status: passed
  date: 2026-03-23
  link: "TR-13"
}
verification TC-14 "Changes with the rights of each service" {
  method: penetration-test
  status: passed
  date: 2026-03-24
  link: "TR-14"
}
verification TC-15 "Release with one signature" {
  method: threat-mitigation-test
  status: passed
  date: 2026-03-25
  link: "TR-15"
}
verification TC-16 "Tokens used at another browser" {
  method: penetration-test
  status: passed
  date: 2026-03-26
  link: "TR-16"
}
verification TC-17 "A base station of our own" {
  method: penetration-test
  status: passed
  date: 2026-03-27
  link: "TR-17"
}
verification TC-18 "Explanted devices read out" {
  method: inspection
  status: passed
  date: 2026-03-28
  link: "TR-18"
}
verification TC-19 "A deleted database restored" {
  method: test
  status: passed
  date: 2026-03-29
  link: "TR-19"
}
verification TC-20 "Logins to the database from each host of the service" {
  method: penetration-test
  status: passed
  date: 2026-03-30
  link: "TR-20"
}
verification TC-21 "Forms and scripts of a foreign page" {
  method: penetration-test
  status: passed
  date: 2026-03-31
  link: "TR-21"
}
verification TC-22 "Line ends, control characters and entries in each field" {
  method: fuzz-test
  status: passed
  date: 2026-04-01
  link: "TR-22"
}
