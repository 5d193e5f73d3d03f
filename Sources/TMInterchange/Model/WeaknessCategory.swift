// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// The category of STRIDE of a threat whose file names none: by its weakness, or by the words that it is told in.
enum WeaknessCategory {
  /// The category of the first weakness that has one.
  static func category(cwe: [Int]) -> String? {
    for number in cwe {
      if let found = weaknesses.first(where: { $0.numbers.contains(number) }) {
        return found.category
      }
    }
    return nil
  }

  private static let weaknesses: [(category: String, numbers: Set<Int>)] = [
    ("spoofing", [287, 290, 294, 295, 300, 306, 346, 352, 384, 601, 940]),
    (
      "tampering",
      [20, 74, 77, 78, 79, 89, 91, 345, 347, 353, 354, 471, 494, 502, 693, 829, 915, 1039]
    ),
    ("repudiation", [117, 223, 778]),
    (
      "information-disclosure",
      [22, 200, 201, 209, 311, 312, 319, 326, 327, 359, 522, 525, 532, 538, 611, 798, 918]
    ),
    ("denial-of-service", [400, 404, 770, 776, 834]),
    (
      "elevation-of-privilege",
      [94, 119, 120, 121, 122, 250, 266, 269, 276, 284, 285, 639, 732, 787, 862, 863]
    ),
  ]

  /// The category that the words of a text speak of.
  static func category(of text: String) -> String {
    let plain = text.lowercased()
    return words.first { plain.contains($0.0) }?.1 ?? "tampering"
  }

  private static let words = [
    ("spoof", "spoofing"), ("imperson", "spoofing"), ("phish", "spoofing"),
    ("denial", "denial-of-service"), ("flood", "denial-of-service"),
    ("overflow", "denial-of-service"),
    ("privilege", "elevation-of-privilege"), ("access control", "elevation-of-privilege"),
    ("disclos", "information-disclosure"), ("sniff", "information-disclosure"),
    ("intercept", "information-disclosure"), ("leak", "information-disclosure"),
    ("excavation", "information-disclosure"), ("exfiltrat", "information-disclosure"),
    ("repudiat", "repudiation"), ("audit log", "repudiation"),
  ]
}
