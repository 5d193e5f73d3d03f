// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// The formats of other tools that are read; which one a file has, its content tells.
package enum SourceFormat: String, CaseIterable, Sendable {
  case tm7
  case tb7
  case threatDragon = "threat-dragon"
  case otm
  case threagile
  case pytm
  case threatComposer = "threat-composer"
  case tmBOM = "tm-bom"
  case cycloneDX = "cyclonedx"
  case drawio
  case mermaid

  /// As a person calls it.
  package var title: String {
    switch self {
    case .tm7: "Microsoft Threat Modeling Tool"
    case .tb7: "a template of the Microsoft Threat Modeling Tool"
    case .threatDragon: "OWASP Threat Dragon"
    case .otm: "Open Threat Model"
    case .threagile: "Threagile"
    case .pytm: "pytm"
    case .threatComposer: "threat-composer"
    case .tmBOM: "OWASP TM-BOM"
    case .cycloneDX: "CycloneDX"
    case .drawio: "draw.io"
    case .mermaid: "Mermaid"
    }
  }

  /// What a file of it is known by.
  var sign: String {
    switch self {
    case .tm7: "XML with the root `ThreatModel`"
    case .tb7: "XML with the root `KnowledgeBase`"
    case .drawio: "XML with the root `mxfile` or `mxGraphModel`"
    case .cycloneDX: "JSON with `bomFormat`, and a component of the type `threat-model`"
    case .mermaid: "`flowchart` or `graph` as the first word, or a page in Markdown with one"
    case .otm, .threagile:
      "YAML or JSON with \(Self.listed(keys[0], "and")), or with \(Self.listed(keys[1], "and"))"
    case .threatDragon, .pytm, .threatComposer, .tmBOM:
      "JSON with " + keys.map { Self.listed($0, "and") }.joined(separator: ", or with ")
    }
  }

  /// The keys of JSON or YAML, all of one of these lists, that tell the format.
  private var keys: [[String]] {
    switch self {
    case .otm: [["otmVersion"], ["project", "trustZones"]]
    case .threagile: [["threagile_version"], ["technical_assets"]]
    case .threatDragon: [["summary", "detail"]]
    case .tmBOM: [["scope", "trust_zones", "data_flows"]]
    case .pytm: [["flows", "elements"], ["flows", "actors"]]
    case .threatComposer: [["applicationInfo"], ["schema", "threats"]]
    case .tm7, .tb7, .cycloneDX, .drawio, .mermaid: []
    }
  }

  /// Formats of keys, in the order in which they are asked for.
  private static let keyed: [SourceFormat] = [
    .otm, .threagile, .threatDragon, .tmBOM, .pytm, .threatComposer,
  ]

  /// The format of a mapping with some keys; nil where it is none that these alone tell.
  static func named(by keys: Set<String>) -> SourceFormat? {
    keyed.first { format in format.keys.contains { keys.isSuperset(of: $0) } }
  }

  /// The format that a mapping has some keys of, and those that it lacks.
  static func nearest(to keys: Set<String>) -> (format: SourceFormat, missing: [String])? {
    for format in keyed {
      for asked in format.keys where asked.count > 1 {
        let missing = asked.filter { !keys.contains($0) }
        if missing.count < asked.count { return (format, missing) }
      }
    }
    return nil
  }

  /// Every format with its sign, for a file that is none of them.
  static var list: String {
    allCases.map { "\($0.title) (\($0.sign))" }.joined(separator: "; ")
  }

  private static func listed(_ words: [String], _ last: String) -> String {
    let quoted = words.map { "`\($0)`" }
    guard let end = quoted.last, quoted.count > 1 else { return quoted.first ?? "" }
    return quoted.dropLast().joined(separator: ", ") + " \(last) " + end
  }
}
