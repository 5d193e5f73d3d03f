// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Why a child process gave no answer.
package enum WorkerError: Error, Hashable, Sendable {
  case timedOut(seconds: Double)
  case crashed(signal: Int32)
  /// It ended with a message of its own.
  case failed(message: String)
  /// The executable could not be run.
  case cannotStart(path: String, reason: String)
  /// A library that is loaded when needed is not installed.
  case missingLibrary(name: String, package: String)
  /// What it wrote does not fit what was asked.
  case unreadableAnswer

  /// One line for a person, in the style of the diagnostics.
  package var message: String {
    switch self {
    case .timedOut(let seconds):
      "the diagram took longer than \(TextBuffer.decimal(thousandths: Int(seconds * 1000))) s"
    case .crashed(let signal):
      "the process that draws the diagram ended by signal \(signal)"
    case .failed(let message):
      "the diagram could not be drawn: \(message)"
    case .cannotStart(let path, let reason):
      "cannot run `\(cleanText(path))` to draw the diagram: \(reason)"
    case .missingLibrary(let name, _):
      "the library `\(name)` is not installed"
    case .unreadableAnswer:
      "the process that draws the diagram gave an unreadable answer"
    }
  }

  /// What to do about it.
  package var help: String {
    switch self {
    case .timedOut, .crashed, .failed, .unreadableAnswer:
      "draw less at once: a smaller `--depth`, or a `view` of one part of the system"
    case .cannotStart:
      "check that the program can run itself, and the limits on processes and memory"
    case .missingLibrary(_, let package):
      "install the package `\(package)`, or choose `--format svg`"
    }
  }
}
