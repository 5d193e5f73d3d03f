// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Glibc

@testable import TMDiagram

/// The program that ships, built beside the tests, as the child process of a layout.
enum ProgramUnderTest {
  static let worker = WorkerCommand(path: folder + "/tm")

  static func worker(timeLimit: Double) -> WorkerCommand {
    WorkerCommand(path: worker.path, timeLimit: timeLimit)
  }

  /// The folder of the running test bundle; the build puts `tm` there, since the tests depend on it.
  private static let folder: String = {
    let arguments = CommandLine.arguments
    let bundle =
      arguments.firstIndex(of: "--test-bundle-path").flatMap {
        arguments.indices.contains($0 + 1) ? arguments[$0 + 1] : nil
      } ?? ownPath()
    return bundle.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      .joined(separator: "/")
  }()

  private static func ownPath() -> String {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    return String(
      decoding: buffer.prefix(max(0, count)).map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
