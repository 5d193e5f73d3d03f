// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

// The LINDDUN threats to privacy: what can happen to a person through data about them, even where
// everybody is entitled to have the data.
//
// They are looked for where personal data is: assets of the classes phi, pii, diagnosis and payment.
// Both methods ask of each place where such data is processed: elements share, keep and join it, whichever
// flow it came by, so that a question is asked once. Method `linddun` goes by interaction, as LINDDUN
// PRO does, and asks on the way of each flow that crosses a trust boundary (content and metadata in transit);
// method `linddun-per-element`, as the first LINDDUN did, asks of all flows. `{personal}` stands for the personal
// data of the flow or element.

// ---- On the way ---------------------------------------------------------------------------------

threat linking-in-transit "{somebody} links {personal} between {source} and {target} to other messages of the person" {
  category: linking
  applies-to: flow
  method: linddun
  // Between servers go the messages of many; encryption hides who is meant, but not the address of a radio.
  when: crosses and (not encrypted or wireless) and not in-person and not physical and
    not (source.zone is phone and target.zone is phone) and (source is process or target is process) and
    (not source.zone or not target.zone or source.zone in (phone, home, body, device, device-internal, public, internet, guest) or
      target.zone in (phone, home, body, device, device-internal, public, internet, guest)) and
    (any carries where personal)
  ways: once
  advice: "Encrypt identifiers together with the content, change addresses that are sent in clear, such as those of radios, and send in batches or at fixed times."
  cwe: 319, 1230
  capec: 117, 612, 621
}

threat identifying-in-transit "{somebody} finds out who the person is, from {personal} between {source} and {target}" {
  category: identifying
  applies-to: flow
  method: linddun
  // Between servers go the messages of many; encryption hides who is meant, but not the address of a radio.
  when: crosses and (not encrypted or wireless) and not in-person and not physical and
    not (source.zone is phone and target.zone is phone) and (source is process or target is process) and
    (not source.zone or not target.zone or source.zone in (phone, home, body, device, device-internal, public, internet, guest) or
      target.zone in (phone, home, body, device, device-internal, public, internet, guest)) and
    (any carries where personal)
  ways: once
  advice: "Encrypt content and headers that name a person or a single device, and let no address or name on the way be tied to a person."
  cwe: 319, 359, 1230
  capec: 158, 612
}

threat non-repudiation-in-transit "{somebody} keeps traces of {personal} between {source} and {target} that cannot be denied" {
  category: non-repudiation
  applies-to: flow
  method: linddun
  // Nobody stands between the servers of one place; what is encrypted is not kept by those on the way.
  when: crosses and not encrypted and not (source.zone is phone and target.zone is phone) and
    not server-side and
    not in-person and not physical and (source is process or target is process) and
    (any carries where personal)
  ways: once
  advice: "Keep signatures and identities inside the encryption, and logs of the network short."
  cwe: 532, 1230
  capec: 117
}

threat detecting-in-transit "{somebody} learns of a person from the mere traffic of {personal} between {source} and {target}" {
  category: detecting
  applies-to: flow
  method: linddun
  // Between servers go the messages of many, and that somebody has an account or orders something says little.
  when: crosses and not in-person and not physical and not (source.zone is phone and target.zone is phone) and (source is process or target is process) and
    (not source.zone or not target.zone or source.zone in (phone, home, body, device, device-internal, public, internet, guest) or
      target.zone in (phone, home, body, device, device-internal, public, internet, guest)) and
    (any carries where class in (phi, diagnosis))
  ways: once
  advice: "Pad messages to equal size, send at fixed times, hide names of services and devices that give the purpose away, and advertise radios under neutral names."
  cwe: 203, 1230
  capec: 619, 621
}

