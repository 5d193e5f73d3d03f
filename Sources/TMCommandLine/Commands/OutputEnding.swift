// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// What the name of an output file says about its format.
enum OutputEnding {
  /// The ending of the name, in small letters; nil for a device or a name without one.
  static func of(_ path: String?) -> String? {
    guard let name = path?.split(separator: "/").last, let dot = name.lastIndex(of: "."),
      dot > name.startIndex, path?.hasPrefix("/dev/") == false
    else { return nil }
    return name[name.index(after: dot)...].lowercased()
  }
}
