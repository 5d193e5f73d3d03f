
// ---- The life of a device: who has it, what is put into it, how old what it knows is -----------

threat access-after-relationship "{element} still {sees|see} {personal} when the reason for it has ended" {
  category: information-disclosure
  applies-to: external
  // Patients themselves, who give the data, keep it. Who reads along does so in an app of their own.
  when: human and any flows-in where (not in-person and not physical and source is process and
      not (any via where kind in (usb, removable-media)) and (any carries where class in (phi, diagnosis)) or
      target.on-behalf and in-person and source is process and source.zone is phone and
      (any carries where class in (phi, diagnosis)) and
      any source.flows-in where (source is process and source.zone in (cloud, datacentre, internet))) and
    not (not zone in (clinical, hospital, enterprise, biomed, third-party, vendor, manufacturer) and
      any flows-out where (any carries where class in (phi, diagnosis)))
  consequence: "A former partner, carer or clinician follows a patient, or acts on what they see."
  answered-with: access-check, role-based-access
  advice: "Let access end by itself unless it is renewed, show patients who has it, and let them end it at once."
  cwe: 286, 613
  capec: 122
}

threat followed-patient "Somebody close to the patient follows them in secret through {element}, by a shared account or phone" {
  category: information-disclosure
  applies-to: process
  when: any flows where (any carries where class in (phi, diagnosis, therapy))
  replaces: covert-follower
  consequence: "A partner who controls a patient knows where and how they are, and uses it against them."
  answered-with: mfa, passkey, access-check
  advice: "Show patients each device, session and person that sees their data, let them end any of it without a notice to the other, and remind them that somebody reads along."
  cwe: 359, 613
  capec: 560
  attack: T1078
}

threat diverted-therapy "Somebody entitled to use {target} turns what is meant for the patient to ends of their own" {
  category: repudiation
  applies-to: flow
  ways: each-flow
  // A drug, and no movement, beam or picture. Within their rights, such as a drug that is taken away: the record says that it was given. What goes beyond them
  // is `overstepped-therapy`.
  when: crosses and source.human and target is process and target.zone in (device, device-internal) and
    not source.zone in (home, phone, body) and not function in (emergency-stop, service-access, motion) and
    (function has therapy or acted-on) and
    not target.function in (motion, radiation) and (not carries or any carries where class has therapy) and
    source is external and source.on-behalf
  consequence: "A patient gets less than ordered, more or something else, and nobody looks for it."
  answered-with: audit-log, review, tamper-seal
  advice: "Bind each dose and what is left of it to a person and a patient, let two people sign for the rest, lock what is worth it, and look for patterns across patients and shifts."
  cwe: 778
  capec: 122
  attack: T0859
}

threat lock-screen "Whoever sees the locked screen of {element} learns what ails its owner, or can silence an alarm" {
  category: information-disclosure
  applies-to: process
  when: zone is phone and any flows-in where (protocol is push or function has alarm)
  consequence: "Patients are exposed; an alarm is dismissed by somebody else."
  answered-with: de-identification, access-check
  advice: "Say on a locked screen only that there is something to see, and let the patient choose to show more."
  cwe: 200, 359
  capec: 651
}

threat counterfeit-part "A counterfeit, used or expired part at {interface} passes for a genuine one of {element}" {
  category: spoofing
  applies-to: interface
  when: kind is consumable and element.function in (therapy, measurement, alarm, radiation)
  replaces: foreign-part
  consequence: "Wrong dose or reading, or an infection."
  answered-by: disabled
  answered-with: certificate, mac, signature, freshness, distance-bounding
  advice: "Let parts prove by a key of their own that they are genuine and how long they last, count their use, and say so before they are refused in an emergency."
  cwe: 290, 1263
  capec: 523
}

threat wrong-patient-linked "{element} files what a device sends under another patient, because the two were linked wrongly" {
  category: tampering
  applies-to: process
  // What keeps it, or nobody does: a service tool files nothing, nor does what has no store for it.
  when: not zone in (device, device-internal, body, phone) and not function in (service-access, browser) and
    (not (any flows where (source is store or target is store)) or
      any flows-out where (target is store and not target.log and
        (not carries or any carries where class in (diagnosis, therapy, phi)))) and
    any flows-in where (source.zone in (device, device-internal, body, phone) and
      (any carries where class in (diagnosis, therapy) or
        source.zone in (device, device-internal, body) and any carries where class has phi))
  consequence: "A patient is treated by the values of another one."
  answered-with: review
  advice: "Confirm the link at both ends by something only this patient has, show whose data it is, and end it when the device changes hands."
  cwe: 345, 706
  capec: 148
}

threat wrong-machine "What was ordered for another patient reaches {element}, because the two were linked wrongly" {
  category: tampering
  applies-to: process
  // An order comes from where those of many patients are.
  when: zone in (device, device-internal) and
    any flows-in where (crosses and not in-person and not physical and not source.human and
      source.zone in (hospital, clinical, biomed, enterprise, cloud, datacentre, manufacturer, third-party) and
      any carries where class has therapy)
  consequence: "A patient is treated as somebody else should be."
  answered-with: review
  advice: "Show at the machine whose order it is before it runs, confirm it by something only this patient has, and end the link when the machine goes to the next bed."
  cwe: 345, 706
  capec: 148
}

