// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMScoring
import TMSource
import TMSyntax

/// The metrics of a vector as the parameters of a signature, the one at the cursor marked.
package struct VectorHelp: Sendable {
  /// `CVSS:3.1/AV/AC/…`
  package let label: String
  /// The bytes of each metric in the label, which is ASCII.
  package let parameters: [(range: Range<Int>, documentation: String)]
  package let active: Int?
  /// What the vector amounts to so far, as Markdown.
  package let documentation: String
}

extension ModelSnapshot {
  /// Help for the vector that an offset lies in; nil elsewhere.
  package func vectorHelp(at offset: Int, in file: FileID) -> VectorHelp? {
    let bytes = sources[file].bytes
    let context = CursorContext(bytes, at: offset)
    guard case .text(let property) = context.place, property == "score" || property == "residual",
      let vector = PartialVector(
        String(decoding: bytes[context.word.lowerBound..<offset], as: UTF8.self))
    else { return nil }
    var label = vector.version.prefix
    var parameters: [(range: Range<Int>, documentation: String)] = []
    let known = Set(vector.given.map(\.metric))
    var active: Int?
    let next = vector.nextSlot
    for (slot, metric) in vector.version.metrics.enumerated() {
      guard metric.isMandatory || known.contains(metric.name) || slot == next else { continue }
      if slot == next { active = parameters.count }
      if !parameters.isEmpty { label += "/" }
      let start = label.utf8.count
      label += metric.name
      let values = metric.values.map { "`\($0.name)` \($0.word): \(Markdown.plain($0.meaning))" }
      parameters.append(
        (start..<label.utf8.count, "\(metric.title)\n\n" + values.joined(separator: "\n\n")))
    }
    let whole = wholeVector(bytes, from: context.word.lowerBound)
    return VectorHelp(
      label: label, parameters: parameters, active: active,
      documentation: VectorWords.markdown(whole)
        ?? (known.count == 1 ? "1 metric given" : "\(known.count) metrics given"))
  }

  /// The text from a place to the quote that closes it.
  private func wholeVector(_ bytes: [UInt8], from start: Int) -> String {
    let rest = bytes[start...].prefix { $0 != UInt8(ascii: "\"") && $0 != 0x0A && $0 != 0x0D }
    return String(decoding: rest, as: UTF8.self)
  }
}
