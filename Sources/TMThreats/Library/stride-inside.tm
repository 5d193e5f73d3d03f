
// Behind the edge: what came in across a boundary from a less trusted place (`from-outside`) does its
// harm where it reaches an interpreter. Each question is asked at the flow or element where code can
// answer it, also of a flow inside one boundary. Which interpreter it is follows from the protocol, the kind of
// a store, the function of a process and the format of what is carried.

threat injection "What came from outside changes the meaning of a query that {source} {sends|send} to {target}" {
  category: tampering
  applies-to: flow
  ways: each-flow
  // What reports its values by a protocol of machines asks no query, nor does a machine that logs on to its domain.
  when: from-outside and source is process and not target.log and
    (target is store and (target.kind is sql or protocol in (sql, sql-tls) or target.kind is database and
        not industrial) or
      protocol in (ldap, ldaps) and
        not (carries and (all carries where class has credentials) and not (any source.interfaces where kind in (web, api)) and
          not any source.flows-in where (source.function has browser or protocol in (http, https))))
  answered-with: parameterised-query, input-validation
  advice: "Bind values as parameters, never paste them into a query; give the account of the query only the rights it needs."
  cwe: 89, 943, 90
  capec: 66, 136
  owasp: ASVS-1.2.4, ASVS-1.2.6
}

threat command-injection "What came from outside becomes part of a command that {target} runs" {
  category: elevation-of-privilege
  applies-to: flow
  ways: each-flow
  // Whether a login is right is no command. Where the model has commands to a machine among its data, they are set
  // points, and no shell runs them.
  when: from-outside and target is process and not source.function has authentication and
    (target.function has commands and not (any target.flows where (any carries where content has command)) and
        not industrial or
      source is process and calls and protocol in (ssh, telnet))
  answered-with: input-validation
  advice: "Call programs with a list of arguments and no shell, take arguments from a closed set, and run them with few rights."
  cwe: 77, 78
  capec: 88
  owasp: ASVS-1.2.5
}

threat file-path "A name or content from outside makes {source} write or read another file of {target} than meant" {
  category: tampering
  applies-to: flow
  ways: each-flow
  // A build chooses its names itself, and so does a person at the desk.
  when: from-outside and source is process and target is store and not source.function in (build, signing, browser) and
    not (any source.flows-in where (source.human and in-person)) and
    target.kind in (file, object-storage, archive) and not target.log and
    not target.zone in (device, device-internal, body, phone)
  answered-with: input-validation
  advice: "Choose names yourself, keep uploads where nothing runs them, and check type and size by content."
  cwe: 22, 434
  capec: 126, 17
  owasp: ASVS-5.3.2, ASVS-5.2.2
}

threat forged-entries "What came from outside puts false or broken entries into {target}" {
  category: repudiation
  applies-to: flow
  ways: each-flow
  when: from-outside and source is process and target is store and target.log and
    not target.zone in (device, device-internal, body, phone)
  answered-with: output-encoding, input-validation, signature, mac
  advice: "Encode line ends and control characters, write fields rather than text, and let only the logger write."
  cwe: 117
  capec: 93
  owasp: ASVS-16.4.1
}

threat scripting "Pages of {source} run script that somebody else put into their data" {
  category: tampering
  applies-to: flow
  ways: each-flow
  // What only passes pages on writes none: they are asked of the service behind it.
  when: from-outside and source is process and not source.function has reverse-proxy and not in-person and
    (target.human or target.function has browser or target is process and not calls and target.function has reverse-proxy and
      any target.flows-in where (source.human or source.function has browser)) and
    (protocol in (http, https, websocket, websocket-tls) or any via where kind in (web, api))
  answered-with: output-encoding
  advice: "Encode for the place where it is shown, sanitise what may contain markup, and forbid foreign script by a content security policy."
  cwe: 79
  capec: 63, 592
  owasp: ASVS-1.2.1, ASVS-3.4.3
}

