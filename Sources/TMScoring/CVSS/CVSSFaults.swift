// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Finds out what is wrong with a vector whose prefix is right, and what would be.
struct CVSSFaults {
  /// What the reader stumbled over.
  enum Kind {
    /// A part that names no metric.
    case metric
    case value(Int)
    case repetition(Int)
    case order(Int)
  }

  let reader: CVSSReader

  init(_ reader: CVSSReader) { self.reader = reader }

  var version: CVSSVersion { reader.version }

  func fault(_ kind: Kind, in part: CVSSReader.Part) -> VectorFault {
    if let last = reader.bytes.last, let blank = CVSSPrefixFault.blankEnd(reader.bytes, last) {
      return blank
    }
    if let other = otherVersion() { return other }
    switch kind {
    case .metric: return metricFault(part)
    case .value(let slot): return CVSSValueFault.fault(self, slot, part)
    case .repetition(let slot): return repetition(slot, part)
    case .order(let slot): return order(slot, part)
    }
  }

  /// Mandatory metrics that are missing.
  func missing(_ selection: CVSSSelection) -> VectorFault {
    if let other = otherVersion() { return other }
    let missing = version.metrics.enumerated().filter {
      $0.element.isMandatory && !selection.isGiven($0.offset)
    }
    let names = missing.map(\.element.name)
    let first = missing.first?.offset ?? 0
    // Where the first one belongs: before the metric that follows it in a vector in order.
    let follower = parts().first { slot(of: $0).map { $0 > first } ?? false }
    let place = follower?.range.lowerBound ?? reader.bytes.count
    let choices = missing.prefix(1).map { metric in
      Quoted.list(metric.element.values.map { "\(metric.element.name):\($0.name)" }, "or")
    }
    let rest = missing.dropFirst().map(\.element)
    return VectorFault(
      names.count == 1
        ? "the mandatory metric \(Quoted.list(names, "and")) is missing"
        : "the mandatory metrics \(Quoted.list(names, "and")) are missing",
      at: place..<place,
      help: "add " + choices.joined()
        + (rest.isEmpty ? "" : ", and values of \(Quoted.list(rest.map(\.name), "and"))"))
  }

  // MARK: Parts

  func text(_ range: Range<Int>) -> String {
    String(decoding: reader.bytes[range], as: UTF8.self)
  }

  /// All parts of the vector.
  func parts() -> [CVSSReader.Part] {
    var parts: [CVSSReader.Part] = []
    var offset = reader.start
    while offset <= reader.bytes.count {
      parts.append(reader.part(at: offset))
      offset = (parts.last?.range.upperBound ?? offset) + 1
    }
    return parts
  }

  /// The place of the part's metric in this version.
  func slot(of part: CVSSReader.Part) -> Int? {
    let name = text(part.name)
    return version.metrics.firstIndex { $0.name == name }
  }

  static func list(_ metrics: [CVSSMetric]) -> String { Quoted.list(metrics.map(\.name), "and") }

  // MARK: Faults

  private func metricFault(_ part: CVSSReader.Part) -> VectorFault {
    let range = part.range
    if range.isEmpty {
      guard range.upperBound == reader.bytes.count else {
        if range.lowerBound == 0 {
          return VectorFault("the vector begins with a slash", at: 0..<1, help: "take it out")
        }
        return VectorFault(
          "two slashes without a metric between them",
          at: range.lowerBound - 1..<range.upperBound + 1,
          help: "take one of them out")
      }
      if range.lowerBound == reader.start {
        return VectorFault(
          "the vector has no metrics", at: range,
          help: "write the mandatory ones: \(Self.list(version.metrics.filter(\.isMandatory)))")
      }
      return VectorFault(
        "the vector ends in a slash", at: range.lowerBound - 1..<range.upperBound,
        help: "take it out, or add the metric that is missing behind it")
    }
    guard part.value != nil else { return withoutColon(part) }
    return unknownMetric(part)
  }

