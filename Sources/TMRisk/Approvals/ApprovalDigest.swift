// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Sixteen hexadecimal digits that tell whether texts are as they were.
enum ApprovalDigest {
  /// FNV-1a (64 bits) of the parts, each ended by a byte that no text has; empty without parts.
  static func text(of parts: [String]) -> String {
    if parts.isEmpty { return "" }
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for part in parts {
      for byte in part.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
      hash = (hash ^ 0xFF) &* 0x100_0000_01b3
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
