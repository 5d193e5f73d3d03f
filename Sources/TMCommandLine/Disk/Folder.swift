// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Glibc

/// What lies in a folder.
enum Folder {
  /// What a caller looks for in a folder.
  enum Interest {
    /// Files of models.
    case files
    /// Files of models, and folders with more of them.
    case filesAndFolders
    /// Whatever lies there.
    case everything
  }

  /// Refuses a path that is no folder.
  ///
  /// - Parameter help: what to do where nothing is there.
  static func require(_ path: String, help: String) throws(CommandFailure) {
    if isFolder(path) { return }
    if has(path) { throw CommandFailure("`\(path)` is no folder", help: "name a folder") }
    throw CommandFailure("there is no folder `\(path)`", help: help)
  }

  /// The names in a folder, sorted by their bytes; nil where it cannot be read.
  ///
  /// A name that is no UTF-8 cannot be shown, nor stand in an import. Where it may be that of a model it is
  /// refused rather than left out, so that no name takes a model out of a check.
  static func names(
    in path: String, for interest: Interest = .files
  ) throws(CommandFailure) -> [String]? {
    guard let folder = opendir(path) else { return nil }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let bytes = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      let name = String(decoding: bytes, as: UTF8.self)
      if String(validating: bytes, as: UTF8.self) == nil, bytes.first != UInt8(ascii: "."),
        mayHoldModel(bytes, dirfd(folder), interest)
      {
        throw CommandFailure(
          "the name of `\(CanonicalPath.joining(path, name))` is no UTF-8",
          help: "rename it: nothing whose name cannot be shown is checked")
      }
      names.append(name)
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private static func mayHoldModel(
    _ name: [UInt8], _ folder: Int32, _ interest: Interest
  ) -> Bool {
    if interest == .everything { return true }
    var status = stat()
    let code = (name + [0]).withUnsafeBufferPointer { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        $0.baseAddress.map { fstatat(folder, $0, &status, AT_SYMLINK_NOFOLLOW) } ?? -1
      }
    }
    if code == 0, status.st_mode & S_IFMT == S_IFDIR { return interest == .filesAndFolders }
    return name.suffix(3).elementsEqual(".tm".utf8)
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
