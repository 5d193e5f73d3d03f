
// ---- Radio -------------------------------------------------------------------------------------

threat rogue-control "Somebody in radio range pairs with {element} over {interface}, and changes what the device does to the patient" {
  category: spoofing
  applies-to: interface
  when: kind in (ble, bluetooth, ant, medradio) and element.zone in (device, device-internal, body) and
    any element.flows-in where (wireless and acted-on)
  replaces: rogue-pairing
  answered-by: disabled
  consequence: "Wrong therapy, commanded by somebody nearby."
  answered-with: password, mfa, passkey, certificate, distance-bounding, review
  advice: "Use LE Secure Connections with a passkey or an out-of-band channel, require a deliberate act at the device to pair, and authenticate each command again in the application."
  cwe: 287, 306
  capec: 667
}

threat tracked-patient "Somebody recognises a patient, or learns what ails them, by what {interface} of {element} broadcasts" {
  category: information-disclosure
  applies-to: interface
  // What hangs on the mains is nobody's to wear.
  when: kind in (ble, bluetooth, ant, uwb) and element.zone in (device, device-internal, body) and
    not (any element.interfaces where kind is power)
  answered-by: disabled
  consequence: "Patients are followed or exposed, and stop wearing the device."
  answered-with: address-rotation
  advice: "Use resolvable private addresses, broadcast neither name nor serial number, and let no service be read before pairing."
  cwe: 200, 359
  capec: 651
}

threat drained-battery "Somebody in radio range keeps {interface} busy until the battery of {element} is empty" {
  category: denial-of-service
  applies-to: interface
  // Without such a flow, and of what hangs on the mains, `radio-jamming` asks it.
  when: kind in (ble, bluetooth, ant, medradio) and element.zone in (device, device-internal, body) and
    not (any element.interfaces where kind is power) and
    any flows where crosses
  answered-by: disabled
  consequence: "The device stops when it is needed; an implant needs surgery."
  answered-with: rate-limit
  advice: "Ignore partners that failed to authenticate for growing times, limit the radio to a share of the charge, and warn long before it is empty."
  cwe: 400, 920
  capec: 666
}

threat touched-settings "Somebody who comes close to the patient changes settings of {element} through {interface}" {
  category: tampering
  applies-to: interface
  // A reader of badges or wristbands has no settings to be changed by one.
  when: kind in (nfc, rfid) and not kind is consumable and element.zone in (device, device-internal, body) and
    (not flows or any flows where (source is process and not carries or
      any carries where class in (therapy, configuration, firmware, clinical-function)))
  answered-by: disabled
  consequence: "Wrong therapy, changed in passing."
  answered-with: password, mfa, passkey, certificate, role-based-access, access-check, distance-bounding, tamper-seal, review
  advice: "Take proximity for a wish and not for a permission: ask for a proof before anything is written."
  cwe: 306, 862
  capec: 60
}

threat open-modem "Somebody in the mobile network, or with a SIM of the same private one, reaches {element} through {interface}" {
  category: elevation-of-privilege
  applies-to: interface
  when: kind is cellular and element.zone in (device, device-internal, body)
  replaces: network-reach
  answered-by: disabled
  consequence: "Strangers get into a device that a patient depends on; many devices at once."
  answered-with: firewall, segmentation, address-allow-list, application-allow-list, malware-scan
  advice: "Use a private access point name without ways between devices, open no port, and let the device call."
  cwe: 284, 668
  capec: 36, 233
}

// ---- Networks ----------------------------------------------------------------------------------

threat spreading-malware "Malware that spreads in the network behind {interface} gets into {element} while a patient depends on it" {
  category: elevation-of-privilege
  applies-to: interface
  when: kind in (ethernet, wifi) and element.zone in (device, device-internal, body)
  replaces: network-reach
  answered-by: disabled
  consequence: "Many devices fail at once, or do what the attacker wants."
  answered-with: firewall, segmentation, address-allow-list, application-allow-list, malware-scan
  advice: "Take the hospital network for hostile: close every port that no flow of this model uses, allow only known partners, and keep the patching short."
  cwe: 284, 668
  capec: 36, 233
  attack: T1210, T0866
}

threat scanned-to-death "A security scan or a flood of packets at {interface} stops {element} while a patient depends on it" {
  category: denial-of-service
  applies-to: interface
  when: kind in (ethernet, wifi) and element.zone in (device, device-internal, body)
  replaces: network-scan
  answered-by: disabled
  consequence: "Therapy or monitoring stops because somebody looked for flaws."
  answered-with: firewall, segmentation, rate-limit, watchdog, fallback, redundancy
  advice: "Run the network apart from the essential function, limit rates, test with scanners and floods, and tell hospitals what the device bears."
  cwe: 400, 770
  capec: 125, 482
  attack: T0814
}

