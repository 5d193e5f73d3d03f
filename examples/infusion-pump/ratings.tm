// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

// Ratings of threats that a control at work answers without more. Nothing is decided here: the
// status follows from the controls, and comes back as open, with this score, where one is gone.

// At the pump

decision rated-line-signals "False pressure, or air that nobody notices" {
  covers: about in (sense-line, line-sensors) and
      category in (spoofing, tampering, denial-of-service, elevation-of-privilege)
  score: "CVSS:3.0/AV:P/AC:L/PR:N/UI:N/S:U/C:N/I:H/A:H"
  residual: "CVSS:3.0/AV:P/AC:H/PR:N/UI:N/S:U/C:N/I:L/A:L"
  harm: HAZ-09
}
decision rated-line "A line that is opened, driven or shut from outside" {
  covers: about is drug-line or about is deliver-drug and name is lost-signal
  score: "CVSS:3.0/AV:P/AC:L/PR:N/UI:N/S:U/C:N/I:H/A:H"
  residual: "CVSS:3.0/AV:P/AC:H/PR:N/UI:N/S:U/C:N/I:L/A:L"
  harm: HAZ-07, HAZ-08
}
decision rated-alarms "Alarms that are quiet, late or too many" {
  covers: about in (alarm-handler, speaker) or about is sound-alarm and name is tampering
  score: "CVSS:3.0/AV:P/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H"
  residual: "CVSS:3.0/AV:P/AC:H/PR:N/UI:N/S:U/C:N/I:N/A:L"
  harm: HAZ-08, HAZ-09
}
decision rated-stop "A stop key that is cut or bridged" {
  covers: about in (stop-key, press-stop) and category in (tampering, denial-of-service)
  score: "CVSS:3.0/AV:P/AC:L/PR:N/UI:N/S:U/C:N/I:H/A:H"
  residual: "CVSS:3.0/AV:P/AC:H/PR:N/UI:N/S:U/C:N/I:N/A:L"
  harm: HAZ-07
}
decision rated-radio "The way into the pump by radio" {
  covers: about in (pump-wifi, join-wlan) and category in (spoofing, elevation-of-privilege) and
      not (about is join-wlan and name is elevation-of-privilege)
  score: "CVSS:3.0/AV:A/AC:L/PR:N/UI:N/S:U/C:L/I:L/A:H"
  residual: "CVSS:3.0/AV:A/AC:H/PR:N/UI:N/S:U/C:N/I:N/A:L"
  harm: HAZ-10, HAZ-11
  because: "What comes in by radio is checked behind it: false orders, libraries and firmware are rated with their own flows."
}

// What pumps are told

decision rated-library "A false library on its way to release" {
  covers: about in (edit-library, submit-library) and
      category in (spoofing, tampering, elevation-of-privilege) and
      not name in (elevation-of-privilege, mass-assignment)
  score: "CVSS:3.0/AV:A/AC:L/PR:L/UI:R/S:U/C:N/I:H/A:H"
  residual: "CVSS:3.0/AV:A/AC:H/PR:H/UI:R/S:U/C:N/I:L/A:N"
}
decision rated-orders "A false order" {
  covers: about in (send-order, push-order, dose-order) and category in (spoofing, tampering)
  score: "CVSS:3.0/AV:A/AC:L/PR:N/UI:N/S:U/C:N/I:H/A:H"
  residual: "CVSS:3.0/AV:A/AC:H/PR:N/UI:R/S:U/C:N/I:L/A:N"
}
decision rated-server "A false server" {
  covers: about in (push-library, push-firmware, frames-in) and category in (spoofing, tampering)
  score: "CVSS:3.0/AV:A/AC:L/PR:N/UI:N/S:U/C:N/I:H/A:H"
  residual: "CVSS:3.0/AV:A/AC:H/PR:N/UI:R/S:U/C:N/I:L/A:N"
}
decision rated-firmware "False firmware" {
  covers: about in (deliver-firmware, import-firmware, pump-firmware) and
      category in (spoofing, tampering, elevation-of-privilege) and
      not name is elevation-of-privilege
  score: "CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:H/A:H"
  residual: "CVSS:3.0/AV:N/AC:H/PR:H/UI:R/S:U/C:N/I:L/A:N"
}

// What pumps tell

