// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax

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
}

/// The model of another tool, read.
package struct ModelImport {
  package let format: SourceFormat
  package let model: ImportedModel
  /// The name of a file beside it that was read too.
  package private(set) var companion: String?

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - fileName: its name without folders and ending, a title for a model that has none.
  ///   - beside: the bytes of a file of a name in the same folder; nil where there is none.
  package init(
    _ bytes: [UInt8], fileName: String, options: ImportOptions = ImportOptions(),
    beside: (String) throws(SourceFault) -> [UInt8]? = { (_) throws(SourceFault) in nil }
  ) throws(SourceFault) {
    let text = try TextEncoding.utf8(bytes)
    guard let first = text.first(where: { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }) else {
      throw SourceFault(
        "the file is empty", line: nil, help: "save the model again, and import that file")
    }
    if text.contains(0) {
      throw SourceFault(
        "the file is no text in UTF-8 or UTF-16", line: nil,
        help: "save it as text; a picture or an archive cannot be imported")
    }
    var companion: String?
    if first == UInt8(ascii: "<") {
      (format, model) = try Self.xml(text, fileName, options)
    } else if Self.isPython(text) {
      throw SourceFault(
        "this is a program in Python, which is not run", line: 1,
        help:
          "print the model of pytm as JSON, `python model.py --json model.json`, and import that")
    } else if Self.isOwn(text) {
      throw SourceFault(
        "this is a threat model in `.tm` already", line: nil,
        help: "check it with `tm lint`; in another model, `import` brings its declarations in")
    } else if MermaidReader.isFlowchart(text) || Self.isPage(text) {
      format = .mermaid
      model = try MermaidReader.read(text, fileName: fileName)
    } else {
      let isJSON = first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
      let root = SourceCursor(root: isJSON ? try JSONSource.tree(text) : try YAMLSource.tree(text))
      guard case .mapping = root.node.content else {
        throw Self.unknown(isJSON ? "JSON that is no object" : "YAML that is no mapping")
      }
      format = try Self.format(root, isJSON: isJSON)
      switch format {
      case .otm: model = try OTMReader.read(root)
      case .threagile:
        let risks = try beside("risks.json")
        if risks != nil { companion = "risks.json" }
        model = try ThreagileReader.read(root, risks: Self.risks(risks))
      case .threatDragon: model = try ThreatDragonReader.read(root)
      case .threatComposer: model = try ThreatComposerReader.read(root, fileName: fileName)
      case .tmBOM: model = try TMBOMReader.read(root)
      case .cycloneDX: model = try CycloneDXReader.read(root, fileName: fileName)
      case .pytm, .tm7, .tb7, .drawio, .mermaid: model = try PytmReader.read(root)
      }
      model.losses.addUnread(
        of: root, includesFalse: format == .tmBOM,
        silent: format == .pytm ? PytmReader.isDefault : { _ in false })
    }
    self.companion = companion
    model.settle(options)
    model.bringBackThreats()
    model.stateOpenThreats()
    model.dropUnknownAnswers()
    try model.check()
    model.keepFindingsOpen()
  }

  private static func xml(
    _ text: [UInt8], _ fileName: String, _ options: ImportOptions
  ) throws(SourceFault) -> (SourceFormat, ImportedModel) {
    let root = try XMLSource.tree(text, skipping: TM7Reader.skipped)
    switch root.name {
    case "ThreatModel": return (.tm7, try TM7Reader.read(root, fileName: fileName, options))
    case "KnowledgeBase": return (.tb7, TB7Reader.read(root, fileName: fileName))

    case "mxfile", "mxGraphModel":
      return (.drawio, try DrawioReader.read(root, fileName: fileName))
    default:
      throw unknown("XML with the root `\(ImportedText.condensed(root.name).prefix(40))`")
    }
  }

  private static func format(
    _ root: SourceCursor, isJSON: Bool
  ) throws(SourceFault) -> SourceFormat {
    let keys = try Set(root.fields().map(\.key))
    if keys.contains("otmVersion") { return .otm }
    if keys.contains("threagile_version") || keys.contains("technical_assets") {
      return .threagile
    }
    if keys.isSuperset(of: ["summary", "detail"]) { return .threatDragon }
    if keys.isSuperset(of: ["scope", "trust_zones", "data_flows"]) { return .tmBOM }
    if keys.isSuperset(of: ["specFormat", "specVersion"]) {
      throw SourceFault(
        "this is CycloneDX 2, whose threat models are not read", line: root.line,
        help: "write the model as Open Threat Model or as a TM-BOM of the Threat Model Library")
    }
    if keys.contains("bomFormat") {
      guard try CycloneDXReader.isThreatModel(root) else {
        throw SourceFault(
          "the bill of materials has no component of the type `threat-model`", line: root.line,
          help: "the software in it goes into a model with `tm components --sbom`")
      }
      return .cycloneDX
    }
    if keys.contains("flows"), keys.contains("elements") || keys.contains("actors") { return .pytm }
    if keys.contains("applicationInfo")
      || keys.contains("schema") && keys.contains("threats")
    {
      return .threatComposer
    }
    if keys.isEmpty { throw unknown("an empty \(isJSON ? "object in JSON" : "mapping in YAML")") }
    let shown = keys.sorted().prefix(5).map { "`\(ImportedText.condensed($0).prefix(40))`" }
    throw unknown("\(isJSON ? "JSON" : "YAML") with \(shown.joined(separator: ", "))")
  }

  /// Whether a text is a page in Markdown with a flowchart in it, and no model whose texts have one.
  private static func isPage(_ bytes: [UInt8]) -> Bool {
    guard MermaidChart.isIn(bytes) else { return false }
    guard let tree = try? YAMLSource.tree(bytes) else { return true }
    return (try? format(SourceCursor(root: tree), isJSON: false)) == nil
  }

  private static func risks(_ bytes: [UInt8]?) throws(SourceFault) -> SourceCursor? {
    guard let bytes else { return nil }
    do {
      return SourceCursor(root: try JSONSource.tree(bytes))
    } catch {
      throw SourceFault(
        "`risks.json` beside the file: \(error.message)", line: nil,
        help: "move it away, or let Threagile write it again")
    }
  }

  private static func isPython(_ bytes: [UInt8]) -> Bool {
    let start = String(decoding: bytes.prefix(4096), as: UTF8.self)
    return start.hasPrefix("#!/usr/bin/env python") || start.contains("from pytm import")
      || start.contains("import pytm")
  }

  /// Whether a text begins as those of this language do; it may have mistakes.
  private static func isOwn(_ bytes: [UInt8]) -> Bool {
    var lexer = Lexer(bytes)
    let first = lexer.next()
    let second = lexer.next().kind
    if first.kind == .at { return second == .name }
    let word = String(decoding: bytes[Int(first.start)..<Int(first.end)], as: UTF8.self)
    guard let keyword = Keyword.allCases.first(where: { $0.word == word }) else { return false }
    // What is imported is a name in Python.
    return second == .string || second == .name && keyword != .import
  }

  private static func unknown(_ what: String) -> SourceFault {
    let formats = SourceFormat.allCases.map(\.title).joined(separator: ", ")
    return SourceFault(
      "the file is \(what), which is no model that is known", line: nil,
      help: "what can be imported: \(formats)")
  }

  /// The file that the model becomes.
  package func text(source: String) -> [UInt8] {
    model.text(
      comment: "Imported from \(ImportedText.condensed(source)) (\(format.title)). "
        + "What was lost or guessed stands in the report beside this file.")
  }
}
