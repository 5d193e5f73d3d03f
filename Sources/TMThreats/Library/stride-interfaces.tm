// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

// What somebody at an interface, port or screen of an element can do.

threat rogue-pairing "Somebody in radio range pairs with {element} over {interface} as if it were their own" {
  category: spoofing
  applies-to: interface
  method: stride, stride-per-element
  when: kind in (ble, bluetooth, zigbee, thread, z-wave, ant, medradio)
  answered-by: disabled
  answered-with: password, mfa, passkey, certificate, distance-bounding, review
  advice: "Use LE Secure Connections with a passkey or an out-of-band channel, or an install code of each device, require a deliberate act at the device to pair, and authenticate again in the application."
  cwe: 287, 306
  capec: 667
}

threat rogue-network "Somebody lures {element} into a network of their own through {interface}" {
  category: spoofing
  applies-to: interface
  method: stride, stride-per-element
  when: kind in (wifi, cellular)
  answered-by: disabled
  answered-with: certificate, tls, aead, mac
  advice: "Authenticate the network (WPA2 or WPA3 Enterprise with certificates) and treat it as hostile all the same."
  cwe: 300, 346
  capec: 615, 617
}

threat relayed-tag "Somebody relays or copies the tag that {interface} of {element} trusts" {
  category: spoofing
  applies-to: interface
  method: stride, stride-per-element
  // What is read there, and reads nothing, is the tag itself: who poses as it is asked of the flow.
  when: kind in (nfc, rfid) and
    not (flows and all flows where (source is process and target is process and not two-way and not calls and
        target.zone is phone))
  answered-by: disabled
  answered-with: distance-bounding, mfa, passkey
  advice: "Use a challenge that only the real tag can answer, and do not take proximity for permission."
  cwe: 294, 306
  capec: 60, 151
}

threat radio-jamming "Somebody jams {interface}, or keeps it awake until the battery of {element} is empty" {
  category: denial-of-service
  applies-to: interface
  method: stride, stride-per-element
  // A tag has to come so close that nobody drowns it out, and its reader does not live on a battery.
  // Where the flow crosses, a second server is no answer to a jammed radio that commands or alarms have to come over;
  // what reaches a few metres, or a room or body, is asked by the flow.
  when: wireless and not kind in (nfc, rfid) and
    (not (any flows where crosses) or not kind in (ble, bluetooth, ant, medradio) and
      not element.zone in (body, clinical, hospital) and
      any flows where (any carries where (availability is high and (harm or content has command))))
  answered-by: disabled
  answered-with: frequency-hopping, fallback, watchdog
  advice: "Keep the essential function working without the radio, limit how often it answers, and show that it is disturbed."
  cwe: 400, 920
  capec: 601, 666
}

threat network-reach "Malware in the network behind {interface} reaches services of {element} that are not meant for it" {
  category: elevation-of-privilege
  applies-to: interface
  method: stride, stride-per-element
  when: kind in (ethernet, wifi, cellular)
  answered-by: disabled
  answered-with: firewall, segmentation, address-allow-list, application-allow-list, malware-scan
  advice: "Close every port that no flow of this model uses, allow only known partners, and keep the element in a segment of its own."
  cwe: 284, 668
  capec: 36, 233
}

threat network-scan "A port scan or a flood of packets at {interface} brings {element} to a halt" {
  category: denial-of-service
  applies-to: interface
  method: stride, stride-per-element
  when: kind in (ethernet, wifi)
  answered-by: disabled
  answered-with: firewall, segmentation, rate-limit, watchdog, fallback, redundancy
  advice: "Limit rates, separate the network stack from the essential function, and test with scanners and floods."
  cwe: 400, 770
  capec: 125, 482
}

