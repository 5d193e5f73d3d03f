// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMComponents
import TMModel

/// A folder of files of others.
enum SoftwareFolder {
  private static let depthLimit = 16

  /// All files below a folder, by name; what is hidden is left out.
  static func files(in folder: String) throws(CommandFailure) -> [String] {
    var files: [String] = []
    try add(folder, depth: 0, to: &files)
    return files
  }

  private static func add(
    _ folder: String, depth: Int, to files: inout [String]
  ) throws(CommandFailure) {
    guard depth < depthLimit, let names = try Folder.names(in: folder, for: .everything)
    else {
      throw CommandFailure(
        depth < depthLimit
          ? "the folder `\(folder)` cannot be read" : "the folder `\(folder)` lies too deep",
        help: "check the path and its permissions")
    }
    for name in names where !name.hasPrefix(".") {
      let path = CanonicalPath.joining(folder, name)
      if Folder.isFolder(path) {
        try add(path, depth: depth + 1, to: &files)
      } else {
        files.append(path)
      }
    }
  }
}

/// One file of others.
enum SoftwareFile {
  /// Reads a file and hands its values to `use`; a fault names the file, the line and the column.
  static func read<Result>(
    _ path: String, _ use: (JSONDocument) throws(DocumentFault) -> Result
  ) throws(CommandFailure) -> Result {
    let bytes = try bytes(path)
    return try at(path, bytes) { () throws(DocumentFault) in try use(try JSONDocument(bytes)) }
  }

  /// Reads a file of a folder, whatever it is; what is no data is passed over, and said.
  static func readAny(
    _ path: String, into collector: inout VulnerabilityCollector
  ) throws(CommandFailure) {
    let bytes = try bytes(path)
    if EPSSScores.isCSV(bytes) {
      collector.add(try at(path, bytes) { () throws(DocumentFault) in try EPSSScores(csv: bytes) })
      return
    }
    let first = bytes.first { ![0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains($0) }
    guard first == 0x7B || first == 0x5B else { return collector.passOver(path) }
    try at(path, bytes) { () throws(DocumentFault) in
      try collector.addAny(try JSONDocument(bytes), path: path)
    }
  }

  static func readScores(_ path: String) throws(CommandFailure) -> EPSSScores {
    let bytes = try bytes(path)
    return try at(path, bytes) { () throws(DocumentFault) in
      bytes.first == 0x7B ? try EPSSScores(try JSONDocument(bytes)) : try EPSSScores(csv: bytes)
    }
  }

  private static func bytes(_ path: String) throws(CommandFailure) -> [UInt8] {
    do throws(ReadFailure) {
      return try FileReader.read(
        try CanonicalPath.resolving(path), tooLarge: "split it, and give each part an option")
    } catch {
      throw CommandFailure("`\(path)` \(error.reason)", help: error.help)
    }
  }

  /// Gives a fault the place that it is at.
  private static func at<Result>(
    _ path: String, _ bytes: [UInt8], _ use: () throws(DocumentFault) -> Result
  ) throws(CommandFailure) -> Result {
    do throws(DocumentFault) {
      return try use()
    } catch {
      let (line, column) = DocumentFault.place(of: error.offset, in: bytes)
      throw CommandFailure("\(path):\(line):\(column): \(error.message)", help: error.help)
    }
  }
}
