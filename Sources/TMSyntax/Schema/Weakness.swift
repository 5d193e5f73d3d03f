// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Why a mechanism is no protection although it is named as one.
///
/// TLS before 1.2, SSL, MD5, SHA-1, DES, RC4 and WEP are outdated or broken; a CRC or obscurity is no
/// security control (FDA premarket guidance, appendix 1).
package enum Weakness: Sendable {
  case outdatedChannel
  case wep
  case brokenHash
  case brokenCipher
  case errorDetection
  case concealment

  /// Knows a word in any usual spelling: `sha-1`, `SHA1`, `tls-1.0`.
  package init?(_ word: String) {
    // A word is ASCII: letters, digits and the signs between them.
    guard let packed = PackedWord(word) else {
      let bare = word.lowercased().utf8.filter { $0 &- 0x61 < 26 || $0 &- 0x30 < 10 }
      guard let weakness = Self.byName[String(decoding: bare, as: UTF8.self)] else { return nil }
      self = weakness
      return
    }
    guard let weakness = Self.byPackedName[packed] else { return nil }
    self = weakness
  }

  /// The small letters and digits of a word of ASCII, as one number: asked for each protection of each flow
  /// again and again.
  private struct PackedWord: Hashable {
    private var high: UInt64 = 0
    private var low: UInt64 = 0

    /// Nil for a word that does not fit, or that is not ASCII.
    init?(_ word: String) {
      for byte in word.utf8 {
        if byte >= 0x80 { return nil }
        let isCapital = byte &- 0x41 < 26
        guard isCapital || byte &- 0x61 < 26 || byte &- 0x30 < 10 else { continue }
        if high >> 56 != 0 { return nil }
        high = high << 8 | low >> 56
        low = low << 8 | UInt64(isCapital ? byte | 0x20 : byte)
      }
    }

    func hash(into hasher: inout Hasher) { hasher.combine(high ^ low) }
  }

  private static let byPackedName: [PackedWord: Weakness] = {
    var found: [PackedWord: Weakness] = [:]
    for (name, weakness) in byName { if let packed = PackedWord(name) { found[packed] = weakness } }
    return found
  }()

  /// By the small letters and digits of each name.
  private static let byName: [String: Weakness] = {
    let names: [(Weakness, [String])] = [
      (
        .outdatedChannel,
        ["tls10", "tls11", "tls1", "dtls10", "dtls1", "ssl", "ssl2", "ssl3", "sslv2", "sslv3"]
      ),
      (.wep, ["wep"]),
      (.brokenHash, ["md4", "md5", "sha1", "hmacmd5"]),
      (.brokenCipher, ["des", "tdes", "tdea", "tripledes", "3des", "desede", "rc2", "rc4"]),
      (.errorDetection, ["crc", "crc8", "crc16", "crc32", "checksum"]),
      (.concealment, ["base64", "obscurity", "rot13", "xor"]),
    ]
    var found: [String: Weakness] = [:]
    for (weakness, spellings) in names { for name in spellings { found[name] = weakness } }
    return found
  }()
}
