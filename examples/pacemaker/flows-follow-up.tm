// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

// Monitor, service, clinic and manufacturer.

flow upload-episodes: uploader.monitor-modem -> ingestion.ingestion-api "Daily upload" {
  carries: episodes
  crosses: monitor, home, follow-up-service
  protocol: https
  encrypted: mtls
  authenticated: certificate
  on-error: "Kept for 30 days and sent again"
}
flow store-episodes: ingestion -> episode-store "Episodes of patients" { carries: episodes }
flow show-episodes: episode-store -> portal "Episodes for review" {
  carries: episodes, patient-record
}
flow review: portal.portal-web <-> clinician-browser "Reviews episodes" {
  carries: episodes, patient-record
  crosses: follow-up-service, clinic
  protocol: https
  encrypted: tls-1.3
  authenticated: mfa
}
flow register: portal -> episode-store "Registration of a monitor" { carries: patient-record }
flow audit-portal: portal -> audit-log "Who saw what" { carries: service-log; function: logging }
flow audit-ingestion: ingestion -> audit-log "What arrived" {
  carries: service-log
  function: logging
}
flow audit-updates: update-server -> audit-log "What was released" {
  carries: service-log
  function: logging
}

flow publish-image: release-station -> update-server.update-api "Signed firmware of the monitor" {
  carries: monitor-firmware
  crosses: signing-room, manufacturer-site, follow-up-service
  protocol: https
  encrypted: mtls
  authenticated: certificate
  function: update
}
flow update-monitor: update-server -> uploader.monitor-modem "Firmware of the monitor" {
  carries: monitor-firmware
  crosses: follow-up-service, home, monitor
  protocol: https
  encrypted: tls-1.3
  authenticated: certificate
  function: update
  on-error: "The image before is started again"
}
flow release: release-team -> release-station "Approved image of the monitor" {
  carries: monitor-firmware
  crosses: signing-room
  authenticated: mfa
  function: update
}
