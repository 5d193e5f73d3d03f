// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

// The STRIDE threats that every model is checked for.
//
// A model replaces a template by declaring one of the same name at its top level, and turns one off
// with `policy { name: off }`. The sentence of a template is filled with the names of the model:
//
//   {source} {target} {carries} {sends} {way} {arrival} {somebody} {flow}   of a flow
//   {interface} {element}                                     of an interface
//   {asset} {places}                                          of an asset
//   {element}                                                 of an external entity, process or store
//
// What answers a threat is stated as a property (`answered-by`) or by a control of the model that
// mitigates its category. Which pair of ends yields which category follows STRIDE per interaction as
// in the Microsoft Threat Modeling Tool's core template; which interface yields which threat follows
// the interfaces of connected medical devices; CWE and CAPEC numbers name the weakness and the attack
// pattern closest to the sentence.

// ---- Flows that cross a trust boundary ---------------------------------------------------------

threat spoofing "Somebody poses as {source} and {sends}" {
  category: spoofing
  applies-to: flow
  // Among the servers of one operator nobody else answers in the place of one: who calls has to prove who it is.
  // What a person does at a key pad or touch screen is asked of that interface, and so is a tag that somebody copies.
  // Everybody may stop a machine. Others that are called and answer nothing, such as the webhook of a customer, have
  // to know who calls.
  // What others log in at says whom to let in: somebody in its place lets in anybody.
  when: crosses and not physical and
    (target is process or target is store or source is store and not target.human or
      target is external and not target.human and source is process and calls and not two-way and not target.flows-out and
        not source.zone in (phone, home, body, device, device-internal) and protocol in (http, https) and
        not authenticated in (token, password, pin, mfa, certificate, mutual) and
        (any carries where not integrity in (none, low))) and
    not (in-person and not function has emergency-stop and
      any via where kind in (user-interface, keypad, touchscreen)) and
    not (in-person and function has emergency-stop and target.function in (interlock, emergency-stop)) and
    not (source is external and any via where kind in (nfc, rfid)) and
    not (server-side and not calls and not source.function has authentication)
  answered-by: authenticated
  advice: "Let the sender prove who it is before anything it sends is acted on: a certificate or key of its own for a device, a personal login for a person."
  cwe: 287, 290, 306
  capec: 151, 194
}

threat spoofed-target "Somebody poses as {target} and receives {carries} from {source}" {
  category: spoofing
  applies-to: flow
  // Of a two-way flow, whoever poses as the target sends as well: that is `spoofing-reverse`.
  when: crosses and not in-person and not target.human and not (source is external and target is external) and
    (target is external or any carries where sensitive) and
    not (two-way and (source is process or source is store)) and
    not (two-way and source.function has authentication) and
    not physical and
    not ((source is external or target is process) and any via where kind in (nfc, rfid)) and
    not (server-side and calls)
  answered-by: server-authenticated
  advice: "Check the receiver's certificate, or its key, before anything is sent, and refuse to fall back to an unchecked connection."
  cwe: 295, 346
  capec: 94, 151
}

threat wrong-recipient "Somebody other than {target} gets {carries} from {source}" {
  category: spoofing
  applies-to: flow
  // Of what acts on a body, where it is an order for one of many: nobody else lies under the arm or at the tube.
  when: crosses and target.human and source is not external and not two-way and not in-person and
    (not physical or function has radiation or function has therapy and carries and not function has motion) and
    (physical or not carries or any carries where not confidentiality in (none, low))
  answered-by: recipient-authenticated
  advice: "Let people log in as themselves before they are shown anything, and log them off when they leave."
  cwe: 287, 613
  capec: 151
}

threat tampering "{somebody} alters {carries} {way}" {
  category: tampering
  applies-to: flow
  // What a sensor or an actuator is made to do is asked of that interface, and so is an update at its port.
  // A bare cipher hides what is sent, and lets it be changed.
  // An interlock inside a cabinet is worth it that the cabinet is opened; of a stop on a wire, whether it gets there
  // is asked.
  when: (crosses or function has interlock and source is process and target is process) and
    (not in-person or function has update and (any carries where class has firmware) and
      not any via where kind is update) and not (physical and function has emergency-stop) and
    not (source is external and target is external) and
    not (physical and any via where kind in (sensor, actuator, display, audio)) and
    not (source is external and any via where kind in (nfc, rfid)) and
    (not carries or any carries where not integrity in (none, low))
  answered-by: integrity-protected
  ways: once
  advice: "Protect the content with authenticated encryption or a signature that the receiver checks; check ranges of what arrives. A checksum such as CRC finds accidents, not attacks."
  cwe: 345, 353, 924
  capec: 94, 384
}

