// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Makes a stranger's text safe to draw and to store in XML 1.0 or DOT.
///
/// Line breaks and tabs become spaces, runs of spaces one. Dropped are control characters, marks that
/// reorder the text around them, invisible tags, noncharacters and more than three combining
/// marks on one letter. The result holds at most `limit` Unicode scalars; an ellipsis ends a cut one.
func cleanText(_ text: String, limit: Int = 500) -> String {
  var result = String.UnicodeScalarView()
  var count = 0
  var marks = 0
  var spaceWanted = false
  for scalar in text.unicodeScalars {
    switch ScalarClass(scalar) {
    case .dropped:
      continue
    case .space:
      spaceWanted = count > 0
      continue
    case .mark:
      marks += 1
      if marks > 3 || count == 0 { continue }
    case .plain:
      marks = 0
    }
    if spaceWanted {
      result.append(" ")
      count += 1
      spaceWanted = false
    }
    if count >= limit - 1 {
      result.append("…")
      break
    }
    result.append(scalar)
    count += 1
  }
  return String(result)
}

/// A cleaned name between others, in a line that is read from left to right: one that runs from right to
/// left ends with a mark, so that an arrow or comma behind it does not change sides with the next name.
func nameInLine(_ name: String) -> String {
  let turns = name.unicodeScalars.contains { scalar in
    switch scalar.value {
    case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF:
      true
    default: false
    }
  }
  return turns ? name + "\u{200E}" : name
}

/// What becomes of a scalar in a text that is drawn.
private enum ScalarClass {
  case plain, space, mark, dropped

  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x21...0x7E: self = .plain
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
      0x3000:
      self = .space
    case 0x00...0x1F, 0x7F...0x9F: self = .dropped
    // Zero width space, direction marks, embeddings, overrides, isolates, shape switches.
    case 0x061C, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F: self = .dropped
    // Soft hyphen, Mongolian and Hangul fillers, byte-order mark, interlinear marks.
    case 0x00AD, 0x115F, 0x1160, 0x180B...0x180F, 0x3164, 0xFEFF, 0xFFA0, 0xFFF0...0xFFFB:
      self = .dropped
    // Invisible tags, private use, noncharacters.
    case 0xE0000...0x10FFFF, 0xE000...0xF8FF, 0xFDD0...0xFDEF: self = .dropped
    case let value where value & 0xFFFE == 0xFFFE: self = .dropped
    default:
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark: self = .mark
      case .control, .surrogate, .unassigned: self = .dropped
      default: self = .plain
      }
    }
  }
}
