// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Keeps a run that rewrites snapshots from changing more than a person reads: expectations that follow any
/// change of the program hold nothing.
package struct SnapshotBrake: Sendable {
  /// How many files one run changes before it has to be asked for all.
  package static let limit = 25

  private let isOff: Bool
  private var changed: Set<String> = []

  /// - Parameter isOff: whether all changes were asked for.
  package init(isOff: Bool) { self.isOff = isOff }

  /// Why a file is not rewritten.
  package struct Held: Error, CustomStringConvertible {
    package let description: String
  }

  /// Throws where a file may not be rewritten.
  ///
  /// - Parameter old: its text as it is; nil for a new file.
  package mutating func take(_ path: String, from old: String?, to new: String) throws(Held) {
    guard old != new, !isOff else { return }
    let lost = Self.headings(old ?? "").subtracting(Self.headings(new)).sorted()
    if path.hasSuffix(".md"), let first = lost.first {
      throw Held(
        description:
          "\(path) would lose \(lost.count) sections, such as `\(first)`: if that is meant, TM_UPDATE_SNAPSHOTS=all"
      )
    }
    guard changed.contains(path) || changed.count < Self.limit else {
      throw Held(
        description:
          "\(path) would be one of more than \(Self.limit) files that change: read `git diff`; if all are meant, "
          + "TM_UPDATE_SNAPSHOTS=all")
    }
    changed.insert(path)
  }

  private static func headings(_ text: String) -> Set<Substring> {
    Set(text.split(separator: "\n").filter { $0.hasPrefix("#") && $0.contains("# ") })
  }
}
