// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The program that ships, built beside the tests.
enum Program {
  /// The folder with `tm`: that of the running test bundle, since the tests depend on the program.
  static let folder: String = {
    let arguments = CommandLine.arguments
    let option = arguments.firstIndex(of: "--test-bundle-path").map { $0 + 1 }
    let bundle = option.flatMap { arguments.indices.contains($0) ? arguments[$0] : nil }
    let own = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    return ((bundle ?? own ?? arguments[0]) as NSString).deletingLastPathComponent
  }()

  static var path: String { folder + "/tm" }
}
