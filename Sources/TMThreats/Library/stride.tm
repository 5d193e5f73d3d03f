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
  // A log that keeps something else, such as the load of a machine, proves nothing of it.
  answered-by: authenticated and not authenticated is pin and
      any target.flows-out where (target.log and (not carries or function has logging or any carries where (class has log or accountable))),
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
  // A log that keeps something else, such as the load of a machine, proves nothing of it.
  answered-by: authenticated and not authenticated is pin and
      any target.flows-out where (target.log and (not carries or function has logging or any carries where (class has log or accountable))),
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
  answered-with: input-validation, least-privilege
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
  answered-with: input-validation, least-privilege
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
  answered-with: aead, aes
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
  answered-with: de-identification, training
  advice: "Show and ask for no more than the task needs, mask what is secret, and blank it when nobody works with it."
  cwe: 200
  capec: 651
  owasp: ASVS-14.2.6
}

threat guessed-login "Somebody guesses, phishes or buys the password or code with which {source} logs in to {target}" {
  category: spoofing
  applies-to: flow
  // An app on somebody's phone, a page in a browser and a remote desktop pass on what their user typed.
  // At a port for sticks nobody logs in, and of one for service alone `shared-service-account` asks it. Of what is typed
  // at an app and compared by a service for logins, that service is asked.
  when: crosses and not in-person and
    (source.human or source is process and
      (source.zone is phone or source.function has browser or protocol in (rdp, vnc) or
        target.function has authentication and
          any source.flows-in where (source.human and in-person and authenticated in (password, pin)))) and
    (target is process or target is store or target.function has authentication) and authenticated in (password, pin) and
    not protocol is usb and not (any via where kind in (usb, removable-media)) and
    not any via where (kind is service and not kind in (ethernet, wifi, cellular, web, api))
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
  answered-by: any target.flows-out where (target.log and (not carries or any carries where not class has telemetry or
      function has logging)),
    any source.flows-out where (target.log and (not carries or any carries where not class has telemetry or
      function has logging))
  answered-with: audit-log
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
