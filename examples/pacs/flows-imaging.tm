// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

// From the order to images in the archive.

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
  authenticated: mutual
  controls: node-certificates

  threat denial-of-service {
    status: accepted
    because: "Patients can be entered by hand."
  }
}

/// One login a shift; the console does not lock while a patient lies in the scanner.
flow run-scan: technologist <-> scanner-console.console-keys "Plans and runs the scan" {
  carries: scan-protocol
  crosses: modality-net
  authenticated: password

  threat spoofing {
    status: accepted
    about: rooms-locked
    because: "Locking the console during a scan would endanger the patient."
  }
}

/// Wired into the gantry's power, past all software.
@allow(unauthenticated-crossing, "An emergency stop never waits for a login.")
flow emergency-stop: technologist -> acquisition.stop-button "Presses emergency stop" {
  carries: stop-command
  crosses: modality-net
  function: emergency-stop
}

flow load-protocol: scanner-console -> acquisition "Scan protocol and start" {
  carries: scan-protocol
  function: radiation
  controls: dose-limits
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
  authenticated: mutual
  encrypted: tls-1.2
  controls: node-certificates, patient-match

  threat tampering {
    status: mitigated
    controls: node-certificates
    because: "DICOM over TLS with a certificate of each node."
  }
  threat spoofing {
    status: mitigated
    controls: node-certificates, patient-match
    because: "Both nodes prove themselves, and the patient is compared with the worklist."
  }
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
  controls: node-list, patient-match

  threat information-disclosure {
    status: open
    because: "The machine speaks DICOM without TLS; `tls-proxy` is planned."
  }
  threat spoofing {
    status: accepted
    controls: node-list
    until: 2028-01-31
    because: "Only listed addresses and AE titles are answered until the proxy is there."
  }
}

@allow(unauthenticated-crossing, "The clerk copies the patient's disc; its content is checked, not its sender.")
flow import-disc: film-clerk -> media-import.disc-drive "Reads patient's disc" {
  carries: images
  crosses: import-machine
  controls: media-check

  threat tampering {
    status: mitigated
    controls: media-check
    because: "Files are parsed apart and checked before they are stored."
  }
  threat spoofing {
    status: accepted
    because: "The radiologist sees that the study comes from outside."
  }
}

flow send-import: media-import -> archive-manager.archive-node "Imported studies" {
  carries: images
  crosses: import-machine, front-desk, radiology, imaging-core
  protocol: dicom-tls
  authenticated: mutual
  controls: node-certificates, patient-match
}

// In the imaging core.

flow store-images: archive-manager -> image-store "Stores new images" {
  carries: images
  crosses: storage-net
  protocol: smb
  authenticated: password
  encrypted: aes-256
}

flow fetch-images: image-store -> query-service "Images on request" {
  carries: images
  crosses: storage-net
  protocol: smb
  authenticated: password
  encrypted: aes-256
}

flow index-study: archive-manager -> study-index "Indexes the study" {
  carries: images
  crosses: storage-net
  protocol: sql-tls
  authenticated: password
}

flow find-study: study-index -> query-service "Studies found" {
  carries: images
  crosses: storage-net
  protocol: sql-tls
  authenticated: password
}

flow archive-study: archive-manager -> neutral-archive "Studies for the long term" {
  carries: images
  protocol: dicom-tls
  authenticated: mutual
  controls: node-certificates
}

flow keep-images: neutral-archive <-> archive-store "Writes and reads the archive" {
  carries: images
  crosses: storage-net
  protocol: nfs
  authenticated: certificate
  encrypted: ipsec
}

flow use-archive-keys: neutral-archive <-> key-vault "Keys of the cloud copies" {
  carries: archive-keys
  crosses: storage-net
  protocol: https
  authenticated: mutual
}

flow copy-to-cloud: neutral-archive <-> cloud-service.cloud-address "Encrypted image copies" {
  carries: images
  crosses: imaging-core, hospital, archive-cloud
  protocol: dicomweb-https
  authenticated: mutual
  encrypted: tls-1.3
  controls: hospital-held-keys, second-copy

  threat information-disclosure {
    status: mitigated
    controls: hospital-held-keys
    because: "The hospital holds the keys; the provider sees ciphertext."
  }
  threat denial-of-service {
    status: transferred
    because: "Availability is in the contract with the provider."
  }
}

flow cloud-keep: cloud-service <-> cloud-images "Writes and reads copies" {
  carries: images
}
