// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

// From the order to images on their way to the archive.

flow place-order: health-record -> interface-engine "Imaging order" {
  carries: imaging-order
  crosses: record-system
  protocol: hl7-tls
  authenticated: mutual
}

flow order-radiology: interface-engine -> ris "Order for radiology" {
  carries: imaging-order
  protocol: hl7-tls
  authenticated: mutual
}

flow keep-orders: ris <-> ris-db "Orders and reports" {
  carries: imaging-order, report
}

flow schedule: ris -> worklist-provider "Scheduled examinations" {
  carries: worklist
  crosses: clinical-apps, imaging-core
  protocol: hl7-tls
  authenticated: mutual
}

flow worklist-query: worklist-provider <-> ct-node "Worklist of the scanner" {
  carries: worklist
  crosses: imaging-core, radiology, scanner-room, modality-net
  protocol: dicom-tls
  authenticated: node-certificates

  threat denial-of-service {
    status: accepted
    harm: HAZ-24
    score: "CVSS:4.0/AV:N/AC:L/AT:P/PR:N/UI:N/VC:N/VI:N/VA:L/SC:N/SI:N/SA:N/E:P"
    because: "Patients can be entered by hand; `patient-match` holds the study until the order is there."
    approver: "Chief medical officer"
    date: 2026-10-14
    until: 2027-10-31
  }
}

/// One login a shift; the console does not lock while a patient lies in the scanner.
flow run-scan: technologist <-> scanner-console.console-keys "Plans and runs the scan" {
  carries: scan-protocol
  crosses: modality-net
  authenticated: password
  on-error: "A protocol outside the dose limits is refused"
}

/// Wired into the gantry's power, past all software.
flow emergency-stop: technologist -> acquisition.stop-button "Presses emergency stop" {
  carries: stop-command
  crosses: modality-net
  function: emergency-stop
  on-error: "A broken wire stops the gantry"

  threat spoofing {
    status: accepted
    score: "CVSS:4.0/AV:P/AC:L/AT:P/PR:N/UI:N/VC:N/VI:N/VA:L/SC:N/SI:N/SA:N/E:P"
    about: rooms-locked
    because: "An unneeded stop costs one repeated scan at most; a stop that asks for a login can cost more."
    approver: "Chief medical officer"
    date: 2026-10-14
    until: 2027-10-31
  }

  threat denial-of-service {
    score: "CVSS:4.0/AV:P/AC:L/AT:N/PR:N/UI:N/VC:N/VI:N/VA:H/SC:N/SI:N/SA:N"
    residual: "CVSS:4.0/AV:P/AC:H/AT:P/PR:N/UI:N/VC:N/VI:N/VA:H/SC:N/SI:N/SA:N"
  }
}

flow load-protocol: scanner-console -> acquisition "Scan protocol and start" {
  carries: scan-protocol
  function: radiation
}

flow raw-images: acquisition -> ct-node "Reconstructed images" {
  carries: images
  function: measurement
}

flow next-patients: ct-node -> scanner-console "Patients of the day" {
  carries: worklist
}

flow send-ct: ct-node -> archive-manager.archive-node "CT studies" {
  carries: images
  crosses: modality-net, scanner-room, radiology, imaging-core
  protocol: dicom-tls
  authenticated: node-certificates
  encrypted: tls-1.2
  port: 2762
  hand-off: "None: one wired network"
  on-error: "The node keeps the study until the archive has confirmed it"
}

@allow(unauthenticated-crossing, "Held in the examiner's hand for minutes at a time; the room is restricted.")
flow examine: technologist -> ultrasound.probe-keys "Examines with ultrasound" {
  carries: images
  crosses: modality-net
}

/// Plain DICOM, as on many units in service; a TLS proxy is planned.
@allow(unauthenticated-crossing, "Open gap M2: an application title is a name, not a proof.")
@allow(sensitive-in-clear, "Open gap M2: the unit has no TLS; until the refit, segment and node list limit who can listen.")
flow send-ultrasound: ultrasound -> archive-manager "Ultrasound studies" {
  carries: images
  via: archive-node
  crosses: modality-net, scanner-room, radiology, imaging-core
  protocol: dicom
  port: 104
  hand-off: "None: one wired network"
  on-error: "The unit keeps the study until the archive has confirmed it"

  threat information-disclosure {
    status: accepted
    controls: ultrasound-segment
    score: "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:N/VA:N/SC:N/SI:N/SA:N"
    residual: "CVSS:4.0/AV:A/AC:L/AT:P/PR:N/UI:N/VC:L/VI:N/VA:N/SC:N/SI:N/SA:N"
    because: "The unit speaks DICOM without TLS until `tls-proxy` is in place; nobody else is on its segment."
    approver: "Product security lead"
    date: 2026-10-14
    until: 2028-01-31
  }
  threat tampering {
    status: accepted
    controls: ultrasound-segment
    harm: HAZ-21
    score: "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:N/VI:H/VA:N/SC:N/SI:N/SA:N"
    residual: "CVSS:4.0/AV:A/AC:H/AT:P/PR:N/UI:N/VC:N/VI:H/VA:N/SC:N/SI:N/SA:N"
    because: "Until `tls-proxy` is in place, only the firewall stands on the way; a picture that does not fit the examination is asked about."
    benefit-risk: "Risk management file, line 21, note 4: without the unit, no ultrasound at the bedside"
    approver: "Chief medical officer"
    date: 2026-10-14
    until: 2028-01-31
  }
  threat spoofing {
    status: accepted
    controls: ultrasound-segment
    harm: HAZ-21
    score: "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:N/VI:H/VA:N/SC:N/SI:N/SA:N"
    residual: "CVSS:4.0/AV:A/AC:L/AT:P/PR:N/UI:N/VC:N/VI:L/VA:N/SC:N/SI:N/SA:N"
    because: "Only listed addresses and titles are answered until the proxy is there, and a study without an order is held back."
    benefit-risk: "Risk management file, line 21, note 4: without the unit, no ultrasound at the bedside"
    approver: "Chief medical officer"
    date: 2026-10-14
    until: 2028-01-31
  }
  threat spoofed-target {
    controls: ultrasound-segment
  }
}

@allow(unauthenticated-crossing, "The clerk copies the patient's disc; its content is checked, not its sender.")
flow import-disc: film-clerk -> media-import.disc-drive "Reads patient's disc" {
  carries: images
  crosses: import-machine
  threat spoofing {
    status: accepted
    harm: HAZ-21
    score: "CVSS:4.0/AV:P/AC:L/AT:P/PR:N/UI:A/VC:N/VI:L/VA:N/SC:N/SI:N/SA:N/E:P"
    because: "Imported studies are marked as foreign on every screen; the radiologist takes no finding from them alone."
    approver: "Chief medical officer"
    date: 2026-10-14
    until: 2027-10-31
  }
}

flow send-import: media-import -> archive-manager.archive-node "Imported studies" {
  carries: images
  crosses: import-machine, front-desk, radiology, imaging-core
  protocol: dicom-tls
  authenticated: node-certificates
  port: 2762
  hand-off: "From the disc to the network, by the import machine"
  on-error: "A disc that cannot be read as a whole is refused"
}
