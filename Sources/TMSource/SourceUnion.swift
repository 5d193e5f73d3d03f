// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Joins the sources of several compilations, so that their findings can be listed together.
package struct SourceUnion: Sendable {
  package private(set) var sources = SourceSet()
  private var places: [String: [FileID]] = [:]

  package init() {}

  /// Adds the files of a compilation; one with the path and the bytes of a file that is there already is that
  /// file.
  ///
  /// - Returns: the file here of each file there, by its index.
  package mutating func add(_ other: SourceSet) -> [FileID] {
    other.files.map { file in
      let known = places[file.path]?.first { sources[$0].bytes == file.bytes }
      if let known { return known }
      let added = sources.add(path: file.path, bytes: file.bytes, origin: file.origin)
      places[file.path, default: []].append(added.id)
      return added.id
    }
  }
}

extension SourceRange {
  /// The same range of another file.
  ///
  /// - Parameter files: the other file of each file, by its index.
  package func moved(to files: [FileID]) -> SourceRange {
    SourceRange(file: files[Int(file.index)], start: start, end: end)
  }
}

extension Diagnostic {
  /// The same finding in other files.
  ///
  /// - Parameter files: the other file of each file, by its index.
  package func moved(to files: [FileID]) -> Diagnostic {
    moved { $0.moved(to: files) } ?? self
  }

  /// The same finding at other places; nil where one of them is gone.
  package func moved(_ place: (SourceRange) -> SourceRange?) -> Diagnostic? {
    func moved(_ label: Label) -> Label? { place(label.range).map { Label($0, label.text) } }
    guard let primary = moved(primary) else { return nil }
    let labels = secondary.compactMap(moved)
    let edits = fix?.edits.compactMap { edit in place(edit.range).map { Edit($0, edit.replacement) }
    }
    guard labels.count == secondary.count, edits?.count == fix?.edits.count else { return nil }
    let fix = fix.map { Fix($0.title, safety: $0.safety, edits: edits ?? []) }
    return Diagnostic(
      rule, severity, message, at: primary, secondary: labels, notes: notes, help: help,
      fix: fix, subject: subject, names: names, risk: risk)
  }
}
