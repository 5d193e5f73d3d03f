
// ---- DICOM -------------------------------------------------------------------------------------

threat dicom-altered "An image or its patient is wrong because {somebody} changes {carries} {way}" {
  category: tampering
  applies-to: flow
  // A plan by which somebody is treated is more than an image.
  when: protocol in (dicom, dicom-tls) and
    not ((any carries where class has therapy) and (function has therapy or acted-on))
  replaces: tampering
  answered-by: integrity-protected
  consequence: "Wrong diagnosis, or the right one for the wrong patient."
  advice: "Use the TLS profiles of DICOM at both nodes, compare the patient with the order before a study is filed, and sign what must stay unchanged."
  cwe: 345, 353, 924
  capec: 94, 384
}

threat dicom-read "{somebody} reads {carries} {way} over DICOM without TLS" {
  category: information-disclosure
  applies-to: flow
  when: protocol is dicom and not encrypted
  replaces: information-disclosure
  consequence: "Patients are exposed; confidence and treatment suffer."
  advice: "Use the TLS profiles of DICOM, or a tunnel or proxy beside nodes that have none, and keep imaging in a segment of its own."
  cwe: 311, 319
  capec: 117, 158
  attack: T1040
}

threat dicom-title "Somebody uses the AE title of {source}, which is no secret, and {sends}" {
  category: spoofing
  applies-to: flow
  when: protocol in (dicom, dicom-tls)
  replaces: spoofing
  answered-by: authenticated
  consequence: "Foreign studies or orders get into the record of a patient."
  advice: "Let both nodes prove themselves with certificates; a list of AE titles and addresses is a fence, not a proof."
  cwe: 287, 290
  capec: 151, 194
}

threat dicom-object "Crafted DICOM content in {carries} from {source} runs code in {target}" {
  category: elevation-of-privilege
  applies-to: flow
  when: protocol in (dicom, dicom-tls, dicomweb, dicomweb-https)
  replaces: elevation-of-privilege
  consequence: "Imaging stops, or malware spreads with the images."
  answered-with: input-validation, least-privilege
  advice: "Parse apart from the rest with little rights, check lengths and the preamble, keep decoders up to date, and test with malformed objects."
  cwe: 20, 434, 787
  capec: 100, 123
}

threat dicom-harvest "Whoever reaches {interface} can ask {element} over DICOM for the images of any patient" {
  category: elevation-of-privilege
  applies-to: interface
  when: any flows where protocol in (dicom, dicom-tls)
  replaces: broken-access-control
  answered-by: disabled, all flows where encrypted and authenticated
  consequence: "Images of all patients leave the hospital at once."
  answered-with: access-check, role-based-access, certificate
  advice: "Answer queries of nodes that prove themselves, give each node the services and the studies it needs, and notice who retrieves much."
  cwe: 200, 862
  capec: 116, 122
}

// ---- HL7 version 2 and FHIR --------------------------------------------------------------------

threat mistaken-identity "A patient is taken for another one because {somebody} changes {carries} {way}" {
  category: tampering
  applies-to: flow
  // Admissions and appointments say who somebody is, and order nothing.
  when: protocol in (hl7, hl7-tls) and (any carries where (personal and class has workflow)) and
    not any carries where class in (diagnosis, therapy, order, clinical-function, telemetry)
  replaces: tampering
  answered-by: integrity-protected
  consequence: "The wrong patient is treated."
  advice: "Send HL7 through TLS with certificates at both ends, and confirm who the patient is where it matters, by two features that the message did not bring."
  cwe: 345, 353, 924
  capec: 94, 384
}

threat hl7-altered "Orders or results are wrong because {somebody} changes {carries} {way}" {
  category: tampering
  applies-to: flow
  when: protocol in (hl7, hl7-tls)
  replaces: tampering
  answered-by: integrity-protected
  consequence: "The wrong patient is treated, or treated wrongly."
  advice: "Send HL7 through TLS with certificates at both ends, and compare patient, order and result where they are used."
  cwe: 345, 353, 924
  capec: 94, 384
}

threat hl7-read "{somebody} reads {carries} {way} over HL7 in clear text" {
  category: information-disclosure
  applies-to: flow
  when: protocol is hl7 and not encrypted
  replaces: information-disclosure
  consequence: "Patients are exposed; confidence and treatment suffer."
  advice: "Send HL7 through TLS, or through a tunnel between the two engines."
  cwe: 311, 319
  capec: 117, 158
  attack: T1040
}

threat hl7-forged "Somebody poses as {source} at an HL7 port, and {sends}" {
  category: spoofing
  applies-to: flow
  when: protocol in (hl7, hl7-tls)
  replaces: spoofing
  answered-by: authenticated
  consequence: "Orders or results that nobody gave are carried out."
  advice: "Ask the sender for a certificate: HL7 version 2 has no proof of its own. Accept only known senders and message types."
  cwe: 287, 290, 306
  capec: 151, 194
}

