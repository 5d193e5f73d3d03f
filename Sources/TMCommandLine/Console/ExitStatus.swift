// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

/// What a command says to whoever started it; wrong usage is 64, by the argument parser.
enum ExitStatus: Int32 {
  case clean = 0
  /// There are findings at or above the failing severity, or files to format.
  case findings = 1
  /// The input or the environment kept the command from doing its work.
  case failed = 2

  var code: ExitCode { ExitCode(rawValue) }
}
