// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import TMTestSupport

/// Runs `grammar/check.py`.
enum GrammarChecker {
  /// A failure of the checker itself.
  struct Failure: Error {
    let status: Int32
  }

  /// Whether a Python with the package `lark` is there.
  static let isAvailable = Python.has("lark")

  /// For each text, whether the grammar accepts it.
  static func accepts(_ texts: [String]) throws -> [Bool] {
    let script = Sample.packageRoot.appendingPathComponent("grammar/check.py").path
    var input: [UInt8] = []
    for text in texts {
      appendJSON(text, to: &input)
      input.append(0x0A)
    }
    let (status, output) = try Python.run([script, "--json-lines"], input: input)
    guard status == 0 || status == 1 else { throw Failure(status: status) }
    return output.split(separator: "\n").map { $0 == "accept" }
  }

  private static func appendJSON(_ text: String, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case 0x22, 0x5C: output += [0x5C, byte]
      case 0..<0x20:
        let digits = String(byte, radix: 16)
        output += "\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".utf8
      default: output.append(byte)
      }
    }
    output.append(UInt8(ascii: "\""))
  }
}
