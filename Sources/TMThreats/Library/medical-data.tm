
// ---- What depends on data on its way -----------------------------------------------------------

threat altered-therapy "A patient is treated wrongly because {somebody} alters {carries} {way}" {
  category: tampering
  applies-to: flow
  // By a picture or drawing that goes to and fro nobody is treated without somebody who looks.
  when: (function has therapy or acted-on) and
    not (two-way and carries and not any carries where (class in (therapy, diagnosis, configuration, workflow) or
      content has command))
  replaces: tampering
  answered-by: integrity-protected
  consequence: "Over- or under-treatment; the device does what it was told, and nothing looks wrong."
  advice: "Protect the values end to end, check them at the device against limits of its own, and let a person compare them with the order."
  cwe: 345, 353, 924
  capec: 94, 384
  attack: T0831, T0836
}

threat forged-therapy "A therapy is changed by somebody who poses as {source} and {sends}" {
  category: spoofing
  applies-to: flow
  // What a person brings changes a therapy where it is one, and not where it is a movement or a reading.
  // By a picture or drawing that goes to and fro nobody is treated without somebody who looks.
  when: (function has therapy or acted-on and not (source.human and
      (function has motion or carries and all carries where (class has telemetry and not class has therapy)))) and
    not (two-way and carries and not any carries where (class in (therapy, diagnosis, configuration, workflow) or
      content has command))
  replaces: spoofing
  answered-by: authenticated
  consequence: "Over- or under-treatment on an order that nobody gave."
  advice: "Let the sender prove who it is at each session, and let a person at the bed confirm what changes a therapy."
  cwe: 287, 290, 306
  capec: 151, 194
  attack: T0855
}

threat late-therapy "Therapy waits or uses old values because {somebody} blocks {carries} {way}" {
  category: denial-of-service
  applies-to: flow
  // By a picture or drawing that goes to and fro nobody is treated without somebody who looks.
  when: not physical and (function has therapy or acted-on) and not function has calibration and
    not (two-way and carries and not any carries where (class in (therapy, diagnosis, configuration, workflow) or
      content has command))
  replaces: denial-of-service
  consequence: "Treatment comes late, or a limit that was corrected is not in force."
  advice: "Let the therapy go on safely without the connection, show how old its values are, and keep a way to enter them by hand."
  cwe: 400, 770
  capec: 125, 607
  attack: T0814, T0826
}

threat overstepped-therapy "With {carries}, {source} {changes|change} a therapy without the right to, and {target} {accepts|accept} it" {
  category: elevation-of-privilege
  applies-to: flow
  when: function has therapy or acted-on and not function has motion and
    not (carries and all carries where (class has telemetry and not class has therapy)) and
    not (two-way and carries and not any carries where (class in (therapy, diagnosis, configuration, workflow) or
      content has command))
  replaces: exceeded-rights
  consequence: "Over- or under-treatment by somebody who cannot judge it."
  answered-with: role-based-access, access-check, least-privilege, review
  advice: "Bind changes of therapy to the role that answers for them, ask for a second person where a mistake can kill, and bound values by hard limits."
  cwe: 269, 285, 862
  capec: 122, 233
}

threat altered-findings "Clinicians decide wrongly because {somebody} alters {carries} {way}" {
  category: tampering
  applies-to: flow
  // Patients and their relatives decide nothing by it that a clinician would.
  when: (any carries where class has diagnosis) and
    not (target.human and target.zone in (home, phone, internet, public, guest, body)) and
    not (target.zone in (phone, home) and source.zone in (cloud, datacentre, third-party, manufacturer))
  replaces: tampering
  answered-by: integrity-protected
  consequence: "Wrong or missing treatment; a plausible change is not noticed."
  advice: "Protect the data end to end, carry the patient's identity with it, and mark what could not be verified."
  cwe: 345, 353, 924
  capec: 94, 384
  attack: T1565.002
}

threat late-findings "A diagnosis waits because {somebody} blocks {carries} {way}" {
  category: denial-of-service
  applies-to: flow
  when: (any carries where class has diagnosis) and
    not (target.human and target.zone in (home, phone, internet, public, guest, body)) and
    not (target.zone in (phone, home) and source.zone in (cloud, datacentre, third-party, manufacturer))
  replaces: denial-of-service
  consequence: "Diagnosis and treatment come late."
  advice: "Keep what an emergency needs close to where it is used, and plan and practise the way without the network."
  cwe: 400, 770
  capec: 125, 607
}

threat left-identity "{target} can tell from {carries} who the patient is: by headers, dates, free text or faces" {
  category: information-disclosure
  applies-to: flow
  ways: each-flow
  // What is sent outside and names nobody; or what a de-identification lets out.
  when: source is not external and not target.human and not physical and (any carries where class has diagnosis) and
    (source.function has de-identification or
      crosses and target.zone in (third-party, vendor, manufacturer, internet, enterprise, public) and
      all carries where not class in (phi, pii))
  consequence: "Patients are exposed by data that everybody takes for anonymous."
  answered-with: de-identification, review
  advice: "Take out field by field what names the patient, for images as DICOM PS3.15 annex E lays down with private elements and burned-in text, and let somebody try to find a patient in a sample."
  cwe: 212, 359
  capec: 116
}