threat scripting-in-app "Pages of {target} run script that somebody else put into the data from {source}" {
  category: tampering
  applies-to: flow
  // A program in the browser makes its pages itself from what a service answers.
  when: target is process and target.function has browser
  replaces: scripting
  answered-with: output-encoding
  advice: "Put data into pages as text, sanitise what may contain markup, and forbid foreign script by a content security policy; let the service say of what type an answer is."
  cwe: 79
  capec: 63, 588, 592
  owasp: ASVS-1.2.1, ASVS-3.2.2
}

threat reflected-scripting "A link makes a page of {target} run somebody else's script" {
  category: tampering
  applies-to: flow
  ways: each-flow
  // Where the answer is a flow of its own, `scripting` asks it there, and of stored data too.
  // What only passes pages on writes none: they are asked of the service behind it.
  // What only answers programs serves no page.
  when: (source.human or source.function in (browser, reverse-proxy)) and not in-person and target is process and
    not target.function has reverse-proxy and not target.zone is third-party and
    (protocol in (http, https) or any via where kind is web) and not two-way and calls and
    not (source.human and (any via where kind is api) and not any via where kind is web) and
    not (any target.flows-out where (target.human or target.function in (browser, reverse-proxy))) and
    not any target.flows-in where (two-way and (source.human or source.function in (browser, reverse-proxy)))
  answered-with: output-encoding
  advice: "Encode for the place where it is shown, stored data as much as that of the request, and forbid foreign script by a content security policy."
  cwe: 79
  capec: 63, 591, 592
  owasp: ASVS-1.2.1, ASVS-3.4.3
}

threat forged-request "A foreign page in the same browser sends requests to {target} with the login of its user" {
  category: spoofing
  applies-to: flow
  ways: each-flow
  // Where somebody logs in, nobody is logged in yet.
  when: crosses and not in-person and calls and (source.human or source.function has browser) and target is process and
    (protocol in (http, https) or any via where kind is web) and
    not authenticated in (certificate, mutual, no) and not target.zone is third-party and
    not (carries and all carries where (class has credentials and not class in (payment, workflow)) and
      any source.flows-out where (calls and target is process and any carries where not class has credentials))
  answered-with: anti-forgery-token
  advice: "Bind each changing request to a token of the session or a header that other sites cannot set, and restrict cookies to the same site."
  cwe: 352
  capec: 62
  owasp: ASVS-3.5.1
}

threat server-side-request "What came from outside makes {element} call an address that its sender could not reach" {
  category: elevation-of-privilege
  applies-to: process
  // A partner under contract (`third-party`) has a fixed address; whoever is somewhere on the internet, or a customer
  // of what runs in a cloud, has told it: to the service that calls, or to one that leaves it in a queue or store. A browser that somebody sits at loads pages for that person.
  // Whoever renders pages loads what they name.
  // One that is called, answers nothing and gave no account told its address.
  when: not zone in (phone, home, device, device-internal, body) and
    (any flows-in where from-outside and (calls or source is store)) and
    (function has browser and not (any flows-in where source.human) or
      not function has browser and any flows-out where (target is external and not target.human and not target.function has authentication and calls and
      protocol in (http, https, fhir, fhir-https, dicomweb, dicomweb-https, grpc, grpc-tls, graphql, soap) and
      (not target.zone or target.zone in (internet, public, home, guest) or
        target.zone in (third-party, vendor, manufacturer) and not two-way and not target.flows-out and authenticated and
          not authenticated in (token, password, pin, mfa, certificate, mutual) or
        source.zone in (cloud, dmz) and target.zone in (enterprise, hospital, clinical, biomed) or
        source.function in (agent, language-model, browser, commands) and not target.function has language-model)))
  answered-with: address-allow-list, segmentation, firewall
  advice: "Call only addresses of a closed list, resolve and check them before the call, and let the network refuse what is not on it."
  cwe: 918
  capec: 664
  owasp: ASVS-1.3.6, API7-2023
}

