// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// A word or sign of a phrase about versions.
enum VersionToken: Equatable {
  /// A sign or words before a version: `<`, "prior to".
  case before(VersionRange.Sign)
  /// Words behind a version: "and earlier".
  case behind(VersionRange.Sign)
  case version(String)
  /// "series", "branch": all versions that begin with the one before.
  case series
  case all
  case between
  case hyphen
  case separator

  /// Divides a text; false where it has words that are none of these.
  static func read(_ text: String, to tokens: inout [VersionToken]) -> Bool {
    let words = words(text)
    var index = 0
    while index < words.count {
      if let (token, length) = phrase(words[index...]) {
        if let token { tokens.append(token) }
        index += length
        continue
      }
      let word = words[index]
      index += 1
      if isVersion(word) {
        if word.hasSuffix("+"), word.count > 1 {
          tokens += [.version(String(word.dropLast())), .behind(.moreOrEqual)]
        } else {
          tokens.append(.version(word))
        }
      } else if case .version(let version)? = tokens.last, isQualifier(word) {
        // 8.0 SP3, 9.3 Update 1: one version in several words.
        var whole = "\(version) \(word)"
        if !word.contains(where: \.isNumber), index < words.count,
          words[index].allSatisfy(\.isNumber)
        {
          whole += " \(words[index])"
          index += 1
        }
        tokens[tokens.count - 1] = .version(whole)
      } else {
        return false
      }
    }
    return !tokens.isEmpty
  }

  /// Words and runs of signs.
  private static func words(_ text: String) -> [String] {
    var words: [String] = []
    var word = ""
    func close() {
      while word.count > 1, let last = word.last, last == "." || last == ":" { word.removeLast() }
      let parts = word.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
      if parts.count > 1, parts.allSatisfy({ isVersion($0) && isDotted($0) }) {
        // 1.0/1.1/1.2 are three; 7/8/10 may be a day.
        words += parts.flatMap { [",", $0] }.dropFirst()
      } else if !word.isEmpty {
        words.append(word)
      }
      word = ""
    }
    for character in text {
      switch character {
      case " ", "(", ")", "\"", "'", "[", "]": close()
      case ",", ";", "|", "&":
        close()
        words.append(",")
      case "<", ">", "=", "!":
        if let last = word.last, !"<>=!".contains(last) { close() }
        word.append(character)
      default:
        if let last = word.last, "<>=!".contains(last) { close() }
        word.append(character)
      }
    }
    close()
    return words
  }

  private static func isVersion(_ word: String) -> Bool {
    var rest = word[...]
    if let first = rest.first, first == "v" || first == "V" { rest = rest.dropFirst() }
    if let first = rest.first, first == "." { rest = rest.dropFirst() }
    return rest.first.map { $0.isASCII && $0.isNumber } == true
      && rest.allSatisfy { $0.isASCII && !"/{}".contains($0) }
  }

  private static func isDotted(_ word: String) -> Bool {
    word.contains(".") || word.first?.isNumber == false
  }

  private static func isQualifier(_ word: String) -> Bool {
    let letters = word.lowercased().prefix(while: \.isLetter)
    let rest = word.dropFirst(letters.count)
    return qualifiers.contains(String(letters))
      && rest.allSatisfy { $0.isNumber || $0 == "." || $0 == "-" || $0 == "_" }
  }

  private static let qualifiers: Set<String> = [
    "sp", "update", "patch", "hf", "hotfix", "rc", "beta", "alpha", "build", "p", "u", "r", "rev",
    "ga", "mr", "cu", "su", "fp", "ifix",
  ]

