// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import TMTestSupport
import Testing

/// The HTML report as people use it: in a browser, driven by `Browser/check.py`.
@Suite("Reports in a browser", .serialized, .enabled(if: Browser.isThere, Browser.reason))
struct BrowserTests {
  static let examples = ["infusion-pump", "ankle-monitor", "pacs", "web-shop"]

  @Test("clicks, filters, keys, history and links do what they should", arguments: examples)
  func use(_ example: String) throws {
    try Browser.check("use", [try report(on: example)])
  }

  @Test("without the script everything is there to read")
  func plain() throws {
    try Browser.check("plain", try Self.examples.map(report))
  }

  @Test("printed, it has page numbers and the whole register")
  func print() throws {
    try Browser.check("print", try ["web-shop", "infusion-pump", "pacs"].map(report))
  }

  @Test(
    "axe-core finds no barrier, wide and narrow, light and dark",
    .enabled(if: Python.has("axe_playwright_python"), "skipped: needs axe-playwright-python"),
    arguments: examples)
  func accessible(_ example: String) throws {
    try Browser.check("axe", [try report(on: example)])
  }

  @Test("titles of strangers do nothing")
  func hostile() throws {
    let folder = try TemporaryFolder()
    var files: [String] = []
    for (place, title) in HostileTitle.all.enumerated() {
      try folder.write(title.model, to: "\(place).tm")
      let run = try ShellRun("tm report \(place).tm -o \(place).html", in: folder.path)
      #expect(run.status == 0, "\(title): \(run.error)")
      files.append("\(folder.path)/\(place).html")
    }
    try Browser.check("hostile", files)
  }

  /// The reports of the examples, each made once.
  private func report(on example: String) throws -> String {
    let file = "\(Browser.folder.path)/\(example).html"
    if !FileManager.default.fileExists(atPath: file) {
      let run = try ShellRun(
        "tm report $EXAMPLES/\(example)/\(example).tm -o \(example).html",
        in: Browser.folder.path)
      try #require(run.status == 0, "\(run.error)")
    }
    return file
  }
}

/// A Chromium that Python can drive.
private enum Browser {
  static let reason: Comment =
    "skipped: needs chromium, chromedriver, pdftotext, and a Python with selenium (TM_PYTHON names one)"

  static let isThere =
    ["chromium", "chromedriver", "pdftotext"].allSatisfy { program in
      ["/usr/bin/", "/usr/local/bin/", "/bin/"].contains {
        FileManager.default.isExecutableFile(atPath: $0 + program)
      }
    } && Python.has("selenium")

  /// A folder for as long as the tests run.
  static let folder: SharedFolder = SharedFolder()

  /// Runs a check and reports each problem that it names.
  static func check(_ command: String, _ files: [String]) throws {
    let script = Repository.path("Tests/TMCommandLineTests/Browser/check.py")
    let (status, output) = try Python.run(["-B", script, command] + files)
    #expect(status == 0, "\(output)")
  }
}

/// A temporary folder that the system cleans up.
private struct SharedFolder: Sendable {
  let path: String

  init() {
    path = NSTemporaryDirectory() + "/tm-reports-\(ProcessInfo.processInfo.processIdentifier)"
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }
}
