// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Glibc

/// The log of a job of a build server, which takes some lines for commands to it.
enum BuildLog {
  /// Whether what a stream takes may come to stand in such a log: it does, unless it goes to a file.
  static func isWritten(_ stream: Terminal.Stream) -> Bool {
    // What the build servers set that obey their logs: GitHub, Azure, TeamCity.
    let marks = [getenv("GITHUB_ACTIONS"), getenv("TF_BUILD"), getenv("TEAMCITY_VERSION")]
    guard marks.contains(where: { $0.map { $0.pointee != 0 } ?? false }) else { return false }
    var status = stat()
    return fstat(stream.descriptor, &status) != 0 || status.st_mode & S_IFMT != S_IFREG
  }
}
