// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

// What can become of an asset where it lies or works.

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
  // A key that lies in the same flash as what it opens is read with it; one in a module that keeps it in is not.
  answered-by: stores and (all stores where encrypted) and
      not (class has keys and any stores where (zone in (device, device-internal, body) and not kind is vault))
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
