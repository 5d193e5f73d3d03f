// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Glibc
import TMSource

/// What somebody may have meant who named a file that is not there.
enum NearbyNames {
  /// How many names of a folder are looked at.
  private static let limit = 2_000

  /// "did you mean `a/b.tm`?", from what lies in the same folder; nil where nothing is close.
  static func help(for path: String) -> String? {
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { String(path[...$0]) } ?? ""
    let name = String(slash.map { path[path.index(after: $0)...] } ?? path[...])
    guard !name.isEmpty, let opened = opendir(folder.isEmpty ? "." : folder) else { return nil }
    defer { closedir(opened) }
    var names: [String] = []
    while names.count < limit, let entry = readdir(opened) {
      let bytes = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      guard let known = String(validating: bytes, as: UTF8.self), !known.hasPrefix(".") else {
        continue
      }
      names.append(known)
    }
    let close = Suggestion.candidates(for: name, among: names.sorted())
    guard !close.isEmpty else { return nil }
    return "did you mean \(Suggestion.alternatives(close.map { folder + $0 }))?"
  }
}
