// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

// The way of new firmware into the service and out of it; from the app on, it is in `flows-device.tm`.

flow upload-release: operator -> ops-console.ops-login "Uploads signed firmware" {
  carries: device-firmware
  crosses: operations, amps-cloud, cloud-services
  protocol: https
  authenticated: operator-mfa
  encrypted: tls-1.3
  function: update
  controls: signed-firmware
  hand-off: "None: one wired network to the cloud"
  on-error: "An image without a valid signature is refused"

  threat tampering {
    about: signing-offline
    because: "The image is signed offline, by two people, before the upload."
  }
}

flow publish-firmware: ops-console -> firmware-repo "Publishes firmware" {
  carries: device-firmware
  crosses: cloud-services, cloud-data
  protocol: https
  authenticated: certificate
  function: update
  controls: signed-firmware
}

flow serve-firmware: firmware-repo -> app-api "Firmware for download" {
  carries: device-firmware
  crosses: cloud-data, cloud-services
  protocol: https
  authenticated: certificate
  function: update
  controls: signed-firmware
}

flow offer-firmware: app-api -> gateway "Firmware to the edge" {
  carries: device-firmware
  crosses: cloud-services, cloud-edge
  protocol: https
  authenticated: mutual
  function: update
  controls: signed-firmware
}

flow fetch-firmware: gateway -> uploader "New firmware" {
  carries: device-firmware
  via: public-web, phone-internet
  crosses: cloud-edge, amps-cloud, patient-home, phone, app
  over: upload-readings
  protocol: https
  authenticated: certificate
  encrypted: tls-1.3
  function: update
  controls: signed-firmware
  hand-off: "From cellular or Wi-Fi to the internet, by networks of others; TLS goes through"
  on-error: "An incomplete download is dropped; the device keeps its version"
  crypto: "TLS 1.3 with X25519 and AES-128-GCM; the server's ECDSA key on P-256"
  verified-at: uploader
  credentials: "A public certificate, renewed each 90 days; pinned by the app"
  identity: "The name of the service"
  session: "One download"
}
