// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials

/// Reference data that lies beside the repository, in `../shared/domain`, on machines that have it;
/// it is not part of the repository, and tests that need it are skipped where it is missing.
package enum SharedData {
  /// Why a test was skipped.
  package static let comment = "the reference data of ../shared/domain is not there"

  /// Whether a file of the reference data is there.
  package static func has(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: absolute(path))
  }

  package static func text(_ path: String) throws -> String {
    try String(contentsOfFile: absolute(path), encoding: .utf8)
  }

  /// The records of a CSV file (RFC 4180), each by the names of the first line.
  package static func records(_ path: String) throws -> [[String: String]] {
    let rows = CSVRows.parse(try text(path))
    guard let head = rows.first else { return [] }
    return rows.dropFirst().map { row in
      Dictionary(zip(head, row), uniquingKeysWith: { first, _ in first })
    }
  }

  private static func absolute(_ path: String) -> String {
    Repository.path("../shared/domain/\(path)")
  }
}

/// Reads CSV as RFC 4180 writes it.
package enum CSVRows {
  package static func parse(_ text: String) -> [[String]] {
    var records: [[String]] = []
    var record: [String] = []
    var cell = ""
    var isQuoted = false
    var scalars = text.unicodeScalars[...]
    while let scalar = scalars.popFirst() {
      switch scalar {
      case "\"" where isQuoted && scalars.first == "\"":
        cell.unicodeScalars.append(scalars.removeFirst())
      case "\"": isQuoted.toggle()
      case "," where !isQuoted:
        record.append(cell)
        cell = ""
      case "\r" where !isQuoted: continue
      case "\n" where !isQuoted:
        records.append(record + [cell])
        record = []
        cell = ""
      default: cell.unicodeScalars.append(scalar)
      }
    }
    if !record.isEmpty || !cell.isEmpty { records.append(record + [cell]) }
    return records
  }
}
