// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Glibc

/// What the process does around its work.
enum TemplateProcess {
  /// A text longer than this is a mistake in the template.
  private static let outputLimit = 256 << 20

  /// Bounds processor time to a minute and memory to 4 GB, and leaves no core file.
  static func limitResources() {
    set(RLIMIT_CPU, 60)
    set(RLIMIT_CORE, 0)
    set(RLIMIT_AS, 4 << 30)
  }

  private static func set(_ resource: __rlimit_resource, _ value: UInt) {
    var limit = rlimit(rlim_cur: value, rlim_max: value)
    // A limit that is already lower stays as it is.
    _ = setrlimit(__rlimit_resource_t(resource.rawValue), &limit)
  }

  /// All of standard input, as far as it can be read.
  static func readInput() -> [UInt8] {
    var input: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = read(STDIN_FILENO, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return input }
      input.append(contentsOf: chunk[..<count])
    }
  }

  /// Writes the text and leaves without any clean-up.
  static func succeed(_ text: String) -> Never {
    var text = text
    let isWritten = text.withUTF8 { bytes in
      guard bytes.count <= outputLimit else {
        fail("the text is longer than \(outputLimit >> 20) MiB")
      }
      return write(UnsafeRawBufferPointer(bytes), to: STDOUT_FILENO)
    }
    _exit(isWritten ? 0 : 1)
  }

  /// Writes one line to standard error and leaves.
  static func fail(_ message: String) -> Never {
    var line = message + "\n"
    _ = line.withUTF8 { write(UnsafeRawBufferPointer($0), to: STDERR_FILENO) }
    _exit(1)
  }

  private static func write(_ bytes: UnsafeRawBufferPointer, to file: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = Glibc.write(file, rest.baseAddress, rest.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }
}

extension Slice<UnsafeRawBufferPointer> {
  fileprivate var baseAddress: UnsafeRawPointer? {
    UnsafeRawBufferPointer(rebasing: self).baseAddress
  }
}
