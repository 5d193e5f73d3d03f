// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

// What the controls satisfy, and what shows it. Reports and dates are made up.

requirement SRS-01 "A session needs a key that was agreed at the skin" { verified-by: TC-01 }
requirement SRS-02 "No message paces outside the limits of the hardware" { verified-by: TC-02 }
requirement SRS-03 "Pacing goes on at a fixed rate when software stops" { verified-by: TC-03 }
requirement SRS-04 "Failed sessions cost no more than one day of battery a year" { verified-by: TC-04 }
requirement SRS-05 "A monitor is refused all commands but reading" { verified-by: TC-05 }
requirement SRS-06 "An altered or older image is refused" { verified-by: TC-06 }
requirement SRS-07 "A monitor starts no image without a valid signature" { verified-by: TC-07 }
requirement SRS-08 "Who programmed what, and when, is kept in two places" { verified-by: TC-08 }
requirement SRS-09 "A clinic sees its own patients only" { verified-by: TC-09 }
requirement SRS-10 "Episodes arrive after a day without the service" { verified-by: TC-10 }

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
