// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// The part of SARIF that tests read.
struct Log: Decodable {
  let runs: [Run]

  struct Run: Decodable {
    let tool: Tool
    let results: [Result]
  }

  struct Tool: Decodable {
    let driver: Driver
  }

  struct Driver: Decodable {
    let rules: [Rule]
  }

  struct Rule: Decodable {
    let id: String
    let properties: Properties

    struct Properties: Decodable {
      let tags: [String]
      let securitySeverity: String?

      enum CodingKeys: String, CodingKey {
        case tags
        case securitySeverity = "security-severity"
      }
    }
  }

  struct Text: Decodable {
    let text: String
  }

  struct Region: Decodable, Equatable {
    let startLine: Int
    let startColumn: Int
    let endLine: Int
    let endColumn: Int
  }

  struct Artifact: Decodable {
    let uri: String
    let uriBaseId: String?
  }

  struct PhysicalLocation: Decodable {
    let artifactLocation: Artifact
    let region: Region
  }

  struct Location: Decodable {
    let id: Int?
    let physicalLocation: PhysicalLocation
  }

  struct Result: Decodable {
    let ruleId: String
    let ruleIndex: Int
    let message: Text
    let locations: [Location]
    let relatedLocations: [Location]?
    let codeFlows: [CodeFlow]?
    let fixes: [Fix]?
    let partialFingerprints: [String: String]
    let properties: Properties?

    struct Properties: Decodable {
      let score: Double
    }
  }

  struct CodeFlow: Decodable {
    let threadFlows: [ThreadFlow]

    struct ThreadFlow: Decodable {
      let locations: [Step]
    }

    struct Step: Decodable {
      let location: Place

      struct Place: Decodable {
        let message: Text
        let physicalLocation: PhysicalLocation
      }
    }
  }

  struct Fix: Decodable {
    let description: Text
    let artifactChanges: [Change]

    struct Change: Decodable {
      let replacements: [Replacement]
    }

    struct Replacement: Decodable {
      let insertedContent: Text
    }
  }
}
