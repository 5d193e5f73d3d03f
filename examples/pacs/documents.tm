// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

// What lies beside the model. Bills of materials and test reports are those of the makers.

document NET-7 "Requirements on network and workstations" {
  covers: it-requirements
  version: "7"
  date: 2026-02-16
  link: "NET-7"
  owner: "Imaging informatics"
}
document OPS-3 "Operating agreement and security guide" {
  covers: labeling, management-plan
  version: "3"
  date: 2026-02-23
  link: "OPS-3"
  owner: "Hospital IT"
}
document PT-PACS "Penetration test of the imaging network" {
  covers: penetration-test-report
  version: "1.0"
  date: 2026-02-09
  link: "PT-PACS-1"
  owner: "Test laboratory"
}
