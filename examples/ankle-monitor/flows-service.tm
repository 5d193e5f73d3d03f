// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

// Between the app, the browsers and the cloud service.

/// Once a day when the patient permits it, at the patient's request otherwise.
flow upload-readings: uploader -> gateway "Daily upload" {
  carries: readings, device-status, service-token
  via: phone-internet, public-web
  crosses: app, phone, patient-home, amps-cloud, cloud-edge
  protocol: https
  authenticated: token
  encrypted: tls-1.3
  hand-off: "From cellular or Wi-Fi to the internet, by networks of others; TLS goes through"
  on-error: "The app keeps the readings and tries again, for two weeks"
  crypto: "TLS 1.3 with X25519 and AES-128-GCM; the server's ECDSA key on P-256"
  verified-at: gateway, uploader
  credentials: "Tokens of an hour, renewed by one of a month in the keystore of the phone; revoked with the account"
  identity: "One account a patient, made in the app"
  session: "One hour"

  threat information-disclosure {
    score: "CVSS:4.0/AV:N/AC:L/AT:P/PR:N/UI:N/VC:H/VI:N/VA:N/SC:N/SI:N/SA:N"
    residual: "CVSS:4.0/AV:N/AC:H/AT:P/PR:N/UI:A/VC:L/VI:N/VA:N/SC:N/SI:N/SA:N/E:U"
    because: "TLS 1.3, with the certificate of the service pinned in the app."
  }
  threat tampering {
    score: "CVSS:4.0/AV:N/AC:L/AT:P/PR:N/UI:N/VC:N/VI:H/VA:N/SC:N/SI:N/SA:N"
    residual: "CVSS:4.0/AV:N/AC:H/AT:P/PR:N/UI:A/VC:N/VI:L/VA:N/SC:N/SI:N/SA:N/E:U"
    because: "TLS 1.3, with the certificate of the service pinned in the app."
  }
}

flow register-device: uploader -> gateway "Account, consent, device" {
  carries: account
  via: phone-internet, public-web
  crosses: app, phone, patient-home, amps-cloud, cloud-edge
  protocol: https
  authenticated: password
  encrypted: tls-1.3
  hand-off: "From cellular or Wi-Fi to the internet, by networks of others; TLS goes through"
  on-error: "Nothing is registered until the last step"
  crypto: "TLS 1.3 with X25519 and AES-128-GCM; the server's ECDSA key on P-256"
  verified-at: gateway, uploader
  credentials: "A password of twelve characters and more, chosen by the patient; reset by mail"
  identity: "One account a patient, made in the app"
  session: "Ends with the registration"

  threat spoofing {
    controls: watched-login
    harm: HAZ-02, HAZ-04
    score: "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:N/SC:N/SI:N/SA:N"
    residual: "CVSS:4.0/AV:N/AC:L/AT:P/PR:N/UI:A/VC:L/VI:L/VA:N/SC:N/SI:N/SA:N/E:U"
    because: "Guessing is slowed down, and a device that is registered again is told by mail."
    scenario: "Somebody takes over an account, and their own readings become those of the patient."
  }
}

flow browse-portal: patient <-> gateway.public-web "Views results at home" {
  carries: risk-score, account
  crosses: patient-home, amps-cloud, cloud-edge
  protocol: https
  authenticated: password
  encrypted: tls-1.3
  hand-off: "From the home network to the internet, by networks of others; TLS goes through"
  on-error: "The page says that results are late, and of which day they are"
  crypto: "TLS 1.3 with X25519 and AES-128-GCM; the server's ECDSA key on P-256"
  verified-at: gateway
  credentials: "The password of the account"
  identity: "One account a patient, made in the app"
  session: "Ends after 15 minutes without a request"

  threat spoofing {
    controls: watched-login
    score: "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:L/VA:N/SC:N/SI:N/SA:N"
    residual: "CVSS:4.0/AV:N/AC:L/AT:P/PR:N/UI:A/VC:L/VI:L/VA:N/SC:N/SI:N/SA:N/E:U"
    because: "One patient's results are behind one login; guessing is slowed down, and a login from a new computer is told by mail."
    scenario: "A password from a leak elsewhere is tried."
  }
}

