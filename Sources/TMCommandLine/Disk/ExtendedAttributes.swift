// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import CFileSystem
import Glibc

/// What a file system keeps of a file beside its text: attributes of users and their programs, lists of who may
/// do what, labels of the kernel.
enum ExtendedAttributes {
  /// Gives a file those of another.
  ///
  /// - Returns: the first one that could not be kept, and the `errno` of the call that failed; nil if nothing is
  ///   lost. Labels of the kernel, which it gives to new files itself, are no loss.
  static func copy(from path: String, to descriptor: Int32) -> (name: String, code: Int32)? {
    for name in names(of: path) {
      guard let value = value(of: name, of: path) else { continue }
      let code = fsetxattr(descriptor, name, value, value.count, 0) == 0 ? 0 : errno
      if code != 0, isKept(name) { return (name, code) }
    }
    return nil
  }

  private static func isKept(_ name: String) -> Bool {
    name.hasPrefix("user.") || name.hasPrefix("system.posix_acl_")
  }

  private static func names(of path: String) -> [String] {
    let list = filled { listxattr(path, $0?.assumingMemoryBound(to: CChar.self), $1) } ?? []
    return list.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
  }

  private static func value(of name: String, of path: String) -> [UInt8]? {
    filled { getxattr(path, name, $0, $1) }
  }

  /// What a call writes that says how much it would be if it is given no room; nil where there is nothing.
  private static func filled(
    _ call: (UnsafeMutableRawPointer?, Int) -> Int
  ) -> [UInt8]? {
    let size = call(nil, 0)
    guard size >= 0 else { return nil }
    // It may have grown meanwhile.
    var bytes = [UInt8](repeating: 0, count: size + 256)
    let count = bytes.withUnsafeMutableBytes { call($0.baseAddress, $0.count) }
    return count < 0 ? nil : Array(bytes.prefix(count))
  }
}
