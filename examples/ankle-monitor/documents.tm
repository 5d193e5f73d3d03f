// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

// What lies beside the model.

document SBOM-AMPS "Bill of materials of device, app and service" {
  covers: sbom
  version: "1.0"
  date: 2026-05-04
  link: "SBOM-AMPS-1.0"
  owner: "Product security team"
}
document PT-AMPS "Penetration test of device, app and service" {
  covers: penetration-test-report
  version: "1.0"
  date: 2026-05-11
  link: "PT-AMPS-2"
  owner: "Test laboratory"
}
document IFU-AMPS "Instructions for use and security guide" {
  covers: labeling, it-requirements
  version: "1.0"
  date: 2026-05-15
  link: "IFU-AMPS-1.0"
  owner: "Technical writing"
}
document CMP-AMPS "Cybersecurity management plan" {
  covers: management-plan
  version: "2"
  date: 2026-05-15
  link: "CMP-AMPS-2"
  owner: "Product security team"
}
/// The metrics start with the first update in the field.
document MET-AMPS "Metrics of patching" {
  covers: metrics
  version: "0.1"
  date: 2026-05-15
  link: "MET-AMPS"
  status: planned
  owner: "Product security team"
}
