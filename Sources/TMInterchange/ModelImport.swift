// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// The formats of other tools that are read; which one a file has, its content tells.
package enum SourceFormat: String, CaseIterable, Sendable {
  case tm7
  case threatDragon = "threat-dragon"
  case otm
  case threagile
  case pytm

  /// As a person calls it.
  package var title: String {
    switch self {
    case .tm7: "Microsoft Threat Modeling Tool"
    case .threatDragon: "OWASP Threat Dragon"
    case .otm: "Open Threat Model"
    case .threagile: "Threagile"
    case .pytm: "pytm"
    }
  }
}

/// The model of another tool, read.
package struct ModelImport {
  package let format: SourceFormat
  package let model: ImportedModel

  /// Reads a file.
  ///
  /// - Parameter fileName: its name without folders and ending, a title for a model that has none.
  package init(_ bytes: [UInt8], fileName: String) throws(SourceFault) {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let first = bytes[start...].first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
    guard let first else {
      throw SourceFault(
        "the file is empty", line: nil, help: "save the model again, and import that file")
    }
    if bytes.contains(0) {
      throw SourceFault(
        "the file is no text in UTF-8", line: nil,
        help: "save it as UTF-8; a picture, an archive or UTF-16 cannot be imported")
    }
    let text = start == 0 ? bytes : Array(bytes[start...])
    if first == UInt8(ascii: "<") {
      let root = try XMLSource.tree(text, skipping: TM7Reader.skipped)
      guard root.name == "ThreatModel" else {
        throw Self.unknown("XML with the root `\(root.name)`")
      }
      format = .tm7
      model = try TM7Reader.read(root, fileName: fileName)
      return
    }
    if Self.isPython(text) {
      throw SourceFault(
        "this is a program in Python, which is not run", line: 1,
        help:
          "print the model of pytm as JSON, `python model.py --json model.json`, and import that")
    }
    let isJSON = first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
    let root = SourceCursor(root: isJSON ? try JSONSource.tree(text) : try YAMLSource.tree(text))
    guard case .mapping = root.node.content else {
      throw Self.unknown(isJSON ? "JSON that is no object" : "YAML that is no mapping")
    }
    let keys = try Set(root.fields().map(\.key))
    if keys.contains("otmVersion") {
      format = .otm
      model = try OTMReader.read(root)
    } else if keys.contains("threagile_version") || keys.contains("technical_assets") {
      format = .threagile
      model = try ThreagileReader.read(root)
    } else if keys.isSuperset(of: ["summary", "detail"]) {
      format = .threatDragon
      model = try ThreatDragonReader.read(root)
    } else if keys.contains("flows"), keys.contains("elements") || keys.contains("actors") {
      format = .pytm
      model = try PytmReader.read(root)
    } else {
      let shown = keys.sorted().prefix(5).map { "`\(ImportedText.condensed($0).prefix(40))`" }
      throw Self.unknown("\(isJSON ? "JSON" : "YAML") with \(shown.joined(separator: ", "))")
    }
  }

  private static func isPython(_ bytes: [UInt8]) -> Bool {
    let start = String(decoding: bytes.prefix(4096), as: UTF8.self)
    return start.hasPrefix("#!/usr/bin/env python") || start.contains("from pytm import")
      || start.contains("import pytm")
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