threat parser-entities "Crafted XML makes the parser of {target} open files, call addresses or use up memory" {
  category: information-disclosure
  applies-to: flow
  ways: each-flow
  when: from-outside and target is process and
    (format has xml or (any carries where format has xml) or protocol in (soap, saml, xmpp))
  answered-with: input-validation
  advice: "Switch off external entities and document types in every parser, and bound size and depth."
  cwe: 611, 776
  capec: 221, 197
  owasp: ASVS-1.5.1
}

threat deserialisation "Crafted objects run code while {target} reads them" {
  category: elevation-of-privilege
  applies-to: flow
  ways: each-flow
  when: from-outside and target is process and
    (format has objects or (any carries where format has objects) or protocol in (rmi, dcom))
  answered-with: input-validation, signature, mac
  advice: "Read plain data formats, or only types of a closed list, and authenticate the content before it is read."
  cwe: 502
  capec: 586
  owasp: ASVS-1.5.2
}

threat malicious-file "{element} {opens|open} a crafted file that came from outside, and {runs|run} what is hidden in it" {
  category: elevation-of-privilege
  applies-to: process
  // What programs send across a boundary is asked as `elevation-of-privilege` of that flow. Files wait in a store until
  // a converter, a scanner or a viewer opens them; who only passes them on, or puts them where another one opens them,
  // is not asked.
  when: not function in (browser, reverse-proxy) and
    (any flows-in where (from-outside and not in-person and not physical and
      not (crosses and not server-side and not source.human and not source.function has browser) and
      any carries where format in (pdf, office, image, archive, dicom))) and
    (not (any flows-in where (from-outside and not source is store and
        any carries where format in (pdf, office, image, archive, dicom))) or
      not (any flows-out where (target is process and not target.function has browser and
        any carries where format in (pdf, office, image, archive, dicom))) and
      not any flows-out where (target is store and (any carries where format in (pdf, office, image, archive, dicom)) and
        any target.flows-out where (target is process and not any target.flows-in where (from-outside and
          not source is store and any carries where format in (pdf, office, image, archive, dicom)))))
  answered-with: malware-scan, input-validation, least-privilege, application-allow-list
  advice: "Open files of strangers in a process of their own with no rights and no network, keep decoders up to date, bound size and depth, and let nothing in a file start a program."
  cwe: 434, 787, 829
  capec: 165, 242
  owasp: ASVS-5.2.2
}

threat mass-assignment "A request sets fields at {target} that nobody meant to offer" {
  category: tampering
  applies-to: flow
  ways: each-flow
  // A service that keeps data itself has checked what it passes on.
  when: from-outside and calls and not in-person and target is process and not source is store and
    not target.zone in (device, device-internal, body, phone) and not (any carries where class has firmware) and
    not target.function in (build, signing) and not source.zone in (device, device-internal, body, third-party, vendor, manufacturer) and
    (source is external or source.zone in (phone, internet) or
      not any source.flows-out where (target is store and not target.log)) and
    not (carries and all carries where class has credentials) and
    not target.zone is third-party and
    not (two-way and carries and (all carries where class has telemetry)) and
    (protocol in (http, https, fhir, fhir-https, grpc, grpc-tls, graphql, soap) or
      not protocol in (dicom, dicom-tls, hl7, hl7-tls) and any via where kind in (api, web)) and
    any target.flows-out where (target is store and not target.log and not target.kind in (cache, queue))
  answered-with: input-validation
  advice: "Accept for each action a list of fields, and let roles, owners and prices come from the server."
  cwe: 915
  capec: 77
  owasp: ASVS-15.3.3, API3-2023
}

