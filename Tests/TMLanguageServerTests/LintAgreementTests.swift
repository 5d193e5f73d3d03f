// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMAnalysis
import TMFindings
import TMLanguageServer
import TMModel
import TMTestSupport
import Testing

/// The server says of a model what `tm lint --format json` says of its files.
@Suite struct LintAgreementTests {
  @Test(arguments: ["ankle-monitor", "infusion-pump", "pacemaker", "pacs", "web-shop"])
  func examplesHaveTheFindingsOfLint(_ name: String) throws {
    let folder = "examples/\(name)"
    let files = try Repository.files(under: folder, extension: "tm").map {
      (path: String($0.dropFirst(folder.count + 1)), text: try Repository.text($0))
    }
    try Self.agree(files, root: "\(name).tm")
  }

  @Test func casesHaveTheFindingsOfLint() throws {
    var count = 0
    for file in LiterateFile.all(under: "Tests/Cases") {
      for literateCase in try file.cases() {
        guard let root = literateCase.files.first?.path,
          !literateCase.files.contains(where: { $0.path == "outside.tm" })
        else { continue }
        try Self.agree(literateCase.files, root: root)
        count += 1
      }
    }
    #expect(count > 100)
  }

  /// Compares message, rule, severity and range of every finding of a model.
  static func agree(_ files: [(path: String, text: String)], root: String) throws {
    let today = try #require(LintRun.today)
    let disk = MemoryDisk(files)
    let compiled = try CompiledModel(
      reading: [root], from: AnyMemoryFiles(try disk.files(of: root)))
    let expected = try JSON(
      parsing: JSONDiagnostics.bytes(
        of: compiled.findings(today: today), in: compiled.sources, layout: .compact))
    let editor = try TestEditor(files)
    editor.open(root)
    let published = editor.published()
    var wanted: [String: [String]] = [:]
    for item in expected["diagnostics"]?.list ?? [] {
      let path = item["file"]?.text ?? ""
      let text = editor.text(path)
      let places = ["start", "end"].map { end in
        let position = text.position(of: item[end]?["offset"]?.whole ?? -1, .utf8)
        return "\(position.line):\(position.character)"
      }
      wanted[path, default: []].append(
        Self.line(item["severity"]?.text, item["rule"]?.text, item["message"]?.text, places))
    }
    for (path, lines) in wanted {
      let found = (published[path] ?? []).map { item in
        let places = ["start", "end"].map { end in
          let position = item["range"]?[end]
          return "\(position?["line"]?.whole ?? -1):\(position?["character"]?.whole ?? -1)"
        }
        let severity = ["", "error", "warning", "note"][item["severity"]?.whole ?? 0]
        return Self.line(severity, item["code"]?.text, item["message"]?.text, places)
      }
      #expect(found == lines, "\(path) of \(root)")
    }
    for (path, items) in published where wanted[path] == nil {
      // Files of another model of the same folder have findings of their own.
      let isOther = compiled.sources.files.allSatisfy { $0.path != path }
      #expect(items.isEmpty || isOther, "\(path) of \(root)")
    }
  }

  private static func line(
    _ severity: String?, _ rule: String?, _ message: String?, _ places: [String]
  ) -> String {
    "\(severity ?? "?")[\(rule ?? "?")] \(places.joined(separator: "-")) \(message ?? "?")"
  }
}

/// Files of a disk in memory, where a type of its own is asked for.
struct AnyMemoryFiles: FileProvider {
  private let files: any FileProvider

  init(_ files: any FileProvider) { self.files = files }

  func resolve(_ path: String, from importer: String?) throws(ReadFailure) -> ResolvedFile {
    try files.resolve(path, from: importer)
  }

  func read(_ file: ResolvedFile) throws(ReadFailure) -> [UInt8] { try files.read(file) }
}