threat repudiation "Nobody can prove whether {source} sent {carries} to {target}" {
  category: repudiation
  applies-to: flow
  // Where somebody has to answer for something: a person acts, or what is carried can be held against them.
  // Whether the entries of a log can be trusted is `forged-entries`. Nobody denies what the own phone was told,
  // and the answer to a person is no act of theirs, nor is what the parts of one device tell one another. Whose act it was that servers of one operator pass on is
  // asked where it came in.
  // Whoever looks at readings sends none.
  // Who changed a program is asked where a person sits at the tool that loads it.
  // A code that a whole ward knows names nobody.
  when: crosses and not physical and not source is store and
    not (source is process and target is process and source.zone in (device, device-internal) and
      target.zone in (device, device-internal)) and
    not (server-side and from-outside) and not (target.function has browser) and
    not (target.human and (in-person or any via where kind in (usb, serial, jtag, swd, removable-media))) and
    not (source is external and any via where kind in (nfc, rfid)) and
    not (target.log and from-outside) and not (carries and all carries where class has credentials) and
    not (source.human and target.zone is phone) and not (two-way and target.human) and
    not (source.human and two-way and carries and (all carries where class has telemetry)) and
    not function has emergency-stop and
    not (in-person and not authenticated and not two-way and function has motion) and
    not (source is process and source.zone is phone and not acted-on and
      not any carries where (accountable and not class has therapy)) and
    not (two-way and not calls and source is process and source.function in (therapy, radiation, motion) and
      source.zone in (device, device-internal, body) and
      not any carries where (accountable and not class in (log, therapy))) and
    (source.human and target is process and not target.zone is phone and
      (not carries or any carries where (accountable or not integrity in (none, low))) or
      function has update and source is process and not source.function in (build, signing) and
        target.zone in (device, device-internal) and not source.zone in (device, device-internal, body) and
        (any carries where class has firmware) and (any source.flows-in where source.human) or
      (any carries where (accountable and not class has log)) or target.log and (any carries where accountable) or
      source.function in (therapy, radiation) and source is process and not source.zone is phone and
        target.zone in (hospital, clinical, datacentre, enterprise, cloud) and target is process and
        any carries where (class has phi and not class has telemetry and harm and not integrity in (none, low)))
  answered-by: authenticated and not authenticated is pin and any target.flows-out where target.log,
    authenticated and not authenticated is pin and target.log
  advice: "Record who sent what and when, with synchronised time, where neither side can change it afterwards."
  cwe: 223, 778
  capec: 268
}

threat disputed-act "Nobody can prove what {source} looked up or changed at {target}" {
  category: repudiation
  applies-to: flow
  // Of what goes to and fro nobody sent it: in dispute is what somebody did with it.
  when: source.human and target is process and two-way
  replaces: repudiation
  answered-by: authenticated and not authenticated is pin and any target.flows-out where target.log,
    authenticated and not authenticated is pin and target.log
  advice: "Record who looked up or changed what and when, with synchronised time, where neither side can change it afterwards."
  cwe: 223, 778
  capec: 268
}

threat information-disclosure "{somebody} reads {carries} {way}" {
  category: information-disclosure
  applies-to: flow
  // What a display shows, or a port hands out, is asked of that interface.
  // The time is no secret, nor is software that is given to everybody, nor how a device is set, unless the model
  // says so.
  // At home nobody stands by whom a stranger's screen would tell something.
  when: crosses and not (source is external and target is external) and
    not protocol in (ntp, nts) and not (function has clock and not carries) and
    not (function has update and not carries) and
    not (source is external and not carries and any via where kind in (nfc, rfid)) and
    (not carries or any carries where (not confidentiality in (none, low) and (confidentiality or personal or
        not class in (firmware, configuration, clinical-function)))) and
    not (function has alarm and any via where kind is audio) and
    not (physical and not any via where kind in (display, audio)) and
    not (target.human and (any via where kind in (usb, removable-media)) and
      not ((any via where kind is removable-media) and any carries where (sensitive or personal))) and
    not (in-person and source.zone is home and target.zone is home) and
    not ((in-person or physical) and
      (not (any carries where (sensitive or personal)) or any via where kind is display))
  answered-by: encrypted
  ways: once
  advice: "Encrypt the content on the way, and send no more than the receiver needs."
  cwe: 311, 319
  capec: 117, 157
}