threat others-records "Somebody with a valid login reaches the records of other patients through {interface} of {element}" {
  category: elevation-of-privilege
  applies-to: interface
  when: kind in (api, web) and any flows where any carries where class in (phi, diagnosis)
  replaces: broken-access-control
  answered-by: disabled
  consequence: "Many patients are exposed; entries of others can be changed."
  answered-with: access-check, role-based-access
  advice: "Check at the server, for each record, whether this person treats or is this patient, and notice who looks at many."
  cwe: 639, 862, 863
  capec: 58, 122
}

threat care-waits "Care waits because {element} answers nobody while somebody floods {interface}" {
  category: denial-of-service
  applies-to: interface
  when: kind in (api, web) and any flows where any carries where class in (diagnosis, therapy, phi)
  replaces: overload
  answered-by: disabled
  consequence: "Diagnosis and treatment come late."
  answered-with: rate-limit, redundancy, fallback, firewall, address-allow-list
  advice: "Limit rate, size and cost for each caller, keep clinical callers apart from the public, and know how care goes on without it."
  cwe: 400, 770
  capec: 125, 488
}

// ---- Ports -------------------------------------------------------------------------------------

threat charging-phone "Somebody charges a phone at {interface} or plugs in a found stick, and malware gets into {element}" {
  category: elevation-of-privilege
  applies-to: interface
  when: kind is usb and element.zone in (device, device-internal)
  replaces: planted-device
  answered-by: disabled
  consequence: "The device fails or misbehaves in use."
  answered-with: tamper-seal, least-privilege, certificate
  advice: "Wire a port that only charges without data lines, allow only the device classes that are needed, and cover service ports."
  cwe: 284, 1299
  capec: 457
  attack: T0847
}

threat media-from-outside "A disc or stick from outside brings malware, or data of another patient, into {element} through {interface}" {
  category: tampering
  applies-to: interface
  when: kind is removable-media and any flows where any carries where class in (phi, diagnosis)
  replaces: altered-medium
  answered-by: disabled
  consequence: "Wrong diagnosis, or the right one for the wrong patient."
  answered-with: signature, mac, aead, review
  advice: "Read media in a machine that runs nothing from them, compare the patient before anything is filed, and mark where it came from."
  cwe: 345, 434
  capec: 441
  attack: T1091
}

threat commanding-box "Whatever is connected to {interface} can command {element}" {
  category: tampering
  applies-to: interface
  // What only closes a contact outwards takes no command.
  when: kind is serial and not (flows and all flows where (not two-way and source is process and not target is process)) and
    element.function in (therapy, radiation, motion, alarm, measurement)
  answered-by: disabled
  consequence: "Therapy or alarms are changed past those who look after the patient."
  answered-with: mac, aead, signature, certificate, access-check, role-based-access, mfa, passkey, password, review, tamper-seal
  advice: "Let a port that exports data take no commands, or let the other side prove itself and a person confirm."
  cwe: 306, 862
  capec: 594
  attack: T0855
}

threat key-of-one "Somebody reads a key out of {element} of one device through {interface}, and opens other devices with it" {
  category: information-disclosure
  applies-to: interface
  when: debug and any exposes where secret
  replaces: debug-readout
  answered-by: disabled
  consequence: "One device in the wrong hands opens many."
  answered-with: hsm, certificate, access-check, password, mfa, passkey, tamper-seal
  advice: "Fuse the debug port off in production, and give each device keys of its own in memory that no port reads."
  cwe: 321, 1191, 1244
  capec: 121
}

threat past-the-controls "A tool or module at {interface} commands {element} past all controls" {
  category: tampering
  applies-to: interface
  when: kind in (can, internal-bus) and element.function in (therapy, radiation, motion)
  replaces: bus-injection
  answered-by: disabled
  consequence: "The device does harm that its controls would have prevented."
  answered-with: mac, aead, signature, tamper-seal
  advice: "Authenticate messages between modules, bound what a command can do at the module itself, and show that the housing was opened."
  cwe: 345, 1263
  capec: 594
  attack: T0855
}

// ---- People at the device ----------------------------------------------------------------------

