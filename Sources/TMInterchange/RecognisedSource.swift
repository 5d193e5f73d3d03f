// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMSyntax

/// What a file is, by its content alone.
package enum RecognisedSource {
  /// A model that can be imported, as it was read on the way.
  case model(SourceFormat, Content)
  /// Something else that is known, with the reason why it is not read and what to do.
  case refused(SourceFault)
  /// A model of this program, though it may have mistakes.
  case own
  /// Nothing that is known.
  case unknown(String, nearest: (format: SourceFormat, missing: [String])?)

  package enum Content {
    case xml(XMLElement)
    case values(SourceCursor)
    /// A text in UTF-8.
    case text([UInt8])
  }

  /// Looks at a file.
  ///
  /// - Throws: where it is of no language at all, or cut.
  package init(_ bytes: [UInt8]) throws(SourceFault) {
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
    let isJSON = first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
    if first == UInt8(ascii: "<") {
      self = try Self.xml(text)
    } else if let foreign = ForeignText(text) {
      self = .refused(foreign.fault)
    } else if Self.isOwn(text) {
      self = .own
    } else if MermaidReader.isFlowchart(text) || Self.isPage(text) {
      self = .model(.mermaid, .text(text))
    } else if !isJSON, let other = MermaidChart.other(text) {
      self = .refused(other)
    } else {
      let root = SourceCursor(root: isJSON ? try JSONSource.tree(text) : try YAMLSource.tree(text))
      guard case .mapping = root.node.content else {
        var what = isJSON ? "JSON that is no object" : "YAML that is no mapping"
        if case .scalar = root.node.content { what = "plain text" }
        self = .unknown(what, nearest: nil)
        return
      }
      self = try Self.values(root, isJSON: isJSON)
    }
  }

  private static func xml(_ text: [UInt8]) throws(SourceFault) -> RecognisedSource {
    let root = try XMLSource.tree(
      XMLSource.withoutPictureType(text), skipping: TM7Reader.skipped)
    switch root.name {
    case "ThreatModel": return .model(.tm7, .xml(root))
    case "KnowledgeBase": return .model(.tb7, .xml(root))
    case "mxfile", "mxGraphModel": return .model(.drawio, .xml(root))
    case "mxlibrary":
      return .refused(
        SourceFault(
          "this is a library of shapes of draw.io, and no drawing", line: root.line,
          help: "draw the system with them in draw.io, and import the `.drawio` file of that"))
    case "svg" where root.attribute("content") != nil:
      // `.drawio.svg` is a picture that holds its drawing.
      if let drawing = try drawing(in: root) { return .model(.drawio, .xml(drawing)) }
      fallthrough
    case "svg", "html":
      return .refused(
        SourceFault(
          "this is a picture or a page, which says nothing of elements and flows", line: root.line,
          help: "import the drawing or the model that it was made of"))
    default:
      return .unknown(
        "XML with the root `\(ImportedText.condensed(root.name).prefix(40))`", nearest: nil)
    }
  }

  /// The drawing of draw.io in a picture; nil where its `content` is something else.
  private static func drawing(in picture: XMLElement) throws(SourceFault) -> XMLElement? {
    let content = Array((picture.attribute("content") ?? "").utf8)
    let text = content.first == UInt8(ascii: "%") ? Inflation.percentDecoded(content) : content
    guard text.first == UInt8(ascii: "<") else { return nil }
    let root: XMLElement
    do {
      root = try XMLSource.tree(text)
    } catch {
      throw SourceFault(
        "the drawing in the picture: \(error.message)", line: picture.line, help: error.help)
    }
    return ["mxfile", "mxGraphModel"].contains(root.name) ? root : nil
  }

  private static func values(
    _ root: SourceCursor, isJSON: Bool
  ) throws(SourceFault) -> RecognisedSource {
    let keys = try Set(root.fields().map(\.key))
    if let format = SourceFormat.named(by: keys) { return .model(format, .values(root)) }
    if keys.isSuperset(of: ["specFormat", "specVersion"]) {
      return .refused(
        SourceFault(
          "this is CycloneDX 2, whose threat models are not read", line: root.line,
          help: "write the model as Open Threat Model or as a TM-BOM of the Threat Model Library"))
    }
    if keys.contains("bomFormat") {
      if try CycloneDXReader.isThreatModel(root) { return .model(.cycloneDX, .values(root)) }
      return .refused(
        SourceFault(
          "the bill of materials has no component of the type `threat-model`", line: root.line,
          help: "the software in it goes into a model with `tm components --sbom`"))
    }
    if keys.isEmpty {
      return .unknown("an empty \(isJSON ? "object in JSON" : "mapping in YAML")", nearest: nil)
    }
    let shown = keys.sorted().prefix(5).map { "`\(ImportedText.condensed($0).prefix(40))`" }
    return .unknown(
      "\(isJSON ? "JSON" : "YAML") with \(shown.joined(separator: ", "))",
      nearest: SourceFormat.nearest(to: keys))
  }

  /// Whether a text is a page in Markdown with a flowchart in it, and no model whose texts have one.
  private static func isPage(_ bytes: [UInt8]) -> Bool {
    guard MermaidChart.isIn(bytes) else { return false }
    guard let tree = try? YAMLSource.tree(bytes) else { return true }
    guard case .model? = try? values(SourceCursor(root: tree), isJSON: false) else { return true }
    return false
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

  /// The format of a model of another tool, or why it cannot be imported; nil for what no other tool is known to write.
  package static func foreign(_ bytes: [UInt8]) -> Result<SourceFormat, SourceFault>? {
    do throws(SourceFault) {
      switch try RecognisedSource(bytes) {
      case .model(let format, _): return .success(format)
      case .refused(let fault): return .failure(fault)
      case .unknown(let what, let nearest) where isMarkup(bytes):
        return .failure(Self.fault(what, nearest))
      case .own, .unknown: return nil
      }
    } catch {
      return isMarkup(bytes) ? .failure(error) : nil
    }
  }

  /// Whether a text begins as JSON or XML does, and as no text for people.
  private static func isMarkup(_ bytes: [UInt8]) -> Bool {
    guard let text = try? TextEncoding.utf8(bytes), let first = text.first(where: { $0 > 0x20 })
    else { return false }
    return Array("<{[".utf8).contains(first)
  }

  /// Why a file that is nothing known is not read.
  static func fault(
    _ what: String, _ nearest: (format: SourceFormat, missing: [String])?
  ) -> SourceFault {
    var message = "the file is \(what), which is no model that is known"
    if let nearest {
      let missing = nearest.missing.map { "`\($0)`" }.joined(separator: " and ")
      message += "; for \(nearest.format.title), \(missing) is missing"
    }
    return SourceFault(message, line: nil, help: "what can be imported: \(SourceFormat.list)")
  }
}
