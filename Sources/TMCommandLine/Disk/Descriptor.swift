// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Glibc

/// Writing to open files.
enum Descriptor {
  /// Writes all bytes; answers the `errno` of the call that failed, or nil.
  static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
    bytes.withUnsafeBytes { buffer in
      var written = 0
      while written < buffer.count {
        let rest = UnsafeRawBufferPointer(rebasing: buffer[written...])
        let count = SystemCall.uninterrupted {
          Glibc.write(descriptor, rest.baseAddress, rest.count)
        }
        if count < 0, errno == EAGAIN {
          // Somebody made the stream non-blocking: wait until it takes more.
          var wait = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
          _ = poll(&wait, 1, -1)
          continue
        }
        if count <= 0 { return count < 0 ? errno : EIO }
        written += count
      }
      return nil
    }
  }
}
