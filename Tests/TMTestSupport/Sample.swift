// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import TMSource
import TMSyntax

/// A `.tm` text that tests start from.
package struct Sample: Sendable, CustomStringConvertible {
  package let name: String
  package let bytes: [UInt8]

  package var description: String { name }

  package init(_ name: String, _ text: String) {
    self.name = name
    bytes = Array(text.utf8)
  }

  fileprivate init(_ name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// The texts below, then the `.tm` files of the examples and of the threat library.
  package static let all: [Sample] = builtIn + files(under: "examples") + files(under: "Sources")

  /// The folder that holds the package.
  package static let packageRoot = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Whether the tests are to try every case instead of a part of them.
  package static let isThorough = ProcessInfo.processInfo.environment["TM_THOROUGH"] == "1"

  private static func files(under folder: String) -> [Sample] {
    let root = packageRoot.appendingPathComponent(folder)
    let paths =
      FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
    return paths.filter { $0.hasSuffix(".tm") }.sorted().compactMap { path in
      FileManager.default.contents(atPath: root.appendingPathComponent(path).path)
        .map { Sample("\(folder)/\(path)", bytes: Array($0)) }
    }
  }
}

/// Parses bytes as a file of its own.
package func parse(_ bytes: [UInt8]) -> SyntaxTree {
  Parser.parse(SourceFile(id: FileID(index: 0), path: "test.tm", bytes: bytes))
}

/// Parses a text as a file of its own.
package func parse(_ text: String) -> SyntaxTree { parse(Array(text.utf8)) }
