// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

control request-filter "Request filter and rate limit" {
  answers: forgotten-version
  mitigates: tampering, denial-of-service
  protects: edge
  mechanism: firewall, rate-limit, redundancy
  satisfies: SEC-01
  status: implemented
}
control new-device-code "A code by mail when a login comes from a new device" {
  mitigates: spoofing
  protects: log-in
  mechanism: mfa
  satisfies: SEC-02
  status: implemented
}
control leaver-logins "Logins of leavers end with the contract, and are looked for twice a year" {
  answers: forgotten-account
  mitigates: spoofing
  protects: back-office
  mechanism: review
  satisfies: SEC-02
  status: implemented
}
control staff-mfa "Security key for staff" {
  answers: accounts.foreign-logins, edit-products.relayed-login
  mitigates: spoofing, elevation-of-privilege
  mechanism: mfa, passkey
  satisfies: SEC-02
  status: verified
}
control salted-hashes "Slow salted password hashes" {
  mitigates: information-disclosure
  protects: login-data
  mechanism: salted-hash
  satisfies: SEC-03
  status: verified
}
control server-prices "Prices come from the server" {
  answers: place-order.tampering
  mitigates: tampering
  protects: pricing
  mechanism: range-check
  satisfies: SEC-04
  status: verified
}
control signed-callbacks "Signed payment callbacks" {
  answers: object-access
  mitigates: spoofing, tampering, repudiation
  mechanism: signature
  satisfies: SEC-05
  status: implemented
}
control short-lived-keys "Short-lived access keys" {
  mitigates: spoofing, information-disclosure
  answers: session-cache.stored-credentials
  protects: access-keys
  satisfies: SEC-06
  status: implemented
}
control own-keys "Each service reads its own keys only" {
  mitigates: information-disclosure
  protects: key-vault
  mechanism: least-privilege
  satisfies: SEC-06
  status: implemented
}
control signed-release "Signed container images" {
  mitigates: tampering, spoofing
  protects: shop-release
  mechanism: signature, version-check
  satisfies: SEC-07
  status: implemented
}
control parameter-queries "Queries with parameters only" {
  mitigates: tampering, elevation-of-privilege
  protects: product-db, order-db, user-db
  mechanism: parameterised-query
  satisfies: SEC-08
  status: implemented
}
control checked-input "Input is checked, and encoded where it is shown" {
  answers: file-path, scripting, reflected-scripting, mass-assignment
  protects: edge, back-office, photo-bucket, image-registry
  mechanism: input-validation, output-encoding
  satisfies: SEC-08
  status: implemented
}
control order-audit "Audit of changes to orders" {
  answers: forged-entries
  mitigates: repudiation
  protects: back-office
  mechanism: audit-log, mac
  satisfies: SEC-09
  status: implemented
}
control nightly-backup "Nightly backup in a second account" {
  answers: account.lost-at-rest, order.lost-at-rest
  mitigates: denial-of-service
  protects: order-db, user-db
  mechanism: backup
  satisfies: SEC-10
  status: verified
}
control request-log "Each request is logged with its caller" {
  answers: support-agent.curious-insider
  mitigates: repudiation
  mechanism: audit-log
  satisfies: SEC-11
  status: implemented
}
control second-site "A second site takes over" {
  mitigates: denial-of-service
  mechanism: redundancy
  satisfies: SEC-12
  status: verified
}
control least-privilege "Each service has only the rights it needs" {
  mitigates: elevation-of-privilege
  mechanism: least-privilege, role-based-access
  satisfies: SEC-13
  status: implemented
}
control isolated-services "Services answer only to one another" {
  mitigates: spoofing, tampering, information-disclosure
  mechanism: segmentation, address-allow-list
  satisfies: SEC-14
  status: implemented
}
control bound-sessions "A session is short and bound to one browser" {
  answers: session-cache.mixed-owners
  mitigates: spoofing
  protects: shop-address, staff-address, partner-address
  mechanism: freshness, anti-forgery-token, access-check
  satisfies: SEC-15
  status: implemented
}

requirement SEC-01 "The shop stays usable at ten times the normal load" { verified-by: LT-01 }
requirement SEC-02 "Staff log in with a hardware security key" { verified-by: ST-02 }
requirement SEC-03 "Passwords cannot be recovered from a copy of the database" {
  verified-by: ST-03
}
requirement SEC-04 "A price sent by a browser is never used" { verified-by: ST-04 }
requirement SEC-05 "Only the payment provider can report a payment" { verified-by: ST-05 }
requirement SEC-06 "Access keys expire within one hour" { verified-by: ST-06 }
requirement SEC-07 "Only images built by the pipeline are started" { verified-by: ST-07 }
requirement SEC-08 "Input never becomes part of a query's text" { verified-by: ST-08 }
requirement SEC-09 "Each change of an order names who made it" { verified-by: ST-09 }
requirement SEC-10 "Orders can be restored to the evening before" { verified-by: ST-10 }
requirement SEC-11 "Each request names who made it, in a log outside the shop" {
  verified-by: ST-11
}
requirement SEC-12 "The loss of one site is noticed by no customer" { verified-by: LT-12 }
requirement SEC-13 "A service can read and write only what it needs" { verified-by: ST-13 }
requirement SEC-14 "A service answers only to those that the plan of the network names" {
  verified-by: ST-14
}
requirement SEC-15 "A session ends after thirty minutes, and with its browser" {
  verified-by: ST-15
}
