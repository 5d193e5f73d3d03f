// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Glibc
import TMLanguageServer

/// Reads what an editor sends, on a thread of its own, so that a keystroke is seen while another is
/// answered.
enum EditorInput {
  private static let pieceSize = 64 << 10

  static func start(into mailbox: Mailbox) throws(CommandFailure) {
    let code = BackgroundThread.start { ServerLoop.read(into: mailbox, EditorInput.piece) }
    guard code == 0 else {
      throw CommandFailure(
        "the server cannot start a thread: \(SystemCall.text(code))",
        help: "close other programs, or raise the limit on threads")
    }
  }

  /// The next bytes of standard input; none at its end.
  private static func piece() -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: pieceSize) { buffer, count in
      let read = SystemCall.uninterrupted {
        Glibc.read(STDIN_FILENO, buffer.baseAddress, buffer.count)
      }
      count = max(read, 0)
    }
  }
}
