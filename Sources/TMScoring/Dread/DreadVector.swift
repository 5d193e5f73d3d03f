// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// A DREAD rating with its scale: `DREAD:0-10/D:10/R:10/E:5/A:5/Di:5`.
///
/// All five metrics are mandatory, in any order. Microsoft dropped DREAD because two people rate
/// one threat differently; the scale in the vector takes away one of the reasons.
package struct DreadVector: Hashable, Sendable, CustomStringConvertible {
  /// What a vector of this scheme begins with.
  package static let prefix = "DREAD:"

  /// How discoverability is read, and that others read it differently.
  package static let discoverabilityNote =
    "discoverability is read as how easily the weakness is found; the MITRE Playbook for Threat "
    + "Modeling Medical Devices reads it as how easily its use is noticed"

  package let scale: DreadScale
  /// In the order of `DreadMetric.allCases`.
  private let values: [Int]

  /// Reads a vector.
  package init(_ text: String) throws(VectorFault) {
    let length = text.utf8.count
    guard text.hasPrefix(Self.prefix) else {
      throw VectorFault(
        "a DREAD vector begins with `DREAD:` and its scale", at: 0..<min(length, 6),
        help: "such as `DREAD:0-10/D:10/R:10/E:5/A:5/Di:5`")
    }
    let start = Self.prefix.utf8.count
    let slash = Array(text.utf8).firstIndex(of: UInt8(ascii: "/")) ?? length
    let word = String(text.utf8.dropFirst(start).prefix(slash - start)) ?? ""
    guard let scale = DreadScale(rawValue: word) else {
      throw VectorFault(
        word.isEmpty ? "the scale is missing" : "DREAD has no scale `\(word)` here",
        at: start..<slash,
        help: "scales are \(VectorFields.list(DreadScale.allCases.map(\.rawValue))): "
          + "the values that one metric can have")
    }
    let first = min(slash + 1, length)
    let fields = try VectorFields(text, in: first..<length, form: "`D:\(scale.values.upperBound)`")
    let found = try fields.indexed(by: DreadMetric.allCases.map(\.rawValue), scheme: "DREAD")
    var values: [Int] = []
    for (index, metric) in DreadMetric.allCases.enumerated() {
      guard let field = found[index] else {
        let missing = DreadMetric.allCases.indices.filter { found[$0] == nil }
          .map { DreadMetric.allCases[$0].rawValue }
        throw VectorFault(
          "\(VectorFields.list(missing)) \(missing.count == 1 ? "is" : "are") missing",
          at: fields.end, help: "DREAD rates all five: `\(metric.rawValue)` is \(metric.question)")
      }
      values.append(try Self.value(field, of: metric, scale))
    }
    self.scale = scale
    self.values = values
  }

  package subscript(metric: DreadMetric) -> Int {
    DreadMetric.allCases.firstIndex(of: metric).map { values[$0] } ?? 0
  }

  /// The five values together.
  package var sum: Int { values.reduce(0, +) }

  /// From 0.0 to 10.0, as `DreadScale.score(ofSum:)` says.
  package var score: Score { scale.score(ofSum: sum) }

  package var severity: SeverityBand { scale.severity(ofSum: sum) }

  /// The result in the terms of the scale.
  package var result: String { scale.result(ofSum: sum) }

  /// The vector with its metrics in their order.
  package var description: String {
    Self.prefix + scale.rawValue
      + zip(DreadMetric.allCases, values).map { "/\($0.rawValue):\($1)" }.joined()
  }

  private static func value(
    _ field: VectorFields.Field, of metric: DreadMetric, _ scale: DreadScale
  ) throws(VectorFault) -> Int {
    // `+1`, `01` and the like are no values: one number has one form.
    guard let value = Int(field.value), String(value) == field.value, scale.values.contains(value)
    else {
      throw VectorFault(
        field.value.isEmpty
          ? "`\(metric.rawValue)` has no value"
          : "`\(metric.rawValue)` cannot be `\(field.value)`",
        at: field.valueRange,
        help: "on the scale \(scale.rawValue) it is a whole number from "
          + "\(scale.values.lowerBound) to \(scale.values.upperBound)")
    }
    return value
  }
}
