// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMComponents
import TMModel
import TMTestSupport
import Testing

@Suite("JSON of strangers")
struct HostileJSONTests {
  struct Case: Sendable, CustomStringConvertible {
    let description: String
    let bytes: [UInt8]
    let place: String

    init(_ description: String, _ text: String, _ place: String) {
      self.init(description, Array(text.utf8), place)
    }

    init(_ description: String, _ bytes: [UInt8], _ place: String) {
      self.description = description
      self.bytes = bytes
      self.place = place
    }
  }

  static let cases = [
    Case("nothing", "", "1:1"),
    Case("spaces", " \n ", "2:2"),
    Case("cut off", "{\"a\": [1, 2", "1:12"),
    Case("cut off in a text", "{\"a\":\n \"b", "2:2"),
    Case("a control character", "{\"a\": \"b\u{0}\"}", "1:9"),
    Case("a raw NUL", [0x7B, 0x00, 0x7D], "1:2"),
    Case("an overlong encoding", Array("{\"".utf8) + [0xC0, 0xAF] + Array("\":1}".utf8), "1:3"),
    Case(
      "a surrogate in UTF-8", Array("[\"".utf8) + [0xED, 0xA0, 0x80] + Array("\"]".utf8), "1:3"),
    Case("a lone continuation", Array("[\"ä".utf8) + [0x80] + Array("\"]".utf8), "1:4"),
    Case("half a character at the end", Array("[\"".utf8) + [0xE2, 0x82], "1:3"),
    Case("UTF-16", [0xFF, 0xFE, 0x7B, 0x00], "1:1"),
    Case("a name twice", "{\"id\": 1,\n \"id\": 2}", "2:2"),
    Case("a name twice, once with an escape", "{\"id\": 1, \"\\u0069d\": 2}", "1:11"),
    Case(
      "a name twice among many",
      "{" + (0..<40).map { "\"k\($0)\": 0, " }.joined() + "\"k7\": 1}", "1:392"),
    Case("too deep", String(repeating: "[", count: 100_000), "1:129"),
    Case("too deep and closed", String(repeating: "{\"a\":", count: 129) + "1", "1:641"),
    Case("a comma too many", "[1,]", "1:4"),
    Case("a comma before a brace", "{\"a\": 1,}", "1:9"),
    Case("a comma missing", "[1 2]", "1:4"),
    Case("single quotes", "['a']", "1:2"),
    Case("a comment", "// hello\n{}", "1:1"),
    Case("a leading zero", "[01]", "1:3"),
    Case("half a number", "[1.]", "1:4"),
    Case("NaN", "[NaN]", "1:2"),
    Case("a wrong escape", "[\"\\x\"]", "1:3"),
    Case("half an escape", "[\"\\u12\"]", "1:3"),
    Case("a wrong bracket", "[1}", "1:3"),
    Case("text behind the end", "{} x", "1:4"),
  ]

  @Test("is refused at the place where it goes wrong", arguments: cases)
  func refused(_ hostile: Case) throws {
    let fault = try #require(throws: DocumentFault.self) { try JSONDocument(hostile.bytes) }
    let (line, column) = DocumentFault.place(of: fault.offset, in: hostile.bytes)
    #expect("\(line):\(column)" == hostile.place, "\(fault.message)")
    #expect(!fault.message.isEmpty)
    #expect(!fault.help.isEmpty)
  }

  @Test("is read where it is only strange")
  func accepted() throws {
    let long = String(repeating: "x", count: 10_000_000)
    for text in [
      "{\"a\": 1e999999999}", "[-0.0e-5]", "\u{FEFF}[]", "[\"\\ud800\", \"\\ud83d\\ude00\"]",
      "[\"\(long)\"]", "[" + String(repeating: "9", count: 100_000) + "]",
      String(repeating: "[", count: 128) + String(repeating: "]", count: 128),
    ] {
      #expect(throws: Never.self) { try JSONDocument(Array(text.utf8)) }
    }
  }

  @Test("a value of a wrong type is refused where it stands, whatever the format")
  func wrongTypes() throws {
    let inventory = Inventory(try CompiledSample(Gateway.text).model, bill: nil)
    for (text, place) in [
      ("{\"format\": \"NVD_CVE\", \"vulnerabilities\": {}}", "1:42"),
      ("{\"format\": \"NVD_CVE\", \"vulnerabilities\": [{\"cve\": {\"id\": 5}}]}", "1:58"),
      ("{\"vulns\": [\n{\"id\": \"A\", \"affected\": [{\"package\": 1}]}]}", "2:38"),
      ("{\"bomFormat\": \"CycloneDX\", \"vulnerabilities\": [7]}", "1:48"),
      (
        "{\"document\": {\"csaf_version\": \"2.0\"}, \"vulnerabilities\": [{\"cve\": []}]}", "1:67"
      ),
    ] {
      var collector = VulnerabilityCollector(inventory)
      let fault = try #require(throws: DocumentFault.self) {
        try collector.add(try JSONDocument(Array(text.utf8)))
      }
      let (line, column) = DocumentFault.place(of: fault.offset, in: Array(text.utf8))
      #expect("\(line):\(column)" == place, "\(text): \(fault.message)")
    }
  }

  @Test("no fixture crashes when it is cut off or a byte of it is changed")
  func mutations() throws {
    let inventory = Inventory(try CompiledSample(Gateway.text).model, bill: nil)
    var random = SeededGenerator(seed: 7)
    for name in [
      "list.osv.json", "answer.nvd.json", "advisory.csaf.json", "vex.cdx.json", "kev.json",
      "bill-1.6.cdx.json", "bill-2.3.spdx.json",
    ] {
      let bytes = try Gateway.bytes(name)
      for _ in 0..<150 {
        var changed = bytes
        let place = Int.random(in: 0..<bytes.count, using: &random)
        if Bool.random(using: &random) {
          changed = Array(bytes[..<place])
        } else {
          changed[place] = UInt8.random(in: 0...255, using: &random)
        }
        guard let document = try? JSONDocument(changed) else { continue }
        var collector = VulnerabilityCollector(inventory)
        try? collector.add(document)
        _ = try? SoftwareBill(document)
        _ = try? KnownExploited(document)
      }
    }
  }
}