/// User name and password only, as in the source; see `clinician-mfa`.
flow clinician-session: clinician <-> gateway.public-web "Reviews patients' results" {
  carries: risk-score, readings
  crosses: clinic, amps-cloud, cloud-edge
  protocol: https
  authenticated: password
  encrypted: tls-1.3
  hand-off: "From the clinic's network to the internet, by networks of others; TLS goes through"
  on-error: "The page says that results are late, and of which day they are"
  crypto: "TLS 1.3 with X25519 and AES-128-GCM; the server's ECDSA key on P-256"
  verified-at: gateway
  credentials: "A password, given by the clinic's administrator and changed at first use"
  identity: "Personal accounts that a clinic's administrator gives and withdraws"
  session: "Ends after 15 minutes without a request"

  threat spoofing {
    status: accepted
    controls: watched-login
    score: "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:P/VC:H/VI:N/VA:N/SC:N/SI:N/SA:N"
    residual: "CVSS:4.0/AV:N/AC:L/AT:P/PR:N/UI:A/VC:H/VI:N/VA:N/SC:N/SI:N/SA:N"
    because: "A password is all that is asked for. Until `clinician-mfa` comes with version 1.1, logins are slowed down and watched, and nothing can be changed in the portal."
    actor: "Somebody with a clinician's password, from a deceptive mail"
    benefit-risk: "BRA-03: results in the hands of clinicians during the first year outweigh it; reviewed each quarter"
    approver: "Chief medical officer"
    date: 2026-05-18
    until: 2027-09-30
  }
  threat left-download "A downloaded archive of results stays on a computer of the clinic" {
    category: information-disclosure
    status: transferred
    score: "CVSS:4.0/AV:L/AC:L/AT:P/PR:L/UI:N/VC:H/VI:N/VA:N/SC:N/SI:N/SA:N"
    benefit-risk: "Clinics need the readings for their own records; security guide, section 3.4"
    because: "The archive is encrypted with a password of its own; where it is kept and deleted is for the clinic to rule."
    transferred-to: "Clinics: security guide, section 3.4, and MDS2 STCF-1"
    approver: "Chief medical officer"
    date: 2026-05-18
  }
}

// Inside the cloud service.

flow app-requests: gateway <-> app-api "Inspected app requests" {
  carries: readings, account
  crosses: cloud-edge, cloud-services
  protocol: https
  authenticated: mutual
}

flow portal-requests: gateway <-> patient-portal "Inspected portal requests" {
  carries: risk-score, account
  crosses: cloud-edge, cloud-services
  protocol: https
  authenticated: mutual
}

flow clinician-requests: gateway <-> clinician-portal "Inspected clinician requests" {
  carries: risk-score, readings
  crosses: cloud-edge, cloud-services
  protocol: https
  authenticated: mutual
}

flow save-readings: app-api -> readings-db "Saves uploaded readings" {
  carries: readings
  crosses: cloud-services, cloud-data
  protocol: sql-tls
  authenticated: certificate
}

flow analyse: readings-db <-> analysis "Reads signals, saves scores" {
  carries: readings, risk-score
  crosses: cloud-data, cloud-services
  protocol: sql-tls
  authenticated: mutual
}

flow patient-results: readings-db -> patient-portal "Scores of one patient" {
  carries: risk-score
  crosses: cloud-data, cloud-services
  protocol: sql-tls
  authenticated: mutual
}

flow clinic-results: readings-db -> clinician-portal "Scores of authorised patients" {
  carries: readings, risk-score
  crosses: cloud-data, cloud-services
  protocol: sql-tls
  authenticated: mutual
}

flow save-account: app-api -> account-db "Saves account and consent" {
  carries: account
  crosses: cloud-services, cloud-data
  protocol: sql-tls
  authenticated: certificate
}

flow check-consent: account-db -> clinician-portal "Checks login and consent" {
  carries: account
  crosses: cloud-data, cloud-services
  protocol: sql-tls
  authenticated: mutual
}

flow overdue-uploads: account-db -> reminders "Addresses of late patients" {
  carries: account
  crosses: cloud-data, cloud-services
  protocol: sql-tls
  authenticated: mutual
}

/// The source suggests a push message instead, which would remove the address from the service.
flow send-reminder: reminders -> mail-provider "E-mail after 72 hours" {
  carries: reminder
  crosses: cloud-services, amps-cloud, others
  protocol: smtps
  authenticated: password

  threat information-disclosure {
    status: accepted
    score: "CVSS:4.0/AV:N/AC:L/AT:P/PR:H/UI:N/VC:L/VI:N/VA:N/SC:N/SI:N/SA:N"
    because: "The mail names neither device nor result; that its reader uses the service is what the mail provider learns, and the consent form says so."
    actor: "Administrators of a mail provider"
    approver: "Data protection officer"
    date: 2026-05-18
  }
}

flow log-access: clinician-portal -> audit-log "Records each access" {
  carries: audit-trail
  crosses: cloud-services, cloud-data
  protocol: sql-tls
  authenticated: certificate

  threat forged-entries {
    score: "CVSS:4.0/AV:N/AC:L/AT:N/PR:L/UI:N/VC:N/VI:L/VA:N/SC:N/SI:N/SA:N"
    residual: "CVSS:4.0/AV:N/AC:L/AT:P/PR:H/UI:N/VC:N/VI:L/VA:N/SC:N/SI:N/SA:N"
    because: "Entries are appended under the identity of the session and cannot be changed."
  }
}

flow review-log: audit-log -> ops-console "Access records for review" {
  carries: audit-trail
  crosses: cloud-data, cloud-services
  protocol: sql-tls
  authenticated: certificate
}

flow operate: operator <-> ops-console.ops-login "Operates the service" {
  carries: audit-trail
  crosses: operations, amps-cloud, cloud-services
  protocol: https
  authenticated: operator-mfa
  encrypted: tls-1.3
  hand-off: "None: one wired network to the cloud"
  on-error: "The session ends; the service goes on"
}