threat fleet-therapy "Whoever takes over {element} changes the therapy at every device within reach" {
  category: elevation-of-privilege
  applies-to: process
  // Not only the last hop: a portal decides what the service behind it sends.
  // A console that treats stands beside its one machine.
  // What sends no order, such as a picture, changes none; and a tool on a cable is at one machine at a time.
  when: supplies has therapy and not function has browser and
    (any flows-out where ((not carries or any carries where (class has therapy or content has command)) and
      not any via where kind in (usb, serial, jtag, swd, removable-media, service))) and
    zone in (cloud, datacentre, manufacturer, enterprise, hospital, clinical, biomed, vendor) and
    not (zone is clinical and function in (therapy, radiation, motion) and (any flows-in where in-person) and
      any flows-out where (target is process and target.zone in (device, device-internal)))
  consequence: "Many patients at once; the hospital cannot tell which devices to trust."
  answered-with: range-check, review
  advice: "Let the device check what it gets against limits of its own and ask a person, bound how many devices one action can change, and be able to cut the connection."
  cwe: 269, 284
  capec: 233
  attack: T0831
}

// ---- Data at rest ------------------------------------------------------------------------------

threat therapy-at-rest "Somebody alters {asset} {places}, and patients are treated accordingly" {
  category: tampering
  applies-to: asset
  when: class has therapy
  replaces: altered-at-rest
  consequence: "Over- or under-treatment, of many patients where it is used again and again."
  advice: "Sign or authenticate it where it is released, check it each time it is used, and keep a copy to compare with."
  cwe: 284, 345
  capec: 176
  attack: T1565.001
}

threat findings-at-rest "Somebody alters {asset} {places}, and clinicians decide accordingly" {
  category: tampering
  applies-to: asset
  when: class has diagnosis
  replaces: altered-at-rest
  consequence: "Wrong or missing treatment; a plausible change is not noticed."
  advice: "Restrict and record who can write, authenticate the content, and keep the first version."
  cwe: 284, 345
  capec: 176
  attack: T1565.001
}

threat software-at-rest "Somebody plants code in {asset} {places}, and each device that takes it runs that code" {
  category: tampering
  applies-to: asset
  when: class has firmware and any stores where (supplies has code and not zone in (device, device-internal, body))
  replaces: altered-at-rest
  consequence: "Each device does what the attacker wants; many patients at once."
  advice: "Verify the signature at each start from a root of trust in hardware, and keep the signing key where no build server reaches it."
  cwe: 345, 494
  capec: 184, 186
  attack: T1554
}

threat planted-in-device "Somebody plants code in {asset} {places}, and the device runs it at each start" {
  category: tampering
  applies-to: asset
  when: class has firmware and stores and all stores where zone in (device, device-internal, body)
  replaces: altered-at-rest
  consequence: "The device does what the attacker wants, and shows what they want."
  advice: "Verify the signature at each start from a root of trust in hardware, and show that the housing was opened."
  cwe: 345, 494
  capec: 184
  attack: T0857
}

threat care-without-data "Somebody encrypts or deletes {asset} {places}, and care has to go on without" {
  category: denial-of-service
  applies-to: asset
  when: class in (diagnosis, therapy) and not (stores and all stores where log)
  replaces: lost-at-rest
  consequence: "Treatment is delayed, or given without knowing what was known."
  advice: "Keep a copy that the same attacker cannot reach, practise restoring it, and plan how care goes on until then."
  cwe: 400, 404
  capec: 176
  attack: T1486, T1485
}

threat one-key-for-all "Somebody reads {asset} of one device {places}, and opens other devices with {it|them}" {
  category: information-disclosure
  applies-to: asset
  // What a phone has too was agreed between the two.
  when: class has keys and (not stores or any stores where zone in (device, device-internal, body)) and
    not any stores where zone is phone
  replaces: read-at-rest
  answered-by: stores and all stores where (encrypted and kind is vault)
  consequence: "One device in the wrong hands opens many."
  advice: "Give each device keys of its own in protected memory, derive none from a serial number, and be able to revoke them one by one."
  cwe: 312, 321, 522
  capec: 150
  attack: T1552
}

threat scrapped-with-data "What {element} {holds|hold} about patients stays there when the device is lent, sold or scrapped" {
  category: information-disclosure
  applies-to: store
  when: zone in (device, device-internal, body, phone) and
    any holds where class in (phi, pii, diagnosis)
  consequence: "Patients are exposed to whoever gets the device next."
  answered-with: erasure
  advice: "Give the hospital a way to erase the device, destroy the key of what is encrypted, and say in the manual what stays where."
  cwe: 212, 226
  capec: 150
}

threat patient-in-log "Service staff and log servers see data of patients that {element} records" {
  category: information-disclosure
  applies-to: store
  when: log and any holds where class in (phi, diagnosis)
  consequence: "Patients are exposed to people who do not treat them."
  answered-with: de-identification, access-check, role-based-access, least-privilege
  advice: "Record a reference instead of names and values, or take them out before a log leaves the device."
  cwe: 359, 532
  capec: 116
}