threat data-disclosure-in-transit "Relays, providers and logs between {source} and {target} see {personal} without need" {
  category: data-disclosure
  applies-to: flow
  method: linddun
  // Nothing relays what goes from one radio, or one end of a cable, to the other.
  // Nobody stands between the servers of one place, and nobody reads along what is encrypted from end to end: relays
  // of mails and messages do, each of them.
  when: crosses and not (source.zone is phone and target.zone is phone) and
    (not encrypted or protocol in (smtp, smtps, push, mqtt, mqtts, sms, amqp, amqps, xmpp)) and
    not server-side and
    not in-person and not physical and
    not protocol in (ble, bluetooth, nfc, rfid, infrared, ieee-11073-ble, usb, serial, uart, can) and (source is process or target is process) and
    (any carries where personal)
  answered-by: encrypted in (end-to-end, s-mime, openpgp)
  ways: once
  advice: "Encrypt from end to end rather than from hop to hop, and keep personal data out of addresses, headers and logs."
  cwe: 311, 319, 532
  capec: 117
}

// ---- At external entities ------------------------------------------------------------------------

// Who pays or borrows is known by name to whom they owe, and so is who gives their name: that is the purpose.
threat external-linking "What {element} does at different times or places can be linked to one person through {personal}" {
  category: linking
  applies-to: external
  method: linddun, linddun-per-element
  // Asked of the people whom the data is about, who give it; staff, carers and services only work with it.
  when: not zone in (third-party, vendor, enterprise, hospital, cloud, manufacturer, clinical, biomed, datacentre) and
    not on-behalf and (any flows-out where (any carries where personal)) and
    not ((any flows-out where (any carries where (class has payment and personal))) and
      not any flows-out where (any carries where class in (phi, diagnosis))) and
    not any flows-out where (any carries where (class has pii and not class in (phi, diagnosis)))
  advice: "Ask for no identity where none is needed, and use a different pseudonym for each purpose."
  cwe: 359
}

threat external-identifying "Somebody finds out who the person is, from {personal} that {element} sends or receives" {
  category: identifying
  applies-to: external
  method: linddun, linddun-per-element
  // Asked of the people whom the data is about, who give it; staff, carers and services only work with it.
  when: not zone in (third-party, vendor, enterprise, hospital, cloud, manufacturer, clinical, biomed, datacentre) and
    not on-behalf and (any flows-out where (any carries where personal)) and
    not ((any flows-out where (any carries where (class has payment and personal))) and
      not any flows-out where (any carries where class in (phi, diagnosis))) and
    not any flows-out where (any carries where (class has pii and not class in (phi, diagnosis)))
  advice: "Let people take part under a pseudonym wherever safety allows it."
  cwe: 359
}

threat external-unawareness "Nobody tells {element} what happens to {personal}, or lets them object" {
  category: unawareness
  applies-to: external
  method: linddun, linddun-per-element
  // Asked of the people whom the data is about, who give it; staff, carers and services only work with it.
  when: not zone in (third-party, vendor, enterprise, hospital, cloud, manufacturer, clinical, biomed, datacentre) and
    not on-behalf and any flows-out where (any carries where personal)
  advice: "Inform before data is collected, and offer a way to see, correct, erase and object."
  cwe: 356, 451
}

threat external-data-disclosure "{element} keeps, uses or passes on {personal} beyond the purpose it was given for" {
  category: data-disclosure
  applies-to: external
  method: linddun, linddun-per-element
  when: not human and any flows-in where (any carries where personal)
  advice: "Fix purpose, law, countries, access, recipients and time of deletion in a contract, see that it is kept, and send no more than it needs."
  cwe: 213, 359, 657
  capec: 116
}

// ---- At processes --------------------------------------------------------------------------------

threat process-linking "{element} links {personal} with other data about the same person" {
  category: linking
  applies-to: process
  method: linddun, linddun-per-element
  // Of what a store keeps, the store is asked; of what a server got from another one of the same operator, that one
  // is. What only passes requests on or shows pages keeps and joins nothing, and a device or phone has the data of
  // one person.
  when: not function in (reverse-proxy, browser) and not zone in (device, device-internal, body, phone) and
    not (any flows where (source is store and not source.zone in (device, device-internal, body, phone) or
      target is store and not target.zone in (device, device-internal, body, phone))) and
    not (any flows-in where (server-side and not two-way and source is process and not source.function has reverse-proxy and
      any carries where personal)) and
    not (any flows-out where (server-side and two-way and calls and target is process and any carries where personal)) and
    ((any handles where personal) or (any flows where (any carries where personal)))
  advice: "Keep purposes apart, drop identifiers that only serve to link, and aggregate early."
  cwe: 359
}

