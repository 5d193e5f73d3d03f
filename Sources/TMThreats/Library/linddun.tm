// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

// The LINDDUN threats to privacy: what can happen to a person through data about them, even where
// everybody is entitled to have the data.
//
// They are looked for where personal data is: assets of the classes phi, pii, diagnosis and payment.
// Method `linddun` goes by interaction, as LINDDUN PRO does: of each flow with a process at one end, it
// asks about the source (sharing triggers the threat), the flow (content and metadata on the way) and
// the destination (what the receiver does). Method `linddun-per-element` goes by element, as the first
// LINDDUN did. `{personal}` stands for the personal data of the flow or element.

// ---- Linking: combining data teaches more about a person ----------------------------------------

threat linking-at-source "{source} shares {personal} with {target} in a form that can be linked to other data about the same person" {
  category: linking
  applies-to: flow
  method: linddun
  when: (source is process or target is process) and (any carries where personal)
  advice: "Give each receiver a pseudonym of its own instead of a common identifier, and leave out what only serves to link, such as serial numbers and exact times."
  cwe: 201, 359
}

threat linking-in-transit "{somebody} links {personal} between {source} and {target} to other messages of the same person, by addresses, identifiers or times" {
  category: linking
  applies-to: flow
  method: linddun
  when: (source is process or target is process) and (any carries where personal)
  ways: once
  advice: "Encrypt identifiers together with the content, change addresses that are sent in clear, such as those of radios, and send in batches or at fixed times."
  cwe: 319, 1230
  capec: 117, 612, 621
}

threat linking-at-destination "{target} joins {personal} from {source} with other data {it has|they have}, and learns more about a person than was shared" {
  category: linking
  applies-to: flow
  method: linddun
  when: (source is process or target is process) and (any carries where personal)
  advice: "Keep data of different purposes apart, agree on what may be joined, and aggregate or drop identifiers once they have served."
  cwe: 202, 359
  capec: 116
}

// ---- Identifying: finding out who a person is ---------------------------------------------------

threat identifying-at-source "By sharing {personal} with {target}, {source} reveals who the person is, although the purpose does not need it" {
  category: identifying
  applies-to: flow
  method: linddun
  when: (source is process or target is process) and (any carries where personal)
  advice: "Replace names and numbers by pseudonyms before sharing, coarsen rare values, and keep the key to the pseudonyms elsewhere."
  cwe: 201, 212, 359
}

threat identifying-in-transit "{somebody} finds out who the person is, from the content or the addresses of {personal} between {source} and {target}" {
  category: identifying
  applies-to: flow
  method: linddun
  when: (source is process or target is process) and (any carries where personal)
  ways: once
  advice: "Encrypt content and headers that name a person or a single device, and let no address or name on the way be tied to a person."
  cwe: 319, 359, 1230
  capec: 158, 612
}

threat identifying-at-destination "{target} works out who the person is, from {personal} that {source} sent" {
  category: identifying
  applies-to: flow
  method: linddun
  when: (source is process or target is process) and (any carries where personal)
  advice: "Send what cannot be traced back even with what the receiver knows, check that with a test for re-identification, and forbid it by contract."
  cwe: 202, 359
  capec: 116
}

// ---- Non-repudiation: a person cannot deny what they should be able to --------------------------

threat non-repudiation-at-source "By sharing {personal} with {target}, {source} leaves proof of what a person did, said or has" {
  category: non-repudiation
  applies-to: flow
  method: linddun
  when: (source is process or target is process) and (any carries where personal)
  advice: "Decide what has to be provable, for safety or law, and tie nothing else to a person: no signature, login or serial number where none is needed."
  cwe: 201, 359
}

threat non-repudiation-in-transit "{somebody} keeps traces of {personal} between {source} and {target} that a person cannot deny later" {
  category: non-repudiation
  applies-to: flow
  method: linddun
  when: (source is process or target is process) and (any carries where personal)
  ways: once
  advice: "Keep signatures and identities inside the encryption, and logs of the network short."
  cwe: 532, 1230
  capec: 117
}

threat non-repudiation-at-destination "{target} records {personal} from {source} such that a person cannot deny it later, where they should be able to" {
  category: non-repudiation
  applies-to: flow
  method: linddun
  when: (source is process or target is process) and (any carries where personal)
  advice: "Record for a person only what safety or law asks for, say so to them, and delete the record in time. Where STRIDE asks for proof of the same act, decide which of the two prevails."
  cwe: 359, 779
}