threat object-access "By changing an identifier, a caller reaches records of others at {target}" {
  category: information-disclosure
  applies-to: flow
  ways: each-flow
  // Of what has an interface for a web or an API, `broken-access-control` asks it there.
  when: from-outside and calls and not in-person and target is process and not source is store and
    not target.zone in (device, device-internal, body, phone) and not target.function in (build, signing) and
    not source.zone in (device, device-internal, body, third-party, vendor, manufacturer) and
    (source is external or source.zone in (phone, internet) or
      not any source.flows-out where (target is store and not target.log)) and
    protocol in (http, https, fhir, fhir-https, dicomweb, dicomweb-https, grpc, grpc-tls, graphql, soap) and
    not (any target.interfaces where kind in (api, web)) and
    not (carries and all carries where (class has credentials and not class in (payment, workflow))) and
    any target.flows where ((source is store or target is store) and
      (not carries or any carries where (personal or sensitive or accountable)))
  answered-with: access-check, role-based-access
  advice: "Check for each object, at the server, whether this caller may have it; do not rely on identifiers that are hard to guess."
  cwe: 639, 862
  capec: 122
  owasp: ASVS-8.2.2, API1-2023
}

threat stored-credentials "Whoever gets a copy of {element} can use the credentials in it" {
  category: information-disclosure
  applies-to: store
  // A vault that encrypts is where the secrets are to be.
  when: not (kind is vault and encrypted) and
    ((any holds where class has credentials) or any flows-in where (any carries where class has credentials))
  answered-with: salted-hash
  advice: "Keep of passwords only a slow, salted hash, keep secrets in a vault, and know how to change all of them at once."
  cwe: 256, 522, 916
  capec: 55
  owasp: ASVS-11.4.2, ASVS-13.3.1
}

threat whole-vault "Whoever may read one secret of {element} reads all the others, too" {
  category: information-disclosure
  applies-to: store
  when: kind is vault and not zone in (device, device-internal, body, phone) and
    any flows where (source is process or target is process)
  answered-with: access-check, role-based-access, least-privilege
  advice: "Let each service read its own secrets only, by an identity of its own that ends soon, and record each read."
  cwe: 250, 522, 732
  capec: 122
}

threat bypassed-service "Somebody reaches {element} directly, past the service that checks rights" {
  category: elevation-of-privilege
  applies-to: store
  // One that lives inside a device or a process has no way of its own.
  when: (kind in (database, sql, object-storage, queue, archive, backup) or
      any flows where protocol in (sql, sql-tls, redis, nfs, smb)) and
    not zone in (device, device-internal, body, phone) and
    any flows where (source is process and source.from-outside or target is process and target.from-outside)
  answered-with: segmentation, firewall, address-allow-list, access-check, role-based-access, least-privilege, certificate
  advice: "Let only the service reach it, by network and by an account of its own with few rights, and record every other access."
  cwe: 284, 668
  capec: 1, 180
  owasp: ASVS-13.2.2
}

threat bypassed-front "Somebody calls {target} directly, past {source} and what is checked there" {
  category: elevation-of-privilege
  applies-to: flow
  ways: each-flow
  // What stands in front of a service: it says so, or it takes calls from outside, keeps nothing and passes them on.
  when: from-outside and calls and source is process and target is process and
    protocol in (http, https, fhir, fhir-https, dicomweb, dicomweb-https, grpc, grpc-tls, graphql, soap, websocket, websocket-tls) and
    (source.function has reverse-proxy or
      crosses and source.zone in (third-party, dmz, internet) and not source.function has service-access and
      not any source.flows-out where (target is store and not target.log)) and
    (any source.flows-in where (calls and (source is external or source.zone in (phone, home, internet, public))))
  answered-by: authenticated in (certificate, mutual)
  answered-with: address-allow-list, firewall, segmentation, certificate, mac, signature
  advice: "Let the service answer only to what stands in front of it: a certificate or signature for that path, a network that drops the rest, and no trust in headers that anybody can send."
  cwe: 288, 420
  capec: 115, 554
  owasp: ASVS-4.1.3
}