threat process-identifying "Somebody finds out who the person is, from what {element} does with {personal}" {
  category: identifying
  applies-to: process
  method: linddun, linddun-per-element
  // Of what a store keeps, the store is asked; of what a server got from another one of the same operator, that one
  // is. What only passes requests on or shows pages keeps and joins nothing, and a device or phone has the data of
  // one person.
  when: not function in (reverse-proxy, browser) and not zone in (device, device-internal, body, phone) and
    not (any flows where (source is store and not source.zone in (device, device-internal, body, phone) or
      target is store and not target.zone in (device, device-internal, body, phone))) and
    not (any flows-in where (server-side and not two-way and source is process and not source.function has reverse-proxy and
      any carries where personal)) and
    not (any flows-out where (server-side and two-way and calls and target is process and any carries where personal)) and
    ((any handles where personal) or (any flows where (any carries where personal)))
  advice: "Work on pseudonyms, and bring name and data together only where somebody entitled looks at them."
  cwe: 359
}

threat process-non-repudiation "Records of {element} about {personal} prove what a person did or said, where they should be able to deny it" {
  category: non-repudiation
  applies-to: process
  method: linddun, linddun-per-element
  // What was found of a person; nobody wants to deny that an account is theirs.
  // Of what a store keeps, the store is asked; of what a server got from another one of the same operator, that one
  // is. What only passes requests on or shows pages keeps and joins nothing, and a device or phone has the data of
  // one person.
  when: not function in (reverse-proxy, browser) and not zone in (device, device-internal, body, phone) and
    not (any flows where (source is store and not source.zone in (device, device-internal, body, phone) or
      target is store and not target.zone in (device, device-internal, body, phone))) and
    not (any flows-in where (server-side and not two-way and source is process and not source.function has reverse-proxy and
      any carries where personal)) and
    not (any flows-out where (server-side and two-way and calls and target is process and any carries where personal)) and
    ((any handles where class in (phi, diagnosis)) or any flows where (any carries where class in (phi, diagnosis)))
  advice: "Record for a person only what safety or law asks for, and delete the record in time."
  cwe: 779
}

threat process-detecting "Load, answers or errors of {element} show that a person is concerned by {personal}" {
  category: detecting
  applies-to: process
  method: linddun, linddun-per-element
  // Where somebody outside can watch the answers. That somebody has an account or orders something says little. Of what a store keeps, the store is asked.
  when: not function has browser and not zone in (device, device-internal, body, phone) and
    (not flows or any flows-in where (source is external or
      crosses and not source.zone in (cloud, dmz, datacentre))) and not function has reverse-proxy and
    not (any flows where (source is store and not source.zone in (device, device-internal, body, phone) or
      target is store and not target.zone in (device, device-internal, body, phone))) and
    ((any handles where class in (phi, diagnosis)) or any flows where (any carries where class in (phi, diagnosis)))
  advice: "Answer alike, and in equal time, whether there is something about a person or not."
  cwe: 203, 204, 208
  capec: 541
}

threat process-data-disclosure "{element} processes more of {personal}, or for more purposes, than the task needs" {
  category: data-disclosure
  applies-to: process
  method: linddun, linddun-per-element
  // Of what a store keeps, the store is asked, but what learns from it has a purpose of its own. What a server got
  // from another one of the same operator is asked of that one. What only passes requests on or shows pages keeps
  // and joins nothing.
  when: not function in (reverse-proxy, browser) and not zone in (device, device-internal, body) and
    (function has machine-learning or
      not (any flows where (source is store or target is store)) and
      not (any flows-in where (server-side and not two-way and source is process and
        not source.function has reverse-proxy and any carries where personal)) and
      not (any flows-out where (server-side and two-way and calls and target is process and any carries where personal))) and
    ((any handles where personal) or (any flows where (any carries where personal)))
  advice: "State the task and reduce input, working copies and output to what it needs."
  cwe: 213, 359
}

