// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import TMTestSupport
import Testing

/// A git repository of a test, without any configuration of whoever runs it.
struct GitSandbox {
  let folder: TemporaryFolder

  static let isInstalled = ["/usr/bin/git", "/bin/git"].contains {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  private static let environment = """
    GIT_CONFIG_NOSYSTEM=1 GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@example.org GIT_COMMITTER_NAME=a \
    GIT_COMMITTER_EMAIL=a@example.org
    """

  init() throws {
    folder = try TemporaryFolder()
    try run("git init -q -b main .")
  }

  /// Commits everything that is there.
  func commit(_ message: String) throws { try run("git add -A && git commit -q -m '\(message)'") }

  /// Runs a command that has to work.
  @discardableResult
  func run(_ command: String, in place: String = ".") throws -> ShellRun {
    let run = try shell(command, in: place)
    try #require(run.status == 0, "\(command): \(run.error)")
    return run
  }

  /// Runs `tm` with some arguments.
  func tm(_ arguments: String, in place: String = ".") throws -> ShellRun {
    try shell("tm \(arguments)", in: place)
  }

  private func shell(_ command: String, in place: String) throws -> ShellRun {
    try ShellRun("export \(Self.environment); \(command)", in: "\(folder.path)/\(place)")
  }
}