threat hl7-field "A field of {carries} from {source} holds a command or query that {target} executes" {
  category: elevation-of-privilege
  applies-to: flow
  when: protocol in (hl7, hl7-tls)
  replaces: elevation-of-privilege
  consequence: "Orders and records of all patients are open to change."
  answered-with: input-validation
  advice: "Take fields as data and never as part of a query or script, bound their length and characters, and test with malformed messages."
  cwe: 20, 74, 89
  capec: 66, 248
}

threat fhir-scope "An app with a token for one patient reaches the records of others through {interface} of {element}" {
  category: elevation-of-privilege
  applies-to: interface
  when: any flows where protocol in (fhir, fhir-https)
  replaces: broken-access-control
  answered-by: disabled
  consequence: "Records of other patients are read or changed."
  answered-with: access-check, role-based-access
  advice: "Check scope and patient of the token for each resource and each search, references and included resources too."
  cwe: 639, 862, 863
  capec: 58, 122
}

threat fhir-bulk "Somebody exports the records of whole groups of patients through {interface} of {element}" {
  category: information-disclosure
  applies-to: interface
  when: any flows where protocol in (fhir, fhir-https)
  answered-by: disabled
  consequence: "Many patients are exposed at once."
  answered-with: access-check, role-based-access, rate-limit
  advice: "Give bulk export to named systems only, limit the size of searches, and notice who fetches much."
  cwe: 200, 770
  capec: 116
}

// ---- Devices at the bed ------------------------------------------------------------------------

threat other-device "Wrong readings are filed because another device takes the place of {source} and {sends}" {
  category: spoofing
  applies-to: flow
  when: protocol in (ieee-11073, ieee-11073-ble) or
    protocol in (ble, bluetooth, ant) and not acted-on and (any carries where class has diagnosis) and
      not any carries where class has therapy
  replaces: spoofing
  answered-by: authenticated
  consequence: "A patient is treated by the values of another one."
  advice: "Bind device and patient by a deliberate act, let the device prove its identity at each connection, and end the binding with the stay."
  cwe: 287, 290
  capec: 151
}

threat swapped-module "Somebody connects a module of their own in place of {source} and {sends}" {
  category: spoofing
  applies-to: flow
  when: protocol in (can, i2c, spi, uart, serial) and not source.human and not target.human
  replaces: spoofing
  answered-by: authenticated
  consequence: "The device does or measures what a stranger's module says."
  advice: "Let modules prove themselves with a key of their own, and check that what they command is plausible."
  cwe: 287, 1263
  capec: 151, 522
  attack: T0848
}

// ---- Services of the hospital ------------------------------------------------------------------

threat ldap-injection "A crafted name or query in {carries} from {source} opens rights at {target} that nobody granted" {
  category: elevation-of-privilege
  applies-to: flow
  when: protocol in (ldap, ldaps)
  replaces: elevation-of-privilege
  consequence: "Strangers work with the rights of clinical staff."
  answered-with: input-validation
  advice: "Escape what goes into a query, take rights only from answers of a directory that proved itself, and deny when an answer is odd."
  cwe: 20, 90
  capec: 136
}

threat login-service-down "Staff cannot log in when care needs it, because {element} {is|are} out or {locks|lock} the account" {
  category: denial-of-service
  applies-to: external, process
  when: zone in (clinical, hospital, datacentre, enterprise, biomed) and
    (function has authentication or serves in (oauth, oauth2, saml, oidc, kerberos, ldap, ldaps, radius, radsec) and
      not any flows-in where (source.function has authentication and protocol in (oauth, oauth2, saml, oidc, kerberos, ldap, ldaps, radius, radsec)))
  replaces: login-outage
  consequence: "Treatment comes late."
  answered-with: fallback, redundancy
  advice: "Keep logins of the last days at the device for a limited time, and give it an emergency access that is recorded."
  cwe: 400, 645
  capec: 125, 607
}

threat invented-events "Somebody writes events that never happened into {target} in the name of {source}" {
  category: spoofing
  applies-to: flow
  when: protocol is syslog
  replaces: spoofing
  answered-by: authenticated
  consequence: "After an incident nobody can tell what happened to the patient."
  advice: "Use syslog over TLS with a certificate of each sender."
  cwe: 117, 290
  capec: 93, 151
}

threat lost-trace "Traces of an attack are missing because {somebody} blocks {carries} {way}" {
  category: denial-of-service
  applies-to: flow
  when: protocol in (syslog, syslog-tls) or function has logging
  replaces: denial-of-service
  consequence: "After an incident nobody can tell what happened to the patient."
  advice: "Keep events at the sender until they are acknowledged, limit the rate of each source, and notice one that falls silent."
  cwe: 223, 778
  capec: 125, 607
  attack: T1562.006
}