// ---- Detecting: noticing that a person is concerned, without reading anything -------------------

threat detecting-at-source "That {source} sends something to {target}, and when, shows that a person is concerned, without a look at {personal}" {
  category: detecting
  applies-to: flow
  method: linddun
  when: (source is process or target is process) and (any carries where personal)
  advice: "Send regularly rather than only when something happened, and answer alike whether there is something about a person or not."
  cwe: 203, 204
  capec: 541
}

threat detecting-in-transit "{somebody} concludes from the mere traffic between {source} and {target} that a person is concerned, without reading {personal}" {
  category: detecting
  applies-to: flow
  method: linddun
  when: (source is process or target is process) and (any carries where personal)
  ways: once
  advice: "Pad messages to equal size, send at fixed times, hide names of services and devices that give the purpose away, and advertise radios under neutral names."
  cwe: 203, 1230
  capec: 619, 621
}

// ---- Data disclosure: more personal data than needed --------------------------------------------

threat data-disclosure-at-source "{source} gives {target} more of {personal}, in more detail or more often, than the purpose needs" {
  category: data-disclosure
  applies-to: flow
  method: linddun
  when: (source is process or target is process) and (any carries where personal)
  advice: "State the purpose of the flow and send only the fields, the precision and the frequency that it needs."
  cwe: 201, 213, 359
}

threat data-disclosure-in-transit "Relays, providers and logs between {source} and {target} get to see {personal}, which they do not need" {
  category: data-disclosure
  applies-to: flow
  method: linddun
  when: (source is process or target is process) and (any carries where personal)
  answered-by: encrypted
  ways: once
  advice: "Encrypt from end to end rather than from hop to hop, and keep personal data out of addresses, headers and logs."
  cwe: 311, 319, 532
  capec: 117
}

threat data-disclosure-at-destination "{target} keeps, uses or passes on {personal} from {source} beyond the purpose" {
  category: data-disclosure
  applies-to: flow
  method: linddun
  when: (source is process or target is process) and (any carries where personal)
  advice: "Fix purpose, access, recipients and time of deletion at the receiver, and let deletion run by itself."
  cwe: 213, 359
  capec: 116
}

// ---- Unawareness and unintervenability: a person does not know and cannot act -------------------

threat unawareness-at-source "A person does not know, or cannot prevent, that {source} shares {personal} with {target}" {
  category: unawareness
  applies-to: flow
  method: linddun
  when: (source is process or target is process) and (any carries where personal)
  advice: "Tell people before data leaves, in words they understand, and let them choose where there is a choice; show when something is being shared."
  cwe: 356, 451
}

threat unawareness-at-destination "A person cannot see, correct or erase what {target} has of {personal} from {source}" {
  category: unawareness
  applies-to: flow
  method: linddun
  when: (source is process or target is process) and (any carries where personal)
  advice: "Give people a way to see, correct, export and erase their data, also at those it was passed on to, and name whom to ask."
  cwe: 356
}

// ---- Non-compliance: against law, agreement or policy -------------------------------------------

threat non-compliance-at-source "{source} shares {personal} with {target} without a legal basis, or against an agreement or policy" {
  category: non-compliance
  applies-to: flow
  method: linddun
  when: (source is process or source is store) and (source is process or target is process) and (any carries where personal)
  advice: "Name the legal basis, the agreement with the receiver and the country it lies in, in the record of processing, before the flow is built."
  cwe: 213, 657
}

threat non-compliance-at-destination "{target} handles {personal} from {source} against law, agreement or policy" {
  category: non-compliance
  applies-to: flow
  method: linddun
  when: (source is process or target is process) and (any carries where personal)
  advice: "Agree in writing on what the receiver may do, assess the impact on privacy, and check that it is kept: retention, access, breaches."
  cwe: 213, 657
}

// ---- LINDDUN per element: external entities -----------------------------------------------------

threat external-linking "What {element} does at different times or places can be linked to one person through {personal}" {
  category: linking
  applies-to: external
  method: linddun-per-element
  when: any flows where (any carries where personal)
  advice: "Ask for no identity where none is needed, and use a different pseudonym for each purpose."
  cwe: 359
}

threat external-identifying "Somebody finds out who the person is, from {personal} that {element} sends or receives" {
  category: identifying
  applies-to: external
  method: linddun-per-element
  when: any flows where (any carries where personal)
  advice: "Let people take part under a pseudonym wherever safety allows it."
  cwe: 359
}