threat process-non-compliance "{element} processes {personal} against law, consent or policy" {
  category: non-compliance
  applies-to: process
  method: linddun, linddun-per-element
  // Of what a store keeps, the store is asked; of what a server got from another one of the same operator, that one
  // is. What only passes requests on or shows pages keeps and joins nothing, and a device or phone has the data of
  // one person.
  when: not function in (reverse-proxy, browser) and not zone in (device, device-internal, body, phone) and
    not (any flows where (source is store and not source.zone in (device, device-internal, body, phone) or
      target is store and not target.zone in (device, device-internal, body, phone))) and
    not (any flows-in where (server-side and not two-way and source is process and not source.function has reverse-proxy and
      any carries where personal)) and
    not (any flows-out where (server-side and two-way and calls and target is process and any carries where personal)) and
    ((any handles where personal) or (any flows where (any carries where personal)))
  advice: "Keep a record of processing with purpose and legal basis, and assess the impact on privacy."
  cwe: 213, 657
}

threat process-unawareness "A person does not know what {element} does with {personal}, and cannot see, correct or stop it" {
  category: unawareness
  applies-to: process
  method: linddun, linddun-per-element
  // A person who gives data is asked as such; here it comes from somebody else.
  // What only passes data on, or takes it in for others, is not where a person would ask.
  when: not function in (reverse-proxy, browser) and
    any flows-in where ((any carries where personal) and
      (source is external and not source.human and not source.function has authentication or
        source is process and crosses and not source.flows-in))
  advice: "Tell people before data is processed, in words they understand; let them see, correct and erase it, and choose where there is a choice."
  cwe: 356, 451
}

// ---- In data stores ------------------------------------------------------------------------------

threat store-linking "Entries of {element} can be linked to one person through {personal}" {
  category: linking
  applies-to: store
  method: linddun, linddun-per-element
  // A device or phone has the data of one person; what passes through, and a copy, is asked as where it rests.
  // A log is there to link what somebody did; that is asked as `store-non-repudiation`. Who pays or borrows has an
  // account: that what belongs to it is linked is its purpose.
  // Nor does it need a link where the names of the people lie beside what is known of them.
  when: not (any holds where (class has pii and not class in (phi, diagnosis))) and
    not ((any holds where class has payment) and not any holds where class in (phi, diagnosis)) and not zone in (device, device-internal, body, phone) and not kind in (queue, cache, backup) and not log and
    ((any holds where personal) or (any flows where (any carries where personal)))
  advice: "Use different keys for different purposes, and separate what does not have to be together."
  cwe: 359
}

threat store-identifying "Somebody with a copy of {element} finds out who the person is, from {personal}" {
  category: identifying
  applies-to: store
  method: linddun, linddun-per-element
  // Names and payments say by themselves who the person is, and each customer has them.
  // A device or phone has the data of one person; what passes through, and a copy, is asked as where it rests.
  when: not zone in (device, device-internal, body, phone) and not kind in (queue, cache) and
    not log and not (any holds where (class has pii and not class in (phi, diagnosis))) and
    (any holds where (class in (phi, diagnosis)) or
      not holds and any flows where (any carries where (class in (phi, diagnosis))))
  advice: "Keep names apart from data, pseudonymise, and encrypt with keys that are elsewhere."
  cwe: 311, 359
  capec: 150
}

threat store-non-repudiation "{element} keeps {personal} as proof that a person cannot deny" {
  category: non-repudiation
  applies-to: store
  method: linddun, linddun-per-element
  // A log, and what people have to answer for, is kept as proof. What was found of a person or recorded of what they did; nobody wants to deny that an account is theirs.
  // A device or phone has the data of one person; what passes through, and a copy, is asked as where it rests.
  when: not zone in (device, device-internal, body, phone) and not kind in (queue, cache, backup) and
    not log and not (holds and all holds where (not personal or accountable and not class in (phi, diagnosis))) and
    (any holds where (class in (phi, diagnosis)) or
      not holds and any flows where (any carries where (class in (phi, diagnosis))))
  advice: "Keep proof only where safety or law asks for it, and delete it in time."
  cwe: 779
}

