// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Glibc
import TMModel

/// What a path leads to, as far as reading it is concerned.
enum FileKind {
  case regular(size: Int)
  case other(ReadFailure)

  init(_ status: stat) {
    switch status.st_mode & S_IFMT {
    case S_IFREG: self = .regular(size: Int(status.st_size))
    case S_IFDIR:
      self = .other(ReadFailure(reason: "is a folder", help: "name the `.tm` files in it"))
    case S_IFIFO:
      self = .other(
        ReadFailure(
          reason: "is a pipe, not a file",
          help: "name a file; on the command line, `-` is standard input"))
    case S_IFSOCK:
      self = .other(ReadFailure(reason: "is a socket, not a file", help: "name a file"))
    case S_IFCHR, S_IFBLK:
      self = .other(
        ReadFailure(
          reason: "is a device, not a file",
          help: "name a file; on the command line, `-` is standard input"))
    default:
      self = .other(ReadFailure(reason: "is no file", help: "name a file"))
    }
  }
}
