// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// An OWASP risk rating:
/// `OWASP/SL:1/M:1/O:0/S:2/ED:1/EE:1/A:1/ID:1/LC:2/LI:1/LAV:1/LAC:1[/FD:1/RD:1/NC:2/PV:3]`.
///
/// The eight factors of likelihood are mandatory, and all four of technical impact, of business
/// impact, or of both, in any order. The forms of calculators are read too: without the prefix, and
/// in parentheses.
package struct OwaspVector: Hashable, Sendable, CustomStringConvertible {
  /// What a vector of this scheme begins with.
  package static let prefix = "OWASP/"

  private let points: [OwaspFactor: Int]

  /// Reads a vector.
  package init(_ text: String) throws(VectorFault) {
    let fields = try VectorFields(text, in: Self.body(text), form: "`SL:3`")
    let all = OwaspFactor.allCases
    let found = try fields.indexed(by: all.map(\.rawValue), scheme: "OWASP Risk Rating")
    var points: [OwaspFactor: Int] = [:]
    for (index, factor) in all.enumerated() {
      if let field = found[index] { points[factor] = try Self.points(field, of: factor) }
    }
    let hasBusiness = OwaspFactor.Group.business.factors.contains { points[$0] != nil }
    let hasTechnical = OwaspFactor.Group.technical.factors.contains { points[$0] != nil }
    for group in OwaspFactor.Group.allCases {
      // One impact is enough, but none of it may be half said.
      if group == .business, !hasBusiness { continue }
      if group == .technical, !hasTechnical, hasBusiness { continue }
      let missing = group.factors.filter { points[$0] == nil }
      guard missing.isEmpty else {
        throw VectorFault(
          "\(VectorFields.list(missing.map(\.rawValue))) of the \(group.rawValue) "
            + (missing.count == 1 ? "is missing" : "are missing"),
          at: fields.end,
          help: missing.prefix(4).map { "`\($0.rawValue)` is \($0.title.lowercased())" }
            .joined(separator: ", "))
      }
    }
    self.points = points
  }

  /// The points of a factor; nil where its impact is not rated.
  package subscript(factor: OwaspFactor) -> Int? { points[factor] }

  package var likelihood: OwaspMean {
    mean(.likelihood) ?? OwaspMean(sum: 0, count: OwaspFactor.Group.likelihood.factors.count)
  }

  package var technicalImpact: OwaspMean? { mean(.technical) }

  package var businessImpact: OwaspMean? { mean(.business) }

  /// The impact that counts: that on the business where it is rated, else the technical one.
  package var impact: OwaspMean { businessImpact ?? technicalImpact ?? OwaspMean(sum: 0, count: 4) }

  package var overallSeverity: OwaspSeverity {
    OwaspSeverity(likelihood: likelihood.level, impact: impact.level)
  }

  /// The severity in the words that all schemes share; a Note is none.
  package var severity: SeverityBand { overallSeverity.band }

  /// From 0.0 to 10.0, always in the band of the severity, as the bands of CVSS 3 are.
  ///
  /// The methodology ends with a word. The place in the band is how far likelihood and impact are
  /// into their levels, on the mean, rounded down to a tenth; a Note is 0.0.
  package var score: Score {
    let (likelihood, impact) = (likelihood.progress, impact.progress)
    let band = overallSeverity.tenths
    let numerator = likelihood.points * impact.of + impact.points * likelihood.of
    let denominator = 2 * likelihood.of * impact.of
    return Score(tenths: band.lowerBound + (band.count - 1) * numerator / denominator)
  }

  /// The vector with its prefix and its factors in their order.
  package var description: String {
    let fields = OwaspFactor.allCases.compactMap { factor in
      points[factor].map { "\(factor.rawValue):\($0)" }
    }
    return Self.prefix + fields.joined(separator: "/")
  }

  private func mean(_ group: OwaspFactor.Group) -> OwaspMean? {
    let values = group.factors.compactMap { points[$0] }
    guard values.count == group.factors.count else { return nil }
    return OwaspMean(sum: values.reduce(0, +), count: values.count)
  }

  /// The offsets in UTF-8 of the factors, without a prefix or parentheses.
  private static func body(_ text: String) throws(VectorFault) -> Range<Int> {
    let length = text.utf8.count
    if text.hasPrefix(prefix) { return prefix.utf8.count..<length }
    guard text.hasPrefix("(") else { return 0..<length }
    guard text.hasSuffix(")"), length > 1 else {
      throw VectorFault(
        "the parenthesis is not closed", at: length..<length, help: "end the vector with `)`")
    }
    return 1..<(length - 1)
  }

  private static func points(
    _ field: VectorFields.Field, of factor: OwaspFactor
  ) throws(VectorFault) -> Int {
    let legal = factor.values
    if let match = legal.first(where: { String($0.points) == field.value }) { return match.points }
    throw VectorFault(
      field.value.isEmpty
        ? "`\(factor.rawValue)` has no value"
        : "`\(factor.rawValue)` cannot be `\(field.value)`",
      at: field.valueRange,
      help: "\(factor.title.lowercased()) is "
        + legal.map { "\($0.points) (\($0.meaning))" }.joined(separator: ", "))
  }
}
