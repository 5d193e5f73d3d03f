// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Glibc
import TMModel

/// Texts of files, read again only where a file changed since.
struct SavedTexts {
  /// What is different of a file that was written to.
  private struct Stamp: Equatable {
    let device: UInt
    let inode: UInt
    let size: Int
    let modified: Int
    let modifiedPart: Int
    let changed: Int
    let changedPart: Int

    init?(_ path: String) {
      var status = stat()
      guard lstat(path, &status) == 0 else { return nil }
      device = UInt(status.st_dev)
      inode = UInt(status.st_ino)
      size = Int(status.st_size)
      modified = status.st_mtim.tv_sec
      modifiedPart = status.st_mtim.tv_nsec
      changed = status.st_ctim.tv_sec
      changedPart = status.st_ctim.tv_nsec
    }
  }

  private var entries: [String: (stamp: Stamp, bytes: [UInt8])] = [:]

  /// The bytes of the file at a canonical path.
  mutating func read(_ path: String) throws(ReadFailure) -> [UInt8] {
    let stamp = Stamp(path)
    if let known = entries[path], known.stamp == stamp { return known.bytes }
    let bytes = try FileReader.read(path)
    entries[path] = stamp.map { ($0, bytes) }
    return bytes
  }
}
