// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Glibc
import Synchronization

/// The files that this run has read, whatever names they were given: no output replaces one of them.
enum FilesRead {
  private struct Identity: Hashable {
    let device: UInt
    let number: UInt

    init(_ status: stat) {
      device = UInt(status.st_dev)
      number = UInt(status.st_ino)
    }
  }

  private static let known = Mutex<Set<Identity>>([])

  /// Notes that a file was read.
  static func note(_ status: stat) {
    known.withLock { _ = $0.insert(Identity(status)) }
  }

  /// Whether a file was read.
  static func has(_ status: stat) -> Bool {
    known.withLock { $0.contains(Identity(status)) }
  }
}
