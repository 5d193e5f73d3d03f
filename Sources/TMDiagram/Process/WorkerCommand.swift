// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// The executable that works as a child process.
package struct WorkerCommand: Hashable, Sendable {
  /// Absolute path of an executable whose `main` begins with `DiagramWorker.runIfAsked`.
  package let path: String
  /// Seconds that one step, layout or conversion, may take.
  package let timeLimit: Double
  /// Stand before the arguments of the mode, for an executable that needs some of its own.
  package let leadingArguments: [String]

  package init(path: String, timeLimit: Double = 20, leadingArguments: [String] = []) {
    self.path = path
    self.timeLimit = timeLimit
    self.leadingArguments = leadingArguments
  }

  /// This program itself.
  package static func itself(timeLimit: Double = 20) -> WorkerCommand {
    WorkerCommand(path: "/proc/self/exe", timeLimit: timeLimit)
  }

  /// What the child left; a status other than 0 is no error here.
  func run(
    _ arguments: [String], input: [UInt8], timeLimit: Double
  ) throws(WorkerError) -> ChildProcess.Outcome {
    try ChildProcess.run(
      path, leadingArguments + arguments, input: input, timeLimit: timeLimit)
  }
}