threat denial-of-service "{somebody} blocks {carries} {way}" {
  category: denial-of-service
  applies-to: flow
  // Service waits until it can be done, and so does what staff does at an office, unless the model says otherwise; an update that does not come is asked of the interface for updates, and
  // what works without the service that people log in to is asked of that service. Nobody stands between the
  // servers of one place: who can bring them down is asked of their interfaces.
  // In one network, a share that is out for a while is waited for. Nobody stands between a hand and the button of a
  // safety controller: that is `disabled-stop`.
  when: crosses and not physical and
    (not in-person or function has emergency-stop and not target.function in (interlock, emergency-stop)) and
    not server-side and
    not ((source is store or target is store) and within and not (within.kind is organisation) and carries and
      not any carries where availability) and
    not function has service-access and not (any via where kind in (nfc, rfid)) and
    not (source.human and source.zone in (enterprise, manufacturer, vendor, datacentre) and
      (not (any carries where availability) or any via where kind in (web, api))) and
    not ((source.function has authentication or target.function has authentication or
        protocol in (oauth, oauth2, oidc, saml, kerberos, ldap, ldaps, radius, radsec)) and
      all carries where class in (credentials, keys)) and
    not (carries and all carries where (class has credentials and not class in (payment, workflow) and not availability)) and
    not ((source.human or target.human or function has update) and
      any via where kind in (usb, serial, jtag, swd, removable-media, service)) and
    not ((any carries where class has firmware) and
      (all carries where (class has firmware or class in (keys, credentials) and not availability)) and
      (not target.zone in (device, device-internal, body, phone) or any target.interfaces where kind is update)) and
    (not carries or any carries where not availability in (none, low))
  ways: once
  advice: "Decide what still works without this flow, show that it is down, limit the rate of what arrives, and deliver later what must not be lost."
  cwe: 400, 770
  capec: 125, 607
}

threat elevation-of-privilege "Crafted content in {carries} from {source} makes {target} do what its sender may not" {
  category: elevation-of-privilege
  applies-to: flow
  // Code that is installed does what it wants: whether it is genuine is asked as tampering. What a query of a
  // directory is made to say is `injection`, what a page does in a browser is `scripting-in-app`, and what a
  // language model answers is `believed-output`. What servers of one operator pass on is crafted where it comes in:
  // at the first of them, or behind one that only passes on what people send.
  // What is better guarded in a device feeds the rest of it.
  // What the own service answers to an app is asked where it came in. From a host that outsiders work at, a session
  // leads on.
  when: crosses and target is process and not source.human and not physical and
    not (source.zone is device-internal and target.zone is device) and
    not (target.zone is phone and two-way and not calls and source.zone in (cloud, dmz, datacentre) and
      not target.function in (therapy, alarm)) and
    not target.function has browser and not source.function in (language-model, agent) and
    (not source is store or from-outside and any carries where format) and
    not (function has update and (not carries or all carries where class in (firmware, configuration))) and
    not ((any carries where class has firmware) and (all carries where class in (firmware, keys)) and
      not protocol in (rdp, vnc, ssh, telnet)) and
    not (target.function has reverse-proxy and carries and (all carries where class has credentials)) and
    not (source.function has authentication and carries and all carries where class in (credentials, keys)) and
    not (protocol in (ldap, ldaps) and from-outside) and
    not (server-side and not (protocol in (rdp, vnc, ssh, telnet) and any source.flows-in where (crosses and not server-side and
        (source.human or protocol in (rdp, vnc, ssh, telnet)))) and
      (source is not external or source.function has authentication) and
      (not calls or not from-outside or not source.function has reverse-proxy or target.function has reverse-proxy or
        any source.flows-in where (crosses and not server-side and not source.human)))
  answered-with: input-validation, least-privilege, application-allow-list, malware-scan
  advice: "Check everything that arrives against what is allowed, decide on rights at the receiver, run it with the least privilege, and test it with malformed input."
  cwe: 20, 269, 862
  capec: 122, 233
}

