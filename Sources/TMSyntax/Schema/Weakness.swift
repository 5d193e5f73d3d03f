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
    let bare = word.lowercased().utf8.filter { $0 &- 0x61 < 26 || $0 &- 0x30 < 10 }
    guard let weakness = Self.byName[String(decoding: bare, as: UTF8.self)] else { return nil }
    self = weakness
  }

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
