// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMModel
import TMSource

/// The findings of a run against a baseline.
///
/// A finding is known if an entry has its rule, its subject and its names, for as many findings as the
/// entry counts. Names are compared as they are written; then by what they stand for, since the shortest path of a
/// declaration grows when another one gets its name; then by the former ids that `was` states.
package struct BaselineComparison: Sendable {
  /// The findings that the baseline does not hold, in the order given.
  package let new: [Diagnostic]
  /// The others.
  package let known: [Diagnostic]
  /// The entries with findings that no longer occur, and how many do not; in the order of the file.
  package let stale: [(entry: BaselineEntry, offset: Int, missing: Int)]
  /// The entries of which a finding weighs more now, by where they stand.
  private let outgrown: Set<Int>

  package init(_ diagnostics: [Diagnostic], _ baseline: Baseline, _ model: Model) {
    self.init([Part(diagnostics, model, baseline)], baseline)
  }

  /// The findings of one model with the entries of a baseline that can hold them; without the model, so that
  /// thousands of models do not stay in memory.
  package struct Part: Sendable {
    let diagnostics: [Diagnostic]
    /// The places of entries by what they stand for, for each way to read names.
    fileprivate let places: [[Fingerprint: [Int]]]

    package init(_ diagnostics: [Diagnostic], _ model: Model, _ baseline: Baseline) {
      self.diagnostics = diagnostics
      let names = CurrentNames(model)
      let wanted = Set(diagnostics.map { Fingerprint($0) })
      places = CurrentNames.Reading.allCases.map { reading in
        var places: [Fingerprint: [Int]] = [:]
        if wanted.isEmpty { return places }
        for (place, (entry, _)) in baseline.entries.enumerated() {
          for fingerprint in names.current(entry.fingerprint, reading)
          where wanted.contains(fingerprint) {
            places[fingerprint, default: []].append(place)
          }
        }
        return places
      }
    }
  }

  /// The findings of several models against one baseline.
  package init(_ parts: [Part], _ baseline: Baseline) {
    var left = baseline.entries.map(\.entry.count)
    var outgrown: Set<Int> = []
    var isKnown = parts.map { Array(repeating: false, count: $0.diagnostics.count) }
    for reading in CurrentNames.Reading.allCases.indices {
      for (part, content) in parts.enumerated() {
        for (index, diagnostic) in content.diagnostics.enumerated() where !isKnown[part][index] {
          let candidates = content.places[reading][Fingerprint(diagnostic)] ?? []
          let free = candidates.filter { left[$0] > 0 }
          guard let place = free.first(where: { baseline.entries[$0].entry.holds(diagnostic) })
          else {
            outgrown.formUnion(free.map { baseline.entries[$0].offset })
            continue
          }
          left[place] -= 1
          isKnown[part][index] = true
        }
      }
    }
    self.outgrown = outgrown
    let judged = zip(parts.flatMap(\.diagnostics), isKnown.flatMap { $0 })
    new = judged.filter { !$0.1 }.map(\.0)
    known = judged.filter(\.1).map(\.0)
    stale = zip(baseline.entries, left).filter { $0.1 > 0 }.map { ($0.0.entry, $0.0.offset, $0.1) }
  }

  /// A note about the entries that no longer occur; nil if all do.
  ///
  /// - Parameters:
  ///   - file: the file of the baseline.
  ///   - help: how to take them out.
  package func staleNote(in file: SourceFile, help: String) -> Diagnostic? {
    let index = LineIndex(file.bytes)
    let labels = stale.map { entry, offset, missing in
      let line = index.range(ofLine: index.line(of: UInt32(offset)))
      let range = SourceRange(file: file.id, start: UInt32(offset), end: UInt32(line.upperBound))
      let part = missing < entry.count ? ", \(missing) of \(entry.count)" : ""
      let growth = outgrown.contains(offset) ? ", which weighs more now" : ""
      return Label(range, entry.phrase + part + growth)
    }
    guard let first = labels.first else { return nil }
    let message =
      labels.count == 1
      ? "an entry of the baseline no longer occurs"
      : "\(labels.count) entries of the baseline no longer occur"
    return Diagnostic(
      "stale-baseline", .note, message, at: first, secondary: Array(labels.dropFirst()),
      help: [help], names: [])
  }
}
