// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Glibc

/// What a file system keeps beside the text of a file: lists of access, labels, names of a user.
enum ExtendedAttributes {
  /// Gives a new file those of the file that it is to replace, as far as the file system takes them.
  static func copy(from path: String, to descriptor: Int32) {
    var names = [CChar](repeating: 0, count: max(listxattr(path, nil, 0), 0))
    guard !names.isEmpty else { return }
    let size = listxattr(path, &names, names.count)
    guard size > 0, size <= names.count else { return }
    for name in names[..<size].split(separator: 0) {
      let name = Array(name) + [0]
      var value = [UInt8](repeating: 0, count: max(getxattr(path, name, nil, 0), 0))
      let count = getxattr(path, name, &value, value.count)
      if count >= 0, count <= value.count { _ = fsetxattr(descriptor, name, value, count, 0) }
    }
  }
}