threat planted-device "Somebody plugs a prepared device into {interface} and takes control of {element}" {
  category: elevation-of-privilege
  applies-to: interface
  method: stride, stride-per-element
  when: kind is usb
  answered-by: disabled
  answered-with: tamper-seal, least-privilege, certificate
  advice: "Allow only the device classes that are needed, start nothing automatically, accept signed content only, and lock the port."
  cwe: 284, 1299
  capec: 457
}

threat copied-out "Somebody copies data of {element} out through {interface}" {
  category: information-disclosure
  applies-to: interface
  method: stride, stride-per-element
  when: kind in (usb, removable-media)
  answered-by: disabled
  answered-with: certificate, passkey, mfa, access-check, role-based-access, password, aead, aes, tamper-seal
  advice: "Ask for a login before anything is exported, encrypt what is, and record it."
  cwe: 200, 1263
  capec: 545
}

threat altered-medium "Somebody hands {element} altered files through {interface}" {
  category: tampering
  applies-to: interface
  method: stride, stride-per-element
  when: kind is removable-media
  answered-by: disabled
  answered-with: signature, mac, aead, review, tamper-seal
  advice: "Accept only files that are signed, and check the signature before they are parsed."
  cwe: 345, 494
  capec: 441
}

threat console-access "Somebody at {interface} gets a console of {element} with more rights than any user has" {
  category: elevation-of-privilege
  applies-to: interface
  method: stride, stride-per-element
  when: kind is serial
  answered-by: disabled
  answered-with: password, mfa, passkey, certificate, role-based-access, access-check, least-privilege, signature, tamper-seal
  advice: "Remove the console from the product, or authenticate it with a secret of the single device, and seal the port."
  cwe: 306, 1299
  capec: 36
}

threat debug-readout "Somebody reads firmware and secrets out of {element} through {interface}" {
  category: information-disclosure
  applies-to: interface
  method: stride, stride-per-element
  when: debug
  answered-by: disabled
  answered-with: certificate, access-check, password, mfa, passkey, tamper-seal
  advice: "Fuse the debug port off in production, or unlock it only with authentication, and keep secrets in protected memory."
  cwe: 1191, 1244
  capec: 121
}

threat debug-patching "Somebody replaces the firmware of {element} through {interface}" {
  category: tampering
  applies-to: interface
  method: stride, stride-per-element
  when: debug
  answered-by: disabled
  answered-with: signature, secure-boot, tamper-seal, password, mfa, passkey, certificate, access-check
  advice: "Fuse the debug port off in production and verify the firmware at each start from a root of trust in hardware."
  cwe: 1191, 1326
  capec: 440
}

threat bus-injection "Somebody inside the housing sends messages to {element} on {interface}" {
  category: tampering
  applies-to: interface
  method: stride, stride-per-element
  when: kind in (can, internal-bus) and not any flows where crosses
  answered-by: disabled
  answered-with: mac, aead, signature, tamper-seal
  advice: "Authenticate messages between modules, check that commands are plausible, and show that the housing was opened."
  cwe: 345, 1263
  capec: 594
}

threat bus-tapping "Somebody inside the housing reads along what {element} exchanges on {interface}" {
  category: information-disclosure
  applies-to: interface
  method: stride, stride-per-element
  // As on a way outside: how a machine does its work is no secret unless the model says so.
  when: kind in (can, internal-bus) and not (any flows where crosses) and
    (not flows or any flows where (not carries or any carries where (not confidentiality in (none, low) and
      (confidentiality or personal or not class in (firmware, configuration, clinical-function)))))
  answered-by: disabled
  answered-with: aead, aes, tamper-seal
  advice: "Encrypt what is worth it between modules, and show that the housing was opened."
  cwe: 311, 1263
  capec: 157
}

