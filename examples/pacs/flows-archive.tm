// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

// In the imaging core.

flow store-images: archive-manager -> image-store "Stores new images" {
  carries: images
  crosses: storage-net
  protocol: smb
  authenticated: password
  encrypted: aes-gcm
}

flow fetch-images: image-store -> query-service "Images on request" {
  carries: images
  crosses: storage-net
  protocol: smb
  authenticated: password
  encrypted: aes-gcm
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
  controls: hospital-held-keys
  port: 443
  hand-off: "From the hospital to the internet, by the provider; content stays encrypted"
  on-error: "Copies wait, and are sent again"

  threat information-disclosure {
    score: "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:N/VA:N/SC:N/SI:N/SA:N"
    residual: "CVSS:4.0/AV:N/AC:H/AT:P/PR:H/UI:N/VC:L/VI:N/VA:N/SC:N/SI:N/SA:N"
    scenario: "The hospital holds the keys; the provider, and whoever breaks in there, sees ciphertext."
  }
  threat denial-of-service {
    status: transferred
    harm: HAZ-24
    score: "CVSS:4.0/AV:N/AC:L/AT:P/PR:N/UI:N/VC:N/VI:N/VA:L/SC:N/SI:N/SA:N/E:P"
    because: "The cloud holds the third copy: while it is away, only the restore after a fire waits. The provider answers for availability."
    transferred-to: "Cloud provider: contract, annex C, availability of 99.9 per cent"
    approver: "Head of radiology"
    date: 2026-10-14
  }
}

flow cloud-keep: cloud-service <-> cloud-images "Writes and reads copies" {
  carries: images
}