threat store-detecting "That {element} has an entry for a person tells something about them, without a look at {personal}" {
  category: detecting
  applies-to: store
  method: linddun, linddun-per-element
  // Names and payments say by themselves who the person is, and each customer has them.
  // A device or phone has the data of one person; what passes through, and a copy, is asked as where it rests.
  when: not zone in (device, device-internal, body, phone) and not kind in (queue, cache, backup) and
    not log and
    (any holds where (class in (phi, diagnosis)) or
      not holds and any flows where (any carries where (class in (phi, diagnosis))))
  advice: "Answer alike whether there is an entry or not, and limit who may ask."
  cwe: 203, 204
  capec: 54
}

threat store-data-disclosure "{element} keeps more of {personal}, or for longer, than the purpose needs" {
  category: data-disclosure
  applies-to: store
  method: linddun, linddun-per-element
  // What passes through is asked as where it rests, and a device has the data of one person.
  when: not zone in (device, device-internal, body) and not kind in (queue, cache) and
    ((any holds where personal) or (any flows where (any carries where personal)))
  advice: "Fix for each field why and how long it is kept, and let deletion run by itself, backups included."
  cwe: 212, 359
}

threat store-non-compliance "{element} keeps {personal} against law, consent or policy" {
  category: non-compliance
  applies-to: store
  method: linddun, linddun-per-element
  // What passes through is asked as where it rests, and a device or phone has the data of one person.
  when: not zone in (device, device-internal, body, phone) and not kind in (queue, cache) and not log and
    ((any holds where personal) or (any flows where (any carries where personal)))
  advice: "Know which laws hold where it lies, keep to their periods, and be able to erase one person."
  cwe: 213, 657
}

// ---- On all flows, per element ------------------------------------------------------------------

threat flow-linking "Whoever sees {personal} between {source} and {target} can link messages of the same person" {
  category: linking
  applies-to: flow
  method: linddun-per-element
  when: any carries where personal
  ways: once
  advice: "Encrypt identifiers with the content, and change those that are sent in clear."
  cwe: 319, 1230
  capec: 117, 621
}

threat flow-identifying "Whoever sees {personal} between {source} and {target} can tell who the person is" {
  category: identifying
  applies-to: flow
  method: linddun-per-element
  when: any carries where personal
  ways: once
  advice: "Encrypt, and send pseudonyms where names are not needed."
  cwe: 319, 359
  capec: 158
}

threat flow-non-repudiation "What is sent of {personal} between {source} and {target} proves what a person did or said" {
  category: non-repudiation
  applies-to: flow
  method: linddun-per-element
  when: any carries where personal
  ways: once
  advice: "Sign and log for a person only what has to be provable."
  cwe: 532, 779
}

threat flow-detecting "Whoever sees traffic between {source} and {target} knows that a person is concerned, without reading {personal}" {
  category: detecting
  applies-to: flow
  method: linddun-per-element
  when: any carries where personal
  ways: once
  advice: "Send at fixed times and in equal sizes, under neutral names."
  cwe: 203, 1230
  capec: 621
}

threat flow-data-disclosure "More of {personal} than needed is sent between {source} and {target}, or seen by others on the way" {
  category: data-disclosure
  applies-to: flow
  method: linddun-per-element
  when: any carries where personal
  answered-by: encrypted
  ways: once
  advice: "Send only what the purpose needs, encrypted from end to end."
  cwe: 213, 319
  capec: 117
}

threat flow-non-compliance "Law, consent or policy forbids sending {personal} between {source} and {target}" {
  category: non-compliance
  applies-to: flow
  method: linddun-per-element
  when: any carries where personal
  ways: once
  advice: "Name the legal basis, the agreement and the countries on the way before the flow is built."
  cwe: 213, 657
}

threat non-compliance-in-transit "Law, consent or policy forbids sending {personal} from {source} to {target}" {
  category: non-compliance
  applies-to: flow
  method: linddun
  // Where data leaves those who answer for it.
  when: crosses and not in-person and not physical and (not source is external) and target is external and
    not target.human and (not target.zone or target.zone in (third-party, vendor, manufacturer, internet, public)) and
    (any carries where personal)
  ways: once
  advice: "Name the legal basis, the agreement and the countries on the way before the flow is built."
  cwe: 213, 657
}