threat borrowed-session "Somebody uses {interface} of {element} in the session, or with a guessed or borrowed code, of somebody else" {
  category: spoofing
  applies-to: interface
  method: stride, stride-per-element
  // A button has no session.
  when: (kind in (keypad, touchscreen) or
      kind is user-interface and (not flows or any flows where (authenticated or two-way or source is process))) and
    not (flows and all flows where function has emergency-stop)
  answered-by: disabled
  answered-with: mfa, passkey, certificate
  advice: "Give each person an own login, slow down wrong codes, end the session when nobody is there, and ship no default code. Decide how care goes on in an emergency."
  cwe: 306, 307, 613, 1392
  capec: 49, 70
}

threat pressed-by-another "Somebody who should not, such as a bystander, works {element} at {interface}" {
  category: spoofing
  applies-to: interface
  // Without a login there is neither a session nor a code.
  when: flows and all flows where not authenticated
  replaces: borrowed-session
  answered-by: disabled
  answered-with: password, mfa, passkey, certificate, tamper-seal, range-check
  advice: "Let what does harm need a deliberate act, such as two keys or holding one, bound what can be done without a login, and lock keys that nobody needs at the moment."
  cwe: 306
  capec: 390
}

threat locked-out "Nobody can use {element} when needed, because the login at {interface} fails or is locked" {
  category: denial-of-service
  applies-to: interface
  method: stride, stride-per-element
  // Where a patient depends on it, the library `medical` asks it as `locked-out-in-emergency`.
  // That nobody can log in to what a page or an app shows is `login-outage`; and service waits.
  when: kind in (user-interface, keypad, touchscreen) and (any flows where authenticated) and
    not element.function in (therapy, alarm, radiation, motion, clinical-display) and
    not element.function in (browser, service-access) and
    not (element.zone is phone and any element.flows-out where (crosses and not in-person and not physical))
  answered-by: disabled
  answered-with: fallback, redundancy, rate-limit
  advice: "Lock out for a short time rather than for good, and have a way in for those who answer for the system."
  cwe: 645
  capec: 2
}

threat menu-escape "Somebody gets from {interface} to hidden or service functions of {element}" {
  category: elevation-of-privilege
  applies-to: interface
  method: stride, stride-per-element
  // Keys that show nothing and ask for no login lead to no menu, nor does a program of an office that runs with the
  // rights of whoever sits there.
  when: (kind is touchscreen or
      kind is keypad and (not flows or (any flows where (authenticated or two-way or source is process)) or
        any element.interfaces where kind in (display, touchscreen)) or
      kind is user-interface and (not flows or any flows where (authenticated or two-way or source is process))) and
    not (element.privilege is user and not element.function and element.zone in (clinical, hospital, enterprise)) and
    not element.zone is phone and not element.function in (browser, service-access) and
    not (flows and all flows where function has emergency-stop)
  answered-by: disabled
  answered-with: role-based-access, access-check, least-privilege, password, mfa, passkey, certificate, application-allow-list
  advice: "Remove test and service functions from the product or bind them to a login of their own; let nothing lead out of the application."
  cwe: 284, 489, 912
  capec: 36
}

threat shoulder-surfing "Somebody reads over a shoulder, or photographs, what {interface} of {element} shows" {
  category: information-disclosure
  applies-to: interface
  method: stride, stride-per-element
  when: kind is display and
    (not flows or any flows where (not carries or any carries where not confidentiality in (none, low)))
  answered-by: disabled
  answered-with: de-identification, training
  advice: "Show no more about a person than the task needs, and blank the display when nobody works with it."
  cwe: 200
  capec: 651
}

threat silenced-alarm "{interface} of {element} is muted, covered or drowned out, so that nobody notices an alarm" {
  category: denial-of-service
  applies-to: interface
  method: stride, stride-per-element
  when: kind is audio or function has alarm
  answered-by: disabled
  answered-with: redundancy, watchdog, range-check
  advice: "Give alarms a second way, limit muting in time, and let no remote command silence them."
  cwe: 400
  capec: 607
}

