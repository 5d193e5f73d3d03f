// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Glibc
import TMModel

/// Says in words why the operating system refused something.
enum SystemCall {
  /// Why a file could not be read, from the `errno` of the call that failed.
  static func readFailure(_ code: Int32) -> ReadFailure {
    switch code {
    case ENOENT, ENOTDIR:
      ReadFailure(reason: "does not exist", help: "check the path, and where it starts from")
    case EACCES, EPERM:
      ReadFailure(
        reason: "may not be read by you", help: "change its permissions, or those of its folder")
    case ELOOP:
      ReadFailure(reason: "is a circle of symbolic links", help: "name the file itself")
    case ENAMETOOLONG:
      ReadFailure(reason: "has a name that is too long", help: "shorten the path")
    default:
      ReadFailure(
        reason: "cannot be read: \(text(code))", help: "try again once the cause is repaired")
    }
  }

  /// The words of the operating system, lower case: "no space left on device".
  static func text(_ code: Int32) -> String {
    guard let message = strerror(code) else { return "error \(code)" }
    let text = String(cString: message)
    return text.prefix(1).lowercased() + text.dropFirst()
  }

  /// Repeats a call as long as a signal interrupts it.
  static func uninterrupted(_ call: () -> Int) -> Int {
    while true {
      let result = call()
      if result >= 0 || errno != EINTR { return result }
    }
  }
}
