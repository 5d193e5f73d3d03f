// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// What an import could not carry over as it was: a line of its report.
package struct ImportLoss: Equatable, Sendable {
  /// What became of it.
  package enum Fate: String, CaseIterable, Sendable {
    /// Not in the model.
    case dropped
    /// In the model as what it most likely means.
    case guessed
    /// In the model as a text that nothing else looks at.
    case keptAsText = "kept-as-text"
    /// In the model together with others of its kind.
    case joined
  }

  /// The way to it in the source: a path, or the id that it has there.
  package let source: String
  /// One-based line of the source; nil where it has none.
  package let line: Int?
  package let fate: Fate
  /// The kind of thing it is, the same for all of the kind: losses are summed by it.
  package let what: String
  /// As it is written in the source, at most 200 characters of it.
  package let value: String
  /// The id in the model that it belongs to; empty where there is none.
  package let target: String
  /// Why, or what was guessed.
  package let why: String
}

/// The losses of one import, in the order in which they were met.
package struct ImportLosses: Sendable {
  package private(set) var all: [ImportLoss] = []

  package init() {}

  package mutating func add(
    _ fate: ImportLoss.Fate, _ what: String, at source: String, line: Int? = nil,
    _ value: String = "", target: String = "", why: String
  ) {
    let condensed = ImportedText.condensed(value)
    let shown = condensed.count > 200 ? condensed.prefix(199) + "…" : Substring(condensed)
    all.append(
      ImportLoss(
        source: source, line: line, fate: fate, what: what, value: String(shown), target: target,
        why: why))
  }

  /// What a file says and no importer has looked at, so that nothing is lost in silence.
  package mutating func add(unread values: [UnreadValue]) {
    for value in values {
      add(
        .dropped, value.kind, at: value.path, line: value.line, value.value,
        why: "there is no place for it in a model")
    }
  }

  /// Says that a file is of a version of its format that is not known, or says none.
  ///
  /// - Parameter known: the versions that are, each also as the beginning of longer ones: `1.6` is `1.6.1` as well.
  mutating func add(version: String?, known: [String], at source: String, line: Int?) {
    let version = version.map(ImportedText.condensed) ?? ""
    guard !known.contains(where: { version == $0 || version.hasPrefix("\($0).") }) else { return }
    let all = known.joined(separator: " and ")
    add(
      .guessed, "format version", at: source, line: line, version,
      why: version.isEmpty
        ? "the file says none; it was read as version \(all)"
        : "it is not known here; it was read as version \(all), and what is new in it may mean something else"
    )
  }

  /// How many there are of each fate and kind, the most first.
  package var summary: [(fate: ImportLoss.Fate, what: String, count: Int)] {
    var counts: [String: (fate: ImportLoss.Fate, what: String, count: Int)] = [:]
    for loss in all {
      counts["\(loss.fate.rawValue) \(loss.what)", default: (loss.fate, loss.what, 0)].count += 1
    }
    return counts.values.sorted {
      ($1.count, $0.fate.rawValue, $0.what) < ($0.count, $1.fate.rawValue, $1.what)
    }
  }
}