threat forged-signal "A forged or disturbed signal at {interface} makes {element} measure what is not there" {
  category: tampering
  applies-to: interface
  method: stride, stride-per-element
  // That one which says yes or no is bridged is `bridged-interlock`.
  when: kind is sensor and not function has interlock
  answered-by: disabled
  answered-with: range-check, redundancy, tamper-seal
  advice: "Check signals for plausibility, compare redundant sensors, shield the leads."
  cwe: 20, 345
  capec: 148
}

threat foreign-part "A part that is not genuine, or is used up, passes for {interface} of {element}" {
  category: spoofing
  applies-to: interface
  method: stride, stride-per-element
  when: kind is consumable
  answered-by: disabled
  answered-with: certificate, mac, signature, freshness, distance-bounding
  advice: "Let parts prove by a key of their own that they are genuine, and count their use."
  cwe: 290, 1263
  capec: 523
}

threat driven-actuator "{interface} is driven or blocked from outside, so that {it|they} {does|do} other than {element} {commands|command}" {
  category: tampering
  applies-to: interface
  method: stride, stride-per-element
  when: kind is actuator
  answered-by: disabled
  answered-with: range-check, redundancy, fallback, watchdog, tamper-seal
  advice: "Measure what the actuator really does, bound it in hardware, and go to a safe state when the two differ."
  cwe: 345
  capec: 624
}

threat service-misuse "Somebody with service access uses {interface} for more than the service of {element}" {
  category: elevation-of-privilege
  applies-to: interface
  method: stride, stride-per-element
  when: kind is service
  answered-by: disabled
  answered-with: access-check, role-based-access, least-privilege, review, certificate, mfa, passkey, tamper-seal
  advice: "Open service access only on request and for a limited time, give it the least rights, and record the session."
  cwe: 269, 284
  capec: 122
}

threat shared-service-account "Somebody who is no longer, or never was, entitled uses the service credentials of {interface}" {
  category: spoofing
  applies-to: interface
  method: stride, stride-per-element
  when: kind is service
  answered-by: disabled
  answered-with: mfa, passkey, certificate, review
  advice: "Give each technician own credentials with a second factor, and revoke them centrally; no password that is equal on all devices."
  cwe: 522, 798
  capec: 70, 560
}

threat malicious-update "{element} installs a forged update that comes through {interface}" {
  category: tampering
  applies-to: interface
  method: stride, stride-per-element
  // Through a port for service too, where software of the device comes in.
  when: kind is update or kind in (service, usb, serial, removable-media) and
    element.zone in (device, device-internal, body) and not (any element.interfaces where kind is update) and
    any flows where (target is process and any carries where class has firmware)
  answered-by: disabled
  answered-with: signature, secure-boot
  advice: "Sign updates, verify them before installing and at each start, and keep the signing key offline."
  cwe: 347, 494
  capec: 186, 187
}

threat outdated-update "{element} installs a genuine but old version through {interface}, with flaws that everybody knows" {
  category: tampering
  applies-to: interface
  method: stride, stride-per-element
  // A signature does not tell what is old.
  when: kind is update or kind in (service, usb, serial, removable-media) and
    element.zone in (device, device-internal, body) and not (any element.interfaces where kind is update) and
    any flows where (target is process and any carries where class has firmware)
  answered-by: disabled
  answered-with: version-check
  advice: "Put the version under the signature, keep the lowest one that may run where it can only rise, and check it before installing and at each start."
  cwe: 1328
  capec: 187
}

threat blocked-update "Somebody keeps updates from {element} at {interface}, so that known flaws stay" {
  category: denial-of-service
  applies-to: interface
  method: stride, stride-per-element
  // A cloud is updated by those who run it, and where somebody comes with a tool, that person waits.
  when: kind is update and not kind is service and not element.zone in (cloud, dmz, datacentre)
  answered-by: disabled
  answered-with: redundancy, fallback
  advice: "Make updates short and possible in use, let the device show when it last looked for one, watch the fleet for devices that lag behind, and have a second way."
  cwe: 693, 1277
  capec: 607
}

