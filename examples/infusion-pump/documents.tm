// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

// What lies beside the model, in the document control of the manufacturer.

document SBOM-21 "Bill of materials of pump and server" {
  covers: sbom
  version: "2.1"
  date: 2026-09-01
  link: "sbom.cdx.json"
  owner: "Device security team"
}
document VA-21 "Known vulnerabilities of pump and server" {
  covers: vulnerability-assessment
  version: "2.1"
  date: 2026-09-10
  link: "VA-21"
  owner: "Device security team"
}
document UA-21 "Unresolved anomalies and their effect on security" {
  covers: anomaly-assessment
  version: "2.1"
  date: 2026-09-08
  link: "UA-21"
  owner: "Software quality"
}
document TR-300 "Penetration test of the pump" {
  covers: penetration-test-report
  version: "1.2"
  date: 2026-06-30
  link: "TR-300"
  owner: "Test laboratory"
}
document SG-21 "Security guide for hospitals" {
  covers: labeling, it-requirements
  version: "2.1"
  date: 2026-09-12
  link: "SG-21"
  owner: "Technical writing"
}
document MDS2-21 "Disclosure statement (MDS2)" {
  covers: mds2
  version: "2019"
  date: 2026-09-12
  link: "MDS2-21"
  owner: "Device security team"
}
document CMP-4 "Cybersecurity management plan" {
  covers: management-plan, metrics
  version: "4"
  date: 2026-08-20
  link: "CMP-4"
  owner: "Device security team"
}
document RMF-112 "Risk management file of the pump" {
  covers: safety-risk-file, benefit-risk-analysis
  version: "9"
  date: 2026-09-14
  link: "RMF-112"
  owner: "Product safety board"
}