threat exceeded-rights "Through {carries}, {source} {gets|get} {target} to do what only others may" {
  category: elevation-of-privilege
  applies-to: flow
  // On the own phone everybody is entitled to all, as to a stop; a service port has a question of its own.
  // What only passes requests on, or shows pages, decides no rights: the service behind it does. Everybody may
  // press a button that asks nobody who they are, unless it treats somebody.
  // Whoever looks at readings, or attaches a part, changes nothing, and at a service tool everybody may do what it does.
  // Whom a device treats is entitled to what it offers them, where nobody else looks after it.
  when: crosses and target is process and source.human and not physical and not target.zone is phone and
    not target.function in (reverse-proxy, browser) and
    not (in-person and not authenticated and not two-way and not acted-on and
      not function in (therapy, radiation, motion, calibration) and any via where kind is user-interface) and
    not (in-person and not authenticated and not two-way and function has motion and
      any via where kind in (keypad, user-interface)) and
    not (in-person and source.zone in (home, body) and
      any source.flows-in where (physical and function in (therapy, radiation))) and
    not (any via where kind is service) and not function has emergency-stop and
    not (carries and (all carries where class in (credentials, firmware)) and
      not protocol in (rdp, vnc, ssh, telnet)) and
    not (two-way and carries and (all carries where (class has telemetry and not content has command))) and
    not (any via where kind in (nfc, rfid, consumable, sensor)) and
    not (in-person and target.function has service-access) and
    (not in-person or acted-on or function in (therapy, radiation, motion, calibration) or
      not carries or any carries where (accountable or not integrity in (none, low)))
  answered-with: role-based-access, access-check, least-privilege, review
  advice: "Give each role the functions it needs and no more, decide at the receiver, bound values by hard limits, and leave no service or test function within reach."
  cwe: 269, 285, 862
  capec: 122, 233
}

// What only passes content on does not read it.
threat passed-content "Crafted content in {carries} from {source} passes {target}, and makes what stands behind do what its sender may not" {
  category: elevation-of-privilege
  applies-to: flow
  when: target.function has reverse-proxy and
    any target.flows-out where (calls and target is process and not target.function has reverse-proxy)
  replaces: elevation-of-privilege
  answered-with: input-validation, least-privilege, application-allow-list, malware-scan
  advice: "Check at each service what arrives, even from the own gateway: against what is allowed, with rights decided there, and with malformed input in tests."
  cwe: 20, 269, 862
  capec: 122, 233
}

// A session at the screen of another machine is that machine, whatever is said to be carried.
threat taken-session "Whoever takes over the remote session of {source} works at {target} with all rights it has there, and goes on from it" {
  category: elevation-of-privilege
  applies-to: flow
  when: protocol in (rdp, vnc) or protocol in (ssh, telnet) and server-side and calls and source is process and
    any source.flows-in where (crosses and not server-side and (source.human or protocol in (rdp, vnc, ssh, telnet)))
  replaces: elevation-of-privilege, exceeded-rights
  answered-with: least-privilege, role-based-access, access-check, review
  advice: "Let each session be released for one task and watched, give it an account with few rights, end it by itself, and let nothing lead on from there but what the task needs."
  cwe: 269, 284
  capec: 555
}

threat lost-medium "Whoever finds or takes the medium on its way from {source} to {target} reads {carries}" {
  category: information-disclosure
  applies-to: flow
  when: (any via where kind is removable-media) and any carries where (sensitive or personal or secret)
  replaces: information-disclosure
  answered-by: encrypted
  ways: once
  advice: "Encrypt what is written to it for whoever is to read it, and write no more than is needed."
  cwe: 311, 359
  capec: 507
}

threat overlooked "Somebody who stands by sees or hears {carries} between {source} and {target}" {
  category: information-disclosure
  applies-to: flow
  when: in-person
  replaces: information-disclosure
  ways: once
  answered-with: role-based-access, access-check, password, mfa, passkey, de-identification, training, tamper-seal
  advice: "Show and ask for no more than the task needs, mask what is secret, and blank it when nobody works with it."
  cwe: 200
  capec: 651
  owasp: ASVS-14.2.6
}

