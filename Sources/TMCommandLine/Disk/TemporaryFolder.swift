// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Glibc

/// A folder that nobody else can look into, for files that another program reads or writes.
struct TemporaryFolder: ~Copyable {
  let path: String

  /// Makes the folder where the system keeps such ones.
  init() throws(CommandFailure) {
    let place = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    let base = place.hasPrefix("/") ? place : "/tmp"
    var template = Array(CanonicalPath.joining(base, "tm-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else {
      throw CommandFailure(
        "there can be no temporary folder in `\(base)`: \(SystemCall.text(errno))",
        help: "check the permissions and the space there, or set `TMPDIR`")
    }
    path = String(
      decoding: template.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// The path of a file in it.
  func file(_ name: String) -> String { CanonicalPath.joining(path, name) }

  deinit { Self.remove(path, depth: 0) }

  /// Removes what lies in a folder, then the folder; of a symbolic link, only the link.
  private static func remove(_ path: String, depth: Int) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFDIR, depth < 64 else {
      unlink(path)
      return
    }
    // The names include those of the folder itself and of the one that it lies in.
    for name in (try? Folder.names(in: path)) ?? [] where name != "." && name != ".." {
      remove(CanonicalPath.joining(path, name), depth: depth + 1)
    }
    rmdir(path)
  }
}
