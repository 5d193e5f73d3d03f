// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import CExpat

/// Reads an XML file into a tree, through expat. A document type declaration is refused, so there are no
/// entities: neither those that multiply nor those that name files.
package final class XMLSource {
  private let parser: XML_Parser
  private var stack: [XMLElement] = []
  private var root: XMLElement?
  private var count = 0
  private var fault: SourceFault?
  /// Elements that are read over with all in them: of no use to an importer, and the most of a file.
  private let skipped: Set<String>
  private var skippedDepth = 0

  private init(_ parser: XML_Parser, skipping skipped: Set<String>) {
    self.parser = parser
    self.skipped = skipped
  }

  /// Reads a text in UTF-8, whatever encoding it declares.
  ///
  /// - Parameter skipping: names of elements that are kept without what lies in them.
  package static func tree(
    _ bytes: [UInt8], skipping: Set<String> = []
  ) throws(SourceFault) -> XMLElement {
    guard let parser = XML_ParserCreateNS("UTF-8", XML_Char(UInt8(ascii: "\n"))) else {
      throw SourceFault(
        "no memory is left to read the file", line: nil, help: "close other programs")
    }
    defer { XML_ParserFree(parser) }
    let source = XMLSource(parser, skipping: skipping)
    XML_SetUserData(parser, Unmanaged.passUnretained(source).toOpaque())
    XML_SetElementHandler(
      parser,
      { data, name, attributes in XMLSource.of(data)?.start(name, attributes) },
      { data, _ in XMLSource.of(data)?.end() })
    XML_SetCharacterDataHandler(parser) { data, text, count in
      XMLSource.of(data)?.characters(text, Int(count))
    }
    XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in
      XMLSource.of(data)?.stop(
        "the file has a document type declaration",
        "no model needs one, and it can hide other files: delete the line with `<!DOCTYPE`")
    }
    let status = bytes.withUnsafeBufferPointer { buffer -> XML_Status in
      buffer.withMemoryRebound(to: CChar.self) { text in
        XML_Parse(parser, text.baseAddress, Int32(clamping: text.count), 1)
      }
    }
    if let fault = source.fault { throw fault }
    guard status == XML_STATUS_OK, let root = source.root else {
      let reason =
        XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) } ?? "it is empty"
      throw SourceFault(
        "this is no XML: \(reason)", line: source.line,
        help: "save the model again with the tool that made it")
    }
    return root
  }

  /// A picture in SVG without the line that tells its type, which draw.io writes as the standard had it. What declares
  /// anything of its own stays, and is refused; nothing is fetched.
  static func withoutPictureType(_ bytes: [UInt8]) -> [UInt8] {
    let head = bytes.prefix(headSize)
    let sign = Array("<!DOCTYPE svg".utf8)
    guard let start = head.firstRange(of: sign)?.lowerBound,
      let end = head[start...].firstIndex(of: UInt8(ascii: ">")),
      !head[start..<end].contains(UInt8(ascii: "[")),
      head[start..<end].filter({ $0 == UInt8(ascii: "\"") }).count % 2 == 0
    else { return bytes }
    var plain = bytes
    for place in start...end where plain[place] != UInt8(ascii: "\n") {
      plain[place] = UInt8(ascii: " ")
    }
    return plain
  }

  /// How much of a file is looked through for what stands in front of its root: 4 KiB.
  private static let headSize = 4 << 10

  private static func of(_ data: UnsafeMutableRawPointer?) -> XMLSource? {
    data.map { Unmanaged<XMLSource>.fromOpaque($0).takeUnretainedValue() }
  }

  private var line: Int { Int(XML_GetCurrentLineNumber(parser)) }

  private func stop(_ message: String, _ help: String) {
    if fault == nil { fault = SourceFault(message, line: line, help: help) }
    XML_StopParser(parser, XML_Bool(0))
  }

  private func start(
    _ name: UnsafePointer<XML_Char>?, _ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?
  ) {
    guard fault == nil else { return }
    if skippedDepth > 0 {
      skippedDepth += 1
      return
    }
    count += 1
    if count > SourceLimits.nodes { fault = SourceLimits.tooMany(line: line) }
    if stack.count > SourceLimits.depth { fault = SourceLimits.tooDeep(line: line) }
    if fault != nil {
      XML_StopParser(parser, XML_Bool(0))
      return
    }
    var found: [String: String] = [:]
    var place = 0
    while let key = attributes?[place], let value = attributes?[place + 1] {
      found[Self.local(key)] = String(cString: value)
      place += 2
    }
    let element = XMLElement(name.map(Self.local) ?? "", found, line: line)
    stack.last?.adopt(element)
    if root == nil { root = element }
    stack.append(element)
    if skipped.contains(element.name) { skippedDepth = 1 }
  }

  private func end() {
    if skippedDepth > 1 {
      skippedDepth -= 1
      return
    }
    skippedDepth = 0
    _ = stack.popLast()
  }

  private func characters(_ text: UnsafePointer<XML_Char>?, _ count: Int) {
    guard skippedDepth == 0, let element = stack.last, let text else { return }
    text.withMemoryRebound(to: UInt8.self, capacity: count) { bytes in
      element.write(
        String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self))
    }
  }

  /// The name behind the namespace.
  private static func local(_ name: UnsafePointer<XML_Char>) -> String {
    let text = String(cString: name)
    return text.lastIndex(of: "\n").map { String(text[text.index(after: $0)...]) } ?? text
  }
}
