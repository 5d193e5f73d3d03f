// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Reads which versions are meant from what people write where a version or a range belongs: "7.2.x",
/// "prior to 3", "V1.1, V1.2 and V1.3", "All versions < V3.0", "2.3.6 and below".
///
/// What it does not understand as a whole it does not guess: the answer is nil, which is unclear.
enum VersionPhrase {
  /// What the field is for.
  enum Field {
    /// One version, so that `1.2-5` is one.
    case version
    /// Several, so that `1.0-3.0` is from one to the other.
    case range
  }

  static func range(_ text: String, as field: Field) -> VersionRange? {
    var text = plain(visible(text))
    // From when on is not said: "unspecified ≤1.6".
    if text.lowercased().hasPrefix("unspecified <") { text = String(text.dropFirst(12)) }
    if text.lowercased().hasPrefix("vers:") { return VersURI.range(text) }
    if let range = VersionInterval.range(text) { return range }
    var tokens: [VersionToken] = []
    guard VersionToken.read(text, to: &tokens) else {
      // A name such as `Creek` is a version like any other where one version belongs.
      return field == .version ? single(text) : nil
    }
    var parser = VersionPhraseParser(tokens, field)
    return parser.range() ?? (field == .version ? single(text) : nil)
  }

  /// A text without spaces and signs that stands for itself.
  private static func single(_ text: String) -> VersionRange? {
    let words = ["", "-", "n/a", "na", "none", "unknown", "unspecified", "tbd", "noassertion"]
    guard !words.contains(text.lowercased()), text.contains(where: \.isNumber),
      !text.contains(where: { " <>=!|,^*&;(){}".contains($0) || !$0.isASCII }),
      text.first != "~", !isRow(text)
    else { return nil }
    return .exact(text)
  }

  /// Whether it is several numbers between slashes, such as `7/8/10`, and not a day.
  private static func isRow(_ text: String) -> Bool {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    return parts.count > 1 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isNumber) }
      && !parts.contains { $0.count == 4 }
  }

  /// Without signs that nobody sees, which copying from a page leaves.
  private static func visible(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { $0 < 0x80 }
    if isPlain { return text }
    let visible = text.unicodeScalars.filter { !$0.properties.isDefaultIgnorableCodePoint }
    return String(String.UnicodeScalarView(visible))
  }

  /// One sign for each meaning: what publishing systems make of `<`, `≤` and hyphens.
  private static func plain(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "≤", "⩽": result += "<="
      case "≥", "⩾": result += ">="
      case "＜": result += "<"
      case "＞": result += ">"
      case "≠": result += "!="
      case "–", "—", "‐", "‑", "−": result += "-"
      case "～", "〜", "→", "…": result += " - "
      case "\u{A0}", "\t", "\n", "\r", "\r\n": result += " "
      default: result.append(character)
      }
    }
    for dots in ["...", ".."] where result.contains(dots) {
      result = result.split(separator: dots, omittingEmptySubsequences: false)
        .joined(separator: " - ")
    }
    if result.contains("&") {
      for (name, sign) in [
        ("&lt;", "<"), ("&gt;", ">"), ("&le;", "<="), ("&ge;", ">="), ("&amp;", "&"),
      ] {
        result = result.split(separator: name, omittingEmptySubsequences: false)
          .joined(separator: sign)
      }
    }
    let trimmed = result.drop { $0 == " " }
    var end = trimmed.endIndex
    while end > trimmed.startIndex, trimmed[trimmed.index(before: end)] == " " {
      end = trimmed.index(before: end)
    }
    return String(trimmed[..<end])
  }
}

/// Intervals as mathematics, Maven and NuGet write them: `[1.0,2.0)`.
enum VersionInterval {
  static func range(_ text: String) -> VersionRange? {
    guard let first = text.first, "[(".contains(first), let last = text.last, "])".contains(last)
    else { return nil }
    var clauses: [VersionRange.Clause] = []
    var rest = text[...]
    while let open = rest.first {
      guard "[(".contains(open), let end = rest.firstIndex(where: { "])".contains($0) }) else {
        return nil
      }
      let inner = rest[rest.index(after: rest.startIndex)..<end]
      let ends = inner.split(separator: ",", omittingEmptySubsequences: false)
        .map { String($0.filter { $0 != " " }) }
      let isPlain = ends.allSatisfy { part in
        part.isEmpty
          || part.first.map { $0.isNumber || $0 == "v" || $0 == "V" } == true
            && part.contains(where: \.isNumber)
      }
      guard isPlain, ends.contains(where: { !$0.isEmpty }) else { return nil }
      if ends.count == 1, open == "[" {
        clauses.append(.exact(ends[0]))
      } else if ends.count == 2 {
        clauses.append(
          .span(
            VersionSpan(
              from: ends[0].isEmpty ? nil : ends[0], isFromIncluded: open == "[",
              to: ends[1].isEmpty ? nil : ends[1], isToIncluded: rest[end] == "]")))
      } else {
        return nil
      }
      rest = rest[rest.index(after: end)...].drop { $0 == "," || $0 == " " }
    }
    return VersionRange(clauses)
  }
}
