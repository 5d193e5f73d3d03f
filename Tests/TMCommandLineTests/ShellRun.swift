// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMTestSupport

/// A command line as a shell runs it, with `tm` on the path and the examples under `$EXAMPLES`.
struct ShellRun {
  let output: String
  let error: String
  let status: Int32

  /// Runs a command in a folder and waits for its end.
  init(_ command: String, in folder: String) throws {
    let run = try ChildRun(
      "/bin/sh", ["-c", command], in: folder,
      environment: [
        "PATH": "\(Program.folder):/usr/bin:/bin", "HOME": folder, "LC_ALL": "C", "TZ": "UTC",
        "EXAMPLES": Repository.path("examples"),
      ])
    (output, error, status) = (run.output, run.error, run.status)
  }
}