threat guessed-login "Somebody guesses, phishes or buys the password or code with which {source} logs in to {target}" {
  category: spoofing
  applies-to: flow
  // An app on somebody's phone, a page in a browser and a remote desktop pass on what their user typed.
  // At a port for sticks nobody logs in.
  when: crosses and not in-person and
    (source.human or source is process and
      (source.zone is phone or source.function has browser or protocol in (rdp, vnc))) and
    (target is process or target is store or target.function has authentication) and authenticated in (password, pin) and
    not protocol is usb and not any via where kind in (service, usb, removable-media)
  answered-with: mfa, passkey, certificate
  advice: "Limit and slow down attempts, refuse passwords that are known from leaks, and ask for a second factor, best one that works at the right address alone."
  cwe: 307, 521
  capec: 49, 98, 600
  owasp: ASVS-6.3.1, API2-2023
}

threat relayed-login "A false page, or one tap too many, lets somebody in to {target} with the second factor of who may" {
  category: spoofing
  applies-to: flow
  ways: each-flow
  // A code that is typed or a tap that is asked for can be asked for by somebody between.
  when: crosses and not in-person and
    (source.human or source is process and
      (source.zone is phone or source.function has browser or protocol in (rdp, vnc))) and
    (target is process or target is store or target.function has authentication) and authenticated is mfa and
    not protocol is usb and not any via where kind in (usb, removable-media)
  answered-with: passkey, certificate
  advice: "Use a factor that works at the right address alone, show in each request what it is for and from where, stop after a few that nobody asked for, and end sessions that came from elsewhere."
  cwe: 287, 294
  capec: 94, 98
  attack: T1557, T1621
  owasp: ASVS-6.3.3
}

// ---- Signals of the physical world that cross a trust boundary: they go through sensors, actuators,
// ---- displays or speakers, and can neither log in nor be encrypted.

threat false-signal "{target} {takes|take} the signal of somebody or something else for {carries} from {source}" {
  category: spoofing
  applies-to: flow
  // What a sensor is made to measure is asked of the sensor, and of a switch that it is bridged.
  when: crosses and physical and (target is process or target is store or source is store) and
    not ((function has measurement or (any via where function has interlock)) and any via where kind is sensor)
  answered-with: range-check, redundancy, tamper-seal, review
  advice: "Check that the signal is there, plausible and from where it should be: contact checks, redundancy, a deliberate act."
  cwe: 290, 345
  capec: 148
}

threat unrecorded-signal "No record shows what {carries} was between {source} and {target}" {
  category: repudiation
  applies-to: flow
  when: crosses and physical and not function has emergency-stop and
    ((any carries where accountable) or function in (therapy, radiation, motion))
  ways: once
  answered-by: any target.flows-out where target.log, any source.flows-out where target.log
  advice: "Record what was measured, shown or delivered, with its time, where it cannot be changed afterwards."
  cwe: 223, 778
  capec: 268
}

threat lost-signal "Somebody cuts off or drowns out {carries} between {source} and {target}" {
  category: denial-of-service
  applies-to: flow
  // A muted speaker and a disturbed sensor are asked of that interface.
  when: crosses and physical and not (any via where kind is audio) and
    not ((function has measurement or (any via where function has interlock)) and any via where kind is sensor) and
    (not carries or any carries where not availability in (none, low))
  ways: once
  answered-with: watchdog, redundancy, range-check, tamper-seal
  advice: "Notice that the signal is missing or implausible, go to a safe state, and say so."
  cwe: 400, 754
  capec: 607
}

threat harmful-signal "An extreme or crafted signal, sent as {carries} from {source}, drives {target} beyond {its|their} limits" {
  category: elevation-of-privilege
  applies-to: flow
  // A sensor that says yes or no has no extremes.
  when: crosses and physical and target is process and not (any via where function has interlock) and target.function in (therapy, radiation, motion)
  answered-with: range-check, redundancy
  advice: "Bound what the signal can cause by limits that do not depend on it."
  cwe: 20, 1384
  capec: 148
}

// ---- Interfaces --------------------------------------------------------------------------------

