// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

// What the controls satisfy, and what shows it.

// Therapy and alarms

requirement SRS-031 "Pump and module refuse a rate outside their hard limits" {
  verified-by: TC-231
}
requirement SRS-032 "An order from the network starts only after confirmation at the pump" {
  verified-by: TC-232
}
requirement SRS-033 "An altered therapy value stops the infusion and alarms" { verified-by: TC-233 }
requirement SRS-034 "A delivery control that fails is noticed within a second" {
  verified-by: TC-234
}
requirement SRS-035 "Without the motor no drug flows" { verified-by: TC-235 }
requirement SRS-036 "A sensor that contradicts the motor alarms" { verified-by: TC-236 }
requirement SRS-037 "A display that differs from the delivery alarms" { verified-by: TC-237 }
requirement SRS-038 "The stop key works whatever the software of the panel does" {
  verified-by: TC-238
}
requirement SRS-039 "Alarm limits and loudness stay within fixed bounds" { verified-by: TC-239 }
requirement SRS-051 "Alarms sound at the pump whatever the state of the network" {
  verified-by: TC-251
}
requirement SRS-073 "An infusion goes on without the network, and what was not sent is sent later" {
  verified-by: TC-273
}
requirement SRS-074 "Service erases log and settings before a pump is passed on" { verified-by: TC-274 }

// Software, keys and records

requirement SRS-041 "The pump accepts only drug libraries with a valid signature" {
  verified-by: TC-212
}
requirement SRS-042 "The pump starts only firmware signed by the manufacturer" {
  verified-by: TC-213
}
requirement SRS-057 "The pump does not go back to firmware that was withdrawn" {
  verified-by: TC-214
}
requirement SRS-043 "Each pump proves itself by a key of its own" { verified-by: TC-220 }
requirement SRS-044 "A failed update leaves the version that worked" { verified-by: TC-244 }
requirement SRS-045 "No shell and no test mode can be reached in a released pump" {
  verified-by: TC-245
}
requirement SRS-046 "The key of a pump cannot be read out or replaced" { verified-by: TC-246 }
requirement SRS-047 "A missing or altered log entry is found" { verified-by: TC-247 }
requirement SRS-048 "Each order, release, setting and login is recorded with its author" {
  verified-by: TC-248
}
requirement SRS-049 "The radio card survives scans and floods, and therapy goes on" {
  verified-by: TC-249
}

// Service at the device

requirement SRS-052 "Opening the case leaves a visible trace" { verified-by: TC-252 }
requirement SRS-053 "A module accepts commands only from its own pump" {
  status: approved
  verified-by: TC-253
}
requirement SRS-054 "Settings are changed only with a code of this pump and day" {
  status: approved
  verified-by: TC-254
}
requirement SRS-055 "Settings that nobody released are found at the next connection" {
  verified-by: TC-255
}
requirement SRS-056 "The radio card starts only firmware signed by its maker" {
  status: approved
  verified-by: TC-256
}

// Hospital

requirement SRS-060 "Only pumps with a certificate reach the pump network" { verified-by: TC-260 }
requirement SRS-061 "Only the server reaches pumps, and only they reach the server's service" {
  verified-by: TC-261
}
requirement SRS-062 "The pump server runs only approved programs" { verified-by: TC-262 }
requirement SRS-063 "Imported text is never executed" { verified-by: TC-263 }
requirement SRS-064 "Remote support is opened by the hospital and recorded" {
  verified-by: TC-264
}
requirement SRS-065 "Each user of the server can do what their role needs" { verified-by: TC-265 }
requirement SRS-066 "One caller cannot exhaust the pump server" { verified-by: TC-266 }
requirement SRS-067 "Records are altered only through the service that owns them" {
  verified-by: TC-267
}
requirement SRS-068 "The databases can be restored to the day before" { verified-by: TC-268 }
requirement SRS-070 "A malformed message changes nothing" { verified-by: TC-270 }
requirement SRS-069 "A drug library is released by two pharmacists" { verified-by: TC-269 }
