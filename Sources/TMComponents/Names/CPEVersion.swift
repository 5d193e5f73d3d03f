// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// The version of a component where it is compared with a CPE name, its update apart: 9.3 and p1.
struct CPEVersion {
  let version: String
  /// Nil where nobody says which, `-` where there is none.
  let update: String?

  init(_ cpe: CPEName) {
    version = cpe.version
    update = cpe.update == "*" ? nil : cpe.update
  }

  /// Divides a declared version such as `9.3p1`, `10 SP2`, `1.8.0_202`.
  init(_ text: String) {
    let text = VersionWording.stripped(text)
    let lower = text.lowercased()
    let numbers = lower.prefix { $0.isNumber || $0 == "." }
    let rest = lower[numbers.endIndex...].drop { " -_.:".contains($0) }
    let word = rest.prefix(while: \.isLetter)
    let number = rest[word.endIndex...].drop { " -_.:".contains($0) }
    if word.isEmpty, rest.startIndex > numbers.endIndex, lower[numbers.endIndex] == "_",
      !number.isEmpty, number.allSatisfy(\.isNumber)
    {
      // 1.8.0_202, as Java counts its updates.
      (version, update) = (String(numbers), "update_" + number)
      return
    }
    guard !numbers.isEmpty, numbers.last != ".", Self.words.contains(String(word)),
      number.allSatisfy({ $0.isNumber || $0 == "." || $0 == "_" }),
      !number.isEmpty || word.count > 1
    else {
      (version, update) = (text, nil)
      return
    }
    version = String(numbers)
    update = String(word) + number
  }

  private static let words: Set<String> = [
    "p", "sp", "u", "update", "patch", "rc", "beta", "alpha", "hf", "hotfix", "build", "cu", "pre",
  ]

  /// Whether the update is one of those before a release.
  private var isEarly: Bool {
    ["rc", "beta", "alpha", "pre"].contains { update?.hasPrefix($0) == true }
  }

  private var whole: String { update.map { $0 == "-" ? version : "\(version) \($0)" } ?? version }

  /// Whether a criterion that names one version, or a pattern of versions, means this one.
  func judge(criterion: CPEName) -> Judgement {
    let judgement: Judgement
    if Glob.isPattern(criterion.version) {
      judgement = Glob.matches(version.lowercased(), criterion.version) ? .affected : .unaffected
    } else {
      let base = Self.judge(exact: version, criterion.version)
      // A version that bears its update in itself, on either side.
      judgement = max(base, Self.judge(exact: whole, criterion.exactVersion ?? criterion.version))
    }
    guard judgement != .unaffected, criterion.update != "*" else { return judgement }
    guard let update else { return criterion.update == "-" ? judgement : .unknown }
    let isSame =
      Self.plain(update) == Self.plain(criterion.update) || Glob.matches(update, criterion.update)
    return isSame ? judgement : .unaffected
  }

  private static func judge(exact version: String, _ other: String) -> Judgement {
    guard let isSame = VersionOrder.upstream.isSame(version, other) else { return .unknown }
    return isSame ? .affected : .unaffected
  }

  private static func plain(_ update: String) -> String {
    let plain = update.lowercased().filter { $0.isLetter || $0.isNumber }
    return plain.hasPrefix("update") ? "u" + plain.dropFirst(6) : plain
  }

  /// Whether it lies between two bounds. A bound is a version without an update, so that 9.3p1 is not
  /// behind 9.3; a version that comes before the release is perhaps before it.
  func judge(_ span: VersionSpan) -> Judgement {
    var isUnclear = false
    if let from = span.from {
      guard let place = place(from) else { return .unknown }
      if place < 0 || place == 0 && !span.isFromIncluded { return .unaffected }
    }
    if let to = span.to {
      guard let place = place(to) else { return .unknown }
      if place == 0, !span.isToIncluded, isEarly {
        isUnclear = true
      } else if place > 0 || place == 0 && !span.isToIncluded {
        return .unaffected
      }
    }
    return isUnclear ? .unknown : .affected
  }

  private func place(_ bound: String) -> Int? {
    let other = CPEVersion(bound)
    if let update, let otherUpdate = other.update, update != "-" {
      // 8.0 u202 and 8.0 u301, however each writes its updates.
      return VersionOrder.upstream.compare(
        "\(version) \(Self.plain(update))", "\(other.version) \(Self.plain(otherUpdate))")
    }
    if other.update != nil || update == nil { return VersionOrder.upstream.compare(whole, bound) }
    return VersionOrder.upstream.compare(version, bound)
  }
}
