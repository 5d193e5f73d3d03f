// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Glibc

/// What lies in a folder.
enum Folder {
  /// The names in a folder, sorted by their bytes; nil where it cannot be read.
  static func names(in path: String) -> [String]? {
    guard let folder = opendir(path) else { return nil }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: pointer)) {
          String(cString: $0)
        }
      }
      names.append(name)
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Whether something exists under a path, a broken link included.
  static func has(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// Whether a path leads to a folder.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Makes a folder inside one that exists, unless it is there.
  static func make(_ path: String) throws(CommandFailure) {
    if isFolder(path) { return }
    guard mkdir(path, 0o777) == 0 else {
      throw CommandFailure(
        "the folder `\(path)` cannot be made: \(SystemCall.text(errno))",
        help: "check the path, and the permissions of the folder that it lies in")
    }
  }
}
