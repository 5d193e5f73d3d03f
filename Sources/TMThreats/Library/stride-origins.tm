
// Where things come from: whoever controls the build, the signing, the service that others log in to, or a
// supplier, controls what they feed. And software that acts on language.

threat planted-in-build "Somebody who gets at {element} plants code in everything that it builds" {
  category: tampering
  applies-to: process, external
  when: function has build
  answered-with: review, least-privilege
  advice: "Let changes be reviewed before they are built, build in fresh machines with few rights, and record from what each product was made."
  cwe: 494, 829
  capec: 444, 443
  attack: T1195.002
  owasp: CICD-SEC-4, CICD-SEC-1
}

threat poisoned-dependency "{element} takes a package from outside that somebody has taken over or imitated" {
  category: tampering
  applies-to: process, external
  when: function has build
  answered-with: address-allow-list, review
  advice: "Pin packages by their hash, take them from a mirror of your own, and refuse public names of internal packages."
  cwe: 829, 1357, 1395
  capec: 538, 446
  attack: T1195.001
  owasp: CICD-SEC-3, ASVS-15.2.4
}

threat leaked-build-secrets "Secrets that {element} works with get out through logs, caches or changed build steps" {
  category: information-disclosure
  applies-to: process, external
  when: function has build
  answered-with: least-privilege, role-based-access, access-check, hsm
  advice: "Give each step only the secret it needs, for a short time, and never to builds of unreviewed changes."
  cwe: 522, 532
  capec: 545
  owasp: CICD-SEC-6
}

threat misused-signing "Somebody gets {element} to sign something that was never released, or copies its key" {
  category: spoofing
  applies-to: process, external
  when: function has signing
  answered-with: review, role-based-access
  advice: "Keep the key in hardware, let two people release a signature, record each one, and know how to withdraw the key."
  cwe: 321, 347
  capec: 474, 206
  attack: T1553.002
  owasp: CICD-SEC-9
}

threat harmful-supply "What {element} delivers is malicious, or has a flaw that its supplier knows" {
  category: tampering
  applies-to: external
  when: supplies has code and not human
  answered-with: review, signature, malware-scan, application-allow-list
  advice: "Agree on signatures, notices of flaws and their repair; check what arrives before it is passed on, and have a second way."
  cwe: 1357, 1395
  capec: 438
  attack: T1195.002
}

threat foreign-logins "Whoever controls {element} logs in to the system as anybody" {
  category: spoofing
  applies-to: external, process
  when: function has authentication or serves in (oauth, oauth2, saml, oidc, kerberos, ldap, ldaps, radius, radsec) and
    not any flows-in where (source.function has authentication and protocol in (oauth, oauth2, saml, oidc, kerberos, ldap, ldaps, radius, radsec))
  answered-with: mfa, passkey, review, audit-log
  advice: "Check issuer, audience and freshness of what it says, keep the highest rights behind a factor of your own, and watch for logins that nobody expects."
  cwe: 287, 1390
  capec: 151, 593
  attack: T1606.002
  owasp: ASVS-10.5.2
}

threat foreign-token "{element} {lets|let} somebody in by a token that was made for another service, or that nobody signed" {
  category: spoofing
  applies-to: process, external
  // Who relies on what a service for logins says has to read it carefully.
  when: not function has authentication and not human and
    any flows where (protocol in (oauth, oauth2, oidc, saml) and
      (source.function has authentication or target.function has authentication))
  answered-with: signature, input-validation, review
  advice: "Check signature, issuer, audience, time and nonce of each token with a library that does nothing else, take addresses to return to from a closed list, and bind each code to who asked for it."
  cwe: 287, 345, 347, 601
  capec: 593
  owasp: ASVS-10.3.1
}

threat login-outage "Nobody can log in while {element} {is|are} out or {locks|lock} the account" {
  category: denial-of-service
  applies-to: external, process
  when: function has authentication or serves in (oauth, oauth2, saml, oidc, kerberos, ldap, ldaps, radius, radsec) and
    not any flows-in where (source.function has authentication and protocol in (oauth, oauth2, saml, oidc, kerberos, ldap, ldaps, radius, radsec))
  answered-with: fallback, redundancy
  advice: "Decide what works without it, keep sessions alive for a while, and have a way in for emergencies that is recorded."
  cwe: 654, 754
  capec: 607
}

