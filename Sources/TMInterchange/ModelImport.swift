// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// The model of another tool, read.
package struct ModelImport {
  package let format: SourceFormat
  package let model: ImportedModel
  /// What beside it was read too, in words.
  package private(set) var companion: String?

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - fileName: its name without folders and ending, a title for a model that has none.
  ///   - beside: the bytes of a file of a name in the same folder, or of a way to one below; nil where there is none.
  package init(
    _ bytes: [UInt8], fileName: String, options: ImportOptions = ImportOptions(),
    beside: @escaping (String) throws(SourceFault) -> [UInt8]? = { (_) throws(SourceFault) in nil }
  ) throws(SourceFault) {
    var companion: String?
    switch try RecognisedSource(bytes) {
    case .model(let found, .xml(let root)):
      format = found
      model = try Self.xml(root, found, fileName, options)
    case .model(let found, .text(let text)):
      format = found
      model = try MermaidReader.read(text, fileName: fileName)
    case .model(let found, .values(let root)):
      format = found
      var root = root
      var companions: [String] = []
      if found == .threagile {
        let merged = try ThreagileIncludes.merged(root, read: beside)
        root = merged.root
        if merged.files.count > 1 {
          companions.append("\(merged.files.count) files that it includes")
        } else {
          companions += merged.files
        }
      }
      let risks = found == .threagile ? try beside("risks.json") : nil
      if risks != nil { companions.append("risks.json") }
      if !companions.isEmpty { companion = companions.joined(separator: " and ") }
      model = try Self.values(root, found, fileName, risks: risks)
    case .refused(let fault): throw fault
    case .own:
      throw SourceFault(
        "this is a threat model in `.tm` already", line: nil,
        help: "check it with `tm lint`; in another model, `import` brings its declarations in")
    case .unknown(let what, let nearest): throw RecognisedSource.fault(what, nearest)
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
    _ root: XMLElement, _ format: SourceFormat, _ fileName: String, _ options: ImportOptions
  ) throws(SourceFault) -> ImportedModel {
    let model: ImportedModel
    switch format {
    case .tm7: model = try TM7Reader.read(root, fileName: fileName, options)
    case .tb7: model = TB7Reader.read(root, fileName: fileName)
    default: model = try DrawioReader.read(root, fileName: fileName)
    }
    let presentation = format == .drawio ? DrawioReader.presentation : TM7Reader.presentation
    model.losses.add(unread: root.unread(silent: presentation.contains))
    return model
  }

  private static func values(
    _ root: SourceCursor, _ format: SourceFormat, _ fileName: String, risks: [UInt8]?
  ) throws(SourceFault) -> ImportedModel {
    let model =
      switch format {
      case .otm: try OTMReader.read(root)
      case .threagile: try ThreagileReader.read(root, risks: Self.risks(risks))
      case .threatDragon: try ThreatDragonReader.read(root)
      case .threatComposer: try ThreatComposerReader.read(root, fileName: fileName)
      case .tmBOM: try TMBOMReader.read(root)
      case .cycloneDX: try CycloneDXReader.read(root, fileName: fileName)
      case .pytm, .tm7, .tb7, .drawio, .mermaid: try PytmReader.read(root)
      }
    let unread = root.unread(includesFalse: format == .tmBOM)
    model.losses.add(
      unread: format == .pytm ? unread.filter { !PytmReader.isDefault($0.value) } : unread)
    return model
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

  /// The file that the model becomes.
  package func text(source: String) -> [UInt8] {
    model.text(
      comment: "Imported from \(ImportedText.condensed(source)) (\(format.title)). "
        + "What was lost or guessed stands in the report beside this file.")
  }
}