threat broken-access-control "Somebody with a valid session reaches data or functions of others through {interface} of {element}" {
  category: elevation-of-privilege
  applies-to: interface
  method: stride, stride-per-element
  // A link that opens an app is called by whoever has the phone. What only passes requests on decides no rights
  // where the service behind it is asked.
  // Nobody's own data or rights are behind what gives the same software to all.
  when: kind in (api, web) and not element.zone is phone and not element.human and
    (not flows or any flows where (not carries or any carries where not class has firmware)) and
    not (flows and all flows where (source is external and not two-way and protocol in (hl7, hl7-tls, dicom, dicom-tls))) and
    not (element.function has reverse-proxy and
      any element.flows-out where (calls and target is process and any target.interfaces where kind in (api, web)))
  answered-by: disabled
  answered-with: access-check, role-based-access
  advice: "Check at the server, for each object and each function, whether this caller may; deny what no rule allows."
  cwe: 639, 862, 863
  capec: 58, 122
  owasp: API1-2023, API5-2023, ASVS-8.2.1
}

threat stolen-session "Somebody uses a stolen token or session at {interface} of {element}" {
  category: spoofing
  applies-to: interface
  method: stride, stride-per-element
  // Between one's own servers nobody steals it: that is asked where others call.
  // Whoever only reports, program to program, has no session.
  // Who fetches software that everybody gets logs in to nothing.
  when: kind in (api, web) and not element.zone is phone and not element.human and
    (not flows or any flows where (not server-side and not authenticated in (certificate, mutual, no) and
      not (not authenticated and carries and all carries where class has firmware) and
      not (source is external and not source.human and not two-way and not source.function has browser)))
  answered-by: disabled
  answered-with: freshness, certificate
  advice: "Keep tokens short-lived and bound to their client, protect them from scripts and logs, and make them revocable."
  cwe: 384, 613
  capec: 60, 593
  owasp: API2-2023, ASVS-7.4.1
}

threat overload "Somebody calls {interface} so often, or with requests so costly, that nobody else gets an answer from {element}" {
  category: denial-of-service
  applies-to: interface
  method: stride, stride-per-element
  // What only one's own servers call, or a partner with a certificate, is not brought down by anybody
  // else; a fleet of devices with one each may be.
  // What another company offers is that company's to keep up.
  // Software and logs come a day later.
  when: kind in (api, web) and not element.zone in (phone, third-party) and not element.human and
    (not flows or any flows where (not server-side and
      (not carries or any carries where (not class in (firmware, log) or availability in (medium, high))) and
      (not authenticated in (certificate, mutual) or source.zone in (device, device-internal, body, phone, home))))
  answered-by: disabled
  answered-with: rate-limit, redundancy, fallback, firewall, address-allow-list
  advice: "Limit rate, size and cost for each caller, and shed load before it hurts."
  cwe: 400, 770
  capec: 125, 488
  owasp: API4-2023, ASVS-2.4.1
}

threat power-loss "Somebody cuts, drains or disturbs the supply of {element} at {interface}" {
  category: denial-of-service
  applies-to: interface
  method: stride, stride-per-element
  when: kind is power
  answered-by: disabled
  answered-with: fallback, redundancy
  advice: "Go to a safe state on brown-out, keep a reserve for the essential function, and give an alarm."
  cwe: 400
  capec: 607
}

threat unplanned-access "Somebody uses {interface} of {element} for something it is not meant for" {
  category: elevation-of-privilege
  applies-to: interface
  method: stride, stride-per-element
  when: not kind
  answered-by: disabled
  answered-with: access-check, role-based-access, least-privilege, certificate, mfa, passkey, password, firewall, tamper-seal
  advice: "State the `kind` of the interface, so that its own threats can be named; restrict it to what it is for."
  cwe: 284
  capec: 36
}