threat ransomed "Somebody encrypts or deletes {element} together with {its|their} copies, and asks for money" {
  category: denial-of-service
  applies-to: store
  when: kind is backup
  answered-with: backup
  advice: "Keep a copy that no account of the system can delete, practise restoring it, and know how long it takes."
  cwe: 404, 693
  capec: 542
  attack: T1486, T1490
}

// ---- Language models and agents ----------------------------------------------------------------

threat reached-by-malware "Malware in the network gets into {element}, of which no network interface is stated" {
  category: elevation-of-privilege
  applies-to: process
  method: stride
  // Where the machine has an interface for a network, `network-reach` asks it there.
  when: (boundary.kind has machine or zone is device) and
    zone in (device, device-internal, clinical, hospital, biomed, enterprise) and
    (any flows where (crosses and not in-person and not physical and not wireless and
      not source.human and not target.human and not (any via where kind in (usb, serial, service, removable-media)) and
      not (source.zone in (device, device-internal) and target.zone in (device, device-internal)) and
      networked)) and
    not (any interfaces where kind in (ethernet, wifi, cellular, api, web)) and
    not any boundary.elements where any interfaces where kind in (ethernet, wifi, cellular)
  answered-with: firewall, segmentation, address-allow-list, application-allow-list, malware-scan
  advice: "State the interface with its kind, such as `ethernet`, so that its own threats can be named; close every port that no flow of this model uses, and keep the machine in a segment of its own."
  cwe: 284, 668
  capec: 36, 233
}

threat prompt-injection "Text that {element} reads gives it orders that its user never gave" {
  category: tampering
  applies-to: process, external
  // Of a model that only an assistant asks, the assistant is asked.
  when: function in (language-model, agent) and
    not (function has language-model and any flows-in where source.function has agent)
  answered-with: review
  advice: "Treat all that it reads as data of strangers, keep orders and content apart, and let nothing depend on its obedience."
  cwe: 1427, 77
  capec: 242
  owasp: LLM01-2025
}

threat misused-tools "{element} uses its tools or rights for somebody who does not have them" {
  category: elevation-of-privilege
  applies-to: process, external
  when: function has agent
  answered-with: access-check, role-based-access, least-privilege, review
  advice: "Give it the rights of the user it acts for and the fewest tools, and let a person confirm what cannot be undone."
  cwe: 250, 441, 862
  capec: 122
  owasp: LLM06-2025
}

threat leaked-context "{element} gives away what others wrote to it, what it was trained on, or what it may look up" {
  category: information-disclosure
  applies-to: process, external
  when: function in (language-model, agent)
  answered-with: access-check, role-based-access, least-privilege, address-allow-list
  advice: "Give it only what its user may see, keep sessions apart, and let it neither fetch addresses nor show images of its choosing."
  cwe: 200, 359
  capec: 116
  owasp: LLM02-2025
}

threat believed-output "What {element} answers is run, shown or followed as if it were checked" {
  category: elevation-of-privilege
  applies-to: process, external
  // Of a model that only an assistant asks, the assistant is asked.
  when: function in (language-model, agent) and
    not (function has language-model and any flows-in where source.function has agent)
  answered-with: review, input-validation, output-encoding, range-check
  advice: "Encode and validate its output like any input from outside, and show where a claim comes from before somebody acts on it."
  cwe: 1426, 79
  capec: 242
  owasp: LLM05-2025, LLM09-2025
}

threat poisoned-model "The model or the sources of {element} were changed so that it answers as somebody wants" {
  category: tampering
  applies-to: process, external
  when: function in (language-model, agent, machine-learning)
  answered-with: signature, review
  advice: "Know where model, training data and sources come from, check their signatures, and test answers after each change."
  cwe: 345, 1357
  capec: 438
  owasp: LLM03-2025, LLM04-2025
}

threat unbounded-use "Requests make {element} work until money, quota or patience is used up" {
  category: denial-of-service
  applies-to: process, external
  // Of a model that only an assistant asks, the assistant is asked.
  when: function in (language-model, agent) and
    not (function has language-model and any flows-in where source.function has agent)
  answered-with: rate-limit
  advice: "Limit length, number and cost for each user, and stop an agent that goes round in circles."
  cwe: 770
  capec: 125
  owasp: LLM10-2025, API4-2023
}

