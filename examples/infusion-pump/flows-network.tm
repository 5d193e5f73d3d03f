// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

// Between the pump and its server.

flow join-wlan: wifi-card <-> wlan-controller "Joins the wireless LAN" {
  carries: device-key
  via: pump-wifi
  crosses: pump-radio, pump, ward, pump-wlan
  protocol: wifi
  authenticated: wlan-certificates
  encrypted: wpa2
  hand-off: "From the air to the wire, by the wireless controller"
  on-error: "The pump tries again, and shows that it has no network"

  threat denial-of-service {
    status: transferred
    actor: "Somebody with a jammer near the ward; or an access point that fails"
    score: "CVSS:3.0/AV:A/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H"
    residual: "CVSS:3.0/AV:A/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:L"
    harm: HAZ-11
    about: network-loss
    transferred-to: "Hospital IT: Security guide, section 5.3, Coverage and monitoring of the wireless LAN"
    because: "The radio of the hospital is the hospital's to watch. The pump infuses and alarms without it."
    approver: "Product security lead"
    date: 2026-09-14
    until: 2028-09-30
  }
  threat elevation-of-privilege {
    status: transferred
    actor: "Somebody with a pump, or the key of one"
    score: "CVSS:3.0/AV:A/AC:H/PR:L/UI:N/S:U/C:L/I:L/A:L"
    harm: HAZ-11
    about: network-loss
    transferred-to: "Hospital IT: Security guide, section 5.3, Coverage and monitoring of the wireless LAN"
    because: "The wireless controller is the hospital's to patch. What gets past it meets TLS with certificates at both ends."
    approver: "Product security lead"
    date: 2026-09-14
    until: 2028-09-30
  }
}

flow check-certificate: wlan-controller <-> directory "Checks the pump's certificate" {
  carries: device-key
  crosses: pump-wlan, enterprise
  protocol: tls
  authenticated: wlan-certificates
  encrypted: tls-1.2
  version: "RADIUS over TLS 1.2"
  port: 2083
  hand-off: "None: one wired network"
  on-error: "Without an answer the pump is not let in"
}

@allow(shared-connection, "The server opens a connection of its own to push.")
flow report-status: wifi-card -> device-gateway "Status, events and alarms" {
  carries: infusion-record, event-log, alarm
  via: pump-wifi, pump-service
  crosses: pump-radio, pump, ward, biomed-net
  protocol: https
  authenticated: device-certificate
  encrypted: tls-1.2
  hand-off: "From the air to the wire, by the wireless controller; TLS goes through"
  on-error: "Events wait in the log; after a minute the pump shows that nobody listens"

  threat denial-of-service {
    scenario: "An alarm does not reach the nurse station."
    score: "CVSS:3.0/AV:A/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H"
    residual: "CVSS:3.0/AV:A/AC:H/PR:N/UI:N/S:U/C:N/I:N/A:L"
    harm: HAZ-10
    about: network-loss
    because: "The pump alarms by itself, and shows that nobody listens."
  }
}

flow push-library: device-gateway -> wifi-card "Pushes drug library" {
  carries: drug-library
  via: pump-service, pump-wifi
  crosses: biomed-net, ward, pump, pump-radio
  protocol: https
  authenticated: device-certificate
  encrypted: tls-1.2
  hand-off: "From the wire to the air, by the wireless controller; TLS goes through"
  on-error: "An incomplete or unsigned library is dropped; the last one stays in force"

  threat tampering {
    cve: CVE-2023-30562
    scenario: "The altered data set is pushed to all pumps, over a connection that is in order."
    score: "CVSS:3.0/AV:A/AC:L/PR:L/UI:R/S:U/C:N/I:H/A:H"
    residual: "CVSS:3.0/AV:A/AC:L/PR:L/UI:R/S:U/C:N/I:L/A:N"
    because: "TLS ends at the server; the signature goes with the library and is verified in the pump."
  }
}

flow push-order: device-gateway -> wifi-card "Pushes infusion order" {
  carries: dose-order
  via: pump-service, pump-wifi
  crosses: biomed-net, ward, pump, pump-radio
  protocol: https
  authenticated: device-certificate
  encrypted: tls-1.2
  hand-off: "From the wire to the air, by the wireless controller; TLS goes through"
  on-error: "An order that does not parse or fits no patient is refused, and the sender is told"

  threat spoofing {
    scenario: "A false server orders an infusion."
    score: "CVSS:3.0/AV:A/AC:L/PR:N/UI:N/S:U/C:N/I:H/A:H"
    residual: "CVSS:3.0/AV:A/AC:H/PR:N/UI:R/S:U/C:N/I:L/A:N"
    because: "The server proves itself, and nothing starts before a nurse confirms it at the pump."
  }
  threat tampering {
    score: "CVSS:3.0/AV:A/AC:L/PR:N/UI:N/S:U/C:N/I:H/A:H"
    residual: "CVSS:3.0/AV:A/AC:H/PR:N/UI:R/S:U/C:N/I:L/A:N"
    about: dose-double-check
    because: "A nurse compares the order with the patient and confirms it at the pump."
  }
}