threat mixed-owners "{element} {hands|hand} what belongs to one user or customer to another" {
  category: information-disclosure
  applies-to: store
  // A queue, a cache, or what an assistant looks things up in: the nearest entry may be of somebody else.
  // Of a queue that one's own worker empties, the worker is asked: `mixed-jobs`.
  // What the machines of several customers report lies side by side.
  when: not zone in (device, device-internal, body, phone) and not log and
    (kind is cache or kind is queue and not (flows-out and all flows-out where (target is process and
          (any target.flows where ((source is store or target is store) and not (source is store and source.kind is queue) and
            not (target is store and (target.log or target.kind is queue)))))) or
      kind in (database, sql, object-storage) and zone is cloud and
        (any flows-in where (source is process and any source.flows-in where (crosses and not server-side and
          source is process and source.zone in (enterprise, dmz, datacentre)))) and
        (any flows where (source is process and any source.flows-in where (source.human and crosses) or
          target is process and any target.flows-in where (source.human and crosses))) or
      not kind is vault and any flows where (calls and source.function in (agent, language-model) or
        target.function in (agent, language-model) and not source.function in (agent, language-model)) and
      any flows where (any carries where (personal or sensitive))) and
    any flows where (source is process and source.from-outside or target is process and target.from-outside)
  answered-with: access-check, mac, signature
  advice: "Carry in each entry whose it is, check that where it is taken out, put the owner into every key of a cache, and search an index within what its user may see."
  cwe: 488, 668
  capec: 180
  owasp: ASVS-8.4.1
}

threat kept-answer "{element} {keeps|keep} what was answered to one user and {hands|hand} it to another" {
  category: information-disclosure
  applies-to: process, external
  // What stands in front of a service may keep answers, whether that was meant or not.
  when: function has reverse-proxy and not zone in (device, device-internal, body, phone, home) and
    any flows where (not physical and not in-person and
      protocol in (http, https, fhir, fhir-https, dicomweb, dicomweb-https, graphql) and
      any carries where ((personal or sensitive) and not class in (firmware, keys)))
  answered-with: access-check
  advice: "Let each answer about a person forbid that it is kept, keep only what is the same for all, by type and not by the end of an address, and put who asked into the key of what is kept."
  cwe: 524, 525
  capec: 141
  owasp: ASVS-14.2.5
}

threat mixed-jobs "{element} {does|do} the work of one user or customer with the data or rights of another" {
  category: information-disclosure
  applies-to: process
  // Who takes work out of a queue has nobody in front of them whose login says whose it is.
  when: not zone in (device, device-internal, body, phone) and
    (any flows-in where (source is store and source.kind is queue and from-outside)) and
    any flows where ((target is store or source is store) and not (source is store and source.kind is queue) and
      not (target is store and (target.log or target.kind is queue)))
  answered-with: access-check
  advice: "Carry in each job whose it is, take on the rights of that owner alone for its time, and keep nothing from one job to the next."
  cwe: 266, 488, 668
  capec: 180
  owasp: ASVS-8.4.1
}

threat repeated-call "{target} {acts|act} on a call of {source} a second time, because somebody got hold of it or it is sent again" {
  category: spoofing
  applies-to: flow
  ways: each-flow
  // A partner that calls by itself, such as a webhook: nobody sits there who would notice.
  when: crosses and calls and source is external and not source.human and target is process and
    not source.function in (browser, authentication) and not source.zone in (phone, home, body, device) and
    not target.zone in (device, device-internal, body, phone) and
    protocol in (http, https) and target.flows-out and
    (carries and not all carries where class in (credentials, firmware))
  answered-with: freshness, sequence-number
  advice: "Let each call carry a time and a number under its signature, refuse what is old, and do nothing twice for the same number."
  cwe: 294, 841
  capec: 60
}