threat external-unawareness "Nobody tells {element} what happens to {personal}, or lets them object" {
  category: unawareness
  applies-to: external
  method: linddun-per-element
  when: any flows where (any carries where personal)
  advice: "Inform before data is collected, and offer a way to see, correct, erase and object."
  cwe: 356, 451
}

// ---- LINDDUN per element: processes -------------------------------------------------------------

threat process-linking "{element} links {personal} with other data about the same person" {
  category: linking
  applies-to: process
  method: linddun-per-element
  when: (any handles where personal) or (any flows where (any carries where personal))
  advice: "Keep purposes apart, drop identifiers that only serve to link, and aggregate early."
  cwe: 359
}

threat process-identifying "Somebody finds out who the person is, from what {element} does with {personal}" {
  category: identifying
  applies-to: process
  method: linddun-per-element
  when: (any handles where personal) or (any flows where (any carries where personal))
  advice: "Work on pseudonyms, and bring name and data together only where somebody entitled looks at them."
  cwe: 359
}

threat process-non-repudiation "Records of {element} about {personal} prove what a person did or said, where they should be able to deny it" {
  category: non-repudiation
  applies-to: process
  method: linddun-per-element
  when: (any handles where personal) or (any flows where (any carries where personal))
  advice: "Record for a person only what safety or law asks for, and delete the record in time."
  cwe: 779
}

threat process-detecting "The load, the answers or the errors of {element} show that {it works|they work} on {personal}, and so that a person is concerned" {
  category: detecting
  applies-to: process
  method: linddun-per-element
  when: (any handles where personal) or (any flows where (any carries where personal))
  advice: "Answer alike, and in equal time, whether there is something about a person or not."
  cwe: 203, 204, 208
  capec: 541
}

threat process-data-disclosure "{element} processes more of {personal}, or for more purposes, than {its|their} task needs" {
  category: data-disclosure
  applies-to: process
  method: linddun-per-element
  when: (any handles where personal) or (any flows where (any carries where personal))
  advice: "State the task and reduce input, working copies and output to what it needs."
  cwe: 213, 359
}

threat process-non-compliance "{element} processes {personal} against law, consent or policy" {
  category: non-compliance
  applies-to: process
  method: linddun-per-element
  when: (any handles where personal) or (any flows where (any carries where personal))
  advice: "Keep a record of processing with purpose and legal basis, and assess the impact on privacy."
  cwe: 213, 657
}

// ---- LINDDUN per element: data stores -----------------------------------------------------------

threat store-linking "Entries of {element} can be linked to one person through {personal}" {
  category: linking
  applies-to: store
  method: linddun-per-element
  when: (any holds where personal) or (any flows where (any carries where personal))
  advice: "Use different keys for different purposes, and separate what does not have to be together."
  cwe: 359
}

threat store-identifying "Somebody with a copy of {element} finds out who the person is, from {personal}" {
  category: identifying
  applies-to: store
  method: linddun-per-element
  when: (any holds where personal) or (any flows where (any carries where personal))
  advice: "Keep names apart from data, pseudonymise, and encrypt with keys that are elsewhere."
  cwe: 311, 359
  capec: 150
}

threat store-non-repudiation "{element} keeps {personal} as proof that a person cannot deny" {
  category: non-repudiation
  applies-to: store
  method: linddun-per-element
  when: (any holds where personal) or (any flows where (any carries where personal))
  advice: "Keep proof only where safety or law asks for it, and delete it in time."
  cwe: 779
}

threat store-detecting "That {element} has an entry for a person tells something about them, without a look at {personal}" {
  category: detecting
  applies-to: store
  method: linddun-per-element
  when: (any holds where personal) or (any flows where (any carries where personal))
  advice: "Answer alike whether there is an entry or not, and limit who may ask."
  cwe: 203, 204
  capec: 54
}

threat store-data-disclosure "{element} keeps more of {personal}, or for longer, than the purpose needs" {
  category: data-disclosure
  applies-to: store
  method: linddun-per-element
  when: (any holds where personal) or (any flows where (any carries where personal))
  advice: "Fix for each field why and how long it is kept, and let deletion run by itself, backups included."
  cwe: 212, 359
}

threat store-non-compliance "{element} keeps {personal} against law, consent or policy" {
  category: non-compliance
  applies-to: store
  method: linddun-per-element
  when: (any holds where personal) or (any flows where (any carries where personal))
  advice: "Know which laws hold where it lies, keep to their periods, and be able to erase one person."
  cwe: 213, 657
}

// ---- LINDDUN per element: data flows ------------------------------------------------------------

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
