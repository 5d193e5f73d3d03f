// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

// Device and app

requirement SRS-101 "The device pairs only after a press of its button, with a passkey" {
  status: verified
  verified-by: TC-101, TC-102
}
requirement SRS-102 "Commands and readings are encrypted from the app to the control plane" {
  status: verified
  verified-by: TC-110, PT-301
}
requirement SRS-103 "The device starts only firmware signed by the manufacturer, never older" {
  status: verified
  verified-by: TC-120, TC-121
}
requirement SRS-104 "Keys of the device rest only in protected flash" {
  status: verified
  verified-by: TC-130
}
requirement SRS-105 "Signals outside physiological limits are marked as invalid" {
  status: verified
  verified-by: TC-140
}
requirement SRS-106 "The device keeps two weeks of readings without an upload" {
  status: verified
  verified-by: TC-141
}
requirement SRS-107 "The app is distributed only through the phone's app store" {
  status: verified
  verified-by: TC-150
}
requirement SRS-108 "App and portal show each night without readings" {
  status: verified
  verified-by: TC-142
}
requirement SRS-109 "A malformed frame changes nothing and is counted" {
  status: verified
  verified-by: TC-160
}
requirement SRS-110 "The device measures again within a minute of a crash" {
  status: verified
  verified-by: TC-161
}
requirement SRS-111 "Refused partners cost at most a tenth of a night's charge" {
  status: verified
  verified-by: TC-162
}
requirement SRS-112 "The device broadcasts nothing that names it or its patient" {
  status: verified
  verified-by: TC-163
}
requirement SRS-113 "Pairing, commands, updates and resets are recorded in the device" {
  status: verified
  verified-by: TC-164
}
requirement SRS-114 "No key is in more than one device" { status: verified; verified-by: TC-131 }
requirement SRS-115 "Opening the housing leaves a visible trace" {
  status: verified
  verified-by: TC-170
}
/// Approved for version 1.1; the review was of its design.
requirement SRS-116 "Debug ports of shipped devices answer nobody" {
  status: approved
  verified-by: DR-171
}
requirement SRS-117 "An outdated app is asked to update before it is served" {
  status: verified
  verified-by: TC-151
}
requirement SRS-118 "The app talks only to the certificate it knows" {
  status: verified
  verified-by: TC-152
}
requirement SRS-119 "On a rooted phone the app shows results and manages no device" {
  status: verified
  verified-by: TC-153
}
requirement SRS-120 "No update begins while the device measures" {
  status: verified
  verified-by: TC-122
}
requirement SRS-121 "Keys and tokens of the app rest only in the keystore of the phone" {
  status: verified
  verified-by: TC-154
}

// Cloud service

requirement SRS-201 "The service refuses malformed and excessive requests" {
  status: verified
  verified-by: TC-201
}
requirement SRS-202 "A clinician sees only patients who have authorised the access" {
  status: verified
  verified-by: TC-202
}
requirement SRS-203 "Each access to patient data is recorded" {
  status: verified
  verified-by: TC-203
}
requirement SRS-204 "Operators log in with a hardware token" {
  status: verified
  verified-by: TC-204
}
/// Approved for version 1.1; the review was of its design.
requirement SRS-205 "Clinicians log in with a second factor" {
  status: approved
  verified-by: DR-205
}
requirement SRS-206 "Ten wrong passwords in an hour lock an account and are reported" {
  status: verified
  verified-by: TC-206
}
requirement SRS-207 "Each request can be assigned to a session and a time" {
  status: verified
  verified-by: TC-207
}
requirement SRS-208 "No session reaches a record that its account has no right to" {
  status: verified
  verified-by: TC-208, PT-302
}
requirement SRS-209 "Sessions end after fifteen minutes and work from one client only" {
  status: verified
  verified-by: TC-209
}
requirement SRS-210 "Content that is not of the schema is refused before it is read" {
  status: verified
  verified-by: TC-210
}
requirement SRS-211 "No service can write what it does not need to write" {
  status: verified
  verified-by: TC-211
}
requirement SRS-212 "Data of any day of the last 90 can be restored within a day" {
  status: verified
  verified-by: TC-212
}
requirement SRS-213 "The service goes on when one data centre is lost" {
  status: verified
  verified-by: TC-213
}
requirement SRS-214 "An update can be stopped before it reaches all devices" {
  status: verified
  verified-by: TC-214
}
requirement SRS-215 "Known flaws of servers are closed within fourteen days" {
  status: verified
  verified-by: AN-215
}
