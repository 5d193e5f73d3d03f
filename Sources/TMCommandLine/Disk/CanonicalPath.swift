// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Glibc
import TMModel

/// Absolute paths without links, `.` or `..`: equal for equal files.
enum CanonicalPath {
  /// The canonical path of a file that exists.
  static func resolving(_ path: String) throws(ReadFailure) -> String {
    // A path ends at its first NUL for the operating system, so it would name another file.
    guard !path.utf8.contains(0) else {
      throw ReadFailure(reason: "holds a NUL character", help: "write the path without it")
    }
    guard let resolved = realpath(path, nil) else {
      let code = errno
      if code == ENOENT, let help = NearbyNames.help(for: path) {
        throw ReadFailure(reason: "does not exist", help: help)
      }
      throw SystemCall.readFailure(code)
    }
    defer { free(resolved) }
    // Repaired, it would name another file.
    guard let text = String(validatingCString: resolved) else {
      throw ReadFailure(
        reason: "leads to a place whose name is no UTF-8", help: "rename the file or the folder")
    }
    return text
  }

  /// The folder that a canonical path lies in.
  static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// A path that starts in a folder.
  static func joining(_ folder: String, _ path: String) -> String {
    folder.hasSuffix("/") ? folder + path : "\(folder)/\(path)"
  }

  /// Whether a canonical path lies in a folder, at any depth.
  static func lies(_ path: String, in folder: String) -> Bool {
    folder == "/" || path.hasPrefix(folder + "/")
  }

  /// A path without `.` and `a/..`, by its words alone.
  static func tidied(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else {
        parts.append(part)
      }
    }
    return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
  }

  /// The root of the project that a canonical folder belongs to: the nearest one with `.git`, else
  /// the folder itself.
  static func projectRoot(around folder: String) -> String {
    var place = folder
    while true {
      if access(joining(place, ".git"), F_OK) == 0 { return place }
      if place == "/" || place == "." { return folder }
      place = Self.folder(of: place)
    }
  }

  /// The root of the repository that a canonical folder lies in, else the current folder; nil where that is
  /// gone.
  static func repository(around folder: String) -> String? {
    let root = projectRoot(around: folder)
    return access(joining(root, ".git"), F_OK) == 0 ? root : try? resolving(".")
  }
}
