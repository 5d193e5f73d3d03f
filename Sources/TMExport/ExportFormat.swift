// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// The formats of other tools that a model is written in.
package enum ExportFormat: String, CaseIterable, Sendable {
  case otm
  case threatDragon = "threat-dragon"
  case tmBOM = "tm-bom"
  case tm7
  case cycloneDX = "cyclonedx"
  case cycloneDX17 = "cyclonedx-1.7"
  case reqIF = "reqif"
  case jiraCSV = "jira-csv"
  case jira
  case gitHub = "github"
  case gitLab = "gitlab"

  /// As a person calls it, with the version that is written.
  package var title: String {
    switch self {
    case .otm: "Open Threat Model 0.2"
    case .threatDragon: "OWASP Threat Dragon 2"
    case .tmBOM: "OWASP Threat Model Library (TM-BOM) 1.0"
    case .tm7: "Microsoft Threat Modeling Tool 4.3"
    case .cycloneDX: "CycloneDX 1.6"
    case .cycloneDX17: "CycloneDX 1.7"
    case .reqIF: "ReqIF 1.2"
    case .jiraCSV: "issues for Jira's CSV import"
    case .jira: "issues for Jira's REST interface"
    case .gitHub: "issues for GitHub"
    case .gitLab: "issues for GitLab"
    }
  }

  /// The ending of a file of the format.
  package var ending: String {
    switch self {
    case .otm: "otm.json"
    case .threatDragon: "td.json"
    case .tmBOM: "tmbom.json"
    case .tm7: "tm7"
    case .cycloneDX, .cycloneDX17: "cdx.json"
    case .reqIF: "reqif"
    case .jiraCSV: "jira.csv"
    case .jira: "jira.json"
    case .gitHub: "github.json"
    case .gitLab: "gitlab.json"
    }
  }
}