  private func withoutColon(_ part: CVSSReader.Part) -> VectorFault {
    let written = text(part.range)
    let split = version.metrics.lazy.compactMap { metric -> String? in
      guard let value = metric.values.first(where: { metric.name + $0.name == written }) else {
        return nil
      }
      return "\(metric.name):\(value.name)"
    }.first
    return VectorFault(
      "`\(Quoted.text(written))` has no colon between metric and value", at: part.range,
      help: split.map { "write `\($0)`" }
        ?? "each part is a metric, a colon and its value, such as `AV:N`")
  }

  private func unknownMetric(_ part: CVSSReader.Part) -> VectorFault {
    let name = text(part.name)
    let message = "`\(Quoted.text(name))` is no metric of \(version.title)"
    let folded = name.lowercased()
    if let metric = version.metrics.first(where: { $0.name.lowercased() == folded }) {
      return VectorFault(
        message, at: part.name, help: "write `\(metric.name)`: capital and small letters differ")
    }
    let trimmed = String(name.filter { $0 != " " && $0 != "\t" })
    if trimmed != name, version.metrics.contains(where: { $0.name == trimmed }) {
      return VectorFault(message, at: part.name, help: "take out the blank: `\(trimmed)`")
    }
    if let metric = version.metrics.first(where: {
      $0.title.filter { $0 != " " } == folded.filter { !" _-".contains($0) }
    }) {
      return VectorFault(message, at: part.name, help: "write `\(metric.name)`")
    }
    if let help = CVSSOtherVersion.help(for: name, in: version) {
      return VectorFault(message, at: part.name, help: help)
    }
    return VectorFault(
      message, at: part.name, help: "its metrics are \(Self.list(version.metrics))")
  }

  private func repetition(_ slot: Int, _ part: CVSSReader.Part) -> VectorFault {
    let name = version.metrics[slot].name
    let first = parts().first { self.slot(of: $0) == slot } ?? part
    let (one, other) = (text(first.range), text(part.range))
    return VectorFault(
      "`\(name)` is given twice", at: part.range,
      help: one == other ? "take one of them out" : "keep either `\(one)` or `\(other)`")
  }

  /// A metric of a version with a fixed order that stands too late.
  private func order(_ slot: Int, _ part: CVSSReader.Part) -> VectorFault {
    let name = version.metrics[slot].name
    let parts = parts()
    let later = parts.prefix { $0.range != part.range }.first { (self.slot(of: $0) ?? 0) > slot }
    let behind = later.map { "`\(text($0.name))`" } ?? "others"
    let sorted = parts.enumerated().sorted { left, right in
      let places = (self.slot(of: left.element) ?? .max, self.slot(of: right.element) ?? .max)
      return places.0 != places.1 ? places.0 < places.1 : left.offset < right.offset
    }.map { text($0.element.range) }
    return VectorFault(
      "`\(name)` stands behind \(behind), and the order of \(version.title) is fixed",
      at: part.range, help: "write `\(version.prefix)\(sorted.joined(separator: "/"))`")
  }

  /// A vector without a prefix that is none of version 2.0, as its metrics show.
  private func otherVersion() -> VectorFault? {
    guard version == .v20 else { return nil }
    let names = Set(parts().map { text($0.name) })
    let hints: [CVSSVersion] =
      names.isDisjoint(with: ["AT", "VC", "VI", "VA", "SC", "SI", "SA"])
      ? [.v31, .v30] : [.v40]
    guard !names.contains("Au"), hints == [.v40] || !names.isDisjoint(with: ["PR", "UI", "S"])
    else {
      return nil
    }
    return VectorFault(
      "the vector does not say which version of CVSS it is", at: 0..<0,
      help: "its metrics are of \(hints == [.v40] ? "CVSS 4.0" : "CVSS 3"): begin with "
        + Quoted.list(hints.map(\.prefix), "or"))
  }
}
