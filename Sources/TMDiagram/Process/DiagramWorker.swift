// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// The hidden modes of the executable in which a child process draws.
package enum DiagramWorker {
  /// Call this first in `main`, before any argument is parsed: it does not return where the arguments
  /// (without the program's own path) ask for a worker.
  package static func runIfAsked(_ arguments: some Sequence<String>) {
    var arguments = arguments.makeIterator()
    switch arguments.next() {
    case "__layout": LayoutWorker.run()
    case "__raster": RasterWorker.run(arguments.next())
    default: return
    }
  }
}

/// The executable that works as a child process.
package struct WorkerCommand: Hashable, Sendable {
  /// Absolute path of an executable whose `main` begins with `DiagramWorker.runIfAsked`.
  package let path: String
  /// Seconds until a child is ended.
  package let timeLimit: Double
  /// Put before the arguments of the mode; for an executable that needs them.
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

  /// The bytes a child answers; its own message where it ended with another status than 0.
  func run(_ arguments: [String], input: [UInt8]) throws(WorkerError) -> ChildProcess.Outcome {
    try ChildProcess.run(
      path, leadingArguments + arguments, input: input, timeLimit: timeLimit)
  }
}
