// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMScoring

/// The metrics of a CVSS vector one by one, with the score so far.
struct VectorCompletion {
  let items: [CompletionItem]
  /// How many bytes before the cursor belong to the part that is being typed.
  let typedLength: Int

  /// - Parameter typed: the vector from its quote to the cursor.
  init(_ typed: String, _ model: Model) {
    guard let vector = PartialVector(typed) else {
      typedLength = typed.utf8.count
      let stated = model.system.flatMap { model.word($0, .scoring) }
      let versions: [CVSSVersion] = stated == "cvss-3.1" ? [.v31, .v40] : [.v40, .v31]
      items = versions.map {
        CompletionItem($0.prefix, .metric, "a vector of \($0.title)")
      }
      return
    }
    typedLength = vector.unfinished.utf8.count
    guard let slot = vector.nextSlot else {
      items = []
      return
    }
    let metric = vector.version.metrics[slot]
    items = metric.values.map { value in
      CompletionItem(
        "\(metric.name):\(value.name)", .metric, "\(metric.title): \(value.word)",
        documentation: [value.meaning, vector.scoreAfter(slot, value)].compactMap { $0 }
          .joined(separator: "\n\n"))
    }
  }
}

/// A CVSS vector that is being typed.
struct PartialVector {
  let version: CVSSVersion
  /// The metrics that are complete, by their names.
  let given: [(metric: String, value: String)]
  /// What stands behind the last slash.
  let unfinished: String

  init?(_ text: String) {
    guard
      let version = [CVSSVersion.v40, .v31, .v30].first(where: { text.hasPrefix($0.prefix) })
    else { return nil }
    self.version = version
    let parts = text.dropFirst(version.prefix.count)
      .split(separator: "/", omittingEmptySubsequences: false)
    unfinished = parts.last.map(String.init) ?? ""
    given = parts.dropLast().compactMap { part in
      let sides = part.split(separator: ":", omittingEmptySubsequences: false)
      return sides.count == 2 ? (String(sides[0]), String(sides[1])) : nil
    }
  }

  /// The metric that comes next: the first mandatory one that is missing, or the one whose name is
  /// typed already; nil where all are there.
  var nextSlot: Int? {
    let name = unfinished.split(separator: ":", omittingEmptySubsequences: false).first ?? ""
    if unfinished.contains(":") { return version.metrics.firstIndex { $0.name == name } }
    let known = Set(given.map(\.metric))
    return version.metrics.firstIndex { $0.isMandatory && !known.contains($0.name) }
      ?? version.metrics.firstIndex { !known.contains($0.name) }
  }

  /// The score with one more metric, the missing mandatory ones as harmful as can be.
  func scoreAfter(_ slot: Int, _ value: CVSSMetric.Value) -> String? {
    var values = Dictionary(given, uniquingKeysWith: { first, _ in first })
    values[version.metrics[slot].name] = value.name
    let missing = version.metrics.filter { $0.isMandatory && values[$0.name] == nil }
    for metric in missing { values[metric.name] = metric.values.first?.name }
    let parts = version.metrics.compactMap { metric in
      values[metric.name].map { "\(metric.name):\($0)" }
    }
    guard
      let vector = try? ScoreVector(
        parsing: version.prefix + parts.joined(separator: "/"))
    else { return nil }
    let score = "\(vector.score) (\(vector.severity.rawValue))"
    return missing.isEmpty
      ? "Score: \(score)"
      : "Score so far: at most \(score), \(missing.count) metrics are still open"
  }
}
