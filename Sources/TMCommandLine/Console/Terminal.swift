// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Glibc
import TMWriting

/// What the standard streams are connected to.
enum Terminal {
  /// The width of tables where the output is no terminal, in cells.
  static let defaultWidth = 120

  enum Stream {
    case input
    case output
    case error

    var descriptor: Int32 {
      switch self {
      case .input: STDIN_FILENO
      case .output: STDOUT_FILENO
      case .error: STDERR_FILENO
      }
    }
  }

  /// Whether a person reads the stream.
  static func isTerminal(_ stream: Stream) -> Bool { isatty(stream.descriptor) == 1 }

  /// Colours on a terminal only, and never where `NO_COLOR` is set or the terminal is `dumb`.
  static func colouring(_ stream: Stream) -> Colouring {
    if let value = getenv("NO_COLOR"), value.pointee != 0 { return .plain }
    if let value = getenv("TERM"), String(cString: value) == "dumb" { return .plain }
    return isTerminal(stream) ? .ansi : .plain
  }

  /// The cells of a line of a stream, for tables.
  static func width(_ stream: Stream = .output) -> Int { lineWidth(stream) ?? defaultWidth }

  /// The cells of a line that a person sees: what `COLUMNS` says, else the terminal; nil where lines
  /// have no end, as in a file.
  static func lineWidth(_ stream: Stream) -> Int? {
    if let value = getenv("COLUMNS"), let columns = Int(String(cString: value)),
      widths.contains(columns)
    {
      return columns
    }
    var size = winsize()
    guard isTerminal(stream), ioctl(stream.descriptor, UInt(TIOCGWINSZ), &size) == 0,
      size.ws_col > 0
    else { return nil }
    return max(Int(size.ws_col), widths.lowerBound)
  }

  /// Widths that a text can be laid out for.
  private static let widths = 20...10_000
}