flow push-firmware: device-gateway -> wifi-card "Pushes pump firmware" {
  carries: pump-firmware
  via: pump-service, pump-wifi
  crosses: biomed-net, ward, pump, pump-radio
  protocol: https
  authenticated: device-certificate
  encrypted: tls-1.2
  function: update
  hand-off: "From the wire to the air, by the wireless controller; TLS goes through"
  on-error: "An incomplete or unsigned image is deleted; the running one stays"

  threat tampering {
    scenario: "Firmware with a back door goes out to all pumps of the hospital."
    score: "CVSS:3.0/AV:A/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"
    residual: "CVSS:3.0/AV:A/AC:H/PR:H/UI:R/S:U/C:N/I:L/A:N"
    because: "The pump verifies the signature before it makes a slot bootable."
  }
}

// Inside the pump server.

flow save-status: device-gateway -> pump-db "Saves status and records" {
  carries: infusion-record
}

flow release-library: library-service -> device-gateway "Released library" {
  carries: drug-library
}

flow keep-library: library-service <-> library-db "Versions of the library" {
  carries: drug-library
}

flow route-order: order-adapter -> device-gateway "Order for one pump" {
  carries: dose-order
}

flow completed-infusions: pump-db -> order-adapter "Completed infusions" {
  carries: infusion-record
}

flow fleet-data: web-console <-> pump-db "Reads and sets fleet data" {
  carries: pump-settings, infusion-record
}

// Alarms and orders in the hospital.

flow alarm-out: device-gateway -> alarm-manager "Alarms of all pumps" {
  carries: alarm
  crosses: biomed-net, clinical-apps, alarm-host
  protocol: hl7-tls
  authenticated: mutual
  function: alarm
  version: "HL7 2.5.1 over TLS 1.2"
  channel: "The port that the hospital sets"
  hand-off: "None: one wired network"
  on-error: "The gateway keeps the alarm, sends it again, and tells the pump that nobody acknowledged"
  crypto: "ECDHE on P-256 and AES-128-GCM; RSA keys of 2048 bits for signatures alone"
  verified-at: device-gateway, alarm-manager
  credentials: "Certificates of the hospital's authority, installed and renewed by hospital IT"
  identity: "One certificate a server, named after its host"
  session: "One connection, kept open and checked each 30 seconds"
  settings: "Off as shipped, until a certificate of the other side is entered"

  threat denial-of-service {
    score: "CVSS:3.0/AV:A/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H"
    residual: "CVSS:3.0/AV:A/AC:H/PR:N/UI:N/S:U/C:N/I:N/A:L"
    harm: HAZ-10
    about: network-loss
    because: "The pump at the bed alarms by itself."
  }
}

flow show-alarms: alarm-manager <-> nurse "Shows and acknowledges alarms" {
  carries: alarm
  crosses: alarm-host, clinical-apps, ward
  protocol: https
  authenticated: password
  function: alarm
  version: "HTTP/1.1 over TLS 1.2"
  port: 443
  hand-off: "None: one wired network"
  on-error: "The station shows the age of the last message, and sounds when it is too old"
  crypto: "ECDHE on P-256 and AES-128-GCM; the server's RSA key of 2048 bits for signatures alone"
  verified-at: directory
  credentials: "Personal passwords of the hospital's directory, under its rules"
  identity: "Accounts of the directory; ward management gives and withdraws the role"
  session: "Ends after a shift, and when another nurse logs in"
  settings: "Chosen by clinical engineering: priorities, delays, loudness"
}

flow send-order: health-record -> order-adapter "Infusion orders" {
  carries: dose-order
  crosses: clinical-apps, biomed-net
  protocol: hl7-tls
  authenticated: mutual
  version: "HL7 2.5.1 over TLS 1.2"
  channel: "The port that the hospital sets"
  hand-off: "None: one wired network"
  on-error: "An order that does not parse or names no pump is refused, and the health record is told"
  crypto: "ECDHE on P-256 and AES-128-GCM; RSA keys of 2048 bits for signatures alone"
  verified-at: order-adapter, health-record
  credentials: "Certificates of the hospital's authority, installed and renewed by hospital IT"
  identity: "One certificate a server, named after its host"
  session: "One connection, kept open"
  settings: "Off as shipped, until a certificate of the other side is entered"
}

flow document-infusion: order-adapter -> health-record "Infusion documentation" {
  carries: infusion-record
  crosses: biomed-net, clinical-apps
  harm: HAZ-11
  protocol: hl7-tls
  authenticated: mutual
  version: "HL7 2.5.1 over TLS 1.2"
  channel: "The port that the hospital sets"
  hand-off: "None: one wired network"
  on-error: "The adapter keeps the record and sends it again"
  crypto: "ECDHE on P-256 and AES-128-GCM; RSA keys of 2048 bits for signatures alone"
  verified-at: order-adapter, health-record
  credentials: "Certificates of the hospital's authority, installed and renewed by hospital IT"
  identity: "One certificate a server, named after its host"
  session: "One connection, kept open"
  settings: "Off as shipped, until a certificate of the other side is entered"

  threat information-disclosure {
    score: "CVSS:3.0/AV:A/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N"
    residual: "CVSS:3.0/AV:A/AC:H/PR:N/UI:N/S:U/C:L/I:N/A:N"
    because: "TLS with certificates of both sides; what remains is a stolen key of the server."
  }
}
