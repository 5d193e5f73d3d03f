// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel

/// How much of a compilation was read.
struct ReadBudget {
  /// How many bytes all files of one compilation may have together.
  static let limit = 1 << 30

  private var total = 0

  /// Reads a file, unless all would be too much with it.
  mutating func read(_ identity: String) throws(ReadFailure) -> [UInt8] {
    let bytes = try FileReader.read(identity)
    total += bytes.count
    guard total <= Self.limit else {
      throw ReadFailure(
        reason: "makes the model larger than \(Self.limit >> 20) MiB",
        help: "split the system into several models")
    }
    return bytes
  }
}
