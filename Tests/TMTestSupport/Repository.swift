// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
import Synchronization

/// The files of this repository, for tests that read pages and cases or rewrite snapshots.
package enum Repository {
  /// What is asked for with `TM_UPDATE_SNAPSHOTS`: `1` for a few changes, `all` without a brake.
  private static let asked = ProcessInfo.processInfo.environment["TM_UPDATE_SNAPSHOTS"]

  /// Whether snapshots and generated pages are to be rewritten rather than compared.
  package static let updatesSnapshots = asked == "1" || asked == "all"

  private static let brake = Mutex(SnapshotBrake(isOff: asked == "all"))

  /// The absolute path of a path inside the repository.
  package static func path(_ relative: String) -> String { root + "/" + relative }

  package static func text(_ relative: String) throws -> String {
    try String(contentsOfFile: path(relative), encoding: .utf8)
  }

  /// Whether there is a file or folder.
  package static func exists(_ relative: String) -> Bool {
    FileManager.default.fileExists(atPath: path(relative))
  }

  /// Rewrites a snapshot or a generated page, unless ``SnapshotBrake`` holds it.
  package static func write(_ text: String, to relative: String) throws {
    let old = try? Self.text(relative)
    try brake.withLock { try $0.take(relative, from: old, to: text) }
    try text.write(toFile: path(relative), atomically: true, encoding: .utf8)
  }

  /// The paths of the files below a folder whose names have an extension, sorted.
  package static func files(under folder: String, extension suffix: String) -> [String] {
    let found = (try? FileManager.default.subpathsOfDirectory(atPath: path(folder))) ?? []
    return found.filter { $0.hasSuffix("." + suffix) }.map { "\(folder)/\($0)" }.sorted()
  }

  private static let root: String = {
    let file = #filePath.split(separator: "/")
    return "/" + file.dropLast(3).joined(separator: "/")
  }()
}