threat mixed-patients "{element} {hands|hand} what belongs to one patient to another, or to whoever treats them" {
  category: information-disclosure
  applies-to: store, process, external
  when: any flows where (any carries where class in (phi, diagnosis, therapy))
  replaces: mixed-owners, kept-answer
  consequence: "A patient is treated by what belongs to another one, and a stranger reads it."
  answered-with: access-check, mac, signature
  advice: "Put the patient into the key of all that is kept or looked up, check it where it is taken out, and let nothing that names a patient be kept on the way."
  cwe: 488, 524, 668
  capec: 180
}

threat misfiled-findings "{target} {files|file} {carries} from {source} under another patient" {
  category: tampering
  applies-to: flow
  ways: each-flow
  // What a device sends is asked as `wrong-patient-linked`. A plan for one patient is made where those of all are.
  when: crosses and not in-person and not physical and not source.human and not target.human and source is not store and
    not server-side and
    ((any carries where class has diagnosis) and source.zone in (cloud, third-party, vendor, manufacturer, internet) or
      (any carries where (class has therapy and class has phi)) and source.zone in (clinical, hospital)) and
    target.zone in (hospital, clinical, enterprise, datacentre) and
    (target is external or any target.flows-out where (target is store and not target.log))
  consequence: "A patient is treated by the findings of another one."
  answered-with: review
  advice: "Let the answer carry the identifiers of the request, compare patient, order and study before anything is filed, and put aside what does not match."
  cwe: 345, 706
  capec: 148
}

threat clock-set "Somebody sets the clock of {element}, so that doses, alarms and certificates go by a wrong time" {
  category: tampering
  applies-to: process
  // What only passes the time on is not asked.
  when: zone in (device, device-internal, body) and (any flows-in where (function has clock or protocol in (ntp, nts))) and
    not any flows-out where (target is process and function has clock)
  consequence: "A dose is given twice or too late, and records contradict one another."
  answered-with: signature, mac, aead, certificate, range-check, redundancy
  advice: "Whether it comes by app, cable or network, accept time only from an authenticated source and in small steps, and count intervals of a therapy without the clock."
  cwe: 345
  capec: 148
  attack: T0855
}

threat field-service-login "Somebody uses the service login of {element} after it was shared, copied or should have ended" {
  category: spoofing
  applies-to: external
  when: human and any flows-out where (function has service-access and not any via where kind is service)
  consequence: "Settings of devices are changed by somebody nobody knows of."
  answered-with: mfa, passkey, certificate, review
  advice: "Give each technician credentials of their own with a second factor, for one job and a short time, and record what is done."
  cwe: 522, 798
  capec: 560
  attack: T0859
}

threat carried-malware "Malware that {source} {brings|bring} along gets into {target}, and into each device after it" {
  category: elevation-of-privilege
  applies-to: flow
  ways: each-flow
  // Who services a device brings a laptop or a stick, declared or not.
  when: crosses and (source is process or source.human and
      (function has service-access or any via where kind is service)) and
    target is process and target.zone in (device, device-internal) and
    not source.zone in (device, device-internal, body, phone, cloud, datacentre) and
    any via where kind in (usb, serial, service)
  consequence: "The device fails or misbehaves in use, and the next one after it."
  answered-with: application-allow-list, signature, secure-boot, malware-scan
  advice: "Keep service tools for service alone, scan and patch them before each visit, and let the device take nothing from them that is not signed."
  cwe: 284, 829
  capec: 457
  attack: T0864, T0847
}

threat next-owner "Whoever had {element} before, or gets it next, still reaches the patient's data or settings" {
  category: spoofing
  applies-to: process
  when: zone is device and (any interfaces where kind in (ble, bluetooth, cellular)) and
    any flows where (any carries where class in (phi, pii, diagnosis, therapy))
  consequence: "A stranger follows or commands the device of a patient."
  answered-with: erasure
  advice: "Let one act erase data, pairings and keys and end accounts; do it before a device is lent, returned, sold or scrapped."
  cwe: 226, 459, 613
  capec: 150
}

threat backend-outage "{element} is out for days, by ransomware or a failure of its provider, and devices go on without it" {
  category: denial-of-service
  applies-to: process
  // A console at a machine is as much in need of it as the machine.
  // A service tool waits.
  when: zone in (cloud, datacentre, third-party, manufacturer) and not function has service-access and
    any flows where ((source.zone in (device, device-internal, body, phone, home) or
      target.zone in (device, device-internal, body, phone, home) or
      source.zone in (clinical, hospital) and source.function in (therapy, radiation, motion, alarm) or
      target.zone in (clinical, hospital) and target.function in (therapy, radiation, motion, alarm)) and
      any carries where class in (therapy, diagnosis, phi, clinical-function))
  consequence: "Therapy, alarms or follow-up stop for many patients at once."
  answered-with: fallback, backup, redundancy
  advice: "Let devices treat without it, tell users that it is out, keep copies that no account can delete, and practise coming back."
  cwe: 404, 754
  capec: 607
  attack: T1486, T0826
}
