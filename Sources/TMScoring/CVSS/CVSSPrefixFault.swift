// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// What is wrong with the beginning of a vector.
enum CVSSPrefixFault {
  /// Whether a vector that has no prefix may only have a wrong one.
  static func isSuspected(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = bytes.first, let last = bytes.last else { return true }
    if isBlank(first) || isBlank(last) || isBracket(first) { return true }
    return bytes.count >= 4 && zip(bytes, "cvss".utf8).allSatisfy { $0 | 0x20 == $1 }
  }

  /// The fault of a vector whose prefix was not read.
  static func fault(in bytes: UnsafeBufferPointer<UInt8>) -> VectorFault {
    guard let first = bytes.first, let last = bytes.last else {
      return VectorFault(
        "the vector is empty", at: 0..<0,
        help: "write one such as `CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H`")
    }
    if isBlank(first) {
      let end = bytes.firstIndex { !isBlank($0) } ?? bytes.count
      return VectorFault("the vector begins with a blank", at: 0..<end, help: "take it out")
    }
    if let fault = blankEnd(bytes, last) { return fault }
    if isBracket(first) {
      return VectorFault(
        "the vector begins with a bracket or a quotation mark", at: 0..<1,
        help: "leave out what stands around the vector")
    }
    return version(in: bytes)
  }

  /// Blanks behind a vector.
  static func blankEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ last: UInt8) -> VectorFault? {
    guard isBlank(last) else { return nil }
    let start = (bytes.lastIndex { !isBlank($0) } ?? -1) + 1
    return VectorFault(
      "the vector ends in a blank", at: start..<bytes.count, help: "take it out")
  }

  private static func version(in bytes: UnsafeBufferPointer<UInt8>) -> VectorFault {
    let end = bytes.firstIndex(of: UInt8(ascii: "/")) ?? bytes.count
    let prefix = 0..<end
    let text = folded(bytes, prefix)
    let written = String(decoding: bytes[prefix], as: UTF8.self)
    let right = CVSSVersion.allCases.first {
      !$0.prefix.isEmpty && text + "/" == $0.prefix.lowercased()
    }
    if let right {
      guard written + "/" != right.prefix else {
        return VectorFault(
          "the vector has no metrics", at: bytes.count..<bytes.count,
          help: "write the mandatory ones: \(CVSSFaults.list(right.metrics.filter(\.isMandatory)))")
      }
      return VectorFault(
        "`\(Quoted.text(written))` is not the prefix of a vector", at: prefix,
        help: "write `\(right.prefix)`: capitals count")
    }
    let versions =
      "the versions are `CVSS:4.0/`, `CVSS:3.1/`, `CVSS:3.0/`, and 2.0 without a prefix"
    if text == "cvss:2.0" || text == "cvss:2" {
      return VectorFault(
        "vectors of CVSS 2.0 have no prefix", at: 0..<min(end + 1, bytes.count),
        help: "leave out `\(Quoted.text(written))/`")
    }
    if text == "cvss:4" || text == "cvss:3" {
      return VectorFault(
        "`\(Quoted.text(written))` names no version", at: prefix,
        help: text == "cvss:4" ? "write `CVSS:4.0/`" : "write `CVSS:3.1/` or `CVSS:3.0/`")
    }
    guard text.hasPrefix("cvss:") else {
      return VectorFault(
        "`\(Quoted.text(written))` is not the prefix of a vector", at: prefix, help: versions)
    }
    return VectorFault(
      "there is no version `\(Quoted.text(String(written.dropFirst(5))))` of CVSS",
      at: min(5, end)..<end, help: versions)
  }

  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (9...13).contains(byte) }

  private static func isBracket(_ byte: UInt8) -> Bool {
    [UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "\""), UInt8(ascii: "'")].contains(byte)
  }

  private static func folded(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self).lowercased()
  }
}
