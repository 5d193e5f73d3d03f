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

  /// What a JSON or YAML file says and no importer has looked at, so that nothing is lost in silence.
  ///
  /// - Parameter silent: whether a value is a default of the tool, which says nothing.
  package mutating func addUnread(
    of root: SourceCursor, includesFalse: Bool = false, silent: (String) -> Bool = { _ in false }
  ) {
    for value in root.unread(includesFalse: includesFalse) where !silent(value.value) {
      // The last key is the kind: what stands before it may be titles and places in a list.
      let steps = value.path.split { ".[]".contains($0) }
      let kind = steps.last { !$0.allSatisfy(\.isNumber) }.map(String.init) ?? value.path
      add(
        .dropped, kind, at: value.path, line: value.line, value.value,
        why: "there is no place for it in a model")
    }
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
