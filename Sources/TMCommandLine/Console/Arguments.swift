// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// The words that the program was started with.
enum Arguments {
  /// Fails where one is no UTF-8: repaired, it would name another file.
  static func refuseUnreadable() throws(CommandFailure) {
    for index in 0..<Int(CommandLine.argc) {
      guard let bytes = CommandLine.unsafeArgv[index] else { continue }
      guard String(validatingCString: bytes) == nil else { continue }
      throw CommandFailure(
        "the argument `\(String(cString: bytes))` is no UTF-8",
        help: "rename the file: a name that cannot be shown is not checked")
    }
  }
}
