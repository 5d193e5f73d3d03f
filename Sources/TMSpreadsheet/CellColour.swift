// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// The colours of a status or severity; the word beside them says the same.
struct CellColour: Hashable {
  let background: UInt32
  let text: UInt32

  /// The colour of a value in a column of this name; nil for the usual one.
  static func of(_ value: String, in column: String) -> CellColour? {
    if column == "status" || column == "verification-status" || column.hasSuffix("result") {
      return statuses[value]
    }
    if column.hasSuffix("severity") { return severities[value] }
    return column == "acceptable" && value == "no" ? severities["critical"] : nil
  }

  /// The colour of a number of threats above zero, by the name that the summary has for it.
  static func ofCount(in name: String) -> CellColour? {
    if name == "threats-unacceptable" { return severities["critical"] }
    let word = name.split(separator: "-", maxSplits: 1).last.map(String.init) ?? name
    if name.hasPrefix("threats-") { return statuses[word] }
    return name.hasPrefix("severities-") ? severities[word] : nil
  }

  private static let statuses: [String: CellColour] = [
    "open": .init(background: 0xFDE3D8, text: 0x8F2A06),
    "failed": .init(background: 0xFDE3D8, text: 0x8F2A06),
    "accepted": .init(background: 0xFFEFC7, text: 0x4D3300),
    "planned": .init(background: 0xFFEFC7, text: 0x4D3300),
    "proposed": .init(background: 0xFFEFC7, text: 0x4D3300),
    "mitigated": .init(background: 0xDDF3EA, text: 0x005A40),
    "implemented": .init(background: 0xDDF3EA, text: 0x005A40),
    "verified": .init(background: 0xDDF3EA, text: 0x005A40),
    "passed": .init(background: 0xDDF3EA, text: 0x005A40),
    "transferred": .init(background: 0xDCEBF7, text: 0x0B5C93),
    "approved": .init(background: 0xDCEBF7, text: 0x0B5C93),
    "avoided": .init(background: 0xEDF0F3, text: 0x4A5561),
    "not-applicable": .init(background: 0xEDF0F3, text: 0x4A5561),
  ]

  private static let severities: [String: CellColour] = [
    "critical": .init(background: 0xF6CFD0, text: 0x7A0B14),
    "catastrophic": .init(background: 0xF6CFD0, text: 0x7A0B14),
    "high": .init(background: 0xFDE3D8, text: 0x8F2A06),
    "serious": .init(background: 0xFDE3D8, text: 0x8F2A06),
    "medium": .init(background: 0xFFEFC7, text: 0x4D3300),
    "minor": .init(background: 0xFFEFC7, text: 0x4D3300),
    "low": .init(background: 0xDDF3EA, text: 0x005A40),
    "negligible": .init(background: 0xDDF3EA, text: 0x005A40),
    "none": .init(background: 0xEDF0F3, text: 0x4A5561),
  ]
}
