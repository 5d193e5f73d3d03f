// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMWriting

/// The URIs of files, as editors name them.
package enum DocumentURI {
  /// The path of a `file:` URI; nil for another scheme.
  package static func path(of uri: String) -> String? {
    guard uri.utf8.count > 7, uri.prefix(7).lowercased() == "file://" else { return nil }
    let rest = uri.dropFirst(7)
    // An authority is either empty or this machine.
    guard let slash = rest.firstIndex(of: "/"),
      rest[..<slash].isEmpty || rest[..<slash].lowercased() == "localhost"
    else { return nil }
    return decoded(String(rest[slash...].prefix { $0 != "?" && $0 != "#" }))
  }

  package static func uri(of path: String) -> String { "file://" + PathURI.encoded(path) }

  /// The text with its `%xx` resolved; nil where that is no UTF-8 or holds a NUL.
  private static func decoded(_ text: String) -> String? {
    var bytes: [UInt8] = []
    let source = Array(text.utf8)
    var index = 0
    while index < source.count {
      if source[index] == UInt8(ascii: "%"), index + 2 < source.count,
        let value = UInt8(String(decoding: source[index + 1...index + 2], as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        index += 3
      } else {
        bytes.append(source[index])
        index += 1
      }
    }
    guard !bytes.contains(0) else { return nil }
    return String(validating: bytes, as: UTF8.self)
  }
}
