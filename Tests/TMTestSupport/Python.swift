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

  /// Runs Python with its standard input from a file, so that no pipe can fill up.
  ///
  /// - Returns: the exit status, and both outputs as one text.
  package static func run(
    _ arguments: [String], input: [UInt8] = []
  ) throws -> (status: Int32, output: String) {
    let name = "drawbridge-python-\(ProcessInfo.processInfo.globallyUniqueString)"
    let url = FileManager.default.temporaryDirectory.appendingPathComponent(name)
    try Data(input).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [program] + arguments
    process.standardInput = try FileHandle(forReadingFrom: url)
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}
