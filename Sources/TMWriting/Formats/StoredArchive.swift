// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Files in one ZIP archive, stored as they are: for small ones that others open.
package enum StoredArchive {
  /// The bytes of the archive; each file has the oldest date that the format knows.
  package static func bytes(of files: [(name: String, text: String)]) -> [UInt8] {
    var archive: [UInt8] = []
    var directory: [UInt8] = []
    for (name, text) in files {
      let (content, place) = (Array(text.utf8), archive.count)
      // The version that reads it, no flags, stored, midnight of the first of January 1980.
      let facts =
        Self.little(20, 2) + Self.little(0, 2) + Self.little(0, 2) + Self.little(0, 2)
        + Self.little(0x21, 2) + Self.little(Int(checksum(content)), 4)
        + Self.little(content.count, 4) + Self.little(content.count, 4)
        + Self.little(name.utf8.count, 2) + Self.little(0, 2)
      archive += Self.little(0x0403_4B50, 4) + facts + name.utf8 + content
      // No comment, on the first disk, no attributes.
      directory +=
        Self.little(0x0201_4B50, 4) + Self.little(20, 2) + facts + Self.little(0, 10)
        + Self.little(place, 4) + name.utf8
    }
    let end =
      Self.little(0x0605_4B50, 4) + Self.little(0, 4) + Self.little(files.count, 2)
      + Self.little(files.count, 2) + Self.little(directory.count, 4)
      + Self.little(archive.count, 4) + Self.little(0, 2)
    return archive + directory + end
  }

  private static func little(_ number: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { $0 < 8 ? UInt8(truncatingIfNeeded: number >> ($0 * 8)) : 0 }
  }

  /// CRC-32, with the polynomial of ISO 3309.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var sum = UInt32.max
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
  }
}
