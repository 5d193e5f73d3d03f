// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// A size and weight of text in the picture; nothing is drawn in any other.
enum TextStyle: String, CaseIterable, Sendable {
  case heading
  case subheading
  case nodeTitle = "node-title"
  case nodeDetail = "node-detail"
  case nodePort = "node-port"
  case flowLabel = "flow-label"
  case flowDetail = "flow-detail"
  case flowNumber = "flow-number"
  case regionTitle = "region-title"
  case regionZone = "region-zone"
  case badgeCount = "badge-count"
  case legendText = "legend-text"
  case tableTitle = "table-title"
  case rowTitle = "row-title"
  case rowDetail = "row-detail"

  /// In pixels.
  var size: Double {
    switch self {
    case .heading: 20
    case .subheading: 13
    case .nodeTitle: 13
    case .nodeDetail: 10
    case .nodePort: 9.5
    case .flowLabel: 11.5
    case .flowDetail: 9.5
    case .flowNumber: 9.5
    case .regionTitle: 12.5
    case .regionZone: 10
    case .badgeCount: 10
    case .legendText: 11
    case .tableTitle: 13
    case .rowTitle: 11
    case .rowDetail: 9.5
    }
  }

  var isBold: Bool {
    switch self {
    case .heading, .regionTitle, .flowNumber, .badgeCount, .tableTitle: true
    case .subheading, .nodeTitle, .nodeDetail, .nodePort, .flowLabel, .flowDetail, .regionZone,
      .legendText, .rowTitle, .rowDetail:
      false
    }
  }

  /// From one base line to the next, in pixels.
  var lineHeight: Double { size * 1.22 }

  /// From the top of a line to its base line, in pixels.
  var ascent: Double { size * 0.95 }

  /// The width of the text in pixels by the built-in table.
  func width(of text: String) -> Double {
    var units = 0
    for character in text { units += advance(of: character) }
    return Double(units) * size / 2048
  }

  /// Of what a reader sees as one sign: a letter with its marks, or a picture made of several.
  func advance(of character: Character) -> Int {
    let scalars = character.unicodeScalars
    // Joined pictures, flags and tones of skin are drawn over one another.
    let isPicture = scalars.contains { $0.value >= 0x1F000 }
    return scalars.reduce(0) {
      isPicture ? max($0, advance(of: $1)) : $0 + advance(of: $1)
    }
  }

  /// In units of 1/2048 em; scripts outside the table get the widest width of their kind.
  func advance(of scalar: Unicode.Scalar) -> Int {
    let table = isBold ? AdvanceTable.bold : AdvanceTable.regular
    let value = scalar.value
    if (0x20...0x17F).contains(value) { return Int(table[Int(value) - 0x20]) }
    var base = 0
    for range in AdvanceTable.ranges {
      if range.contains(value) { return Int(table[base + Int(value - range.lowerBound)]) }
      base += range.count
    }
    switch value {
    case 0x0300...0x036F, 0x200C...0x200E, 0xFE00...0xFE0F: return 0
    case 0x1100...0x115E, 0x2E80...0xD7FF, 0xF900...0xFAFF, 0xFF00...0xFF60, 0x1F000...0x3FFFF:
      return 2100
    default:
      return scalar.properties.generalCategory == .nonspacingMark ? 0 : 1400
    }
  }
}
