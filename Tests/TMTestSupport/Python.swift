// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The Python that checks of other people's making run in.
package enum Python {
  /// That of `TM_PYTHON`, or else `python3`.
  private static let program = ProcessInfo.processInfo.environment["TM_PYTHON"] ?? "python3"

  /// Whether a package is there.
  package static func has(_ package: String) -> Bool {
    (try? run(["-c", "import \(package)"]))?.status == 0
  }

  /// Runs Python.
  ///
  /// - Returns: the exit status, and both outputs as one text, that of errors last.
  package static func run(
    _ arguments: [String], input: [UInt8] = []
  ) throws -> (status: Int32, output: String) {
    let run = try ChildRun("/usr/bin/env", [program] + arguments, input: input)
    return (run.status, run.output + run.error)
  }
}
