// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import TMTestSupport

/// A command line as a shell runs it, with `tm` on the path and the examples under `$EXAMPLES`.
struct ShellRun {
  let output: String
  let error: String
  let status: Int32

  /// How long a command may take, in seconds.
  static let timeLimit = 60.0

  struct TimedOut: Error {
    let command: String
  }

  /// Runs a command in a folder and waits for its end.
  init(_ command: String, in folder: String) throws {
    let outputs = try TemporaryFolder()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", command]
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.environment = [
      "PATH": "\(Program.folder):/usr/bin:/bin", "HOME": folder, "LC_ALL": "C", "TZ": "UTC",
      "EXAMPLES": Repository.path("examples"),
    ]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try outputs.handle("output")
    process.standardError = try outputs.handle("error")
    try process.run()
    let end = Date().addingTimeInterval(Self.timeLimit)
    while process.isRunning {
      guard Date() < end else {
        process.terminate()
        throw TimedOut(command: command)
      }
      usleep(2_000)
    }
    output = try outputs.text("output")
    error = try outputs.text("error")
    let isSignal = process.terminationReason == .uncaughtSignal
    status = (isSignal ? 128 : 0) + process.terminationStatus
  }
}
