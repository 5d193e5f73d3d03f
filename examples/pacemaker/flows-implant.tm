// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

// Heart, implant, programmer and monitor.

/// Through the lead; nothing between implant and heart can log in.
flow pace: pacing-control -> heart "Paces" {
  carries: pacing-pulse
  via: lead
  crosses: implant
  function: therapy
  on-error: "The implant falls back to fixed-rate pacing"
}
flow sense: heart -> pacing-control "Sensed signal" {
  carries: cardiac-signal
  via: lead
  crosses: implant
  function: measurement
  on-error: "Noise on the lead leads to fixed-rate pacing"
}
flow program-pacing: programmer-app -> telemetry "Programs pacing" {
  carries: pacing-parameters
  via: wand, implant-radio
  crosses: programmer, clinic, home, body, implant
  protocol: tcp
  encrypted: aes-gcm
  authenticated: proximity-key
  function: therapy
  on-error: "What is not complete is dropped; the last programme goes on"
}
flow interrogate: telemetry -> programmer-app "Interrogation" {
  carries: episodes
  via: implant-radio, wand
  crosses: implant, body, home, clinic, programmer
  protocol: tcp
  encrypted: aes-gcm
  authenticated: proximity-key
}
flow program-firmware: programmer-app -> telemetry "Loads firmware of the implant" {
  carries: implant-firmware
  via: wand, implant-radio
  crosses: programmer, clinic, home, body, implant
  protocol: tcp
  encrypted: aes-gcm
  authenticated: proximity-key
  function: update
  on-error: "Pacing goes on in hardware; the image before is started again"
}
flow apply-parameters: telemetry -> pacing-control "Applies parameters" {
  carries: pacing-parameters
  function: therapy
}
flow keep-parameters: pacing-control -> implant-memory "Keeps parameters and episodes" {
  carries: pacing-parameters, episodes
}
flow read-memory: implant-memory -> telemetry "Stored episodes" { carries: episodes }
flow take-firmware: telemetry -> implant-memory "New firmware" { carries: implant-firmware }

flow operate-programmer: cardiologist <-> programmer-app.programmer-screen "Programs and reads the implant" {
  carries: pacing-parameters, episodes
  crosses: programmer
  authenticated: password
  function: therapy
}
flow keep-report: programmer-app -> programmer-disk "Reports of visits" { carries: episodes }
flow load-firmware: programmer-disk -> programmer-app "Released firmware" {
  carries: implant-firmware
}

// The monitor may read, and only read.

flow fetch-episodes: telemetry -> reader "Nightly episodes" {
  carries: episodes
  via: implant-radio, monitor-radio
  crosses: implant, body, monitor
  protocol: tcp
  encrypted: aes-gcm
  authenticated: mutual
  on-error: "Tried again the next night; after three nights the service tells the clinic"
}
flow hand-over: reader -> monitor-memory "New episodes" { carries: episodes }
flow waiting-episodes: monitor-memory -> uploader "Episodes to be sent" { carries: episodes }
flow install-monitor: uploader -> monitor-memory "New firmware of the monitor" {
  carries: monitor-firmware
}