threat deceived-model "Crafted input makes {element} see what is not there, or miss what is" {
  category: tampering
  applies-to: process, external
  when: function has machine-learning
  answered-with: input-validation, range-check, redundancy, review
  advice: "Check where input comes from and whether it looks like what was trained on, test with disturbed input, and let nothing hang on one answer."
  cwe: 1039
  capec: 153
}

threat copied-model "Whoever asks {element} often enough copies what it learned, or finds out whose data it learned from" {
  category: information-disclosure
  applies-to: process, external
  // Where somebody can ask it, or has it at home.
  // What a supplier offers is the supplier's to keep.
  when: function has machine-learning and not (zone in (third-party, vendor)) and
    (not flows-in or zone in (phone, home, device, public) or
      any flows-in where (crosses or from-outside and calls and not source is store))
  answered-with: rate-limit, access-check
  advice: "Limit and watch queries, answer no more exactly than needed, and train without data that names a person."
  cwe: 200, 359
  capec: 116
}

threat unreviewed-change "Somebody changes code in {element} past review, and it is built and shipped" {
  category: tampering
  applies-to: store
  // A module that holds keys, and a cache, are no place for code.
  // A service for the repository may stand between both.
  when: not kind in (vault, cache, queue) and not log and
    any flows-out where ((target.function has build and not (carries and all carries where class in (keys, credentials))) or
      (any carries where (class has firmware or content has code)) and target is process and
        any target.flows-out where (target.function has build and any carries where (class has firmware or content has code)))
  answered-with: review
  advice: "Protect the branch that is released, let a second person approve each change, and sign commits with keys in hardware."
  cwe: 284, 1357
  capec: 438, 444
  attack: T1195.002
  owasp: CICD-SEC-1
}

threat public-bucket "{element} {is|are} open to everybody, by {its|their} settings or by an address that leaked and does not end" {
  category: information-disclosure
  applies-to: store
  when: kind is object-storage and not zone in (device, device-internal, body, phone) and
    any flows where (any carries where (personal or sensitive))
  answered-with: access-check, role-based-access, least-privilege, review, freshness
  advice: "Forbid public access for the whole account, let each address end within minutes and hold for one object and one act, and watch who reads."
  cwe: 552, 732
  capec: 1
  attack: T1530
}

threat leaking-output "A link or picture in what {element} {writes|write} sends what {it|they} {knows|know} to a stranger when somebody looks at it" {
  category: information-disclosure
  applies-to: process, external
  // Of a model that only an assistant asks, the assistant is asked.
  when: function in (language-model, agent) and
    not (function has language-model and any flows-in where source.function has agent)
  answered-with: output-encoding, address-allow-list
  advice: "Show what it writes as text, load no picture and follow no link of its choosing, and let pages call known addresses only."
  cwe: 116, 201
  capec: 116
  owasp: LLM05-2025, LLM02-2025
}

threat unreviewed-merge "Somebody brings code past review into what {element} {builds|build} and {ships|ship}" {
  category: tampering
  applies-to: process
  // Where the repository is an element of its own, `unreviewed-change` asks it there.
  when: function has build and (any flows-in where (source.human and (not carries or any carries where (class has firmware or content has code)))) and
    not any flows-in where (source is store)
  answered-with: review
  advice: "Protect the branch that is released, let a second person approve each change and each change of the build itself, and sign commits with keys in hardware."
  cwe: 284, 1357
  capec: 438, 444
  attack: T1195.002
  owasp: CICD-SEC-1
}

threat wide-pipeline "Whoever gets code into {element} uses {its|their} rights for more than to build and deploy" {
  category: elevation-of-privilege
  applies-to: process
  when: function has build and any flows-out where (crosses and not physical and not target.human and
    not target.function in (build, signing))
  answered-with: least-privilege, role-based-access, access-check
  advice: "Give each step an identity of its own that ends with it, let it deploy one product to one place, and let production pull what is signed rather than be written to."
  cwe: 250, 269
  capec: 122
  owasp: CICD-SEC-5
}
