// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

// Between the pump and its server.

flow join-wlan: wifi-card <-> wlan-controller "Joins the wireless LAN" {
  carries: device-key
  via: pump-wifi
  crosses: pump-radio, pump, ward, pump-wlan
  protocol: wifi
  authenticated: mutual
  encrypted: wpa2
  controls: wlan-certificates
}

flow check-certificate: wlan-controller <-> directory "Checks the pump's certificate" {
  carries: device-key
  crosses: pump-wlan, enterprise
  protocol: tls
  authenticated: mutual
  encrypted: tls-1.2
  controls: wlan-certificates
}

flow report-status: wifi-card -> device-gateway "Status, events and alarms" {
  carries: infusion-record, event-log, alarm
  via: pump-wifi, pump-service
  crosses: pump-radio, pump, ward, biomed-net
  protocol: https
  authenticated: mutual
  encrypted: tls-1.2
  controls: device-certificate

  threat denial-of-service {
    status: mitigated
    controls: local-alarm
    about: network-loss
    because: "Therapy and alarms need no network."
  }
}

flow push-library: device-gateway -> wifi-card "Pushes drug library" {
  carries: drug-library
  via: pump-service, pump-wifi
  crosses: biomed-net, ward, pump, pump-radio
  protocol: https
  authenticated: mutual
  encrypted: tls-1.2
  controls: device-certificate, signed-library

  threat tampering {
    score: "CVSS:3.0/AV:A/AC:L/PR:L/UI:R/S:U/C:N/I:H/A:H"
    residual: "CVSS:3.0/AV:A/AC:L/PR:L/UI:R/S:U/C:N/I:L/A:N"
    status: mitigated
    controls: signed-library
    because: "The signature is verified before the library is activated."
  }
}

flow push-order: device-gateway -> wifi-card "Pushes infusion order" {
  carries: dose-order
  via: pump-service, pump-wifi
  crosses: biomed-net, ward, pump, pump-radio
  protocol: https
  authenticated: mutual
  encrypted: tls-1.2
  controls: device-certificate, confirm-order

  threat spoofing {
    status: mitigated
    controls: confirm-order
    because: "Nothing starts before a nurse confirms it at the pump."
  }
  threat tampering {
    status: mitigated
    controls: confirm-order
    because: "A nurse compares the order with the patient and confirms it at the pump."
  }
}

flow push-firmware: device-gateway -> wifi-card "Pushes pump firmware" {
  carries: pump-firmware
  via: pump-service, pump-wifi
  crosses: biomed-net, ward, pump, pump-radio
  protocol: https
  authenticated: mutual
  encrypted: tls-1.2
  function: update
  controls: device-certificate, signed-firmware

  threat tampering {
    status: mitigated
    controls: signed-firmware
    because: "The pump verifies the signature before it makes a slot bootable."
  }
}

// Inside the pump server.

flow save-status: device-gateway -> pump-db "Saves status and records" {
  carries: infusion-record
}

flow release-library: library-service -> device-gateway "Released library" {
  carries: drug-library
  controls: signed-library
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
}

flow show-alarms: alarm-manager <-> nurse "Shows and acknowledges alarms" {
  carries: alarm
  crosses: alarm-host, clinical-apps, ward
  protocol: https
  authenticated: password
  function: alarm
}

flow send-order: health-record -> order-adapter "Infusion orders" {
  carries: dose-order
  crosses: clinical-apps, biomed-net
  protocol: hl7-tls
  authenticated: mutual
}

flow document-infusion: order-adapter -> health-record "Infusion documentation" {
  carries: infusion-record
  crosses: biomed-net, clinical-apps
  protocol: hl7-tls
  authenticated: mutual
}
