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

  /// The Python to run: that of `TM_PYTHON`, or else `python3`.
  private static let python = ProcessInfo.processInfo.environment["TM_PYTHON"] ?? "python3"

  /// Whether a Python with the package `lark` is there.
  static let isAvailable = (try? run(["-c", "import lark"], input: []))?.status == 0

  /// For each text, whether the grammar accepts it.
  static func accepts(_ texts: [String]) throws -> [Bool] {
    let script = Sample.packageRoot.appendingPathComponent("grammar/check.py").path
    var input: [UInt8] = []
    for text in texts {
      appendJSON(text, to: &input)
      input.append(0x0A)
    }
    let (status, output) = try run([script, "--json-lines"], input: input)
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

  /// Runs Python with its standard input from a file, so that no pipe can fill up.
  private static func run(
    _ arguments: [String], input: [UInt8]
  ) throws -> (status: Int32, output: String) {
    let name = "drawbridge-grammar-\(ProcessInfo.processInfo.globallyUniqueString)"
    let url = FileManager.default.temporaryDirectory.appendingPathComponent(name)
    try Data(input).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [python] + arguments
    process.standardInput = try FileHandle(forReadingFrom: url)
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}