decision rated-pump "A false pump" {
  covers: about in (frames-out, report-status, pump-service) and category is spoofing
  score: "CVSS:3.0/AV:A/AC:L/PR:N/UI:N/S:U/C:N/I:H/A:N"
  residual: "CVSS:3.0/AV:A/AC:H/PR:N/UI:N/S:U/C:N/I:L/A:N"
  harm: HAZ-10
  because: "A pump only tells here: what a false one says is shown and recorded, and no pump acts on it."
}

// Server and network

decision rated-floods "A server or network that answers nobody" {
  covers: category is denial-of-service and
      about in (push-library, push-firmware, push-order, send-order, submit-library,
      import-firmware, manage-fleet, check-certificate, check-login, document-infusion,
      send-quality, supervised-console, pump-service, console-web, pump-wifi)
  score: "CVSS:3.0/AV:A/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H"
  residual: "CVSS:3.0/AV:A/AC:H/PR:N/UI:N/S:U/C:N/I:N/A:L"
  harm: HAZ-11
  about: network-loss
}
decision rated-alarm-loss "Alarms that do not reach the nurse station" {
  covers: category is denial-of-service and about in (alarm, frames-out, show-alarms)
  score: "CVSS:3.0/AV:A/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H"
  residual: "CVSS:3.0/AV:A/AC:H/PR:N/UI:N/S:U/C:N/I:N/A:L"
  harm: HAZ-10
  about: network-loss
}
decision rated-loss "Data that is deleted or encrypted" {
  covers: name is lost-at-rest and
      about in (pump-firmware, drug-library, pump-settings, infusion-record, event-log)
  score: "CVSS:3.0/AV:L/AC:L/PR:L/UI:N/S:U/C:N/I:N/A:H"
  residual: "CVSS:3.0/AV:L/AC:H/PR:L/UI:N/S:U/C:N/I:N/A:L"
  harm: HAZ-11
  because: "What is gone is missed before an infusion starts; nothing is given by what is not there."
}
decision rated-records "Records, settings and keys that are altered" {
  covers: name is altered-at-rest and
      about in (pump-settings, infusion-record, event-log, device-key) or
      about is configure-pump and name is tampering
  score: "CVSS:3.0/AV:L/AC:L/PR:L/UI:N/S:U/C:N/I:H/A:N"
  residual: "CVSS:3.0/AV:L/AC:H/PR:H/UI:N/S:U/C:N/I:L/A:N"
}
decision rated-support "Somebody else than the invited engineer" {
  covers: about in (support-session, supervised-console) and category is spoofing
  score: "CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:N"
  residual: "CVSS:3.0/AV:N/AC:H/PR:H/UI:R/S:U/C:L/I:N/A:N"
}
decision rated-listeners "Who reads what is stored or on its way" {
  covers: not name in (injection, mass-assignment, object-access, scripting, scripting-reverse,
      forged-request, forged-request-reverse, guessed-login, guessed-login-reverse) and (
      category is information-disclosure and
      (about in (alarm-out, check-certificate, check-login, deliver-firmware, frames-in,
      frames-out, import-firmware, join-wlan, manage-fleet, push-library, push-order,
      push-firmware, quality-report, report-status, send-order, show-alarms,
      submit-library, supervised-console, support-session) or
      about in (device-key, event-log, infusion-record, pump-settings) or
      about is pump-log and name is scrapped-with-data))
  score: "CVSS:3.0/AV:A/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N"
  residual: "CVSS:3.0/AV:A/AC:H/PR:N/UI:N/S:U/C:L/I:N/A:N"
}
decision rated-connections "Connections of the hospital that are altered or imitated" {
  covers: not name in (injection, mass-assignment, object-access, scripting, scripting-reverse,
      forged-request, forged-request-reverse, guessed-login, guessed-login-reverse) and (
      category in (spoofing, tampering) and
      about in (alarm-out, check-certificate, check-login, document-infusion, manage-fleet,
      show-alarms) or
      category is tampering and
      about in (frames-out, join-wlan, quality-report, report-status, supervised-console, support-session))
  score: "CVSS:3.0/AV:A/AC:L/PR:N/UI:N/S:U/C:N/I:H/A:N"
  residual: "CVSS:3.0/AV:A/AC:H/PR:N/UI:N/S:U/C:N/I:L/A:N"
}
/// As it was in the pump of CVE-2015-3459; here the service is not in the image.
decision rated-shell "The remote shell that is gone" {
  covers: about is maintenance-shell
  score: "CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"
  residual: "CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:N"
}
