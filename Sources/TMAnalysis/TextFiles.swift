// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel

/// Texts in memory, by path: models of several files without a disk.
package struct TextFiles: FileProvider {
  private let texts: [String: [UInt8]]

  /// - Parameter files: paths and texts; of two with one path the first counts.
  package init(_ files: [(path: String, text: String)]) {
    self.init(bytes: files.map { ($0.path, Array($0.text.utf8)) })
  }

  package init(bytes files: [(path: String, bytes: [UInt8])]) {
    texts = Dictionary(files.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
  }

  package func resolve(
    _ path: String, from importer: String?
  ) throws(ReadFailure) -> ResolvedFile {
    var parts = importer.map { $0.split(separator: "/").dropLast().map(String.init) } ?? []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", !parts.isEmpty { parts.removeLast() } else { parts.append(String(part)) }
    }
    let found = parts.joined(separator: "/")
    guard texts[found] != nil else { throw Self.missing }
    return ResolvedFile(identity: found, display: found)
  }

  package func read(_ file: ResolvedFile) throws(ReadFailure) -> [UInt8] {
    guard let bytes = texts[file.identity] else { throw Self.missing }
    return bytes
  }

  private static let missing = ReadFailure(
    reason: "does not exist", help: "check the path, and where it starts from")
}