  /// The token that the next words are, and how many they are; no token for words that say nothing.
  private static func phrase(
    _ words: ArraySlice<String>
  ) -> (token: VersionToken?, length: Int)? {
    guard let first = words.first else { return nil }
    if first == "," { return (.separator, 1) }
    if first == "-" || first == "~" { return (.hyphen, 1) }
    if first == "*" { return (.all, 1) }
    if "<>=!".contains(first[first.startIndex]) {
      return VersionSign.of(first).map { (.before($0), 1) }
    }
    var text = ""
    var best: (token: VersionToken?, length: Int)?
    for (count, word) in words.prefix(VersionWords.longest).enumerated() {
      text += (count == 0 ? "" : " ") + word.lowercased()
      if let token = VersionWords.tokens[text] {
        // "after 1.0 and before 2.0": what a version follows stands before that one.
        let after = words.dropFirst(count + 1).first?.lowercased()
        if case .behind = token, let after, isVersion(after) || ["to", "through"].contains(after) {
          continue
        }
        best = (token, count + 1)
      } else if VersionWords.fillers.contains(text) {
        best = (nil, count + 1)
      }
    }
    return best
  }
}

/// What words between versions mean.
private enum VersionWords {
  static let longest = 6

  static let fillers: Set<String> = [
    "version", "versions", "ver", "vers", "v", "release", "releases", "firmware", "software", "the",
    "of", "inclusive", "version number", "firmware version", "firmware versions",
    "software version", "software versions", "also", "only", "affected versions",
    "affected version",
  ]

  static let tokens: [String: VersionToken] = {
    var tokens: [String: VersionToken] = [
      "and": .separator, "or": .separator, "as well as": .separator, "between": .between,
      "series": .series, "branch": .series, "family": .series, "line": .series,
    ]
    for word in ["all", "any", "every"] {
      for noun in [
        "", " version", " versions", " releases", " firmware versions", " software versions",
      ] {
        tokens[word + noun] = .all
      }
    }
    for (sign, phrases) in before {
      for phrase in phrases {
        tokens[phrase] = .before(sign)
        tokens[phrase + " version"] = .before(sign)
        tokens["versions " + phrase] = .before(sign)
      }
    }
    for (sign, words) in behind {
      for word in words {
        for link in ["and", "or", ",", ", and", ", or"] {
          for more in ["", "all ", "any "] {
            for noun in ["", " version", " versions", " releases"] {
              tokens["\(link) \(more)\(word)\(noun)"] = .behind(sign)
            }
          }
        }
      }
    }
    tokens["onwards"] = .behind(.moreOrEqual)
    tokens["onward"] = .behind(.moreOrEqual)
    return tokens
  }()

  private static let before: [(VersionRange.Sign, [String])] = [
    (
      .less,
      [
        "prior to", "before", "earlier than", "lower than", "less than", "older than", "below",
        "under", "previous to", "up to but not including", "up to but excluding",
        "up to and excluding", "up to (excluding)", "until but not including",
      ]
    ),
    (
      .lessOrEqual,
      [
        "up to and including", "up to", "up through", "through", "thru", "until", "till", "to",
        "less than or equal to", "lower than or equal to", "at most", "no later than",
        "prior to and including", "including and prior to", "up to, and including",
      ]
    ),
    (
      .moreOrEqual,
      [
        "from", "since", "starting with", "starting from", "starting at", "beginning with",
        "greater than or equal to", "higher than or equal to", "at least", "as of",
      ]
    ),
    (.more, ["after", "greater than", "later than", "newer than", "higher than", "above"]),
    (
      .notEqual,
      ["except for", "except", "excluding", "other than", "not including", "but not", "without"]
    ),
    (.equal, ["equal to", "equals"]),
  ]

  private static let behind: [(VersionRange.Sign, [String])] = [
    (
      .lessOrEqual,
      [
        "prior", "earlier", "below", "older", "lower", "previous", "before", "under", "less",
        "down",
      ]
    ),
    (
      .moreOrEqual,
      [
        "later", "newer", "above", "up", "higher", "greater", "after", "following", "beyond",
        "upwards", "upward", "onwards", "onward", "over",
      ]
    ),
  ]
}
