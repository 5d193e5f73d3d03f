// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

// STRIDE per element, for the method that asks each element and flow by its kind alone.

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
