// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Glibc

/// What every child process of this program does around its work.
enum WorkerProcess {
  /// Bounds processor time to a minute and memory, and leaves no core file.
  static func limitResources(memoryMegabytes: UInt) {
    set(RLIMIT_CPU, 60)
    set(RLIMIT_CORE, 0)
    set(RLIMIT_AS, memoryMegabytes << 20)
  }

  private static func set(_ resource: __rlimit_resource, _ value: UInt) {
    var limit = rlimit(rlim_cur: value, rlim_max: value)
    // A limit that is already lower stays as it is.
    _ = setrlimit(__rlimit_resource_t(resource.rawValue), &limit)
  }

  /// All of standard input; nil where it cannot be read or is longer than 64 MB.
  static func readInput() -> [UInt8]? {
    var input: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = read(STDIN_FILENO, &chunk, chunk.count)
      if count == 0 { return input }
      if count < 0 {
        if errno == EINTR { continue }
        return nil
      }
      input.append(contentsOf: chunk[..<count])
      if input.count > 64 << 20 { return nil }
    }
  }

  /// Writes the answer and leaves without any clean-up.
  static func succeed(_ answer: [UInt8]) -> Never {
    guard write(answer, to: STDOUT_FILENO) else { _exit(1) }
    _exit(0)
  }

  /// Writes one line to standard error and leaves without any clean-up.
  static func fail(_ message: String, status: Int32 = 1) -> Never {
    _ = write(Array((message + "\n").utf8), to: STDERR_FILENO)
    _exit(status)
  }

  private static func write(_ bytes: [UInt8], to file: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        return false
      }
      rest = rest.dropFirst(count)
    }
    return true
  }
}
