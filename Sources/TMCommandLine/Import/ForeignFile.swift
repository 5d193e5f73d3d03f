// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMInterchange

/// Files of other tools that are named where a model belongs: the way to them is `tm import`.
enum ForeignFile {
  /// Fails where a file is known to be of another tool.
  ///
  /// What has the ending of a model is looked at only where it begins as none does, so that a model with mistakes is
  /// checked as one.
  ///
  /// - Parameter path: as it was written; `-` is standard input.
  static func refuse(_ path: String, _ bytes: [UInt8]) throws(CommandFailure) {
    if path.hasSuffix(".tm") || path == "-" {
      let marks: [UInt8] = [0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF, 0xFF, 0xFE]
      guard let first = bytes.first(where: { !marks.contains($0) }),
        Array("<{".utf8).contains(first),
        case .success? = RecognisedSource.foreign(bytes)
      else { return }
    }
    let name = path == "-" ? "standard input" : "`\(path)`"
    switch RecognisedSource.foreign(bytes) {
    case .success(let format):
      let way =
        path == "-"
        ? "save it as a file, and write the `.tm` file that it becomes with `tm import FILE`"
        : "`tm import \(path)` writes the `.tm` file that it becomes, and says what is lost"
      throw CommandFailure(
        "\(name) is a file of another tool (\(format.title)), and no model in `.tm`", help: way)
    case .failure(let fault):
      throw CommandFailure("\(name): \(fault.message)", help: fault.help)
    case nil: return
    }
  }
}
