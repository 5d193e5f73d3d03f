// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import TMTestSupport
import Testing

/// Editors without a window against the program that ships: an example is opened, a finding seen, a name
/// completed, hovered over, jumped to and changed in three files, a fix applied, a file laid out.
@Suite(.serialized) struct EditorTests {
  private static let folder = "Tests/TMCommandLineTests/Editors"

  private static func has(_ program: String) -> Bool {
    (try? ChildRun("/usr/bin/env", ["which", program]))?.status == 0
  }

  private static let hasEglot =
    has("emacs")
    && (try? ChildRun(
      "/usr/bin/env",
      ["emacs", "--batch", "--eval", "(progn (package-initialize) (require 'eglot))"]))?.status == 0

  /// The web shop with a flow that does not declare its crossing, in a folder of its own.
  private static func shop() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for file in Repository.files(under: "examples/web-shop", extension: "tm") {
      let name = String(file.split(separator: "/").last ?? "")
      try folder.write(try Repository.text(file), to: name)
    }
    let flows = try folder.text("flows-shopping.tm")
    let login = try #require(flows.range(of: "flow log-in:")).lowerBound
    let line = try #require(
      flows.range(
        of: "  crosses: public-internet, shop-cloud, perimeter\n", range: login..<flows.endIndex))
    try folder.write(flows.replacingCharacters(in: line, with: ""), to: "flows-shopping.tm")
    return folder
  }

  private static func run(_ program: [String], _ transcript: String) throws {
    let shop = try Self.shop()
    var environment = ProcessInfo.processInfo.environment
    environment["TM_PROGRAM"] = Program.path
    // Nothing of the person whose machine it is.
    environment["HOME"] = shop.path + "/home"
    environment["XDG_CONFIG_HOME"] = shop.path + "/home"
    let run = try ChildRun("/usr/bin/env", program, in: shop.path, environment: environment)
    #expect(run.status == 0, "\(run.output)\(run.error)")
    let path = "\(folder)/\(transcript)"
    if Repository.updatesSnapshots { return try Repository.write(run.output, to: path) }
    #expect(try run.output == Repository.text(path), "\(run.error)")
  }

  @Test("Neovim", .enabled(if: has("nvim"), "skipped: needs nvim"))
  func neovim() throws {
    let script = Repository.path("\(Self.folder)/neovim.lua")
    try Self.run(
      ["nvim", "--headless", "--clean", "-c", "luafile \(script)"], "neovim.txt")
  }

  @Test("Emacs with eglot", .enabled(if: hasEglot, "skipped: needs emacs with eglot"))
  func emacs() throws {
    let script = Repository.path("\(Self.folder)/emacs.el")
    try Self.run(["emacs", "--batch", "--no-init-file", "-l", script], "emacs.txt")
  }

  @Test(
    "a client of other people's making",
    .enabled(
      if: Python.has("pytest_lsp"),
      "skipped: needs a Python with pytest-lsp (TM_PYTHON names one)"))
  func protocolClient() throws {
    let shop = try Self.shop()
    let python = ProcessInfo.processInfo.environment["TM_PYTHON"] ?? "python3"
    var environment = ProcessInfo.processInfo.environment
    environment["TM_PROGRAM"] = Program.path
    environment["TM_FOLDER"] = shop.path
    environment["PYTHONDONTWRITEBYTECODE"] = "1"
    let run = try ChildRun(
      "/usr/bin/env",
      [
        python, "-m", "pytest", "-q", "-p", "no:cacheprovider",
        Repository.path("\(Self.folder)/protocol_test.py"),
      ], in: shop.path, environment: environment)
    #expect(run.status == 0, "\(run.output)\(run.error)")
    #expect(run.output.contains("3 passed"))
  }
}
