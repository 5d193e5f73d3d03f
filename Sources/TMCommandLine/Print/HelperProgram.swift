// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Glibc

/// A program of others that turns a report into another format.
enum HelperProgram {
  /// Prints web pages as PDF.
  case browser
  /// Turns Markdown into documents of a word processor.
  case pandoc

  /// Where distributions put programs. Not the search path: the folder of a project may stand in it.
  private static let folders = [
    "/usr/bin", "/usr/local/bin", "/opt/google/chrome", "/snap/bin", "/opt/homebrew/bin",
  ]

  private var names: [String] {
    switch self {
    case .browser:
      [
        "chromium", "chromium-browser", "google-chrome-stable", "google-chrome",
        "chrome-headless-shell", "microsoft-edge",
      ]
    case .pandoc: ["pandoc"]
    }
  }

  /// The path of the program: the one that was named, or the first that is installed.
  func path(_ named: String?) throws(CommandFailure) -> String {
    if let named {
      if access(named, X_OK) == 0, !Folder.isFolder(named) { return named }
      throw CommandFailure(
        "`\(named)` is no program that can be run", help: "name the path of a Chromium or Chrome")
    }
    for name in names {
      for folder in Self.folders {
        let path = CanonicalPath.joining(folder, name)
        if access(path, X_OK) == 0 { return path }
      }
    }
    throw missing
  }

  private var missing: CommandFailure {
    switch self {
    case .browser:
      CommandFailure(
        "a report as PDF is printed by Chromium or Chrome, which is not installed",
        help: [
          "install it (in Debian and Ubuntu, `apt-get install chromium`), or name it with `--browser`",
          "or write `-o report.html`, and print that page with any browser",
        ])
    case .pandoc:
      CommandFailure(
        "a report as DOCX is made by pandoc, which is not installed",
        help: [
          "install it (in Debian and Ubuntu, `apt-get install pandoc`)",
          "or write `-o report.md`, which other programs turn into documents as well",
        ])
    }
  }
}
