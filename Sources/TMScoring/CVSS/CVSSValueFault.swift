// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// What is wrong with a value that its metric does not take.
enum CVSSValueFault {
  static func fault(_ faults: CVSSFaults, _ slot: Int, _ part: CVSSReader.Part) -> VectorFault {
    let version = faults.version
    let metric = version.metrics[slot]
    let range = part.value ?? part.name
    let written = faults.text(range)
    if written.isEmpty {
      return VectorFault(
        "`\(metric.name)` has no value", at: part.range, help: taken(by: metric, version))
    }
    let message = "`\(Quoted.text(written))` is no value of `\(metric.name)`"
    if let separated = separator(metric, written, range, version) { return separated }
    let help = slip(written, metric, version) ?? taken(by: metric, version)
    return VectorFault(message, at: range, help: help)
  }

  /// The values that a metric takes.
  private static func taken(by metric: CVSSMetric, _ version: CVSSVersion) -> String {
    let values = metric.values.map(\.name) + (metric.isMandatory ? [] : [version.undefinedValue])
    return "`\(metric.name)` takes " + Quoted.list(values, "or")
  }

  /// A value that goes on where a slash should stand.
  private static func separator(
    _ metric: CVSSMetric, _ written: String, _ range: Range<Int>, _ version: CVSSVersion
  ) -> VectorFault? {
    let bytes = Array(written.utf8)
    guard let end = bytes.firstIndex(where: { ":,;| ".utf8.contains($0) }) else { return nil }
    let head = String(decoding: bytes[..<end], as: UTF8.self)
    guard metric.values.contains(where: { $0.name == head }) else { return nil }
    let place = range.lowerBound + end
    if bytes[end] == UInt8(ascii: ":") {
      return VectorFault(
        "`\(metric.name)` has a second colon", at: place..<range.upperBound,
        help: "write `\(metric.name):\(head)`, and a slash before the next metric")
    }
    return VectorFault(
      "`\(Character(Unicode.Scalar(bytes[end])))` stands where a slash separates metrics",
      at: place..<place + 1, help: "write `/` between metrics, without blanks")
  }

  private static func slip(
    _ written: String, _ metric: CVSSMetric, _ version: CVSSVersion
  ) -> String? {
    let folded = written.lowercased()
    let names = metric.values.map(\.name) + (metric.isMandatory ? [] : [version.undefinedValue])
    if let name = names.first(where: { $0.lowercased() == folded }) {
      return "write `\(metric.name):\(name)`: capital and small letters differ"
    }
    if let value = metric.values.first(where: { $0.word == folded.replacing("_", with: " ") }) {
      return "write `\(metric.name):\(value.name)`"
    }
    let takes = taken(by: metric, version)
    if written == "X" || written == "ND" {
      return metric.isMandatory
        ? "\(takes): a base metric has to be decided"
        : "write `\(metric.name):\(version.undefinedValue)`, or leave `\(metric.name)` out"
    }
    if version == .v40, written == "S", metric.name == "SI" || metric.name == "SA" {
      return "\(takes); safety is said with `M\(metric.name):S`, behind the base metrics"
    }
    if version == .v40, metric.name == "S", written == "U" || written == "C" {
      return "CVSS 4.0 has no scope, but `SC`, `SI` and `SA`; `S` is the safety of people"
    }
    if let other = elsewhere(written, metric, version) { return "\(takes); \(other)" }
    return takes
  }

  /// Where the value would be right: in another version, or in the one other metric that has it.
  private static func elsewhere(
    _ written: String, _ metric: CVSSMetric, _ version: CVSSVersion
  ) -> String? {
    for other in [CVSSVersion.v31, .v40, .v20] where other.keys.names != version.keys.names {
      let same = other.metrics.first { $0.name == metric.name }
      if let value = same?.values.first(where: { $0.name == written }) {
        return "`\(written)` (\(value.word)) is of \(other == .v31 ? "CVSS 3" : other.title)"
      }
    }
    let others = version.metrics.filter { other in
      other.group == metric.group && other.name != metric.name
        && other.values.contains { $0.name == written }
    }
    guard others.count == 1, let other = others.first,
      let value = other.values.first(where: { $0.name == written })
    else { return nil }
    return "`\(written)` (\(value.word)) is a value of `\(other.name)`"
  }
}
