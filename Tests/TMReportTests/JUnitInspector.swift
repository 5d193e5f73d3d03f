// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import FoundationXML

/// What a JUnit report says, read by an XML parser of others.
final class JUnitInspector: NSObject, XMLParserDelegate {
  private(set) var elements: Set<String> = []
  private(set) var root: [String: String] = [:]
  /// The names of tests, in order.
  private(set) var tests: [String] = []
  private(set) var failed: [String] = []
  private(set) var skipped: [String] = []
  /// Tests that pass and say something.
  private(set) var told: [String] = []

  struct NotXML: Error {
    let reason: String
  }

  init(_ bytes: [UInt8]) throws {
    super.init()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = self
    guard parser.parse() else { throw NotXML(reason: "\(String(describing: parser.parserError))") }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    elements.insert(name)
    let test = tests.last ?? ""
    switch name {
    case "testsuites": root = attributes
    case "testcase": tests.append(attributes["name"] ?? "")
    case "failure": failed.append(test)
    case "skipped": skipped.append(test)
    case "system-out": told.append(test)
    default: break
    }
  }
}
