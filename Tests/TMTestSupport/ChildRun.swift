// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A program that was run to its end, with what it printed.
///
/// Its outputs go to files: a pipe would stay open in children that other tests start meanwhile. Everything
/// that is opened for it is closed, since a test run starts thousands.
package struct ChildRun {
  package let output: String
  package let error: String
  /// The exit status, or 128 and the number of the signal that ended it.
  package let status: Int32

  /// How long a program may take, in seconds; the machine of a test can be busy.
  package static let timeLimit = 600.0

  package struct TimedOut: Error {
    let program: [String]
  }

  /// What a run with mutations tells every program that a test starts; empty otherwise.
  package static let switches = ProcessInfo.processInfo.environment
    .filter { $0.key.hasPrefix("TM_MUTANT") }

  /// Runs a program, found by its path, and waits for its end.
  ///
  /// - Parameters:
  ///   - folder: where it runs; here if left out.
  ///   - environment: its whole environment; ours if left out.
  ///   - input: what it reads from its standard input.
  package init(
    _ program: String, _ arguments: [String], in folder: String? = nil,
    environment: [String: String]? = nil, input: [UInt8] = []
  ) throws {
    let files = try TemporaryFolder()
    let url = URL(fileURLWithPath: "\(files.path)/input")
    try Data(input).write(to: url)
    let handles = (
      input: try FileHandle(forReadingFrom: url), output: try files.handle("output"),
      error: try files.handle("error")
    )
    defer {
      for handle in [handles.input, handles.output, handles.error] { try? handle.close() }
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
    if let environment {
      process.environment = environment.merging(Self.switches) { given, _ in given }
    }
    process.standardInput = handles.input
    process.standardOutput = handles.output
    process.standardError = handles.error
    try process.run()
    let end = Date().addingTimeInterval(Self.timeLimit)
    while process.isRunning {
      guard Date() < end else {
        process.terminate()
        throw TimedOut(program: [program] + arguments)
      }
      usleep(2_000)
    }
    output = try files.text("output")
    error = try files.text("error")
    let isSignal = process.terminationReason == .uncaughtSignal
    status = (isSignal ? 128 : 0) + process.terminationStatus
  }
}
