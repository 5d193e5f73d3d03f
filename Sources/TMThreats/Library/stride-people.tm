
// ---- People who are entitled, were entitled, or are close to somebody who is --------------------

threat curious-insider "Somebody with the rights of {element} looks up {personal} without a need to know" {
  category: information-disclosure
  applies-to: external
  // Who works with the data of others, at something that shows more than those of one person.
  when: human and (zone in (enterprise, biomed, manufacturer, vendor, third-party, datacentre) or
      on-behalf and zone in (clinical, hospital, cloud)) and
    any flows where ((source is process and not source.zone in (device, device-internal, body, phone) or
        target is process and two-way and not target.zone in (device, device-internal, body, phone)) and
      not physical and any carries where personal)
  answered-with: audit-log, review, training, de-identification
  advice: "Show each role no more than its task needs, record who looked at whom, let somebody read that record, and ask for a reason before the unusual is shown."
  cwe: 359, 778
  capec: 122
  attack: T1078
}

threat self-dealing "Somebody with the rights of {element} moves money or changes what is owed for their own benefit" {
  category: tampering
  applies-to: external
  // Who is entitled to work with payments of others.
  when: human and zone in (enterprise, manufacturer, vendor, third-party, datacentre) and
    any flows-out where (target is process and not physical and not target.zone is phone and
      any carries where class has payment)
  answered-with: review, audit-log
  advice: "Let a second person approve what changes a balance or an account to pay to, keep limits for each day, and let somebody else read the record of it."
  cwe: 284, 778
  capec: 122
  attack: T1078
}

threat forgotten-account "Somebody who left still gets in to {target} with the old login" {
  category: spoofing
  applies-to: flow
  ways: each-flow
  // Staff of whom it is. When the treatment of a patient ends is asked as `access-after-relationship`, service as
  // `field-service-login` and `shared-service-account`.
  when: crosses and calls and not physical and not in-person and target is process and
    (source.human and authenticated and (not authenticated in (certificate) or protocol is ssh) or
      source.function has browser) and
    (source.zone in (enterprise, biomed, manufacturer, vendor, third-party, datacentre) or
      source is external and source.on-behalf and source.zone in (clinical, hospital, cloud)) and
    not (function has service-access and target.zone in (device, device-internal, body)) and
    not (any via where kind in (service, usb, serial, removable-media)) and
    not (source.human and two-way and (any carries where class has diagnosis) and
      not any carries where class has therapy)
  answered-with: review
  advice: "Let each account hang on the list of staff, so that it ends with the contract; end sessions, tokens and shared passwords with it, and look twice a year for accounts of nobody."
  cwe: 286, 613
  capec: 560
  attack: T1078
}

threat covert-follower "Somebody close to its user follows them in secret through {element}, by a shared account or phone" {
  category: information-disclosure
  applies-to: process
  when: zone is phone and (any flows-in where (source.human and in-person)) and
    any flows where (not in-person and not physical and crosses and any carries where personal)
  answered-with: mfa, passkey, access-check
  advice: "Show users each device, session and person that sees their data, let them end any of it without a notice to the other, and remind them that somebody reads along."
  cwe: 359, 613
  capec: 560
  attack: T1078
}

threat lost-machine "Whoever finds or steals the machine with {element} uses the logins, or reads the data, on {it|them}" {
  category: information-disclosure
  applies-to: process
  // What people carry about: a phone, and the laptop of who travels.
  when: (zone is phone or boundary.kind has machine and zone in (vendor, third-party, manufacturer)) and
    (any flows where in-person) and
    ((any handles where (personal or secret)) or
      any flows where (not in-person and not physical and any carries where (personal or secret or class has firmware)))
  answered-with: aes, hsm, password, erasure
  advice: "Encrypt the whole machine, lock it soon, keep keys in its hardware, and be able to end its logins and to erase it from afar."
  cwe: 311, 522, 922
  capec: 507
}
