// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
import TMTestSupport

/// A CSV file of vectors with what they score: fields without quotes, the first row the columns.
struct ScoreTable {
  let name: String
  let rows: [Row]

  struct Row {
    let line: Int
    fileprivate let columns: [String]
    fileprivate let fields: [String]

    /// The field of a column; a column that is missing is a mistake of the test.
    subscript(_ column: String) -> String {
      guard let index = columns.firstIndex(of: column) else {
        preconditionFailure("no column \(column)")
      }
      return fields[index]
    }

    var vector: String { self["vector"] }
  }

  /// Our own choice of rows, which lies beside the tests.
  static let ownFolder = "Tests/TMScoringTests/Tables"
  /// The full tables, where somebody has put them beside the repository.
  static let sharedFolder = "../shared/domain/cvss"

  static var hasShared: Bool {
    FileManager.default.fileExists(atPath: Repository.path(sharedFolder))
  }

  static let skipped = "the full tables are not beside the repository (\(sharedFolder))"

  init(_ name: String, in folder: String = ScoreTable.ownFolder) throws {
    self.name = name
    let lines = try Repository.text("\(folder)/\(name)").split(
      separator: "\n", omittingEmptySubsequences: false
    ).map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    let columns = lines[0]
    rows = lines.enumerated().dropFirst().filter { $0.element != [""] }.map {
      Row(line: $0.offset + 1, columns: columns, fields: $0.element)
    }
  }

  /// Says how much has been compared, so that a table that was cut short is seen.
  func report(_ what: String = "rows agree") { print("\(name): \(rows.count) \(what)") }
}
