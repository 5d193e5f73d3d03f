// SPDX-FileCopyrightText: The Drawbridge authors
// One rating and decision for threats that are alike: at the patient's home, in the device and in the
/// A button carries one bit, a charging plug none.
decision no-menu "The device has no menu" {
  covers: name is menu-escape and about in (power-switch, pairing-button):  status: not-applicable
  because: "One switch, one button, no display: no sequence of presses does more than their labels say."
}

/// Told in the labeling, as the phone belongs to the patient and everybody knows how to lock one.
decision no-service-functions "The app has no hidden functions" {
  covers: name is menu-escape and about is phone-screen
  status: avoided
  because: "Service functions are in another app, which is in no store."
}

decision through-the-store "The app comes through the store alone" {
  covers: about is app-install and name is malicious-update or
      about is app-package and name is altered-at-rest
  controls: signed-app
  score
 "CVSS:4.0/AV:N/AC:L/AT:P/PR:N/UI:A/VC:H/VI:H/VA:N/SC:N/SI:L/SA:L"
  residual: "CVSS:4.0/AV:N/AC:H/AT:P/PR:N/UI:A/VC:L/VI:L/VA:N/SC:N/SI:N/SA:N/E:U"
  because: "Phone and store check the signature at installation and at start."
}

decision store-of-others "The store is there or is not" {
  covers: about is install-app and name in (repudiation, denial-of-service)
  status: accepted
  score: "CVSS:4.0/AV:N/AC:L/AT:P/PR:L/UI:A/VC:N/VI:N/VA:L/SC:N/SI:N/SA:N"
  because: "A patient who cannot install the app today does so tomorrow; the store keeps its own record of who got what."
  approver: "Product security lead"
  date: 2026-05-18
}