threat known-service-code "Somebody enters at {interface} a service code that the internet knows, and changes hidden settings of {element}" {
  category: elevation-of-privilege
  applies-to: interface
  when: kind in (user-interface, keypad, touchscreen) and element.zone in (device, device-internal) and
    element.function in (therapy, radiation, motion, clinical-display, alarm, measurement) and
    not function has emergency-stop
  replaces: menu-escape
  answered-by: disabled
  consequence: "Limits and alarms are changed by somebody without the right or the knowledge."
  answered-with: role-based-access, access-check, password, mfa, passkey, certificate
  advice: "Let no code be equal on all devices: use a personal login or a code for one device and one day, and show and record each visit to a service menu."
  cwe: 489, 798, 912
  capec: 36, 70
}

threat session-left-open "Somebody at {interface} works at {element} in a session that was left open, or with a code that they guessed or know" {
  category: spoofing
  applies-to: interface
  when: kind in (user-interface, keypad, touchscreen) and not function has emergency-stop and
    element.function in (therapy, radiation, motion, clinical-display, alarm) and
    any flows where authenticated
  replaces: borrowed-session
  answered-by: disabled
  consequence: "An order or setting stands under a wrong name, or is meant for another patient."
  answered-with: mfa, passkey, certificate
  advice: "Log off when nobody is there and make coming back quick, slow down wrong codes, and show who is logged in and which patient is open."
  cwe: 306, 307, 613
  capec: 49, 60
}

threat read-by-visitors "Visitors and passers-by read what ails the patient at {interface} of {element}" {
  category: information-disclosure
  applies-to: interface
  when: kind is display and element.function in (clinical-display, measurement, alarm, therapy)
  replaces: shoulder-surfing
  answered-by: disabled
  consequence: "Patients are exposed to people who do not treat them."
  answered-with: de-identification, training
  advice: "Show a bed instead of a name where others can see it, and blank or shorten what nobody needs from afar."
  cwe: 200, 359
  capec: 651
}

threat muted-and-forgotten "Somebody mutes {interface} of {element} or turns it down, and nobody notices the next alarm" {
  category: denial-of-service
  applies-to: interface
  when: function has alarm or element.function has alarm
  replaces: silenced-alarm
  answered-by: disabled
  consequence: "Help comes too late to a patient in danger."
  answered-with: redundancy, watchdog, range-check
  advice: "Let muting end by itself, show it, keep a least loudness that no user can change, and give alarms a second way."
  cwe: 400, 754
  capec: 607
  attack: T0878
}

threat treated-by-false-signal "{element} {measures|measure} what is not there, because somebody forges or disturbs the signal at {interface}" {
  category: tampering
  applies-to: interface
  when: kind is sensor and element.function in (measurement, therapy, alarm)
  replaces: forged-signal
  answered-by: disabled
  consequence: "Wrong treatment, or none."
  answered-with: range-check, redundancy, tamper-seal, review
  advice: "Check signals for plausibility, compare redundant sensors, shield the leads, and treat by a doubtful reading only after a person has looked."
  cwe: 20, 345
  capec: 148
  attack: T0832
}

threat driven-therapy "{interface} is driven or blocked from outside, so that the patient gets another therapy than {element} commands" {
  category: tampering
  applies-to: interface
  when: kind is actuator and element.function has therapy
  replaces: driven-actuator
  answered-by: disabled
  consequence: "Over- or under-treatment that the device does not know of."
  answered-with: range-check, redundancy, fallback, watchdog, tamper-seal
  advice: "Measure what really reaches the patient, bound it in hardware, and go to a safe state when the two differ."
  cwe: 345, 1263
  capec: 624
}

// ---- Service, updates and the patient's phone --------------------------------------------------

threat service-during-care "A service session changes {element} through {interface} while a patient depends on it" {
  category: tampering
  applies-to: interface
  when: kind is service and element.zone in (device, device-internal, body)
  answered-by: disabled
  consequence: "Therapy or monitoring changes or stops in use."
  answered-with: access-check, role-based-access, certificate, mfa, passkey, password, review, tamper-seal
  advice: "Open a service session only at the device, by a person who sees that no patient is connected, and let it end by itself."
  cwe: 284, 862
  capec: 122
  attack: T0816
}

threat rooted-phone "On a rooted or infected phone, other software uses {element} to command the device" {
  category: elevation-of-privilege
  applies-to: process
  // An app that only shows commands nothing.
  when: zone is phone and any flows-out where (target.zone in (device, device-internal, body) and
    (not carries or acted-on or any carries where (class in (therapy, configuration, firmware) or content has command)))
  consequence: "Wrong therapy or settings, commanded from the patient's own phone."
  answered-with: range-check, review, secure-boot
  advice: "Bound what the app can command, let the device check each command, keep keys in the phone's hardware, and refuse to work where the system is broken open."
  cwe: 269, 693
  capec: 207, 233
}
