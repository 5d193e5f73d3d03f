// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
import TMComponents
import TMTestSupport
import Testing

/// The order of versions as each ecosystem's own program answers it.
@Suite("Order of versions by ecosystem") struct VersionOrderTests {
  struct Row: Sendable, CustomStringConvertible {
    let description: String
    let ecosystem: String
    let left: String
    let right: String
    let order: Int
  }

  static func rows(_ path: String) -> [Row] {
    guard let data = try? Data(contentsOf: URL(filePath: path)) else { return [] }
    return String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline).compactMap {
      let cells = $0.split(separator: ",").map(String.init)
      guard cells.count == 4, let order = Int(cells[3]) else { return nil }
      return Row(
        description: String($0), ecosystem: cells[0], left: cells[1], right: cells[2], order: order)
    }
  }

  static let own = rows(Repository.path("Tests/TMComponentsTests/Tables/versions.csv"))
  static let shared = rows(Repository.path("../shared/domain/versions/order.csv"))

  @Test("the table of the project")
  func ownTable() {
    #expect(Self.own.count > 100)
    Self.check(Self.own)
  }

  @Test(
    "answers of the ecosystems' programs",
    .enabled(if: !shared.isEmpty, "skipped: needs ../shared/domain/versions/order.csv"))
  func sharedTable() {
    #expect(Self.shared.count > 1400)
    Self.check(Self.shared)
  }

  static func check(_ rows: [Row]) {
    for row in rows {
      let order = VersionOrder(purlType: row.ecosystem)
      #expect(order.compare(row.left, row.right)?.signum() == row.order, "\(row)")
      #expect(order.compare(row.right, row.left)?.signum() == -row.order, "\(row), turned round")
      #expect(order.compare(row.left, row.left) == 0)
    }
  }

  @Test("what is no version cannot be compared, unless its numbers decide")
  func incomparable() {
    for (type, left, right) in [
      ("npm", "latest", "1.0.0"), ("pypi", "1.0-custom", "1.0"), ("generic", "master", "1.0"),
      ("generic", "da39a3ee5e6b4b0d3255bfef95601890afd80709", "1.0"), ("npm", "1.0.0x", "1.0.0"),
      ("gem", "main", "1.0"), ("deb", "1 0", "1.0"), ("deb", "1:1.2-3", "1.1=3"),
      ("pypi", "1!2.0", "3-custom"),
    ] {
      #expect(VersionOrder(purlType: type).compare(left, right) == nil, "\(type) \(left) \(right)")
    }
    #expect(VersionOrder(purlType: "npm").compare("1.0.2k", "1.1.1") == -1)
    #expect(VersionOrder(purlType: "pypi").compare("2.0-custom", "1.9") == 1)
  }
}