threat repeated-order "{source} {has|have} {carries} done twice at {target}, because no answer came or a job ran again" {
  category: tampering
  applies-to: flow
  ways: each-flow
  // A queue delivers once or more, and who gets no answer does not know whether it was done.
  when: crosses and calls and source is process and target is external and not target.human and not in-person and
    (any carries where class has payment) and (any source.flows-in where (source is store and source.kind is queue))
  answered-with: freshness, sequence-number
  advice: "Give each order a number before it is sent the first time, let both sides do nothing twice for the same number, and compare the books each day."
  cwe: 837, 841
  capec: 60
}

threat lapsed-domain "Somebody registers a lapsed name of {target} and receives {carries}" {
  category: spoofing
  applies-to: flow
  // Calls that nobody answers for, such as a webhook: a customer gave the address, and nobody sees that it changed hands.
  // A provider under contract is missed.
  when: crosses and calls and not two-way and source is process and not in-person and target is external and not target.human and
    not server-side and not source.zone in (phone, home, body, device, device-internal) and
    not target.function in (authentication, language-model) and
    (not target.zone or target.zone in (internet, public, enterprise, hospital, clinical, home)) and
    protocol in (http, https, graphql, soap, fhir, fhir-https, websocket, websocket-tls) and
    (not carries or any carries where not confidentiality in (none, low))
  answered-with: aead, address-allow-list
  advice: "Prove again from time to time that an address still belongs to the customer, stop after failures, send a reference instead of data, and encrypt what has to be sent for a key of the customer."
  cwe: 672
  capec: 151
  attack: T1584.001
}

threat flooded-queue "One sender fills {element}, or a message that nobody can process blocks it, and all others wait" {
  category: denial-of-service
  applies-to: store
  when: kind is queue and not zone in (device, device-internal, body, phone) and
    any flows-in where (source is process and source.from-outside)
  answered-with: rate-limit
  advice: "Give each sender or customer a share, put aside what fails again and again, and watch how long entries wait."
  cwe: 400, 770
  capec: 125, 130
  owasp: API4-2023
}

threat harmful-upload "Somebody uploads {asset} with malware for whoever opens {it|them}" {
  category: tampering
  applies-to: asset
  // Of what comes from elsewhere, whoever opens a page only reads. An address that a service signed leads right to
  // the store.
  when: (any stores where (kind in (file, object-storage) and not zone in (device, device-internal, body, phone))) and
    not class in (credentials, keys, firmware, log, configuration) and
    any flows where (crosses and not in-person and not physical and (not two-way or calls) and
      (target is process or target is store) and
      (source is external and (not source.zone or source.zone in (internet, public, home, guest)) or
        source.function has browser)) and
    (any flows where (crosses and not in-person and not physical and not two-way and
        (target is process or target is store) and
        (source is external and (not source.zone or source.zone in (internet, public, home, guest)) or
          source.function has browser)) or
      not any flows where (not two-way and target is process))
  answered-with: malware-scan, input-validation
  advice: "Accept the kinds of files that are needed, check them by content, scan them before anybody gets them, and serve them from an address of their own."
  cwe: 434
  capec: 165
  owasp: ASVS-5.4.3
}

threat forgotten-version "An old or undocumented version of {interface} still answers, without the protection of {element}" {
  category: elevation-of-privilege
  applies-to: interface
  method: stride, stride-per-element
  // What one's own pipeline calls has the version that it calls.
  when: kind is api and not kind is update and not element.function has update and element is process and not element.zone in (phone, third-party) and any flows where
    (protocol in (http, https, fhir, fhir-https, dicomweb, dicomweb-https, grpc, grpc-tls, graphql, soap) and
      not server-side)
  answered-by: disabled
  answered-with: version-check, application-allow-list
  advice: "Keep a list of all versions and hosts, switch off what is not on it, and hold the same checks in front of all."
  cwe: 1059
  capec: 36
  owasp: API9-2023
}