threat rogue-pairing "Somebody in radio range pairs with {element} over {interface} as if it were their own" {
  category: spoofing
  applies-to: interface
  method: stride, stride-per-element
  when: kind in (ble, bluetooth, zigbee, thread, z-wave, ant, medradio)
  answered-by: disabled
  answered-with: password, mfa, passkey, certificate, review
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
  answered-with: password, mfa, passkey, certificate, role-based-access, access-check, tamper-seal
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
  answered-with: role-based-access, access-check, password, mfa, passkey, de-identification, training, tamper-seal
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
  answered-with: certificate, freshness, distance-bounding
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
  answered-with: range-check, redundancy, watchdog, tamper-seal
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
    (not flows or any flows where (not server-side and not authenticated in (certificate, mutual) and
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
  answered-with: fallback, redundancy, watchdog, backup
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
  advice: "State the `kind` of the interface, so that its own threats can be named; restrict it to what it is for."
  cwe: 284
  capec: 36
}

// ---- Assets ------------------------------------------------------------------------------------

threat altered-at-rest "Somebody alters {asset} {places}" {
  category: tampering
  applies-to: asset
  method: stride, stride-per-element
  // A key in a module of a device gets in and stays. In memory, it is worth a line for therapy that is altered nowhere else; credentials that were altered open nothing.
  when: (stores or class is therapy and (not any flows where crosses) or not flows and not class is clinical-function) and
    not integrity in (none, low) and
    not (class has credentials and (not integrity or
      stores and all stores where (kind in (cache, vault) or zone in (device, device-internal, body, phone) or
        any flows where (source.function has browser or target.function has browser)))) and
    not (class in (keys, credentials) and stores and
      all stores where (kind is vault and encrypted and zone in (device, device-internal, body, phone)))
  advice: "Restrict who can write, sign or authenticate the content, check it when it is read, and keep a copy to compare with."
  cwe: 284, 345
  capec: 176
}

threat read-at-rest "Somebody reads {asset} {places}" {
  category: information-disclosure
  applies-to: asset
  method: stride, stride-per-element
  // Of credentials that are stored, `stored-credentials` asks it. What a device does, and with which software, is no
  // secret unless the model says so.
  when: not (class in (therapy, firmware, configuration, clinical-function) and not confidentiality and not personal and
      not sensitive) and
    (stores and not class has credentials or
      secret and not stores and (not flows or any flows where not (source is external and target is external)) or
      not flows and not stores and not class is clinical-function) and
    not confidentiality in (none, low)
  answered-by: stores and all stores where encrypted
  advice: "Encrypt it where it rests, keep the key elsewhere, restrict who can read (an encrypted disk or database answers whoever may query it), and erase it when the device leaves the house."
  cwe: 200, 311, 312
  capec: 150
}

threat lost-at-rest "Somebody deletes or locks away {asset} {places}" {
  category: denial-of-service
  applies-to: asset
  method: stride, stride-per-element
  // Who lost a password gets a new one. A device that lost its software or keys is broken, and replaced as one.
  // Whoever brings back what a store holds brings back all of it: it is asked of what has to be there.
  // Keys that a phone shares with a device are made again by pairing.
  when: (stores or not flows and not class is clinical-function) and not availability in (none, low) and
    not (class has credentials and not availability) and
    not (not availability and stores and all stores where (any holds where availability)) and
    not (class has keys and not class has firmware and not availability and
      stores and all stores where (any holds where class has firmware)) and
    not (class in (firmware, keys, configuration) and not availability and
      stores and (all stores where zone in (device, device-internal, body))) and
    not (class has keys and not availability and
      (any stores where zone in (device, device-internal, body)) and
      all stores where zone in (device, device-internal, body, phone))
  advice: "Keep a copy that the same attacker cannot reach, practise restoring it, and know how to go on without it."
  cwe: 400, 404
}

threat altered-function "Somebody makes {asset} work other than designed" {
  category: tampering
  applies-to: asset
  method: stride, stride-per-element
  when: class is clinical-function and not stores and not flows
  advice: "Verify code and parameters before use, bound the function by independent limits, and detect that it drifts."
  cwe: 345, 693
  capec: 176
}

threat stopped-function "Somebody stops {asset} when it is needed" {
  category: denial-of-service
  applies-to: asset
  method: stride, stride-per-element
  when: class is clinical-function and not stores and not flows
  advice: "Make the function independent of networks and other tasks, watch it with a watchdog, and let it fail into a safe state with an alarm."
  cwe: 400, 693
  capec: 607
}

// ---- STRIDE per element ------------------------------------------------------------------------

threat external-spoofing "Somebody poses as {element}" {
  category: spoofing
  applies-to: external
  method: stride-per-element
  advice: "Authenticate it before acting on what it says."
  cwe: 287
  capec: 151
}

threat external-repudiation "{element} denies having done something" {
  category: repudiation
  applies-to: external
  method: stride-per-element
  advice: "Record its actions under its own identity where it cannot change the record."
  cwe: 778
  capec: 268
}

threat process-spoofing "Something else poses as {element}" {
  category: spoofing
  applies-to: process
  method: stride-per-element
  advice: "Give the process an identity that its partners check."
  cwe: 290
  capec: 151
}

threat process-tampering "Somebody changes the code, the memory or the settings of {element}" {
  category: tampering
  applies-to: process
  method: stride-per-element
  advice: "Sign code and settings, verify them at each start, and isolate the process."
  cwe: 345, 494
  capec: 184
}

threat process-repudiation "Nobody can reconstruct what {element} did and on whose behalf" {
  category: repudiation
  applies-to: process
  method: stride-per-element
  answered-by: any flows-out where target.log
  advice: "Log decisions with the identity they were taken for, away from the process."
  cwe: 778
  capec: 268
}

threat process-disclosure "{element} gives away data it works with" {
  category: information-disclosure
  applies-to: process
  method: stride-per-element
  advice: "Answer with no more than was asked by somebody entitled, and keep secrets out of messages and logs."
  cwe: 200, 532
  capec: 116
}

threat process-denial "{element} crashes, hangs or runs out of resources" {
  category: denial-of-service
  applies-to: process
  method: stride-per-element
  advice: "Bound what a request can cost, restart safely, and keep the essential function apart."
  cwe: 400, 770
  capec: 130
}

threat process-elevation "Somebody makes {element} use its rights for them" {
  category: elevation-of-privilege
  applies-to: process
  method: stride-per-element
  advice: "Check input and rights at each entry, and run with the least privilege."
  cwe: 250, 269
  capec: 233
}

threat store-tampering "Somebody changes the content of {element} without the program that should" {
  category: tampering
  applies-to: store
  method: stride-per-element
  advice: "Restrict who can write, and detect changes that were not meant."
  cwe: 284, 345
  capec: 176
}

threat store-repudiation "Entries of {element} are missing, forged or changed, so that it proves nothing" {
  category: repudiation
  applies-to: store
  method: stride-per-element
  when: log
  advice: "Make it append-only, authenticate entries, and keep a copy elsewhere."
  cwe: 117, 778
  capec: 93, 268
}

threat store-disclosure "Somebody reads the content of {element} past its access control" {
  category: information-disclosure
  applies-to: store
  method: stride-per-element
  answered-by: encrypted
  advice: "Encrypt it at rest and keep the key elsewhere."
  cwe: 311, 312
  capec: 150
}

threat store-denial "{element} is full, deleted or out of reach" {
  category: denial-of-service
  applies-to: store
  method: stride-per-element
  advice: "Limit what one writer can fill, watch the space, keep backups."
  cwe: 400, 770
  capec: 130
}

threat flow-tampering "Somebody alters {carries} {way}" {
  category: tampering
  applies-to: flow
  method: stride-per-element
  answered-by: integrity-protected
  ways: once
  advice: "Protect the content with authenticated encryption or a signature."
  cwe: 345, 353
  capec: 94
}

threat flow-disclosure "Somebody reads {carries} {way}" {
  category: information-disclosure
  applies-to: flow
  method: stride-per-element
  answered-by: encrypted
  ways: once
  advice: "Encrypt the content on the way."
  cwe: 311, 319
  capec: 117, 157
}

threat flow-denial "Somebody blocks {carries} {way}" {
  category: denial-of-service
  applies-to: flow
  method: stride-per-element
  ways: once
  advice: "Decide what still works without the flow, and show that it is down."
  cwe: 400
  capec: 125, 607
}
